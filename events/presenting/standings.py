"""Who stands where, topic by topic."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from events.presenting import words
from events.presenting.links import Links
from events.presenting.texts import Text, text
from events.presenting.words import Word
from events.vocabulary import Stance

FOR = (Stance.SUPPORTS, Stance.CONDITIONAL)


class Cell(Protocol):
    """A filled cell of the matrix, as `events.public` gives it."""

    @property
    def actor(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def stance(self) -> str: ...
    @property
    def document(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Holder:
    name: Text
    url: str
    since: str


@dataclass(slots=True)
class Camp:
    """Those who take the same stance on a topic."""

    stance: Word
    holders: list[Holder]


@dataclass(frozen=True, slots=True)
class Standing:
    """`contested`: somebody is for it and somebody against."""

    topic: Text
    url: str
    camps: list[Camp]
    contested: bool


def standings(
    actors: Mapping[str, Mapping[str, str]],
    topics: Mapping[str, Mapping[str, str]],
    cells: Iterable[Cell],
    links: Links,
) -> list[Standing]:
    """The matrix by topic: contested ones first, then those on which most take a stand."""
    found: dict[str, dict[str, Camp]] = {}
    names = {slug: text(name) for slug, name in actors.items()}
    for cell in cells:
        camps = found.setdefault(cell.topic, {})
        if cell.stance not in camps:
            camps[cell.stance] = Camp(words.stance(cell.stance), [])
        since = text(cell.document["date"]["label"]).plain
        holder = Holder(names[cell.actor], links.entry(cell.document["slug"]), since)
        camps[cell.stance].holders.append(holder)
    order = list(Stance.values)
    result = [
        Standing(
            text(topics[slug]),
            links.timeline(("kind", "position"), ("topic", slug)),
            [camps[stance] for stance in sorted(camps, key=order.index)],
            Stance.OPPOSES in camps and not camps.keys().isdisjoint(FOR),
        )
        for slug, camps in found.items()
    ]
    return sorted(result, key=_weight)


def _weight(standing: Standing) -> tuple[bool, int, str]:
    held = sum(len(camp.holders) for camp in standing.camps)
    return not standing.contested, -held, standing.topic.plain
