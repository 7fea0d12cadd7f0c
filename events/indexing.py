"""What is derived from a document to find it again: tags, place in the list, words, stances.

Pure functions of the document. The door calls them when it appends a version and `rebuild` calls
them for all versions at once, so the two cannot differ.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import orjson

from events import dates, words
from events.models.sorting import sort_key
from events.vocabulary import Facet, Kind, Role

Document = dict[str, Any]


class TagName(NamedTuple):
    facet: str
    slug: str


class Place(NamedTuple):
    """Where an entry stands in time and in the list."""

    earliest: date | None
    latest: date | None
    sort: int


class HeldStance(NamedTuple):
    """That an actor has a stance on a topic, by slug."""

    actor: str
    topic: str
    stance: str


def tags(document: Document) -> dict[TagName, str]:
    """The tags of a document, each with its label as JSON text; empty for closed lists."""
    process = document["process_record"]
    found = {TagName(Facet.PROCESS, process["slug"]): _label(process["name"])}
    for topic in document["topics"]:
        found[TagName(Facet.TOPIC, topic["slug"])] = _label(topic["name"])
    for source in document["sources"]:
        found[TagName(Facet.SOURCE, source["slug"])] = _label({source["language"]: source["title"]})
    for figure in document["figures"]:
        found[TagName(Facet.MEASURE, figure["measure"])] = _label(figure["label"])
    names = {record["slug"]: _label(record["name"]) for record in document["actor_records"]}
    for slug, name in names.items():
        found[TagName(Facet.RECORD, slug)] = name
    for actor in document["actors"]:
        # A country is also found by those who represent it.
        for slug in filter(None, (actor["slug"], actor["represents"])):
            found[TagName(Facet.ACTOR, slug)] = names[slug]
            found[TagName(Facet.ACTOR_IN_ROLE, f"{slug}/{actor['role']}")] = ""
        found[TagName(Facet.ROLE, actor["role"])] = ""
    for facet in (Facet.STANCE, Facet.STATUS):
        if value := document.get(facet):
            found[TagName(facet, value)] = ""
    return found


def place(document: Document, entry: int) -> Place:
    """The bounds of the date and the sort number of the entry with this primary key."""
    value = dates.parse(document["date"]["edtf"])
    return Place(value.earliest, value.latest, sort_key(value.sort_day, document["rank"], entry))


def stances(document: Document) -> list[HeldStance]:
    """The cells of the matrix that a position fills: one for each holder and topic."""
    if document["kind"] != Kind.POSITION:
        return []
    return [
        HeldStance(actor["slug"], topic["slug"], document["stance"])
        for actor in document["actors"]
        if actor["role"] == Role.HOLDER
        for topic in document["topics"]
    ]


def text_words(document: Document) -> set[str]:
    """The normalised words of everything in the document that a reader sees as text."""
    return {word for text in _texts(document) for word in words.words(text)}


def _texts(document: Document) -> Iterator[str]:
    named = [*document["topics"], document["process_record"], *document["actors"]]
    translated = [document["title"], document["summary"], document["date"]["label"]]
    translated += [item["name"] for item in named]
    translated += [item["note"] for item in document["sources"]]
    translated += [item["label"] for item in document["figures"]]
    translated += [item["reason"] for item in document["figures"]]
    translated += [document.get("attribution") or {}]
    translated += [(document.get("condition") or {}).get("text", {})]
    translated += [(document.get("place") or {}).get("name", {})]
    translated += [item["note"] for item in document.get("contributions", [])]
    translated += [item["note"] for item in document.get("history", [])]
    for text in translated:
        yield from text.values()
    for source in document["sources"]:
        yield from filter(None, (source["title"], source["publisher"], source["quote"]))


def _label(text: dict[str, str]) -> str:
    return orjson.dumps(text).decode()
