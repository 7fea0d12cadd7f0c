"""What changed in the matrix from one day to another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy

from events.documents.shapes import Document
from events.presenting.parts import CitedSource, sources
from events.presenting.positions.camps import Names, is_held
from events.presenting.positions.ending import ending
from events.presenting.wording import (
    Dated,
    Links,
    Term,
    Text,
    closed_lists,
    dated,
    flagged_by_code,
    text,
)
from events.public import Cell


class ChangeKind(StrEnum):
    """How a cell differs from what it was. Only the first two are a change of somebody's mind; what
    is first on record may have been so for long. In the order in which they are shown."""

    CHANGED = "changed"
    TAKEN_BACK = "taken-back"
    FIRST = "first"
    ENDED = "ended"
    PERHAPS = "perhaps"
    AGAIN = "again"
    UNCHANGED = "unchanged"


HEADINGS = {
    ChangeKind.CHANGED: gettext_lazy("Changed"),
    ChangeKind.TAKEN_BACK: gettext_lazy("Taken back"),
    ChangeKind.FIRST: gettext_lazy("First on record"),
    ChangeKind.ENDED: gettext_lazy("Ended"),
    ChangeKind.PERHAPS: gettext_lazy("Perhaps changed: the day is not known"),
    ChangeKind.AGAIN: gettext_lazy("Said again"),
    ChangeKind.UNCHANGED: gettext_lazy("Unchanged"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell on both days. `before`: None if nothing was certain; of an end, `now` is the position
    that has ended. `possible`: whether something was possible on the first day."""

    turn: ChangeKind
    before: Cell | None
    now: Cell
    possible: bool = True


@dataclass(frozen=True, slots=True)
class EarlierStance:
    """What was so before: the position, from when it is, and where it is written."""

    stance: Term
    basis: Term | None
    date: Dated
    title: Text
    entry_url: str
    source: CitedSource | None


@dataclass(frozen=True, slots=True)
class MatrixChange:
    """`said`: the position before, where that is another entry. `possible`: whether the first day
    can have had one."""

    turn: ChangeKind
    order: int
    actor: Text
    topic: Text
    url: str
    before: Term | None
    possible: bool
    said: EarlierStance | None
    now: Term
    basis: Term | None
    certain: bool
    ending: Term | None
    date: Dated
    title: Text
    entry_url: str
    source: CitedSource | None


def differences(before: Iterable[Cell], now: Iterable[Cell]) -> list[Difference]:
    """The cells of which something is certain on one of the days, in the order of `ChangeKind`, and
    then the latest positions first."""
    held, holding = _by_pair(before), _by_pair(now)
    found = [
        difference
        for pair in {**held, **holding}
        if (difference := _difference(held.get(pair, []), holding.get(pair, [])))
    ]
    turns = list(ChangeKind)
    return sorted(
        found, key=lambda one: (turns.index(one.turn), -one.now.sort, one.now.topic, one.now.actor)
    )


def _by_pair(cells: Iterable[Cell]) -> dict[tuple[str, str], list[Cell]]:
    found: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        found.setdefault((cell.actor, cell.topic), []).append(cell)
    return found


def _difference(before: Sequence[Cell], now: Sequence[Cell]) -> Difference | None:
    """`before` and `now`: of one pair, one that is certain or several that are possible."""
    was = before[0] if before and before[0].certain else None
    if not now:
        return Difference(ChangeKind.ENDED, was, was) if was and is_held(was) else None
    last = now[0]
    if not last.certain:
        # What was possible before is no news; that it may have ended since is.
        return Difference(ChangeKind.PERHAPS, was, last) if was else None
    if was is None:
        # It may have been another one on the first day, or this one already.
        others = any(cell.stance != last.stance for cell in before)
        first = ChangeKind.FIRST if is_held(last) else ChangeKind.TAKEN_BACK
        return Difference(ChangeKind.PERHAPS if others else first, None, last, bool(before))
    if was.seq == last.seq:
        # What was taken back before is held on neither day.
        return Difference(ChangeKind.UNCHANGED, was, last) if is_held(last) else None
    if was.stance == last.stance:
        return Difference(ChangeKind.AGAIN, was, last)
    return Difference(ChangeKind.CHANGED if is_held(last) else ChangeKind.TAKEN_BACK, was, last)


def changes(
    differences: Iterable[Difference],
    actors: Names,
    topics: Names,
    documents: Mapping[str, Document],
    links: Links,
    on: date,
) -> list[MatrixChange]:
    """`documents`: those of the positions (`entries_of`), by the id of the entry; `on`: the second
    day."""
    found = []
    for one in differences:
        position = one.now.position
        document = documents[position["entry"]["id"] or ""]
        found.append(
            MatrixChange(
                turn=one.turn,
                order=list(ChangeKind).index(one.turn),
                actor=flagged_by_code(text(actors[one.now.actor]), position["country"]),
                topic=text(topics[one.now.topic]),
                url=links.cell(one.now.actor, one.now.topic),
                before=closed_lists.stance(one.before.stance) if one.before else None,
                possible=one.possible,
                said=_side(one, documents, links),
                now=closed_lists.stance(one.now.stance),
                basis=closed_lists.basis(position["basis"]),
                certain=one.now.certain,
                ending=ending(position["date"], one.now.stance, on),
                date=dated(document["date"]),
                title=text(document["title"]),
                entry_url=links.entry(document["slug"]),
                source=_cited(document, links),
            )
        )
    return found


def entries_of(differences: Iterable[Difference]) -> set[str]:
    """The ids of the entries that say so."""
    cells = [cell for one in differences for cell in (one.before, one.now) if cell]
    return {cell.position["entry"]["id"] or "" for cell in cells}


def _side(one: Difference, documents: Mapping[str, Document], links: Links) -> EarlierStance | None:
    if one.before is None or one.before.seq == one.now.seq:
        return None
    position = one.before.position
    document = documents[position["entry"]["id"] or ""]
    return EarlierStance(
        closed_lists.stance(one.before.stance),
        closed_lists.basis(position["basis"]),
        dated(document["date"]),
        text(document["title"]),
        links.entry(document["slug"]),
        _cited(document, links),
    )


def _cited(document: Document, links: Links) -> CitedSource | None:
    """The first source that bears an entry out."""
    return next((source for source in sources(document, links) if not source.contradicts), None)
