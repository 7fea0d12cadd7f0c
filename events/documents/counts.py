"""How many actors a commitment has on a day, by what they count as: from its roll call.

The numbers add up: each of those reported is named, has confirmed it, has suspended it, takes part
no longer, or is unknown. So an actor counts as one of these only, by what is firmest among its
domains. Who has declined is none of the reported and counts apart, also where that is about one
domain.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from events.documents.roll_call import Line, RollCall
from events.documents.shapes import Commitment, Counted, Counts, NamedCounts, Slug
from events.vocabulary import TAKING_PART, Standing

# What the lines of an actor are that counts so, and what another one of them must not be.
COUNTED: dict[Counted, tuple[Standing, frozenset[Standing]]] = {
    "named": (Standing.NAMED, frozenset({Standing.CONFIRMED})),
    "confirmed": (Standing.CONFIRMED, frozenset()),
    "suspended": (Standing.SUSPENDED, TAKING_PART - {Standing.SUSPENDED}),
    "left": (Standing.LEFT, TAKING_PART),
    "declined": (Standing.DECLINED, frozenset()),
}
OF_THE_REPORTED: tuple[Counted, ...] = ("confirmed", "named", "suspended", "left")


class CountedActor(NamedTuple):
    """An actor with its lines, and what it counts as: for certain, and beside that possibly."""

    lines: Sequence[Line]
    surely: frozenset[Counted]
    perhaps: frozenset[Counted]

    def lines_of(self, name: Counted) -> list[Line]:
        """The lines behind what it counts as. Who takes part is shown with all that it gives."""
        takes_part = name in self.surely and name in OF_THE_REPORTED
        standings = {COUNTED[one][0] for one in (OF_THE_REPORTED if takes_part else (name,))}
        return [line for line in self.lines if line.is_possibly(*standings)]


def counted_actors(lines: Iterable[Line]) -> list[CountedActor]:
    """Each actor, in the order of its first line."""
    of: dict[Slug, list[Line]] = {}
    for line in lines:
        of.setdefault(line.actor, []).append(line)
    return [_counted_actor(own) for own in of.values()]


def _counted_actor(lines: Sequence[Line]) -> CountedActor:
    surely, perhaps = set[Counted](), set[Counted]()
    for name, (standing, others) in COUNTED.items():
        if not any(line.is_certainly(*others) for line in lines):
            if any(line.is_certainly(standing) for line in lines):
                surely.add(name)
            if any(line.is_possibly(standing) for line in lines):
                perhaps.add(name)
    takes_part = any(line.is_certainly(*TAKING_PART) for line in lines)
    if takes_part and not surely & {"named", "confirmed", "suspended"}:
        surely.add("named")  # whether by its own word is open
    return CountedActor(lines, frozenset(surely), frozenset(perhaps - surely))


def counted(lines: Iterable[Line], day: date, said: Counts) -> Counts:
    """How many count as what on a day. `said`: counts that have what is reported."""
    reported, actors = said["reported"], counted_actors(lines)
    surely = Counter(name for actor in actors for name in actor.surely)
    known = sum(surely[name] for name in OF_THE_REPORTED)
    return {
        "on": day.isoformat() if day < date.max else None,
        "reported": reported,
        "reported_low": said["reported_low"],
        "reported_high": said["reported_high"],
        **_numbers(surely),
        "unknown": None if reported is None else max(reported - known, 0),
        "possible": _numbers(Counter(name for actor in actors for name in actor.perhaps)),
    }


def counts_on(document: Commitment, day: date) -> Counts:
    """The counts of a document on a day."""
    return counted(RollCall.of(document).lines(day), day, document["counts"])


def _numbers(of: Mapping[Counted, int]) -> NamedCounts:
    return {
        "named": of["named"],
        "confirmed": of["confirmed"],
        "suspended": of["suspended"],
        "declined": of["declined"],
        "left": of["left"],
    }
