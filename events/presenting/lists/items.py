"""An entry as one item of a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from django.utils.safestring import SafeString

from events.presenting.parts import figures, participants
from events.presenting.wording import (
    Links,
    Text,
    Word,
    chosen,
    closed_lists,
    excerpt,
    joined,
    mark,
    name,
    text,
)
from events.vocabulary import Kind, Role


@dataclass(slots=True)
class Item:
    """`line`: what a reader wants to know first of an entry of this kind."""

    document: dict[str, Any]
    slug: str
    url: str
    kind: Word
    title: Text
    label: Text
    mark: str
    status: Word | None
    stance: Word | None
    line: SafeString
    excerpt: Text
    contradicted: bool


def items(documents: Iterable[str | bytes], links: Links) -> list[Item]:
    """Items of documents as JSON texts."""
    return [item(orjson.loads(document), links) for document in documents]


def item(document: dict[str, Any], links: Links) -> Item:
    kind, reader = document["kind"], links.language
    summary, language = chosen(document["summary"], reader)
    return Item(
        document=document,
        slug=document["slug"],
        url=links.entry(document["slug"]),
        kind=closed_lists.kind(kind, reader),
        title=text(document["title"], reader),
        label=text(document["date"]["label"], reader),
        mark=mark(document["date"]),
        status=closed_lists.status_of(document, links.day, reader),
        stance=closed_lists.stance(document["stance"], reader) if kind == Kind.POSITION else None,
        line=_line(document, reader),
        excerpt=Text.of(excerpt(summary), language),
        contradicted=any(source["stance"] == "contradicts" for source in document["sources"]),
    )


def _line(document: dict[str, Any], reader: str) -> SafeString:
    kind = document["kind"]
    if kind == Kind.SUMMIT:
        parts = [place(document), participants.line(_present(document), reader)]
    elif kind == Kind.COMMITMENT:
        line = figures.counts_line(document["counts"])
        parts = [
            participants.line(participants.in_role(document, Role.PARTY), reader),
            Text.of(line),
        ]
    elif kind == Kind.POSITION:
        topics = joined(name(topic["name"], reader) for topic in document["topics"])
        holders = participants.line(participants.in_role(document, Role.HOLDER), reader)
        return joined([holders, topics], ": ") if topics else holders
    else:
        parts = [participants.line(document["actors"], reader)]
    return SafeString(" · ".join(part for part in parts if part))


def place(document: dict[str, Any]) -> SafeString:
    """Where a summit is: “Paris, France”; the country alone where no more is known."""
    where = document["place"]
    if not where:
        return SafeString()
    town, country = name(where["name"]), closed_lists.country(where["country"])
    if not country or country == town.plain:
        return town
    return joined([town, Text.of(country)]) if town else Text.of(country)


def _present(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [actor for actor in document["actors"] if actor["status"] not in participants.AWAY]
