"""Spans that people have a name for and EDTF has not: “late October 2026”, “week of 5 January”.

A third of a month, a year, a decade or a century, and a week, are kept as one unknown day or year
between their first and their last (`[2026-10-21..2026-10-31]`). Nobody who says “late October”
means a day, and no day is made of it. What the thirds are is a convention of the record:

    of a month      1–10             11–20          21 to the last
    of a year       January–April    May–August     September–December
    of a decade     …0–…3            …4–…6          …7–…9
    of a century    …00–…33          …34–…66        …67–…99
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from events.dates.bounds import last_day
from events.dates.errors import wrong

PARTS = ("EARLY", "MID", "LATE")
WEEK = "WEEK"

_OF_MONTH = (("01", "10"), ("11", "20"), ("21", ""))
_OF_YEAR = (("01-01", "04-30"), ("05-01", "08-31"), ("09-01", "12-31"))
_OF_DECADE = (("0", "3"), ("4", "6"), ("7", "9"))
_OF_CENTURY = (("00", "33"), ("34", "66"), ("67", "99"))
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


class NamedSpan(NamedTuple):
    """`part`: "EARLY", "MID" or "LATE" of the date `of` ("2026-10", "2026", "199X", "13XX"), or
    the "WEEK" that begins on it ("2026-01-05")."""

    part: str
    of: str


def ends(part: str, of: str) -> tuple[str, str] | None:
    """The first and the last day or year of a named span, as EDTF. None if nothing is called so,
    such as the early part of a season. DateError for a week that begins on another day than Monday,
    which can be read in two ways, and for a century without a first year.
    """
    if part == WEEK:
        return _week(of) if _DAY.fullmatch(of) else None
    third = PARTS.index(part)
    if of.endswith("XXX"):
        return None
    if of.endswith("XX"):
        found = _OF_CENTURY[third]
    elif of.endswith("X"):
        found = _OF_DECADE[third]
    elif _YEAR.fullmatch(of):
        found = _OF_YEAR[third]
        return f"{of}-{found[0]}", f"{of}-{found[1]}"
    elif re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", of):
        found = _OF_MONTH[third]
        year, month = map(int, of.split("-"))
        last = found[1] or (f"{last_day(year, month).day:02}" if year else "28")
        return f"{of}-{found[0]}", f"{of}-{last}"
    else:
        return None
    years = of.rstrip("X")
    return (years + found[0], years + found[1]) if years.isdigit() else None


def named(first: str, last: str) -> NamedSpan | None:
    """What the span from one plain day or year to another is called, as EDTF without marks; None
    if it has no name."""
    if _YEAR.fullmatch(first) and _YEAR.fullmatch(last):
        # “Early 2000s” might be of the decade or of the century.
        decade = f"{first[:3]}X" if first[2] != "0" and first >= "1000" else ""
        units = [decade, f"{first[:2]}XX"]
    elif _DAY.fullmatch(first) and _DAY.fullmatch(last):
        units = [first[:7], first[:4]]
        monday = date.fromisoformat(first)
        if monday.weekday() == 0 and date.fromisoformat(last) - monday == timedelta(days=6):
            return NamedSpan(WEEK, first)
    else:
        return None
    for of in filter(None, units):
        for part in PARTS:
            if ends(part, of) == (first, last):
                return NamedSpan(part, of)
    return None


def week_of_year(year: int, week: int) -> date | None:
    """The Monday of a week of ISO 8601; None if the year has none of that number."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _week(day: str) -> tuple[str, str]:
    try:
        begins = date.fromisoformat(day)
        monday = begins - timedelta(days=begins.weekday())
        spans = [
            (start.isoformat(), (start + timedelta(days=6)).isoformat())
            for start in (monday, begins)
        ]
    except (ValueError, OverflowError):
        raise wrong("day", day) from None
    if begins != monday:
        first, second = (f"[{start}..{end}]" for start, end in spans)
        raise wrong("ambiguous", day, first=first, second=second)
    return spans[0]
