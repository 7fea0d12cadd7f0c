"""One date, or a span that has a name, in the notation of `wording.py`, as EDTF.

The functions answer None for what they cannot read. `said` is the sum of APPROXIMATE and UNCERTAIN
that words around the date say of it.
"""

import re

from events.dates import named
from events.dates.bounds import bounds
from events.dates.errors import wrong
from events.dates.grammar import APPROXIMATE, MARKS, UNCERTAIN, write

_SAID = {"ABOUT": APPROXIMATE, "PROBABLY": UNCERTAIN}
_LEADING = re.compile(r"(ABOUT|PROBABLY) ")
_TRAILING = re.compile(r" ?\((ABOUT|PROBABLY)\)$")
_REMARK = re.compile(r" Q([0-3])([0-3])([0-3])$")
_SURROUNDED = re.compile(r"(?:W(\d) )?(.*?)(?: T(\S+))?")
_NAMED = re.compile(r"(EARLY|MID|LATE|WEEK) (.+)")
_FROM_PART_TO_PART = re.compile(r"(EARLY|MID) ?(?:TO|-|/) ?(MID|LATE) (.+)")
_PART = re.compile(r"^((?:(?:ABOUT|PROBABLY) )*)(?:EARLY|MID|LATE) ")

# A date in the notation, and as EDTF.
_DATES = [
    (re.compile(pattern, re.ASCII), template)
    for pattern, template in (
        (r"(\d{1,2}) M(\d\d) (\d{4})", "{2}-{1}-{0:0>2}"),
        (r"[MS](\d\d) (\d{4})", "{1}-{0}"),
        (r"(\d{4})", "{0}"),
        (r"D(\d{3})", "{0}X"),
        (r"C(\d\d)", "{0}XX"),
        (r"K(\d)", "{0}XXX"),
        (r"SOMEMONTH (\d{4})", "{0}-XX"),
        (r"SOMEDAY M(\d\d) (\d{4})", "{1}-{0}-XX"),
        (r"SOMEDAY (\d{4})", "{0}-XX-XX"),
        (r"(\d{1,2}) M(\d\d) NOYEAR", "XXXX-{1}-{0:0>2}"),
        (r"M(\d\d) NOYEAR", "XXXX-{0}"),
        (r"SOMEDAY M(\d\d) NOYEAR", "XXXX-{0}-XX"),
        (r"UNKNOWN", "XXXX"),
    )
]


def unqualified(text: str) -> tuple[str, int]:
    """The text without the qualifiers around it, and what these say."""
    said = 0
    while match := _LEADING.match(text) or _TRAILING.search(text):
        said |= _SAID[match[1]]
        text = text[: match.start()] + text[match.end() :]
    return text, said


def date(text: str, said: int) -> str | None:
    """One date, marked with `said` and with what its own wording says."""
    text, own = unqualified(text)
    remark = _REMARK.search(text)
    of_parts = tuple(map(int, remark.groups())) if remark else (0, 0, 0)
    surrounded = _SURROUNDED.fullmatch(text[: remark.start()] if remark else text)
    if surrounded is None:
        return None
    weekday, day, time = surrounded.groups()
    for pattern, template in _DATES:
        if match := pattern.fullmatch(day):
            parts = tuple(template.format(*match.groups()).split("-"))
            incomplete = len(parts) < 3 or parts[0] == "XXXX"
            if any(of_parts[len(parts) :]) or ((time or weekday) and incomplete):
                return None
            if weekday:
                _check_weekday(int(weekday), parts)
            marks = tuple(said | own | mark for mark in of_parts[: len(parts)])
            return write(parts, marks) + (f"T{time}" if time else "")
    return None


def end(text: str, said: int) -> str | None:
    """One date as the end of an interval. EDTF has no “late October” there; of it, October is
    known."""
    return date(text, said) or date(_PART.sub(r"\1", text), said)


def span(text: str, said: int) -> tuple[str, str] | None:
    """The first and the last date of a span that has a name: “late October 2026”, “early to
    mid-2026”, “week of 5 January 2026”."""
    text, own = unqualified(text)
    one, two = _NAMED.fullmatch(text), _FROM_PART_TO_PART.fullmatch(text)
    if two:
        parts, rest = (two[1], two[2]), two[3]
    elif one:
        parts, rest = (one[1], one[1]), one[2]
    else:
        return None
    of = date(rest, 0)
    first, last = (of and named.ends(part, of) for part in parts)
    mark = MARKS[said | own]
    return (first[0] + mark, last[1] + mark) if first and last else None


def _check_weekday(weekday: int, parts: tuple[str, ...]) -> None:
    day, _, _ = bounds(parts)
    if day.weekday() != weekday:
        raise wrong("weekday", "-".join(parts), weekday=str(day.weekday()))
