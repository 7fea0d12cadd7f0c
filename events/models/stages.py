"""How the stages of one actor follow each other, as far as their dates say."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from events import dates
from events.models.roll_call import RollCallStage
from events.models.times import read_date
from events.vocabulary import IN_ORDER, OF_EVERY_DOMAIN, STANDINGS, Stage

Numbered = tuple[int, RollCallStage]


def lines(rows: Iterable[RollCallStage]) -> list[list[Numbered]]:
    """The rows of each actor in each of its domains, with their places among all of them."""
    numbered = [(number, row) for number, row in enumerate(rows) if row.stage]
    found: dict[tuple[int, int | None], list[Numbered]] = {}
    for number, row in numbered:
        found.setdefault((row.actor_id, row.domain_id), []).append((number, row))
    for (actor, domain), line in found.items():
        if domain:
            line += [
                (number, row)
                for number, row in found.get((actor, None), [])
                if STANDINGS[row.stage] in OF_EVERY_DOMAIN
            ]
    return [sorted(line, key=lambda item: item[0]) for line in found.values()]


def pairs(rows: Iterable[RollCallStage]) -> Iterator[tuple[Numbered, Numbered]]:
    """Any two stages of one actor in one domain, each pair once."""
    seen: set[tuple[int, int]] = set()
    for line in lines(rows):
        for one, other in combinations(line, 2):
            if (one[0], other[0]) not in seen:
                seen.add((one[0], other[0]))
                yield one, other


def is_before(one: RollCallStage, other: RollCallStage) -> bool:
    """Whether the one came before the other for certain."""
    first, second = read_date(one.date), read_date(other.date)
    return bool(first and second and dates.certainty.precedes(first, second))


def on_one_day(one: RollCallStage, other: RollCallStage) -> bool:
    """Whether both are of the same day, and no times say which came first."""
    first, second = read_date(one.date), read_date(other.date)
    if not first or not second:
        return False
    began = dates.certainty.since(first)
    if began != dates.certainty.since(second) or began.certainly != began.possibly:
        return False
    instants = dates.certainty.instants_of(first, second)
    return instants is None or instants[0] == instants[1]


def is_forward(row: RollCallStage) -> bool:
    return row.stage in IN_ORDER


def is_end(row: RollCallStage) -> bool:
    return row.stage in (Stage.ENDED, Stage.WITHDRAWN, Stage.SUSPENDED)
