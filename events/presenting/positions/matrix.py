"""The matrix as a table that fits on a page: topics down the side, actors across."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from events.presenting.parts import SourceLine, source_line
from events.presenting.positions.camps import Names, by_topic, by_weight, contested, is_held
from events.presenting.positions.committed import Committed
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

# How many topics and actors are on one page.
TOPICS = 20
ACTORS = 8
# How many places a slider has; with more days than this, it has one place per month.
MOST_STOPS = 400


@dataclass(frozen=True, slots=True)
class FilledPlace:
    """A filled cell. `stances`: one that is certain, or all that are possible; `bases`: how these
    are known, as far as that is recorded; `age`: how long ago they were taken. `new`: the position
    was taken on this very day. `taken_back`: when the last one was, if that is certain; `ending`:
    that it has ended, or may have. `source`: who says so, of the first position."""

    actor: Text
    stances: list[Term]
    bases: list[Term]
    certain: bool
    url: str
    new: bool
    age: str = ""
    taken_back: str = ""
    ending: Term | None = None
    source: SourceLine | None = None


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    name: Text
    url: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """`places`: one for each column, None if nothing is on record. `committed`: what has been
    promised on the topic, None for nothing."""

    topic: Text
    url: str
    contested: bool
    committed: Committed | None
    places: list[FilledPlace | None]


@dataclass(frozen=True, slots=True)
class PageRange:
    """A part of a longer list: page `number` of `pages`, with items `first` to `last`
    of `total`."""

    number: int
    pages: int
    first: int
    last: int
    total: int

    @classmethod
    def of(cls, total: int, number: int, size: int) -> "PageRange":
        """The page with this number, or the first one if there is no such page."""
        pages = max(-(-total // size), 1)
        number = number if 1 <= number <= pages else 1
        first = (number - 1) * size
        return cls(number, pages, min(first + 1, total), min(first + size, total), total)


@dataclass(frozen=True, slots=True)
class Table:
    """`filled`: in how many cells a position is held, on all pages together."""

    columns: list[MatrixColumn]
    rows: list[MatrixRow]
    actors: PageRange
    topics: PageRange
    filled: int


def table(
    actors: Names,
    topics: Names,
    cells: Iterable[Cell],
    links: Links,
    on: date,
    pages: tuple[int, int] = (1, 1),
    promised: Mapping[str, Committed] | None = None,
    ended: Iterable[Cell] = (),
) -> Table:
    """The page of the matrix with these numbers, of topics and of actors.

    Contested topics come first, then those on which the most actors take a stand; actors are
    ordered by how many stands they take. `promised`: commitments by the slug of their topic;
    `ended`: cells in which the last position has.
    """
    found = by_topic([*cells, *ended])
    every = [cell for row in found.values() for cell in row]
    held = Counter(dict.fromkeys((cell.actor for cell in every), 0))
    held.update(
        actor for actor, _topic in {(one.actor, one.topic) for one in every if is_held(one)}
    )
    order = sorted(held, key=lambda slug: (-held[slug], normalise(text(actors[slug]).plain)))
    topic_window = PageRange.of(len(found), pages[0], TOPICS)
    actor_window = PageRange.of(len(order), pages[1], ACTORS)
    shown = order[max(actor_window.first - 1, 0) : actor_window.last]
    one_of = {cell.actor: cell for cell in every}
    names = {
        slug: flagged_by_code(text(actors[slug]), one_of[slug].position["country"])
        for slug in shown
    }
    rows = by_weight(found, topics)[max(topic_window.first - 1, 0) : topic_window.last]
    return Table(
        [MatrixColumn(name, links.actor(slug)) for slug, name in names.items()],
        [
            MatrixRow(
                text(topics[slug]),
                links.topic(slug),
                contested(found[slug]),
                (promised or {}).get(slug),
                _places(found[slug], names, links, on),
            )
            for slug in rows
        ],
        actor_window,
        topic_window,
        held.total(),
    )


def legend() -> list[Term]:
    return [closed_lists.stance(stance) for stance in Stance.values]


def bases(table: Table) -> list[Term]:
    """Those that the cells of the table have, in the order of the list."""
    found = {basis for row in table.rows for place in row.places if place for basis in place.bases}
    return sorted(found, key=lambda term: Basis.values.index(term.value))


def only(
    cells: Iterable[Cell], actors: Collection[str] = (), topics: Collection[str] = ()
) -> list[Cell]:
    """The cells of these actors and topics; without actors or topics, of all."""
    return [
        cell
        for cell in cells
        if (not actors or cell.actor in actors) and (not topics or cell.topic in topics)
    ]


def stops(days: Sequence[date], first: date, last: date, *others: date) -> list[date]:
    """The places of a slider: the days or, if `days` is empty because there are too many, the ends
    of months or years from the first day to the last. `others` are among them too."""
    found = list(days) or [day for day in _ends(first, last) if first <= day < last]
    return sorted({*found, last, *others})


def _ends(first: date, last: date) -> Iterable[date]:
    """The last day of each month, or of each year if there are too many months."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = 1 if months <= MOST_STOPS else 12
    start = first.year * 12 + first.month if step == 1 else first.year * 12 + 12
    for month in range(start, last.year * 12 + last.month, step):
        yield date(month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _places(
    cells: Iterable[Cell], names: dict[str, Text], links: Links, on: date
) -> list[FilledPlace | None]:
    held: dict[str, list[Cell]] = {}
    for cell in cells:
        held.setdefault(cell.actor, []).append(cell)
    return [
        _place(held[slug], name, links, on) if slug in held else None
        for slug, name in names.items()
    ]


def _place(cells: Sequence[Cell], name: Text, links: Links, on: date) -> FilledPlace:
    first = cells[0]
    taken_back = first.certain and first.stance == Stance.TAKEN_BACK
    positions = [cell.position for cell in cells]
    source = positions[0]["source"]
    bases = dict.fromkeys(position["basis"] for position in positions)
    ages = dict.fromkeys(ago(began(position["date"]), on) for position in positions)
    # Of several that can hold, one without an age may have been taken at any time.
    age = " / ".join(ages) if all(ages) else ""
    return FilledPlace(
        name,
        [closed_lists.stance(stance) for stance in dict.fromkeys(cell.stance for cell in cells)],
        [term for basis in bases if (term := closed_lists.basis(basis))],
        first.certain,
        links.cell(first.actor, first.topic),
        first.certain and not first.ended and first.day == on,
        age,
        text(positions[0]["date"]["label"]).plain if taken_back else "",
        ending(positions[0]["date"], first.stance, on) if len(cells) == 1 else None,
        source_line(source, links.entry(positions[0]["entry"]["slug"]), links) if source else None,
    )
