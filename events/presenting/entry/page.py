"""An entry as a page of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from events.documents import shapes
from events.documents.reading import is_key_event, rests_on_retracted
from events.documents.shapes import Document
from events.presenting.entry import kinds
from events.presenting.parts import (
    CitedSource,
    Contradictions,
    NamedEntries,
    ShownPicture,
    WordedMedium,
    contradictions,
    figures,
    media,
    participants,
    pictures,
    sources,
)
from events.presenting.wording import (
    Dated,
    Links,
    Term,
    Text,
    chosen,
    closed_lists,
    dated,
    excerpt,
    render_linked,
    text,
)


@dataclass(frozen=True, slots=True)
class Link:
    name: Text
    url: str
    description: Text


@dataclass(frozen=True, slots=True)
class EntryPage:
    """`of_kind`: what only entries of this kind have (`events.presenting.entry.kinds`).
    `retracted`: whether every source that bears it out is."""

    slug: str
    kind: Term
    title: Text
    date: Dated
    status: Term | None
    basis: Term | None
    key_event: bool
    retracted: bool
    summary: SafeString
    summary_language: str | None
    description: str
    processes: list[Link]
    topics: list[Link]
    groups: list[participants.ParticipantGroup]
    coalitions: list[participants.Coalition]
    figures: list[figures.WordedFigure]
    pictures: list[ShownPicture]
    media: list[WordedMedium]
    sources: list[CitedSource]
    contradictions: Contradictions | None
    of_kind: kinds.OfKind


def page(
    document: Document, named: Mapping[str, Document], links: Links, on: date | None = None
) -> EntryPage:
    """`named`: the documents of the entries that it names, by id. `on`: the day of a roll call, if
    it is not the reader's."""
    kind = document["kind"]
    summary, language = chosen(document["summary"])
    cited = sources(document, links)
    return EntryPage(
        slug=document["slug"],
        kind=closed_lists.kind(kind),
        title=text(document["title"]),
        date=dated(document["date"]),
        status=closed_lists.status_of(document, links.day),
        basis=closed_lists.basis(document["basis"]),
        key_event=is_key_event(document),
        retracted=rests_on_retracted(document),
        summary=render_linked(summary, links.entry),
        summary_language=language,
        description=excerpt(summary, 160),
        processes=[
            Link(text(process["name"]), links.timeline(("process", process["slug"])), Text.of(""))
            for process in document["process_records"]
        ],
        topics=[_topic(topic, links) for topic in document["topics"]],
        groups=participants.groups(document, links),
        coalitions=participants.coalitions(document, links),
        figures=figures.figures(document),
        pictures=pictures(document["pictures"]),
        media=media(document),
        sources=cited,
        contradictions=contradictions(document, cited),
        of_kind=kinds.of_kind(document, NamedEntries(named, links), on),
    )


def _topic(topic: shapes.Topic, links: Links) -> Link:
    return Link(text(topic["name"]), links.topic(topic["slug"]), text(topic["description"]))
