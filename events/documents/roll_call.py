"""Who takes part in a commitment on a day, who has said so, and who has not: from its document.

Of each actor, and in each domain by itself, the last step that has come counts. Where dates are not
fully known, several steps can be the last: then what is the same in all readings is certain, and
the rest possible. A step without a date was at some time between the beginning of the entry and
the publication of its source. What a source says of somebody gives way to its own word.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from events import dates
from events.documents.shapes import (
    Commitment,
    Counts,
    Date,
    NamedCounts,
    RollCallStage,
    Slug,
    Source,
)
from events.vocabulary import FORWARD, STANDINGS, TAKING_PART, Stage, Standing

# Said without a domain, these hold for every domain.
OF_EVERY_DOMAIN = frozenset({Standing.DECLINED, Standing.SUSPENDED, Standing.LEFT})
IN_ORDER = {stage.value: place for place, stage in enumerate(FORWARD)}


class Step(NamedTuple):
    """A row with the days on which it came: for certain from `certainly` on, possibly before, from
    `possibly` on. `known`: the day by which its source had named the actor."""

    row: RollCallStage
    place: int
    possibly: date
    certainly: date
    known: date

    def has_come(self, day: date) -> bool:
        return self.certainly <= day

    def can_have_come(self, day: date) -> bool:
        return self.possibly <= day

    def follows(self, other: "Step") -> bool:
        """Whether it came after another step for certain: by its date or, where either can be the
        later one, because it is further on the way, or is told after it."""
        if self.possibly > other.certainly or self.certainly < other.possibly:
            return self.possibly > other.certainly
        ours, theirs = (IN_ORDER.get(step.row["stage"] or "") for step in (self, other))
        if ours is not None and theirs is not None and ours != theirs:
            return ours > theirs
        same_day = (self.possibly, self.certainly) == (other.possibly, other.certainly)
        return same_day and self.place > other.place


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
            began = _began(row["date"]["edtf"])
            certainly = began.certainly or date.max
            return Step(row, place, began.possibly or date.min, certainly, known)
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
def _began(edtf: str) -> dates.certainty.Turn:
    """When something of this date began. Lists ask it of every row, and of the same few dates."""
    return dates.certainty.since(dates.parse(edtf))


def _of_all(domains: dict[str | None, list[Step]]) -> list[Step]:
    """What an actor has said without a domain, and means all of them."""
    return [step for step in domains.get(None, []) if _standing(step) in OF_EVERY_DOMAIN]


def _line(actor: Slug, domain: str | None, steps: Iterable[Step], day: date) -> Line:
    steps = tuple(sorted(steps, key=lambda step: (step.certainly, step.possibly, step.place)))
    said = [step for step in steps if step.row["stage"] and not _is_over(step, day)]
    come = [step for step in said if step.has_come(day)]
    last = [
        step
        for step in said
        if step.can_have_come(day) and not any(other.follows(step) for other in come)
    ]
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


def counted(lines: Collection[Line], day: date, said: Counts) -> Counts:
    """How many actors count as what on a day. `said`: counts that have what is reported."""
    sure, maybe = _counted(lines, Line.is_certainly), _counted(lines, Line.is_possibly)
    more: NamedCounts = {
        "named": maybe["named"] - sure["named"],
        "confirmed": maybe["confirmed"] - sure["confirmed"],
        "declined": maybe["declined"] - sure["declined"],
        "left": maybe["left"] - sure["left"],
    }
    reported = said["reported"]
    rest = None if reported is None else max(reported - sure["named"] - sure["left"], 0)
    return {
        "on": day.isoformat() if day < date.max else None,
        "reported": reported,
        "reported_low": said["reported_low"],
        "reported_high": said["reported_high"],
        **sure,
        "unknown": rest,
        "possible": more,
    }


def _counted(lines: Collection[Line], is_so: Callable[..., bool]) -> NamedCounts:
    def actors(*standings: Standing) -> set[Slug]:
        return {line.actor for line in lines if is_so(line, *standings)}

    named = actors(*TAKING_PART)
    return {
        "named": len(named),
        "confirmed": len(actors(Standing.CONFIRMED)),
        "declined": len(actors(Standing.DECLINED)),
        "left": len(actors(Standing.LEFT) - named),
    }


def counts_on(document: Commitment, day: date) -> Counts:
    """The counts of a document on a day."""
    return counted(RollCall.of(document).lines(day), day, document["counts"])
