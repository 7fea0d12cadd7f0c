"""The ways on from an entry: to those that name it, to what its actors have said on its topics, and
to what stands beside it in the order of the timeline, which need not be that of the events: a vague
date has one place in it. Among all entries, and among those on each of its topics."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.documents.reading import event_of, records
from events.documents.shapes import Document, Texts
from events.presenting.lists import item
from events.presenting.parts import in_role
from events.presenting.wording import Links, Text, joined, text
from events.vocabulary import Naming, Role

# What an entry of any kind can be to those that name it. What else is named is shown where it
# belongs: what was committed at a meeting, what followed it, what restates a commitment.
NAMED_AS = {
    Naming.ANSWERED_BY: gettext_lazy("Answers"),
    Naming.RESTS_ON: gettext_lazy("In the state of play"),
    Naming.SHOWS: gettext_lazy("In a walk"),
}
MOST_CELLS = 6


@dataclass(frozen=True, slots=True)
class NextEntry:
    """`age`: of a position, how long ago it was taken."""

    url: str
    title: SafeString
    date: Text
    age: str


@dataclass(frozen=True, slots=True)
class WayOn:
    """`label`: what the entry is to those."""

    label: str
    entries: list[NextEntry]


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


def ways_on(
    document: Document, naming: Mapping[str, Iterable[Document]], links: Links
) -> list[WayOn]:
    """`naming`: by what it is to them, the entries that name it."""
    ways = [
        WayOn(str(label), [_found(one, links) for one in naming[role]])
        for role, label in NAMED_AS.items()
    ]
    ways.append(WayOn(_("Over time"), _cells(document, links)))
    return [way for way in ways if way.entries]


def disputes(
    document: Document,
    named: Mapping[str, Document],
    contradicted_by: Iterable[Document],
    links: Links,
) -> list[WayOn]:
    """The entries that it contradicts, and those that contradict it. `named`: the entries that it
    names, by id, as far as they stand."""
    event = event_of(document)
    told = event["contradicts"] if event else []
    contradicts = [named[link["id"]] for link in told if link["id"] and link["id"] in named]
    found = [
        WayOn(_("It contradicts"), [_found(one, links) for one in contradicts]),
        WayOn(_("Contradicted by"), [_found(one, links) for one in contradicted_by]),
    ]
    return [way for way in found if way.entries]


def _cells(document: Document, links: Links) -> list[NextEntry]:
    """Of a position: all that its actors have said on its topics."""
    if document["kind"] != "position":
        return []
    holders = {one["represents"] or one["slug"]: one for one in in_role(document, Role.HOLDER)}
    names = {slug: record["name"] for slug, record in records(document).items()}
    return [
        NextEntry(
            links.cell(slug, topic["slug"]),
            joined([text(names.get(slug) or actor["name"]), text(topic["name"])], ": "),
            Text.of(""),
            "",
        )
        for slug, actor in holders.items()
        for topic in document["topics"]
    ][:MOST_CELLS]


def _neighbour(document: Document | None, links: Links) -> NextEntry | None:
    if document is None:
        return None
    return _found(document, links)


def _found(document: Document, links: Links) -> NextEntry:
    listed = item(document, links)
    return NextEntry(listed.url, listed.title, listed.label, listed.age)
