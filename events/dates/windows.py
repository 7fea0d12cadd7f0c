"""What a database has to know of some dates beside their four bounds, to say what was in a window.

Three sorts of dates are not all that lies between their bounds: one of several days (`[…]`) was on
none between them; several that all were (`{…}`) were on none between them either, but each of them
was; and what was on some 25 December was in no summer.
"""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from events.dates.bounds import days_of_unknown_year
from events.dates.grammar import read
from events.dates.value import EDTF

# A year that has every day: days of an unknown year are days of this one.
_YEAR = 4
_LEAP_YEARS_APART = 8


class Telling(StrEnum):
    """What is said of a stretch of days.

    NOT: what lies within it was not. WAS: what holds these days was, and so did a window that ends
    on its first day or later and begins on its last or earlier. YEARLY: it was on some of these
    days, in a year that nobody knows; they are those of the year 4.
    """

    NOT = "not"
    WAS = "was"
    YEARLY = "yearly"


class StretchOfDays(NamedTuple):
    telling: Telling
    first: date
    last: date


def stretches(value: EDTF) -> list[StretchOfDays]:
    """All that its bounds do not say; nothing for most dates."""
    if value.precision == "unknown":
        days = days_of_unknown_year(read(value.edtf).parts)
        if days is None:
            return []
        month, first, last = days
        return [StretchOfDays(Telling.YEARLY, date(_YEAR, month, first), date(_YEAR, month, last))]
    if len(value.members) < 2:
        return []
    found = [StretchOfDays(Telling.NOT, *gap) for gap in _gaps(value)]
    if value.edtf.startswith("{"):
        found += [
            StretchOfDays(Telling.WAS, span.latest_start, span.earliest_end)
            for span in value.members
            if span.latest_start and span.earliest_end
        ]
    return found


def _gaps(value: EDTF) -> Iterator[tuple[date, date]]:
    """The days between its members on which none can have been."""
    reached = None
    for span in sorted(value.members, key=lambda span: span.earliest or date.min):
        if reached and span.earliest and (span.earliest - reached).days > 1:
            yield reached + timedelta(1), span.earliest - timedelta(1)
        last = span.latest or date.max
        reached = max(reached, last) if reached else last


def days_of_year(start: date, end: date) -> list[tuple[date, date]] | None:
    """The days of the year that a window has, as stretches of the year 4; None if it has all."""
    if end.year - start.year > _LEAP_YEARS_APART:
        return None
    found: list[tuple[date, date]] = []
    for year in range(start.year, end.year + 1):
        first = max(start, date(year, 1, 1)).replace(year=_YEAR)
        last = min(end, date(year, 12, 31)).replace(year=_YEAR)
        leap_day = date(_YEAR, 2, 29)
        if not isleap(year) and first < leap_day < last:
            found += [(first, leap_day - timedelta(1)), (leap_day + timedelta(1), last)]
        else:
            found.append((first, last))
    return found
