"""All that is drawn of some entries, worked out once for the wide drawing and the narrow one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from events.presenting.drawing.chapters.cards import Card, card_of
from events.presenting.drawing.chapters.entries import (
    ActorNames,
    DrawnEntry,
    entries_of,
)
from events.presenting.drawing.chapters.promises import chains_of
from events.presenting.drawing.chapters.stances import StancePair, pairs_of
from events.presenting.drawing.scale import Window
from events.presenting.lists import Item
from events.presenting.wording import Links
from events.vocabulary import Kind

# More than any entry weighs.
SURE = 1000


@dataclass(frozen=True, slots=True)
class Scene:
    """`items`: the entries as lists have them, by number. `window`: the one that was chosen, if one
    was. `way`: the attributes of a link to a window; `beside`: those of links to entries.
    `marked`: the number of the entry that it is about, if it is about one."""

    entries: list[DrawnEntry]
    items: Sequence[Item]
    names: ActorNames
    pairs: list[StancePair]
    chains: list[list[DrawnEntry]]
    links: Links
    today: int
    window: Window | None
    way: Callable[[Window], str]
    beside: str
    marked: int | None = None
    cards: dict[int, Card] = field(default_factory=dict)

    def card(self, number: int) -> Card:
        """What the mark of an entry says: made once, for both drawings and each of its marks."""
        if number not in self.cards:
            self.cards[number] = card_of(self.items[number], self.links, self.beside)
        return self.cards[number]

    @property
    def last(self) -> str:
        """The last day that is shown, or today if that is earlier, as ISO text."""
        last = self.today if self.window is None else min(self.today, self.window.last)
        return date.fromordinal(last).isoformat()

    def aside(self, entry: int | None) -> str:
        """The attributes of a link to an entry, by its number."""
        current = ' aria-current="true"' if entry is not None and entry == self.marked else ""
        return self.beside + current

    def of_kind(self, kind: str) -> list[DrawnEntry]:
        return [entry for entry in self.entries if entry.kind == kind]

    @property
    def meetings(self) -> list[DrawnEntry]:
        return self.of_kind(Kind.SUMMIT)

    @property
    def by_id(self) -> dict[str, DrawnEntry]:
        return {entry.document["id"]: entry for entry in self.entries}


def scene_of(
    items: Sequence[Item],
    links: Links,
    today: int,
    window: Window | None,
    way: Callable[[Window], str],
    beside: str,
    marked: str = "",
) -> Scene:
    """`marked`: the id of the entry that the drawing is about."""
    entries = entries_of((item.document for item in items), links)
    about = next((entry for entry in entries if entry.document["id"] == marked), None)
    if about:
        # It has its mark and its name, whatever has none.
        about.weight += SURE
    names = ActorNames(entries, links.language)
    return Scene(
        entries,
        items,
        names,
        pairs_of(entries),
        chains_of(entries),
        links,
        today,
        window,
        way,
        beside,
        about.number if about else None,
    )
