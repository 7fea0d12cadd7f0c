"""What a document says of the sources that it cites."""

from typing import TypedDict

from events.documents.shapes import Citation, Document, Source, SourceInBrief
from events.vocabulary import CitationStance, SourceState


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


def in_brief(document: Document) -> SourceInBrief | None:
    """The source to show beside a statement where there is room for one: of those that bear it out
    one that is quoted, else one that can be looked up, else one that is dated, else the first."""
    bearing = [one for one in document["sources"] if one["stance"] == CitationStance.SUPPORTS]
    if not bearing:
        return None
    return brief(max(bearing, key=_known), len(bearing) - 1)


def brief(source: Citation, others: int) -> SourceInBrief:
    language = source["languages"][0]
    return {
        "slug": source["slug"],
        "title": source["title"],
        "language": language,
        "publisher": source["publisher"],
        "url": source["url"],
        "archive_url": source["archive_url"],
        "published_on": source["published_on"],
        "state": source["state"],
        "quote": source["quote"],
        "quote_language": source["quote_language"] or language,
        "others": others,
    }


def _known(source: Citation) -> tuple[bool, bool, bool, bool]:
    """The first of several that are alike is the greatest."""
    standing = source["state"] != SourceState.RETRACTED
    return standing, bool(source["quote"]), bool(source["url"]), bool(source["published_on"])


def contradicting(document: Document) -> list[str]:
    """The sources that contradict the entry, by their short names."""
    return [
        cited["slug"]
        for cited in document["sources"]
        if cited["stance"] == CitationStance.CONTRADICTS
    ]
