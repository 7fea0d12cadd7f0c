"""Dates as the record keeps them: EDTF (ISO 8601-2) levels 0 and 1 and, of level 2, sets and marks.

https://www.loc.gov/standards/datetime/ is the specification. Years run from 0001 to 9999.
"""

from datetime import date, datetime
from typing import NamedTuple, get_args

from events.dates import about
from events.dates.bounds import bounds, days_of_unknown_year, holding
from events.dates.errors import wrong
from events.dates.grammar import APPROXIMATE, UNCERTAIN, Precision, read, write
from events.dates.times import in_utc, moment, time_of_day
from events.dates.value import EDTF, Boundary, Extent

_LONGEST = 200
_COARSENESS: dict[Precision, int] = {
    precision: rank for rank, precision in enumerate(get_args(Precision))
}


class _One(NamedTuple):
    """A single date: its canonical text, its days as written and as widened by “about”, and the
    marks of all its parts together."""

    text: str
    first: date
    last: date
    earliest: date
    latest: date
    precision: Precision
    marks: int

    @property
    def at(self) -> datetime | None:
        return moment(self.text) if self.precision == "time" else None


class _Stretch(NamedTuple):
    """From one date to another, either of which may be missing, but not both."""

    text: str
    start: _One | None
    end: _One | None

    @property
    def dates(self) -> list[_One]:
        return [one for one in (self.start, self.end) if one]


def parse(text: str) -> EDTF:
    """The value of an EDTF string, with spaces around it allowed; DateError for anything else."""
    if type(text) is str and (day := _plain_day(text)):  # as most dates are
        return EDTF(text, day, day, day, day, day, "day")
    text = _checked(text)
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "XXXX" in text:
        return _of_unknown_year(text)
    canonical, first, _, earliest, latest, precision, marks = _one(text)
    if not marks:
        return EDTF(canonical, earliest, latest, earliest, latest, first, precision)
    flags = marks & APPROXIMATE != 0, marks & UNCERTAIN != 0
    return EDTF(canonical, earliest, latest, earliest, latest, first, precision, *flags)


def _checked(text: str) -> str:
    if not isinstance(text, str):
        raise wrong("not_text", text)
    text = text.strip()
    if not text:
        raise wrong("empty", text)
    if len(text) > _LONGEST:
        raise wrong("too_long", text)
    if not (text.isascii() and text.isprintable()):
        raise wrong("character", next(c for c in text if not (c.isascii() and c.isprintable())))
    if " " in text:
        raise wrong("space", text)
    return text


def _plain_day(text: str) -> date | None:
    """The day of a text such as "2026-01-06", quickly; None for all that has to be looked at."""
    if len(text) == 10 and text[4] == text[7] == "-":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    return None


def _one(text: str) -> _One:
    day = _plain_day(text)
    if day:
        return _One(text, day, day, day, day, "day", 0)
    if "T" in text:
        return _timed(text)
    parts, marks = read(text)
    first, last, precision = bounds(parts)
    if not any(marks):
        return _One(text, first, last, first, last, precision, 0)
    said = marks[0] | marks[-1] | marks[len(marks) // 2]
    earliest, latest = about.span(parts, marks) if said & APPROXIMATE else (first, last)
    return _One(write(parts, marks), first, last, earliest, latest, precision, said)


def _timed(text: str) -> _One:
    day, _, clock = text.partition("T")
    if any(mark in text for mark in "~?%"):
        raise wrong("time_alone", text)
    canonical, first, last, *_, precision, _ = _one(day)
    if precision != "day":
        raise wrong("day", day)
    time, offset = time_of_day(clock)
    if first == date.max and time.startswith("24"):
        raise wrong("year_range", text)
    return _One(f"{canonical}T{time}{offset}", first, last, first, last, "time", 0)


def _of_unknown_year(text: str) -> EDTF:
    """A date of which the year is not known at all, alone: nobody can say what it comes after."""
    if "T" in text:
        raise wrong("day", text.partition("T")[0])
    parts, marks = read(text)
    days = days_of_unknown_year(parts)
    if any(mark & APPROXIMATE for mark in marks) or (days is None and any(marks)):
        raise wrong("mask", text)  # about when, or what is in doubt?
    return EDTF(
        *(write(parts, marks), None, None, None, None, date.min, "unknown"),
        uncertain=any(marks),
        start_is="unknown",
        end_is="unknown",
    )


def _stretch(start: str, end: str, joint: str, whole: str) -> _Stretch:
    """From the start of one date to the end of another; an empty text is no bound on that side."""
    first = _one(start) if start else None
    last = _one(end) if end else None
    if not first and not last:
        raise wrong("no_end", whole)
    if first and last:
        _check_order(first, last, whole)
    text = (first.text if first else "") + joint + (last.text if last else "")
    return _Stretch(text, first, last)


def _check_order(first: _One, last: _One, whole: str) -> None:
    begins, ends = first.at, last.at
    if begins and ends:
        if (begins.tzinfo is None) != (ends.tzinfo is None):
            raise wrong("zones", whole)
        if begins > ends:
            if begins.utcoffset() == ends.utcoffset():
                raise wrong("reversed", whole)
            # By the clocks as written, it may well begin before it ends.
            at = [f"{in_utc(time):%Y-%m-%d %H:%M}" for time in (begins, ends)]
            raise wrong("reversed_in_utc", whole, begins=at[0], ends=at[1])
    elif first.first > last.last:
        raise wrong("reversed", whole)


def _interval(text: str) -> EDTF:
    start, _, end = text.partition("/")
    if "/" in end:
        raise wrong("interval", text)
    start_is: Boundary = "known"
    end_is: Boundary = "known"
    if start in ("", ".."):
        start_is, start = "open" if start else "unknown", ""
    if end in ("", ".."):
        end_is, end = "open" if end else "unknown", ""
    stretch = _stretch(start, end, "/", text)
    canonical = stretch.text
    if start_is == "open":
        canonical = ".." + canonical
    if end_is == "open":
        canonical += ".."
    span = _point(stretch) if start_is == "open" else _lasting(stretch, end_is)
    precision = _coarsest([one.precision for one in stretch.dates])
    starts = [stretch.start.first] if stretch.start else []
    return _value(canonical, span, stretch.dates, starts, precision, start_is, end_is)


def _value(
    text: str,
    span: Extent,
    dates: list[_One],
    starts: list[date],
    precision: Precision,
    start_is: Boundary,
    end_is: Boundary,
    members: tuple[Extent, ...] = (),
) -> EDTF:
    marks = 0
    for one in dates:
        marks |= one.marks
    sort_day = span.earliest or span.latest
    if marks & APPROXIMATE:  # its place is that of the date as written
        sort_day = min(starts) if starts else max(one.last for one in dates)
    assert sort_day is not None  # one of the two is always known
    return EDTF(
        *(text, *span[:4], sort_day, precision),
        *(marks & APPROXIMATE != 0, marks & UNCERTAIN != 0, start_is, end_is, members),
    )


def _point(member: _One | _Stretch) -> Extent:
    """One day, which can be any of a date or of a stretch."""
    if isinstance(member, _One):
        earliest: date | None = member.earliest
        latest: date | None = member.latest
    else:
        earliest = member.start and member.start.earliest
        latest = member.end and member.end.latest
    return Extent(earliest, latest, earliest, latest)


def _lasting(stretch: _Stretch, end_is: Boundary) -> Extent:
    """All the days from the start of a stretch to its end."""
    _, start, end = stretch
    if start and end:
        if start.earliest > end.latest:  # times of two zones, whose days are not in their order
            return Extent(*(end.earliest, start.latest) * 2, lasts=True)
        begun = min(start.latest, end.latest)
        return Extent(
            start.earliest, begun, max(start.earliest, end.earliest), end.latest, lasts=True
        )
    if start:
        until = date.max if end_is == "open" else start.earliest
        return Extent(start.earliest, start.latest, until, None, lasts=True)
    assert end is not None
    return Extent(None, end.latest, end.earliest, end.latest, lasts=True)


def _set(text: str) -> EDTF:
    if not text.endswith("]" if text[0] == "[" else "}"):
        raise wrong("set", text)
    members = [_member(member, text) for member in text[1:-1].split(",")]
    if len(members) == 1 and ".." not in text:
        return parse(text[1:-1])
    one_of = text[0] == "["
    spans = tuple(
        _point(member) if one_of or isinstance(member, _One) else _lasting(member, "open")
        for member in members
    )
    starts, ends = [span.earliest for span in spans], [span.latest for span in spans]
    if None in starts and None in ends:
        raise wrong("no_end", text)
    earliest = None if None in starts else min(day for day in starts if day)
    latest = None if None in ends else max(day for day in ends if day)
    dates = [
        one
        for member in members
        for one in ([member] if isinstance(member, _One) else member.dates)
    ]
    precisions = [one.precision for one in dates]
    if one_of and earliest and latest:
        precisions.append(holding(min(d.first for d in dates), max(d.last for d in dates)))
    return _value(
        f"{text[0]}{','.join(member.text for member in members)}{text[-1]}",
        Extent(earliest, latest, earliest, latest) if one_of else _of_all(spans, earliest, latest),
        dates,
        _starts(members) if earliest else [],
        _coarsest(precisions),
        "known" if earliest else "open",
        "known" if latest else "open",
        spans,
    )


def _starts(members: list[_One | _Stretch]) -> list[date]:
    """The first day of each, as it is written."""
    begun = [member if isinstance(member, _One) else member.start for member in members]
    return [one.first for one in begun if one]


def _of_all(spans: tuple[Extent, ...], earliest: date | None, latest: date | None) -> Extent:
    """The bounds of several that all were: for what is certain, those of one of them, the first to
    have begun, since between two of them nothing is."""

    def certain(span: Extent) -> tuple[date, int]:
        assert span.latest_start is not None  # only one of several can be without
        assert span.earliest_end is not None
        return span.latest_start, -span.earliest_end.toordinal()

    first = min(spans, key=certain)
    return Extent(earliest, first.latest_start, first.earliest_end, latest)


def _member(text: str, whole: str) -> _One | _Stretch:
    if not text:
        raise wrong("set", whole)
    start, joint, end = text.partition("..")
    if "T" in text and ("," in whole or joint):
        raise wrong("time_alone", whole)
    return _stretch(start, end, joint, whole) if joint else _one(text)


def _coarsest(precisions: list[Precision]) -> Precision:
    return max(precisions, key=_COARSENESS.__getitem__)
