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

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
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


class Rival(NamedTuple):
    """What can be the last of several instead of the one that is known to have begun: its number,
    None for none of them; and the first day from which it can, None if nobody knows."""

    number: int | None
    possibly: date | None


class LatestDates(NamedTuple):
    """Which one of several that follow each other is the last that has begun.

    `number`: of those that have begun for certain, the one that did so last; None if none has.
    `rivals`: what can be the last instead, in the order given; none if it is certain.
    """

    number: int | None
    rivals: list[Rival]


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


def precedes(one: EDTF, other: EDTF) -> bool:
    """Whether the one began before the other for certain: of two times whose zones are known, by
    the instant; else by the day."""
    instants = instants_of(one, other)
    if instants:
        return instants[0] < instants[1]
    first, second = since(one).certainly, since(other).possibly
    return bool(first and second and first < second)


def instants_of(one: EDTF, other: EDTF) -> tuple[datetime, datetime] | None:
    """The instants at which two dates begin, if both have a time with its zone, or both one without
    a zone, as by one clock; None if that is not known."""
    ours, theirs = one.begins_at, other.begins_at
    if ours is None or theirs is None or (ours.tzinfo is None) != (theirs.tzinfo is None):
        return None
    return ours, theirs


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


def can_be_over(value: EDTF, day: date) -> bool:
    """Whether what lasted can have ended before that day."""
    end = until(value)
    return end is not None and (end.possibly or date.min) < day


def last_start(value: EDTF, day: date) -> date:
    """The last day, of those until a day by which it can have begun, on which it can have."""
    if value.edtf.startswith("["):
        spans = [span for span in value.extents if (span.earliest or date.min) <= day]
        return max(min(span.latest_start or date.max, day) for span in spans)
    return min(since(value).certainly or date.max, day)


def latest(values: Sequence[EDTF], day: date, ending: Collection[int] = ()) -> LatestDates:
    """Which one of several is the last that has begun by that day. Of two that began on one and the
    same known day, that is the one with the later time, and else the one given later.

    `ending`: the numbers of those that are over when their date is, so that what they followed is
    the last one again.
    """
    steps = [_Step.of(number, value, number in ending) for number, value in enumerate(values)]
    begun = [step for step in steps if step.certainly <= day and not step.is_over(day)]
    sure = [step for step in begun if not step.can_be_over(day)]
    lasts = [
        step
        for step in steps
        if step.possibly <= day
        and not step.is_over(day)
        and not any(other.follows(step, day) for other in sure)
    ]
    known = max((step for step in lasts if step in begun), key=_Step.order, default=None)
    # The last one began no earlier than any of those that have begun.
    first = max((step.possibly for step in sure), default=date.min)
    rivals = [
        Rival(step.number, _known(max(step.possibly, first, step.freed_by(known, day))))
        for step in lasts
        if step is not known
    ]
    if known and not sure:
        rivals.insert(0, Rival(None, known.over_possibly))
    return LatestDates(known.number if known else None, rivals)


class _Step(NamedTuple):
    """One of several, with the days on which it began, and from which it is over."""

    number: int
    value: EDTF
    possibly: date
    certainly: date
    over_possibly: date
    over_certainly: date

    @classmethod
    def of(cls, number: int, value: EDTF, ends: bool) -> "_Step":
        began, end = since(value), until(value) if ends else None
        return cls(
            number,
            value,
            began.possibly or date.min,
            began.certainly or date.max,
            _after(end.possibly if end else None),
            _after(end.certainly if end else None),
        )

    def order(self) -> tuple[date, date, datetime, int]:
        return self.certainly, self.possibly, self.value.instant, self.number

    def is_over(self, day: date) -> bool:
        return self.over_certainly <= day

    def can_be_over(self, day: date) -> bool:
        return self.over_possibly <= day

    def follows(self, other: "_Step", day: date) -> bool:
        """Whether it began after another one in every reading of both, as far as the day."""
        ours, theirs = self.value.begins_at, other.value.begins_at
        if ours and theirs and ours.tzinfo and theirs.tzinfo and ours != theirs:
            return self.certainly <= day and ours > theirs
        last = last_start(other.value, day)
        if self.certainly > day or self.possibly != last:
            return self.certainly <= day and self.possibly > last
        if self.possibly == self.certainly and other.possibly == other.certainly:
            return self.order() > other.order()
        return self.number > other.number

    def freed_by(self, known: "_Step | None", day: date) -> date:
        """The first day on which another one that came after it can be over."""
        return known.over_possibly if known and known.follows(self, day) else date.min


def _after(day: date | None) -> date:
    return day + timedelta(1) if day and day < date.max else date.max


def _known(day: date) -> date | None:
    return None if day == date.min else day


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
