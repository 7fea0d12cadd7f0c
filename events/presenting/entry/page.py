"""An entry as a page of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from django.utils.safestring import SafeString

from events.presenting.entry import kinds
from events.presenting.parts import (
    Contradictions,
    NamedEntries,
    Source,
    contradictions,
    figures,
    participants,
    sources,
)
from events.presenting.wording import (
    Dated,
    Links,
    Text,
    Word,
    chosen,
    closed_lists,
    dated,
    excerpt,
    render,
    text,
)


@dataclass(frozen=True, slots=True)
class Link:
    name: Text
    url: str
    description: Text


@dataclass(frozen=True, slots=True)
class EntryPage:
    """`of_kind`: what only entries of this kind have (`events.presenting.entry.kinds`)."""

    slug: str
    kind: Word
    title: Text
    date: Dated
    status: Word | None
    summary: SafeString
    summary_language: str | None
    description: str
    process: Link
    topics: list[Link]
    groups: list[participants.Group]
    coalitions: list[participants.Coalition]
    figures: list[figures.Figure]
    sources: list[Source]
    contradictions: Contradictions | None
    of_kind: dict[str, Any]


def names(document: dict[str, Any]) -> list[str]:
    """The slugs of the entries that the entry names."""
    restates = document.get("restates") or {}
    slugs = [document.get(name) for name in ("follows", "made_at", "answered_by")]
    return [slug for slug in [*slugs, restates.get("slug")] if slug]


def page(document: dict[str, Any], named: Mapping[str, str], links: Links) -> EntryPage:
    """`named`: the documents of the entries that it names, as JSON texts, by slug."""
    kind = document["kind"]
    summary, language = chosen(document["summary"])
    process = document["process_record"]
    cited = sources(document)
    titles = {slug: text(orjson.loads(found)["title"]) for slug, found in named.items()}
    return EntryPage(
        slug=document["slug"],
        kind=closed_lists.kind(kind),
        title=text(document["title"]),
        date=dated(document["date"]),
        status=closed_lists.status_of(document, links.day),
        summary=render(summary),
        summary_language=language,
        description=excerpt(summary, 160),
        process=_link(process, links.timeline(("process", process["slug"]))),
        topics=[_link(topic, links.topic(topic["slug"])) for topic in document["topics"]],
        groups=participants.groups(document, links),
        coalitions=participants.coalitions(document, links),
        figures=figures.figures(document),
        sources=cited,
        contradictions=contradictions(document, cited),
        of_kind=kinds.of_kind(document, NamedEntries(titles, links)),
    )


def _link(record: dict[str, Any], url: str) -> Link:
    return Link(text(record["name"]), url, text(record.get("description")))
