"""What is derived from a document to find it again: tags, place in the list, words, stances.

Pure functions of the document. The door calls them when it appends a version and `rebuild` calls
them for all versions at once, so the two cannot differ.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import orjson

from events import dates, words
from events.log import sort_key
from events.vocabulary import Facet, Kind, Naming, Part, Role

Document = dict[str, Any]

# A date that is no more precise than this is in no month, wherever it stands in the list.
WITHOUT_MONTH = ("season", "year", "decade", "century")


class TagName(NamedTuple):
    facet: str
    slug: str


class Place(NamedTuple):
    """Where an entry stands in time and in the list. `month`: 202509; 202500 for the year alone."""

    earliest: date | None
    latest: date | None
    sort: int
    month: int


class HeldStance(NamedTuple):
    """That an actor has a stance on a topic, by slug. `cell`: what the matrix says, as JSON."""

    actor: str
    topic: str
    stance: str
    cell: str


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
    if document["kind"] == Kind.COMMITMENT:
        found[TagName(Facet.FIRMNESS, document["firmness"])] = ""
        found |= {TagName(Facet.DOMAIN, domain): "" for domain in document["domains"]}
        found |= _takes_part(document, names)
    for naming, slug in names_entries(document).items():
        found[TagName(Facet.NAMES, f"{naming}/{slug}")] = ""
    return found


def _takes_part(document: Document, names: dict[str, str]) -> dict[TagName, str]:
    """Who takes part in a commitment and how, each under its country, where it has one, with the
    name of who it is: of a person, of the country or organisation represented."""
    records = {record["slug"]: record for record in document["actor_records"]}
    begins = document["date"]["earliest"] or ""
    found: dict[TagName, str] = {}

    def add(slug: str, part: str) -> None:
        actor = records[slug]
        represented = actor["represents"] or slug
        name = f"{actor['country'] or ''}/{part}/{represented}"
        found[TagName(Facet.TAKES_PART, name)] = names[represented]

    for actor in document["actors"]:
        add(actor["represents"] or actor["slug"], actor["role"])
        for member in records[actor["slug"]].get("members", []):
            ended = member["until"] and member["until"]["latest"]
            if not ended or ended >= begins:
                add(member["actor"], Part.MEMBER)
    for row in document["contributions"]:
        for part in filter(None, (row["domain"], row["confirmed"] and Part.CONFIRMED)):
            add(row["actor"], part)
    return found


def names_entries(document: Document) -> dict[str, str]:
    """The slugs of the entries that the document names, as it writes them, by what they are to
    it."""
    restated = document.get("restates") or {}
    named = {
        Naming.MADE_AT: document.get("made_at"),
        Naming.RESTATES: restated.get("slug"),
        Naming.FOLLOWS: document.get("follows"),
        Naming.ANSWERED_BY: document.get("answered_by"),
    }
    return {naming: slug for naming, slug in named.items() if slug}


def place(document: Document, entry: int) -> Place:
    """The place of the entry with this primary key."""
    return place_of(dates.parse(document["date"]["edtf"]), document["rank"], entry)


def place_of(value: dates.EDTF, rank: int, entry: int) -> Place:
    day = value.sort_day
    in_month = value.precision not in WITHOUT_MONTH or value.earliest is None
    return Place(
        value.earliest,
        value.latest,
        sort_key(day, rank, entry),
        day.year * 100 + (day.month if in_month else 0),
    )


def stances(document: Document) -> list[HeldStance]:
    """The cells of the matrix that a position fills: one for each holder and topic."""
    if document["kind"] != Kind.POSITION:
        return []
    return [
        HeldStance(actor["slug"], topic["slug"], document["stance"], _cell(document, actor, topic))
        for actor in document["actors"]
        if actor["role"] == Role.HOLDER
        for topic in document["topics"]
    ]


def _cell(document: Document, actor: Document, topic: Document) -> str:
    return orjson.dumps(
        {
            "actor": actor["slug"],
            "topic": topic["slug"],
            "stance": document["stance"],
            "entry": document["slug"],
            "date": document["date"],
            "speaker": document["speaker"],
            "attribution": document["attribution"],
        }
    ).decode()


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
