"""Who stands where, topic by topic."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from events.documents.shapes import Texts
from events.presenting.positions.ending import ending
from events.presenting.wording import (
    Links,
    Term,
    Text,
    ago,
    began,
    closed_lists,
    flagged_by_code,
    text,
)
from events.public import Cell
from events.vocabulary import Basis, Stance
from events.words import normalise

FOR = (Stance.SUPPORTS, Stance.CONDITIONAL)
# How many members of a camp are named.
MOST_HOLDERS = 12

Names = Mapping[str, Texts]


@dataclass(frozen=True, slots=True)
class Holder:
    """`age`: how long ago it was taken. `certain`: it holds the position on the day for certain,
    and not only possibly; `ending`: because it may have ended. `inferred`: said of a position that
    the editors infer."""

    name: Text
    url: str
    since: str
    age: str
    certain: bool
    ending: Term | None
    inferred: Term | None


@dataclass(slots=True)
class Camp:
    """Those who take the same stance on a topic. `more`: how many of them are not named here."""

    stance: Term
    holders: list[Holder]
    more: int = 0


@dataclass(frozen=True, slots=True)
class TopicCamps:
    """`contested`: somebody is for it and somebody against."""

    topic: Text
    url: str
    camps: list[Camp]
    contested: bool


def standings(
    actors: Names, topics: Names, cells: Iterable[Cell], links: Links, limit: int | None = None
) -> list[TopicCamps]:
    """The first topics of the matrix, in the order of `by_weight`. Who has taken a position back
    is in no camp."""
    found, day = by_topic(filter(is_held, cells)), date.fromisoformat(links.day)
    return [
        TopicCamps(
            text(topics[slug]),
            links.topic(slug),
            [_camp(stance, held, actors, links, day) for stance, held in _camps(found[slug])],
            contested(found[slug]),
        )
        for slug in by_weight(found, topics)[:limit]
    ]


def is_held(cell: Cell) -> bool:
    """Whether the actor holds this position, rather than that it has ended or was taken back."""
    return not cell.ended and cell.stance != Stance.TAKEN_BACK


def by_topic(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(cell.topic, []).append(cell)
    return found


def by_weight(cells: Mapping[str, list[Cell]], topics: Names) -> list[str]:
    """The topics: contested ones first, then those on which the most actors take a stand."""
    return sorted(
        cells,
        key=lambda topic: (
            not contested(cells[topic]),
            -len({cell.actor for cell in cells[topic] if is_held(cell)}),
            normalise(text(topics[topic]).plain),
        ),
    )


def contested(cells: Iterable[Cell]) -> bool:
    stances = {cell.stance for cell in cells if cell.certain and is_held(cell)}
    return Stance.OPPOSES in stances and not stances.isdisjoint(FOR)


def _camps(cells: Iterable[Cell]) -> list[tuple[str, list[Cell]]]:
    """Of several positions of an actor with one stance, which are possible, the first stands."""
    camps: dict[str, dict[str, Cell]] = {}
    for cell in cells:
        camps.setdefault(cell.stance, {}).setdefault(cell.actor, cell)
    return [(stance, [*camps[stance].values()]) for stance in Stance.values if stance in camps]


def _camp(stance: str, cells: list[Cell], actors: Names, links: Links, day: date) -> Camp:
    in_order = sorted(cells, key=lambda cell: normalise(text(actors[cell.actor]).plain))
    holders = []
    for cell in in_order[:MOST_HOLDERS]:
        position = cell.position
        since = text(position["date"]["label"]).plain
        basis = position["basis"]
        holders.append(
            Holder(
                flagged_by_code(text(actors[cell.actor]), position["country"]),
                links.entry(position["entry"]["slug"]),
                since,
                ago(began(position["date"]), day),
                cell.certain,
                ending(position["date"], cell.stance, day),
                closed_lists.basis(basis) if basis == Basis.INFERRED else None,
            )
        )
    return Camp(closed_lists.stance(stance), holders, max(len(cells) - MOST_HOLDERS, 0))
