"""What has become of a commitment, and of its parts, by a day: for certain, and possibly.

A status is in force from the day by which it has come in any case. One whose day is not known is
possible before that; one that is dated later is announced, and not in force.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from events import dates
from events.documents.shapes import Commitment, PartOfCommitment, StatusChange
from events.vocabulary import ENDING, CommitmentStatus


class StatusPeriod(NamedTuple):
    """A status that is in force from one day until before another one, if nothing is published."""

    status: str
    since: date
    until: date


class PossibleStatus(NamedTuple):
    """`since`: the first day on which it can have come; None if nobody knows."""

    status: str
    since: date | None


@dataclass(frozen=True, slots=True)
class StatusOn:
    """`known`: the status that came last of those that have come for certain; it holds for certain
    if there is no other that possibly holds instead (`others`)."""

    known: str
    others: tuple[PossibleStatus, ...] = ()

    @property
    def possible(self) -> list[str]:
        """All that it can be."""
        return [self.known, *(other.status for other in self.others)]

    def is_certainly(self, statuses: Collection[str]) -> bool:
        return all(status in statuses for status in self.possible)

    def is_possibly(self, statuses: Collection[str]) -> bool:
        return any(status in statuses for status in self.possible)


def status_on(document: Commitment, day: date) -> StatusOn:
    """The status of a commitment on a day."""
    return _status_on(document["history"], document["status"], day, document)


def part_status_on(part: PartOfCommitment, day: date, whole: Commitment) -> StatusOn:
    """The same of a part of a commitment."""
    return _status_on(part["history"], part["status"], day, whole)


def _status_on(
    history: Sequence[StatusChange], said: str, day: date, whole: Commitment
) -> StatusOn:
    if not history:
        return StatusOn(said)
    ending = [number for number, change in enumerate(history) if change["status"] in ENDING]
    found = dates.certainty.latest([_parsed(change) for change in history], day, ending)

    def called(number: int | None) -> str:
        return CommitmentStatus.OPEN.value if number is None else history[number]["status"]

    known = called(found.number)
    since: dict[str, date | None] = {}
    for number, possibly in found.rivals:
        first = since.setdefault(called(number), possibly)
        since[called(number)] = min(first, possibly) if first and possibly else None
    since.pop(known, None)
    # Nothing comes of a commitment before it is made.
    earliest = whole["date"]["earliest"]
    made = date.fromisoformat(earliest) if earliest else None
    return StatusOn(
        known,
        tuple(
            PossibleStatus(status, max(filter(None, (possibly, made)), default=None))
            for status, possibly in since.items()
        ),
    )


def turns(document: Commitment) -> list[StatusPeriod]:
    """The periods in which the status will be, by itself, another one than that published."""
    values = [_parsed(change) for change in document["history"]]
    days = {dates.certainty.since(value).certainly for value in values}
    for value in values:
        end = dates.certainty.until(value)
        days.add(end.certainly + timedelta(1) if end and end.certainly else None)
    since = [date.min, *sorted(day for day in days if day), date.max]
    periods = [
        StatusPeriod(status_on(document, begins).known, begins, ends)
        for begins, ends in pairwise(since)
        if begins < ends
    ]
    published = document["status"]
    # What comes before it was so for the first time was over when it was published.
    statuses = [period.status for period in periods]
    first = statuses.index(published) if published in statuses else 0
    return [period for period in periods[first:] if period.status != published]


def _parsed(change: StatusChange) -> dates.EDTF:
    return dates.parse(change["date"]["edtf"])
