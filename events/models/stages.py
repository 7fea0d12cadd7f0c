"""How the stages of one actor follow each other, as far as their dates say."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from events import dates
from events.models.roll_call import RollCallStage
from events.vocabulary import FORWARD, STANDINGS, Stage, Standing

Numbered = tuple[int, RollCallStage]

IN_ORDER = {stage.value: place for place, stage in enumerate(FORWARD)}
# Said without a domain, these hold for every domain.
OF_EVERY_DOMAIN = frozenset({Standing.DECLINED, Standing.SUSPENDED, Standing.LEFT})


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
    first, second = _began(one), _began(other)
    if not first or not second or not first.certainly or not second.possibly:
        return False
    return first.certainly < second.possibly


def on_one_day(one: RollCallStage, other: RollCallStage) -> bool:
    """Whether both are of the same day, and of no longer time."""
    first, second = _began(one), _began(other)
    return bool(first and first == second and first.certainly == first.possibly)


def is_forward(row: RollCallStage) -> bool:
    return row.stage in IN_ORDER


def is_end(row: RollCallStage) -> bool:
    return row.stage in (Stage.ENDED, Stage.WITHDRAWN, Stage.SUSPENDED)


def _began(row: RollCallStage) -> dates.Turn | None:
    try:
        return dates.certainty.since(dates.parse(row.date)) if row.date else None
    except dates.DateError:
        return None
