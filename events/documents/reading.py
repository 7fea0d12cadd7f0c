"""What several readers ask of a document: its status, all of its texts."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, cast

from events.documents.shapes import (
    Actor,
    Citation,
    Commitment,
    Document,
    Event,
    Published,
    PublishedCommitment,
    PublishedPosition,
    PublishedQuestion,
    PublishedSummit,
    Quantity,
    Source,
    StatusChange,
    Texts,
    Topic,
    Unit,
)
from events.vocabulary import CitationStance, SourceState

# Which member of the document a text belongs to; of a source, also its quote or the note on it.
Of = Literal[
    "title",
    "summary",
    "attribution",
    "condition",
    "place",
    "domains",
    "actors",
    "aliases",
    "topics",
    "figures",
    "media",
    "pictures",
    "roll_call",
    "parts",
    "history",
    "earlier_dates",
    "steps",
    "quote",
    "note",
    "sources",
    "process",
    "date",
]


class Passage(NamedTuple):
    """A text of a document, in every language in which it exists."""

    of: Of
    texts: Texts


def status(document: Document) -> str | None:
    """The status of an entry; None for kinds that have none."""
    if document["kind"] == "position" or document["kind"] == "development":
        return None
    if document["kind"] == "overview" or document["kind"] == "walk":
        return None
    return document["status"]


def status_changes(document: Commitment) -> Iterator[StatusChange]:
    """All changes of status: those of the whole, then those of each part."""
    yield from document["history"]
    for part in document["parts"]:
        yield from part["history"]


def topics(document: Document) -> list[Topic]:
    """What the document is about: its topics and the wider ones to which they belong, each once."""
    found: dict[str, Topic] = {}
    for topic in document["topics"]:
        found[topic["slug"]] = topic
    for topic in document["topics"]:
        for place, wider in enumerate(topic["wider"], start=1):
            found.setdefault(wider["slug"], {**wider, "wider": topic["wider"][place:]})
    return list(found.values())


def units(document: Document) -> Iterator[Unit]:
    """The units of its amounts, each as often as it is used."""
    amounts: list[Quantity | None] = [*document["figures"]]
    if document["kind"] == "commitment":
        amounts += [row["amount"] for row in document["roll_call"]]
    for amount in amounts:
        if amount and amount["unit"]:
            yield amount["unit"]


def records(document: Document) -> dict[str, Actor]:
    """The records of all actors to whom the document refers, by slug."""
    return {record["slug"]: record for record in document["actor_records"]}


def domain_names(document: Commitment) -> dict[str, Texts]:
    """What the domains to which a commitment refers are called, by slug."""
    return {record["slug"]: record["name"] for record in document["domain_records"]}


def is_key_event(document: Document) -> bool:
    """Have the editors marked it as one that carries the story?"""
    event = event_of(document)
    return bool(event and event["key_event"])


def event_of(document: Document) -> Event | None:
    """The document, if it is drawn among the events."""
    if document["kind"] == "overview" or document["kind"] == "walk":
        return None
    return document


def rests_on_retracted(document: Document) -> bool:
    """Whether every source that bears it out has been retracted."""
    states = {
        cited["state"]
        for cited in document["sources"]
        if cited["stance"] == CitationStance.SUPPORTS
    }
    return states == {SourceState.RETRACTED}


def without_version(document: Published) -> Document:
    """What the document says, without what the door added when it was published."""
    said = {name: value for name, value in document.items() if name != "version"}
    return cast("Document", said)


def summits(documents: Iterable[Published]) -> list[PublishedSummit]:
    """Those of the documents that are of this kind."""
    return [document for document in documents if document["kind"] == "summit"]


def commitments(documents: Iterable[Published]) -> list[PublishedCommitment]:
    """Those of the documents that are of this kind."""
    return [document for document in documents if document["kind"] == "commitment"]


def positions(documents: Iterable[Published]) -> list[PublishedPosition]:
    """Those of the documents that are of this kind."""
    return [document for document in documents if document["kind"] == "position"]


def questions(documents: Iterable[Published]) -> list[PublishedQuestion]:
    """Those of the documents that are of this kind."""
    return [document for document in documents if document["kind"] == "question"]


def quote_language(citation: Citation) -> str:
    """The tag of the language in which a source is quoted."""
    return citation["quote_language"] or citation["languages"][0]


def passages(document: Document) -> Iterator[Passage]:
    """Every text of a document that readers see, those that best tell what it is about first. A
    text that exists in one language only, such as a quote, is given in that one."""
    yield Passage("title", document["title"])
    yield Passage("summary", document["summary"])
    yield from _of_kind(document)
    for actor in document["actors"]:
        yield Passage("actors", actor["name"])
        if actor["name_today"]:
            yield Passage("actors", actor["name_today"])
    on_file = records(document)
    for slug in dict.fromkeys(actor["slug"] for actor in document["actors"]):
        for alias in on_file[slug]["aliases"]:
            yield Passage("aliases", {alias["language"] or "": alias["text"]})
    for topic in topics(document):
        yield Passage("topics", topic["name"])
        for other in topic["aliases"]:
            yield Passage("aliases", {other["language"]: other["text"]})
    for figure in document["figures"]:
        yield Passage("figures", figure["label"])
        yield Passage("figures", figure["reason"])
    for picture in document["pictures"]:
        yield Passage("pictures", picture["caption"])
        yield Passage("pictures", picture["description"])
    for medium in document["media"]:
        yield Passage("media", medium["title"])
    yield from _notes_of_kind(document)
    for citation in document["sources"]:
        language = citation["languages"][0]
        yield Passage("quote", {quote_language(citation): citation["quote"]})
        yield Passage("note", citation["note"])
        yield Passage("note", citation["state_note"])
        yield Passage("sources", {language: _titled(citation)})
    for process in document["process_records"]:
        yield Passage("process", process["name"])
    yield Passage("date", document["date"]["label"])


def _of_kind(document: Document) -> Iterator[Passage]:
    if document["kind"] == "position":
        yield Passage("attribution", document["attribution"])
    elif document["kind"] == "commitment":
        if condition := document["condition"]:
            yield Passage("condition", condition["text"])
        for part in document["parts"]:
            yield Passage("parts", part["text"])
        for domain in document["domain_records"]:
            yield Passage("domains", domain["name"])
    elif document["kind"] == "summit":
        for place in document["places"]:
            yield Passage("place", place["name"])
    elif document["kind"] == "walk":
        for step in document["steps"]:
            yield Passage("steps", step["text"])


def _notes_of_kind(document: Document) -> Iterator[Passage]:
    if document["kind"] == "commitment":
        for row in document["roll_call"]:
            yield Passage("roll_call", row["note"])
            if row["quote"]:
                yield Passage("quote", {_language(document, row["source"]): row["quote"]})
        for change in status_changes(document):
            yield Passage("history", change["note"])
    elif document["kind"] == "summit":
        for earlier in document["earlier_dates"]:
            yield Passage("earlier_dates", earlier["note"])


def _titled(source: Source) -> str:
    names = (source["title"], ", ".join(source["authors"]), source["publisher"])
    return " · ".join(filter(None, names))


def _language(document: Document, source: str | None) -> str:
    """The language of a cited source, in which its quotes are."""
    found = (cited["languages"] for cited in document["sources"] if cited["slug"] == source)
    return next((languages[0] for languages in found if languages), "und")
