"""A date of the record: its string, its four bounds, and how much of it is known."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal, NamedTuple, TypeAlias

from events.dates import labels
from events.dates.errors import chosen
from events.dates.grammar import Precision
from events.dates.times import in_utc, moment

Boundary: TypeAlias = Literal["known", "open", "unknown"]


class Extent(NamedTuple):
    """Between which days something began and ended; the bounds are those of `EDTF`.

    What `lasts` went on from its start to its end; all else was on one day, and which of those from
    `earliest` to `latest` it was is not known.
    """

    earliest: date | None
    latest_start: date | None
    earliest_end: date | None
    latest: date | None
    lasts: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class EDTF:
    """A date as precisely as it is known. Two are equal if their canonical strings are.

    Four days bound what it can mean (in the zone of a time, if it has one):

    * `earliest`, the first day on which it can have begun; None if that is not known.
    * `latest_start`, the day by which it has begun for certain; None if there is no such day.
    * `earliest_end`, the last day until which it lasts for certain; `date.max` if it goes on, None
      if there is no such day.
    * `latest`, the last day on which it can still have been; None if it goes on or nobody knows.

    A date that is no interval is one day, and which one of those from `earliest` to `latest` is not
    known: `latest_start` is then the latest, `earliest_end` the earliest. `../b` is such a day as
    well and means “by b”. `a/b` lasts, and `latest_start` may well come before `earliest_end`. A
    set in braces has several such days, its `members`; its own `latest_start` and `earliest_end`
    are those of the one that had begun first, so that from both together nothing follows that is
    not so. What is certain and what is possible on a day is best left to `certainty`.

    If `~` or `%` say “about”, the four are those of the wider span of `about`. `sort_day`, where
    the date stands in a list, stays that of the date as written: its first day, else its last, else
    (nothing is known) the first day of the calendar.

    `start_is` and `end_is` say of an end that is missing whether it is open ("goes on") or unknown
    ("ended, nobody says when").

    `precision` is the coarsest unit that any of its parts is given in, and for one of several dates
    also that which holds them all: printing earliest and latest no finer than that never says more
    than is known. It is "unknown" if the year is. `approximate` and `uncertain` are true if any
    part is marked so.
    """

    edtf: str
    earliest: date | None
    latest_start: date | None
    earliest_end: date | None
    latest: date | None
    sort_day: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    start_is: Boundary = "known"
    end_is: Boundary = "known"
    members: tuple[Extent, ...] = ()  # of a set; empty for all else

    def __eq__(self, other: object) -> bool:
        return self.edtf == other.edtf if isinstance(other, EDTF) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.edtf)

    def __str__(self) -> str:
        return self.edtf

    @property
    def days(self) -> int | None:
        """How many days the span covers, 1 for a single day; None if an end is open or unknown."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def extents(self) -> tuple[Extent, ...]:
        """What it consists of: its members if it is a set, else itself."""
        return self.members or (
            Extent(
                *(self.earliest, self.latest_start, self.earliest_end, self.latest),
                lasts="/" in self.edtf and not self.edtf.startswith("../"),
            ),
        )

    @property
    def begins_at(self) -> datetime | None:
        """The instant of the date, or at which an interval begins, if a time is given there: aware
        if that has an offset, naive if not.
        """
        return _timed(self.edtf.partition("/")[0])

    @property
    def ends_at(self) -> datetime | None:
        """The instant at which an interval ends, if a time is given there. None for a date that is
        not an interval: how long it took is not known.
        """
        return _timed(self.edtf.partition("/")[2])

    @property
    def instant(self) -> datetime:
        """Where the date stands on the one line of time, in UTC, for lists that are in order of it.

        That of the time, if there is one (`begins_at`, else `ends_at`), and else the start of
        `sort_day`. A time without an offset, and a day, are taken as if they were of UTC. So a date
        without a time comes before all times of its day, and a month before its days: whoever sorts
        has the coarser one first, and in the opposite order last.
        """
        at = self.begins_at or (None if self.earliest else self.ends_at)
        return in_utc(at or datetime.combine(self.sort_day, time(), UTC))

    def label(self, language: str) -> str:
        """How the date reads in a language ("en", "de-AT"); DateError if that is not known."""
        return labels.label(self.edtf, chosen(language))

    def bound(self, language: str, *, begins: bool) -> str:
        """How it reads after “since” (`begins`) or “until”; DateError as above."""
        return labels.bound(self.edtf, chosen(language), begins=begins)


def _timed(text: str) -> datetime | None:
    return moment(text) if "T" in text else None
