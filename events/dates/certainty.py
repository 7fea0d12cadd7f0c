"""What is certain, what is possible and what is not: the answers of any date to any day or window.

A date that is not fully known can be read in several ways: “September 2025” is one of thirty days,
“2022 to 2023” begins on any day of the one year and ends on any of the other. What is so in all
readings is CERTAIN, what is so in some is POSSIBLE, and what is so in none is NO. The readings of
each kind of date are those of its bounds, as `EDTF` has them:

* what is no interval is one day, and so is `../b` (“by b”) and one of several (`[…]`);
* an interval is all days from one to another; `a/..` goes on for ever, `a/` ended on a day that
  nobody knows, `/b` began on one;
* several that all were (`{…}`) are each one day or, as `a..b`, one interval;
* of a date whose year is not known, any year can be meant.

Nothing here asks for today: what is to come is as certain as what is written about it.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from events.dates.bounds import days_of_unknown_year, last_day
from events.dates.grammar import read
from events.dates.value import EDTF, Extent

_LEAP_YEARS_APART = 8  # at most: 1896 and 1904


class Certainty(StrEnum):
    """Whether something is so in every possible reading of a date, in some, or in none."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"


class Turn(NamedTuple):
    """When something began or ended.

    `certainly`: the day by which it has for certain; None if there is no such day. `possibly`: the
    first day on which it can have; None if nobody knows.
    """

    certainly: date | None
    possibly: date | None


def on(value: EDTF, day: date) -> Certainty:
    """Whether it held on that day."""
    return within(value, day, day)


def within(value: EDTF, start: date | None, end: date | None) -> Certainty:
    """Whether it, or any part of it, was in the window from `start` to `end`, both included.

    None is no bound on that side. A window that ends before it begins has nothing in it: NO.
    """
    first, last = start or date.min, end or date.max
    if first > last:
        return Certainty.NO
    if value.precision == "unknown":
        return _within_some_year(value, first, last)
    spans = value.extents
    if not any(_can_be(span, first, last) for span in spans):
        return Certainty.NO
    needed = any if value.edtf.startswith("{") else all
    return (
        Certainty.CERTAIN
        if needed(_has_to_be(span, first, last) for span in spans)
        else Certainty.POSSIBLE
    )


def begun(value: EDTF, day: date) -> Certainty:
    """Whether it has begun by the end of that day, be it over by then or not."""
    return within(value, None, day)


def since(value: EDTF) -> Turn:
    """When it began. Of several dates that all were, when the first one did."""
    certain = [span.latest_start for span in value.extents]
    if value.edtf.startswith("{"):
        return Turn(min(day for day in certain if day), value.earliest)
    return Turn(value.latest_start, value.earliest)


def until(value: EDTF) -> Turn | None:
    """Which day was its last; None if it has no end.

    That is so for what goes on (`a/..`), and for what is a point in time: it was, and an end of it
    means nothing. Only an interval ends, and what was throughout one (`{a..b}`). So `certainly` is
    the day after which it is over in any case, None if nobody knows one (`a/`), and before or on
    `possibly` it is not: from the day after that, it may be over.
    """
    spans = value.extents
    if not any(span.lasts for span in spans) or value.end_is == "open":
        return None
    return Turn(value.latest, max(span.earliest_end for span in spans if span.earliest_end))


def _can_be(span: Extent, first: date, last: date) -> bool:
    return (span.earliest or date.min) <= last and (span.latest or date.max) >= first


def _has_to_be(span: Extent, first: date, last: date) -> bool:
    return (span.latest_start or date.max) <= last and (span.earliest_end or date.min) >= first


def _within_some_year(value: EDTF, first: date, last: date) -> Certainty:
    if (first, last) == (date.min, date.max):
        return Certainty.CERTAIN
    days = days_of_unknown_year(read(value.edtf).parts)
    if days is None:
        return Certainty.POSSIBLE
    month, begins, ends = days
    for year in range(first.year, min(last.year, first.year + _LEAP_YEARS_APART) + 1):
        there = last_day(year, month).day
        if begins <= there:
            start, end = date(year, month, begins), date(year, month, min(ends, there))
            if start <= last and end >= first:
                return Certainty.POSSIBLE
    return Certainty.NO
