"""An entry as one item of a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from django.utils.safestring import SafeString

from events.presenting.parts import figures
from events.presenting.parts import participants as actors
from events.presenting.wording import closed_lists as words
from events.presenting.wording.closed_lists import Word
from events.presenting.wording.dates import mark
from events.presenting.wording.links import Links
from events.presenting.wording.markdown import excerpt
from events.presenting.wording.texts import Text, chosen, joined, name, text
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
        kind=words.kind(kind, reader),
        title=text(document["title"], reader),
        label=text(document["date"]["label"], reader),
        mark=mark(document["date"]),
        status=words.status_of(document, links.day, reader),
        stance=words.stance(document["stance"], reader) if kind == Kind.POSITION else None,
        line=_line(document, reader),
        excerpt=Text.of(excerpt(summary), language),
        contradicted=any(source["stance"] == "contradicts" for source in document["sources"]),
    )


def _line(document: dict[str, Any], reader: str) -> SafeString:
    kind = document["kind"]
    if kind == Kind.SUMMIT:
        parts = [place(document), actors.line(_present(document), reader)]
    elif kind == Kind.COMMITMENT:
        line = figures.counts_line(document["counts"])
        parts = [actors.line(actors.in_role(document, Role.PARTY), reader), Text.of(line)]
    elif kind == Kind.POSITION:
        topics = joined(name(topic["name"], reader) for topic in document["topics"])
        holders = actors.line(actors.in_role(document, Role.HOLDER), reader)
        return joined([holders, topics], ": ") if topics else holders
    else:
        parts = [actors.line(document["actors"], reader)]
    return SafeString(" · ".join(part for part in parts if part))


def place(document: dict[str, Any]) -> SafeString:
    """Where a summit is: “Paris, France”; the country alone where no more is known."""
    where = document["place"]
    if not where:
        return SafeString()
    town, country = name(where["name"]), words.country(where["country"])
    if not country or country == town.plain:
        return town
    return joined([town, Text.of(country)]) if town else Text.of(country)


def _present(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [actor for actor in document["actors"] if actor["status"] not in actors.AWAY]
