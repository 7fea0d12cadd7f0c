"""Dates as the record keeps them: EDTF (ISO 8601-2) levels 0 and 1 and, of level 2, sets and marks.

https://www.loc.gov/standards/datetime/ is the specification. Years run from 0001 to 9999.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, cast, get_args

from events.dates import labels
from events.dates.errors import chosen, wrong
from events.dates.grammar import APPROXIMATE, UNCERTAIN, Precision, bounds, read, time_of_day, write

Boundary: TypeAlias = Literal["known", "open", "unknown"]

_LONGEST = 200
_COARSENESS: dict[Precision, int] = {
    precision: rank for rank, precision in enumerate(get_args(Precision))
}


@dataclass(frozen=True, slots=True, eq=False)
class EDTF:
    """A date as precisely as it is known. Two are equal if their canonical strings are.

    `earliest` and `latest` bound the days it can mean (in the zone of a time, if it has one).
    Either is None if the date is an interval without that end, and `start_is` or `end_is` then says
    whether it is open ("goes on") or unknown ("ended, nobody says when").

    `precision` is the coarsest unit that any of its parts is given in: printing earliest and latest
    no finer than that never says more than is known. `approximate` and `uncertain` are true if any
    part is marked so.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    start_is: Boundary = "known"
    end_is: Boundary = "known"

    def __eq__(self, other: object) -> bool:
        return self.edtf == other.edtf if isinstance(other, EDTF) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.edtf)

    def __str__(self) -> str:
        return self.edtf

    @property
    def sort_day(self) -> date:
        """The day at which the date stands in a list: the earliest, else the latest."""
        return cast("date", self.earliest or self.latest)  # one of the two is always known

    @property
    def days(self) -> int | None:
        """How many days the span covers, 1 for a single day; None if an end is open or unknown."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def label(self, language: str) -> str:
        """How the date reads in a language ("en", "de-AT"); DateError if that is not known."""
        return labels.label(self.edtf, chosen(language))


class _One(NamedTuple):
    """A single date: its canonical text, its bounds, and the marks of all its parts together."""

    text: str
    earliest: date
    latest: date
    precision: Precision
    marks: int


class _Stretch(NamedTuple):
    """From one date to another, either of which may be missing."""

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    marks: int


def parse(text: str) -> EDTF:
    """The value of an EDTF string, with spaces around it allowed; DateError for anything else."""
    text = _checked(text)
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return _time(text)
    canonical, earliest, latest, precision, marks = _date(text)
    approximate, uncertain = marks & APPROXIMATE != 0, marks & UNCERTAIN != 0
    return EDTF(canonical, earliest, latest, precision, approximate, uncertain)


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


def _date(text: str) -> _One:
    parts, marks = read(text)
    earliest, latest, precision = bounds(parts)
    if not any(marks):
        return _One(text, earliest, latest, precision, 0)
    said = marks[0] | marks[-1] | marks[len(marks) // 2]
    return _One(write(parts, marks), earliest, latest, precision, said)


def _time(text: str) -> EDTF:
    day, _, time = text.partition("T")
    if any(mark in text for mark in "~?%"):
        raise wrong("time_alone", text)
    _, earliest, latest, precision, _ = _date(day)
    if precision != "day":
        raise wrong("day", day)
    time_of_day(time)
    return EDTF(text, earliest, latest, "time")


def _stretch(start: str, end: str, joint: str, whole: str) -> _Stretch:
    """From the start of one date to the end of another; an empty text is no bound on that side."""
    if "T" in start or "T" in end:
        raise wrong("time_alone", whole)
    first = _date(start) if start else None
    last = _date(end) if end else None
    if first and last:
        if first.earliest > last.latest:
            raise wrong("reversed", whole)
        text, marks = first.text + joint + last.text, first.marks | last.marks
        precision = max(first.precision, last.precision, key=_COARSENESS.__getitem__)
        return _Stretch(text, first.earliest, last.latest, precision, marks)
    if first:
        return _Stretch(first.text + joint, first.earliest, None, first.precision, first.marks)
    if last:
        return _Stretch(joint + last.text, None, last.latest, last.precision, last.marks)
    raise wrong("no_end", whole)


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
    canonical, earliest, latest, precision, marks = _stretch(start, end, "/", text)
    if start_is == "open":
        canonical = ".." + canonical
    if end_is == "open":
        canonical += ".."
    approximate, uncertain = marks & APPROXIMATE != 0, marks & UNCERTAIN != 0
    return EDTF(canonical, earliest, latest, precision, approximate, uncertain, start_is, end_is)


def _set(text: str) -> EDTF:
    if not text.endswith("]" if text[0] == "[" else "}"):
        raise wrong("set", text)
    members = [_member(member, text) for member in text[1:-1].split(",")]
    if len(members) == 1 and ".." not in text:
        return parse(text[1:-1])
    starts = [member.earliest for member in members]
    ends = [member.latest for member in members]
    marks = 0
    for member in members:
        marks |= member.marks
    open_start, open_end = None in starts, None in ends
    if open_start and open_end:
        raise wrong("no_end", text)
    return EDTF(
        f"{text[0]}{','.join(member.text for member in members)}{text[-1]}",
        None if open_start else min(day for day in starts if day),
        None if open_end else max(day for day in ends if day),
        max((member.precision for member in members), key=_COARSENESS.__getitem__),
        marks & APPROXIMATE != 0,
        marks & UNCERTAIN != 0,
        "open" if open_start else "known",
        "open" if open_end else "known",
    )


def _member(text: str, whole: str) -> _One | _Stretch:
    if not text:
        raise wrong("set", whole)
    start, joint, end = text.partition("..")
    if joint:
        return _stretch(start, end, joint, whole)
    if "T" in text:
        raise wrong("time_alone", whole)
    return _date(text)
