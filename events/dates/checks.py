"""What an editor is asked or told about a date: wordings that contradict it, and bare years."""

import re

from events.dates.edtf import EDTF
from events.dates.errors import DateError
from events.dates.understanding import understand
from events.dates.wording import months_named

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_TURN_OF_THE_YEAR = re.compile(r"\d{4}-(?:01-01|12-31)(?!T)", re.ASCII)


def contradicts(wording: str, value: EDTF, language: str) -> bool:
    """Whether a wording says something other than the date it is to stand for.

    A wording that is understood has to cover the same days. One that is not ("the eve of the
    summit") must name no year outside them, and no month in which none of them falls. DateError if
    the language is not known.
    """
    try:
        meant = understand(wording, language)
    except DateError as error:
        if error.code == "language":
            raise
        return _names_another(wording, value)
    return _span(meant) != _span(value)


def looks_like_year_only(value: EDTF) -> bool:
    """Whether the date, or an end of it, is 1 January or 31 December: is only the year known?"""
    return _TURN_OF_THE_YEAR.search(re.sub("[~?%]", "", value.edtf)) is not None


def _span(value: EDTF) -> tuple[object, ...]:
    return value.earliest, value.latest, value.start_is, value.end_is


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
