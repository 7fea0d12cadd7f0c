"""Who stood where on each of several days, and who moved in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.presenting.positions.camps import is_held
from events.presenting.positions.ending import ending
from events.presenting.wording import Links, Term, Text, closed_lists, flagged_by_code, text
from events.public import Cell, HeldThrough
from events.words import normalise

# What can be said of an actor on a topic, in the order in which it is shown. Whoever is first on
# record in between need not have changed anything.
GROUPS = ("moved", "first", "same", "perhaps")


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """What an actor held on a day: one stance that is certain, or all that are possible. `said`: of
    when it is, at `url`; `ending`: that it has ended, or may have."""

    stances: list[Term]
    certain: bool
    said: Text
    url: str
    ending: Term | None


@dataclass(frozen=True, slots=True)
class ThroughRow:
    """An actor on a topic; a place for each day, None where nothing is on record."""

    actor: Text
    topic: Text
    url: str
    places: list[HeldPlace | None]


@dataclass(frozen=True, slots=True)
class ThroughGroup:
    key: str
    rows: list[ThroughRow]


def through(found: HeldThrough, days: Sequence[date], links: Links) -> list[ThroughGroup]:
    """A row for each actor and topic, by how they moved; groups without a row are left out."""
    held: list[dict[tuple[str, str], list[Cell]]] = []
    for day in days:
        of_day: dict[tuple[str, str], list[Cell]] = {}
        for cell in found.on[day]:
            of_day.setdefault((cell.actor, cell.topic), []).append(cell)
        held.append(of_day)
    rows: dict[str, list[ThroughRow]] = {key: [] for key in GROUPS}
    for pair in dict.fromkeys(pair for of_day in held for pair in of_day):
        actor, topic = pair
        cells = [of_day.get(pair, []) for of_day in held]
        places = [
            _place(some, links, day) if some else None
            for some, day in zip(cells, days, strict=True)
        ]
        one = next(cell for of_day in cells for cell in of_day)
        rows[group(cells)].append(
            ThroughRow(
                flagged_by_code(text(found.actors[actor]), one.position["country"]),
                text(found.topics[topic]),
                links.cell(actor, topic),
                places,
            )
        )
    return [ThroughGroup(key, sorted(some, key=_by_topic)) for key, some in rows.items() if some]


def group(days: Sequence[Sequence[Cell]]) -> str:
    """What can be said of the cells of an actor on a topic, day by day."""
    stances = [_certain(cells) for cells in days]
    known = [stance for stance in stances if stance]
    if not any(stance for stance in known if stance != "none"):
        return "perhaps"
    if len(dict.fromkeys(known)) > 1 and known[0] != "none":
        return "moved"
    held = [stance for stance in known if stance != "none"]
    if len(set(held)) > 1:
        return "moved"
    if len(held) == len(stances):
        return "same"
    return "first" if not stances[0] or stances[0] == "none" else "perhaps"


def _certain(cells: Sequence[Cell]) -> str:
    """The stance that holds for certain; “none” if it is certain that the last one does no longer;
    empty if nothing is certain."""
    if not cells or not cells[0].certain:
        return ""
    return "none" if cells[0].ended or not is_held(cells[0]) else cells[0].stance


def _place(cells: Sequence[Cell], links: Links, day: date) -> HeldPlace:
    first = cells[0]
    position = first.position
    return HeldPlace(
        [closed_lists.stance(stance) for stance in dict.fromkeys(cell.stance for cell in cells)],
        first.certain,
        text(position["date"]["label"]),
        links.entry(position["entry"]["slug"]),
        ending(position["date"], first.stance, day) if len(cells) == 1 else None,
    )


def _by_topic(row: ThroughRow) -> tuple[str, str]:
    return normalise(row.topic.plain), normalise(row.actor.plain)
