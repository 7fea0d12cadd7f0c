"""Who takes part in a commitment on a day, who has said so, and who has not: from its document.

Of each actor, and in each domain by itself, the last step that has come counts. Where dates are not
fully known, several steps can be the last: then what is the same in all readings is certain, and
the rest possible. A step without a date was at some time between the beginning of the entry and
the publication of its source. What a source says of somebody gives way to its own word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from events import dates
from events.documents.shapes import Commitment, Date, RollCallStage, Slug, Source
from events.vocabulary import (
    IN_ORDER,
    OF_EVERY_DOMAIN,
    STANDINGS,
    TAKING_PART,
    Stage,
    Standing,
)

FIRST = datetime.min.replace(tzinfo=UTC)


class Step(NamedTuple):
    """A row with the days on which it came: for certain from `certainly` on, possibly before, from
    `possibly` on. `known`: the day by which its source had named the actor; `place`: its turn among
    those of one date; `when`: that date, if it has one."""

    row: RollCallStage
    place: int
    possibly: date
    certainly: date
    known: date
    when: dates.EDTF | None = None

    def has_come(self, day: date) -> bool:
        return self.certainly <= day

    def can_have_come(self, day: date) -> bool:
        return self.possibly <= day

    def follows(self, other: "Step") -> bool:
        """Whether it came after another step for certain: by its time or date or, where either can
        be the later one, because it is further on the way, or has its turn after it."""
        if self.when and other.when:
            instants = dates.certainty.instants_of(self.when, other.when)
            if instants and instants[0] != instants[1]:
                return instants[0] > instants[1]
        if self.possibly > other.certainly or self.certainly < other.possibly:
            return self.possibly > other.certainly
        if (self.possibly, self.certainly) == (other.possibly, other.certainly):
            return self.place > other.place
        if self.is_forward and other.is_forward:
            return IN_ORDER[self.row["stage"] or ""] > IN_ORDER[other.row["stage"] or ""]
        return False

    @property
    def is_forward(self) -> bool:
        return self.row["stage"] in IN_ORDER


@dataclass(frozen=True)
class Line:
    """What an actor has to do with a commitment in one domain, on a day. `readings`: what it counts
    as, in each reading of the dates; None where it is not there yet. `last`: the last step that has
    come for certain; `steps`: all of them, also those to come."""

    actor: Slug
    domain: str | None
    readings: frozenset[Standing | None]
    last: RollCallStage | None
    steps: tuple[Step, ...]

    @property
    def standing(self) -> Standing | None:
        """What it counts as for certain."""
        return next(iter(self.readings)) if len(self.readings) == 1 else None

    def is_certainly(self, *standings: Standing) -> bool:
        return self.readings <= set(standings)

    def is_possibly(self, *standings: Standing) -> bool:
        return bool(self.readings & set(standings))


@dataclass(frozen=True)
class RollCall:
    """The rows of a commitment, and the dates by which they are placed."""

    rows: Sequence[RollCallStage]
    made: Date
    sources: Sequence[Source]

    @classmethod
    def of(cls, document: Commitment) -> "RollCall":
        return cls(document["roll_call"], document["date"], document["sources"])

    @cached_property
    def newest(self) -> date:
        """The day of the newest statement: what is dated later was still to come."""
        days = [self._by, *(step.known for step in self.steps)]
        days += [
            step.certainly
            for step in self.steps
            if step.row["date"] and not self._published.get(step.row["source"] or "")
        ]
        return max((day for day in days if day < date.max), default=date.max)

    @cached_property
    def steps(self) -> list[Step]:
        return [self._step(row, place) for place, row in enumerate(self.rows)]

    @cached_property
    def _published(self) -> dict[str, date | None]:
        """By when each source was out."""
        return {
            source["slug"]: dates.parse(source["published_on"]).latest
            for source in self.sources
            if source["published_on"]
        }

    @cached_property
    def _by(self) -> date:
        """The day by which all had been said that has no date: that of the newest source, or of the
        entry itself."""
        days = [_began(self.made["edtf"]).certainly]
        days += self._published.values()
        return max((day for day in days if day), default=date.min)

    def _step(self, row: RollCallStage, place: int) -> Step:
        known = self._published.get(row["source"] or "") or self._by
        if row["date"]:
            when = _read(row["date"]["edtf"])
            began = dates.certainty.since(when)
            certainly = began.certainly or date.max
            return Step(row, place, began.possibly or date.min, certainly, known, when)
        begins = _began(self.made["edtf"]).possibly or date.min
        return Step(row, place, min(begins, known), known, known)

    def lines(self, day: date) -> list[Line]:
        """Each actor, in each of its domains, in the order of the rows."""
        of: dict[str, dict[str | None, list[Step]]] = {}
        for step in self.steps:
            of.setdefault(step.row["actor"], {}).setdefault(step.row["domain"], []).append(step)
        return [
            _line(actor, domain, [*own, *_of_all(domains) * bool(domain)], day)
            for actor, domains in of.items()
            for domain, own in domains.items()
        ]


@lru_cache(maxsize=4096)
def _read(edtf: str) -> dates.EDTF:
    """Lists read the dates of every row, and those are the same few."""
    return dates.parse(edtf)


def _began(edtf: str) -> dates.Turn:
    return dates.certainty.since(_read(edtf))


def _of_all(domains: dict[str | None, list[Step]]) -> list[Step]:
    """What an actor has said without a domain, and means all of them."""
    return [step for step in domains.get(None, []) if _standing(step) in OF_EVERY_DOMAIN]


def _in_turn(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps by date; those of one date by their times or, where none has any, as they are told,
    but forward ones among each other as they lead to each other."""
    dated = sorted(steps, key=lambda step: (step.certainly, step.possibly, step.place))
    for _date, group in groupby(dated, lambda step: (step.certainly, step.possibly)):
        told = list(group)
        if any(step.when and step.when.begins_at for step in told):
            told.sort(key=lambda step: step.when.instant if step.when else FIRST)
        else:
            forward = [step for step in told if step.is_forward]
            forward.sort(key=lambda step: IN_ORDER[step.row["stage"] or ""], reverse=True)
            told = [forward.pop() if step.is_forward else step for step in told]
        yield from (step._replace(place=turn) for turn, step in enumerate(told))


def _line(actor: Slug, domain: str | None, said_of: Iterable[Step], day: date) -> Line:
    steps = tuple(_in_turn(said_of))
    said = [step for step in steps if step.row["stage"] and not _is_over(step, day)]
    come = [step for step in said if step.has_come(day)]
    last = [
        step
        for step in said
        if step.can_have_come(day) and not any(other.follows(step) for other in come)
    ] or come  # the times of some and the days of others can contradict each other
    readings: set[Standing | None] = {_standing_on(step, day) for step in last}
    if not come:
        readings |= _named(steps, day)
    surely = [step for step in last if step.has_come(day)] or [
        step for step in steps if step.has_come(day) and not step.row["stage"]
    ]
    return Line(actor, domain, frozenset(readings), surely[-1].row if surely else None, steps)


def _named(steps: Iterable[Step], day: date) -> set[Standing | None]:
    """What an actor counts as that has not spoken yet. Whoever announces a step that is still to
    come is named by then."""
    certain, possible = False, False
    for step in steps:
        if _standing(step) in TAKING_PART:
            certain |= step.has_come(day) or step.known <= day
            possible |= step.can_have_come(day) and not step.row["stage"]
    if certain:
        return {Standing.NAMED}
    return {Standing.NAMED, None} if possible else {None}


def _standing(step: Step) -> Standing:
    return STANDINGS.get(step.row["stage"] or "", Standing.NAMED)


def _standing_on(step: Step, day: date) -> Standing:
    """What a step that has come counts as; what was in force until a day is not after it."""
    ended = step.row["stage"] == Stage.IN_FORCE and _ended(step, day)
    return Standing.LEFT if ended else _standing(step)


def _is_over(step: Step, day: date) -> bool:
    """Whether a suspension is over by itself, so that what was before holds again."""
    return step.row["stage"] == Stage.SUSPENDED and _ended(step, day)


def _ended(step: Step, day: date) -> bool:
    when = step.row["date"]
    end = dates.certainty.until(dates.parse(when["edtf"])) if when else None
    return bool(end and end.certainly and end.certainly < day)
