"""What stands beside an entry in the order of the timeline, which need not be that of the events: a
vague date has one place in it. Among all entries, and among those on each of its topics."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from events.documents.shapes import Document, Texts
from events.presenting.lists import item
from events.presenting.wording import Links, Text, text


@dataclass(frozen=True, slots=True)
class NextEntry:
    """`age`: of a position, how long ago it was taken."""

    url: str
    title: Text
    date: Text
    age: str


@dataclass(frozen=True, slots=True)
class BesideEntry:
    """What an entry stands in the course of. `topic`: its name; empty for everything on record."""

    topic: Text
    topic_url: str
    before: NextEntry | None
    after: NextEntry | None


def courses(
    found: Iterable[tuple[str, Document | None, Document | None]],
    names: Mapping[str, Texts],
    links: Links,
) -> list[BesideEntry]:
    """Those that lead anywhere. `found`: for everything (an empty text) and for topics by their
    short names what comes before and after; `names`: of the topics. A topic on which the same comes
    before and after as in all is left out."""
    told: list[BesideEntry] = []
    seen: set[tuple[str, str]] = set()
    for topic, before, after in found:
        leads = (before["slug"] if before else "", after["slug"] if after else "")
        if leads in seen or not any(leads):
            continue
        seen.add(leads)
        told.append(
            BesideEntry(
                text(names[topic]) if topic else Text.of(""),
                links.topic(topic) if topic else "",
                _neighbour(before, links),
                _neighbour(after, links),
            )
        )
    return told


def _neighbour(document: Document | None, links: Links) -> NextEntry | None:
    if document is None:
        return None
    listed = item(document, links)
    return NextEntry(listed.url, listed.title, listed.label, listed.age)
