"""What an editor is asked or told about a date: wordings that contradict it, bare years, and years
that stand for no end."""

import re

from events.dates.edtf import parse
from events.dates.errors import DateError, chosen
from events.dates.lexicon import months_named
from events.dates.understanding import understand
from events.dates.value import EDTF
from events.dates.wording import notation

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_TURN_OF_THE_YEAR = re.compile(r"\d{4}-(?:01-01|12-31)(?!T)", re.ASCII)
_ABOUT = str.maketrans({"~": "", "%": "?"})
_A_PART = re.compile(r"\b(?:EARLY|MID|LATE)\b")

# No treaty, mandate or target of today names a year so far ahead, and programs do, where they have
# to write some date: 2999, 3000, 9998, 9999. Before that, a year is asked about only if it is one
# that programs use, to the day: whoever aims at “2100” writes no day, and a lease of 99 years does
# not end with its century but for a chance.
_FIRST_YEAR_TOO_FAR = 2300
_STANDING_FOR_NO_END = re.compile(
    r"(?:20|21|22)(?:99-12-31|00-01-01)|2[12]00-12-31|2[12]00-01-01", re.ASCII
)


def contradicts(wording: str, value: EDTF, language: str) -> bool:
    """Whether a wording says something other than the date it is to stand for.

    A wording that is understood has to cover the same days; of an approximate date, those as it is
    written or as “about” makes them, or a third of a month or year ("mid-December") that takes in
    the latter. One that is not ("the eve of the summit") must name no year outside them, and no
    month in which none of them falls. DateError if the language is not known.
    """
    table = chosen(language)
    try:
        meant = understand(wording, language)
    except DateError:
        return _names_another(wording, value)
    if _days(meant) == _days(value):
        return False
    if not value.approximate:
        return True
    if _A_PART.search(notation(wording, table)) and _takes_in(meant, value):
        return False
    return _days(parse(meant.edtf.translate(_ABOUT))) != _days(parse(value.edtf.translate(_ABOUT)))


def looks_like_year_only(value: EDTF) -> bool:
    """Whether the date, or an end of it, is 1 January or 31 December: is only the year known?"""
    return _TURN_OF_THE_YEAR.search(re.sub("[~?%]", "", value.edtf)) is not None


def looks_like_no_end(value: EDTF) -> bool:
    """Whether its last day only stands for “no end”, as in files of programs that cannot leave one
    out: a year from 2300 on, or the first or last day of a century to come. `…/..` says it.
    """
    if value.latest is None or value.end_is != "known":
        return False
    last = re.sub("[~?%]", "", value.edtf).strip("[]{}").rpartition("/")[2].rpartition("..")[2]
    return int(last[:4].replace("X", "0")) >= _FIRST_YEAR_TOO_FAR or (
        _STANDING_FOR_NO_END.match(last) is not None
    )


def _days(value: EDTF) -> tuple[object, ...]:
    return value.earliest, value.latest, value.start_is, value.end_is


def _takes_in(wider: EDTF, value: EDTF) -> bool:
    if (wider.start_is, wider.end_is) != (value.start_is, value.end_is):
        return False
    begins = wider.earliest is None or wider.earliest <= (value.earliest or wider.earliest)
    return begins and (wider.latest is None or wider.latest >= (value.latest or wider.latest))


def _names_another(wording: str, value: EDTF) -> bool:
    first = value.earliest.year if value.earliest else 1
    last = value.latest.year if value.latest else 9999
    if any(not first <= int(year) <= last for year in _YEAR.findall(wording)):
        return True
    return not months_named(wording) <= _months(value)


def _months(value: EDTF) -> set[int]:
    """The months that have a day in the span."""
    if value.earliest is None or value.latest is None:
        return set(range(1, 13))
    first = value.earliest.year * 12 + value.earliest.month - 1
    last = value.latest.year * 12 + value.latest.month - 1
    return {month % 12 + 1 for month in range(first, min(last, first + 11) + 1)}
