"""A topic as a row of tiles: one for each actor that holds a position on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from events.documents.shapes import Actor, Texts
from events.presenting.positions.camps import by_topic, by_weight, contested, is_held
from events.presenting.wording import Links, Term, Text, closed_lists, text
from events.public import Cell
from events.vocabulary import Stance

# A position as old as that is drawn as an outline.
LATELY = timedelta(days=90)
# Of more actors, tiles have no room for letters: on a phone, and on a wide screen.
MOST_NARROW = 18
MOST_WIDE = 32
# Of more, only the numbers are told.
MOST_TILES = 60
LONGEST_CODE = 4


@dataclass(frozen=True, slots=True)
class ActorTile:
    """`look`: lately, before, or undated where nobody knows the day."""

    name: Text
    code: str
    look: str


@dataclass(frozen=True, slots=True)
class Group:
    """Those who take one stance, the newest positions first. `number`: how many there are."""

    stance: Term
    number: int
    tiles: list[ActorTile]


@dataclass(frozen=True, slots=True)
class TileRow:
    """`size`: a class name by how many tiles there are."""

    topic: Text
    url: str
    groups: list[Group]
    size: str


def most_contested(cells: Iterable[Cell], topics: Mapping[str, Texts]) -> str | None:
    """The topic on which the smaller of the two sides is largest; None if none has two sides."""
    found = by_topic(cell for cell in cells if cell.certain and is_held(cell))
    both = [topic for topic in by_weight(found, topics) if contested(found[topic])]
    return max(both, key=lambda topic: _smaller_side(found[topic]), default=None)


def tile_row(
    topic: str,
    cells: Iterable[Cell],
    actors: Mapping[str, Actor],
    names: tuple[Mapping[str, Texts], Mapping[str, Texts]],
    links: Links,
) -> TileRow:
    """`actors`: the records of those on it; `names`: of actors and topics, by slug."""
    held = [cell for cell in cells if cell.topic == topic and cell.certain and is_held(cell)]
    # A person counts with whom it represents.
    holders = {(cell.actor, cell.stance) for cell in held}
    behind = {slug: actor["represents"] for slug, actor in actors.items()}
    held = [cell for cell in held if (behind.get(cell.actor), cell.stance) not in holders]
    held.sort(key=lambda cell: cell.known_by or date.min, reverse=True)
    by_stance: dict[str, list[Cell]] = {}
    for cell in held:
        by_stance.setdefault(cell.stance, []).append(cell)
    day = date.fromisoformat(links.day)
    groups = [
        Group(
            closed_lists.stance(stance),
            len(by_stance[stance]),
            [_tile(cell, actors.get(cell.actor), names[0], day) for cell in by_stance[stance]]
            if len(held) <= MOST_TILES
            else [],
        )
        for stance in Stance.values
        if stance in by_stance
    ]
    return TileRow(text(names[1][topic]), links.topic(topic), groups, _size(len(held)))


def _smaller_side(cells: Iterable[Cell]) -> int:
    stances = [cell.stance for cell in cells]
    against = stances.count(Stance.OPPOSES)
    return min(against, stances.count(Stance.SUPPORTS) + stances.count(Stance.CONDITIONAL))


def _tile(cell: Cell, actor: Actor | None, names: Mapping[str, Texts], day: date) -> ActorTile:
    name = text(names[cell.actor])
    look = "undated" if cell.day is None else "lately" if day - cell.day <= LATELY else "before"
    return ActorTile(name, _code(actor, name), look)


def _code(actor: Actor | None, name: Text) -> str:
    """Its code of ISO 3166, or the first letters of the words of its name."""
    if actor and actor["country"] and actor["kind"] != "person":
        return actor["country"][-LONGEST_CODE:]
    letters = [word[0] for word in name.plain.split() if word[0].isupper()]
    return "".join(letters[:LONGEST_CODE]) if len(letters) > 1 else name.plain[:3]


def _size(number: int) -> str:
    if number > MOST_WIDE:
        return "many"
    return "some" if number > MOST_NARROW else "few"
