"""What a document says of the sources that it cites."""

from typing import TypedDict

from events.documents.shapes import Document, Source
from events.vocabulary import CitationStance


class SourceAsListed(TypedDict):
    """A source as lists show it. `addressed`: whether it can be found on the web; `archived`:
    whether a copy is kept."""

    title: str
    language: str
    publisher: str | None
    published_on: str | None
    addressed: bool
    archived: bool
    state: str


def as_listed(source: Source) -> SourceAsListed:
    """What a list of sources shows of one, and narrows by."""
    return {
        "title": source["title"],
        "language": source["languages"][0],
        "publisher": source["publisher"],
        "published_on": source["published_on"],
        "addressed": bool(source["url"] or source["doi"]),
        "archived": bool(source["archive_url"]),
        "state": source["state"],
    }


def contradicting(document: Document) -> list[str]:
    """The sources that contradict the entry, by their short names."""
    return [
        cited["slug"]
        for cited in document["sources"]
        if cited["stance"] == CitationStance.CONTRADICTS
    ]
