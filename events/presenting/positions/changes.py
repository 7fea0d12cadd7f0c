"""What changed in the matrix from one day to another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from events.documents.shapes import Document
from events.presenting.parts import CitedSource, sources
from events.presenting.positions.camps import Names
from events.presenting.wording import Dated, Links, Term, Text, closed_lists, dated, text
from events.public import Cell


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell in which another position holds than before. `before`: None if there was none."""

    before: Cell | None
    now: Cell

    @property
    def repeated(self) -> bool:
        """Did the actor only repeat its stance?"""
        return self.before is not None and self.before.stance == self.now.stance


@dataclass(frozen=True, slots=True)
class MatrixChange:
    actor: Text
    topic: Text
    url: str
    before: Term | None
    now: Term
    repeated: bool
    date: Dated
    title: Text
    entry_url: str
    source: CitedSource | None


def differences(before: Iterable[Cell], now: Iterable[Cell]) -> list[Difference]:
    """The cells that differ, latest positions first."""
    held = {(cell.actor, cell.topic): cell for cell in before}
    found = []
    for cell in now:
        earlier = held.get((cell.actor, cell.topic))
        if earlier is None or earlier.seq != cell.seq:
            found.append(Difference(earlier, cell))
    return sorted(found, key=lambda one: (-one.now.day.toordinal(), one.now.topic, one.now.actor))


def changes(
    differences: Iterable[Difference],
    actors: Names,
    topics: Names,
    documents: Mapping[str, Document],
    links: Links,
) -> list[MatrixChange]:
    """`documents`: those of the positions that hold now, by the slug of the entry."""
    found = []
    for one in differences:
        position = one.now.position
        document = documents[position["entry"]]
        cited = [source for source in sources(document) if not source.contradicts]
        found.append(
            MatrixChange(
                actor=text(actors[one.now.actor]),
                topic=text(topics[one.now.topic]),
                url=links.cell(one.now.actor, one.now.topic),
                before=closed_lists.stance(one.before.stance) if one.before else None,
                now=closed_lists.stance(one.now.stance),
                repeated=one.repeated,
                date=dated(document["date"]),
                title=text(document["title"]),
                entry_url=links.entry(document["slug"]),
                source=cited[0] if cited else None,
            )
        )
    return found
