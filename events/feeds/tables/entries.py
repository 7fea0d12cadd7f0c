"""Entries as a table: a row for each, with the members of its document.

What is said here of the members is for all formats: a list of entries of one kind has the columns
of that kind, and one of several kinds those of all.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Annotated, TypedDict

from events.documents.shapes import KINDS, Address, OfTheDoor, Published
from events.feeds.tables.columns import DataTable, Row
from events.vocabulary import TRAITS, Kind


class Placed(TypedDict):
    """What a row of a table has beside the document."""

    url: Annotated[Address, "The address of the entry's page."]
    when: Annotated[str | None, "In a window of days, whether it was in it for certain; else null."]


IDENTITY = ("id", "slug", "url", "kind", "processes", "title")
DATE = (
    *("date.edtf", "date.earliest", "date.latest", "date.precision"),
    *("date.approximate", "date.uncertain", "date.label"),
)
OF_KIND: dict[Kind, tuple[str, ...]] = {
    Kind.SUMMIT: (
        *("status", "format", "format_record.name", "level", "mode"),
        *("places.name", "places.country", "places.zone"),
        *("earlier_dates.date.edtf", "earlier_dates.moved_on.edtf", "earlier_dates.note"),
        *("follows.id", "follows.slug"),
    ),
    Kind.COMMITMENT: (
        *("status", "domains", "domain_records.name", "firmness"),
        *("condition.text", "condition.state", "deadline.edtf", "deadline.label"),
        *("made_at.id", "made_at.slug", "restates.id", "restates.slug", "restates.how"),
        *("history.status", "history.date.edtf", "history.by", "history.source"),
        *("parts.key", "parts.text", "parts.status", "parts.deadline.edtf"),
        *("counts.on", "counts.reported", "counts.reported_low", "counts.reported_high"),
        *("counts.named", "counts.confirmed", "counts.suspended", "counts.declined"),
        *("counts.left", "counts.unknown"),
    ),
    Kind.POSITION: ("stance", "speakers", "attribution"),
    Kind.DEVELOPMENT: (),
    Kind.QUESTION: ("status", "answered_by.id", "answered_by.slug"),
    Kind.OVERVIEW: ("rests_on.id", "rests_on.slug"),
    Kind.WALK: ("steps.id", "steps.slug", "steps.text"),
}
OF_EVENTS = ("key_event", "contradicts.id", "contradicts.slug")
TOLD = (
    *("basis", "topics.slug", "topics.name"),
    *("actors.slug", "actors.name", "actors.kind", "actors.role", "actors.status"),
    *("actors.office", "actors.represents", "actors.country"),
    *("figures.measure", "figures.label", "figures.value", "figures.low", "figures.high"),
    *("figures.unit.slug", "figures.qualifier", "figures.source", "figures.preferred"),
    *("pictures.caption", "pictures.description", "pictures.credit", "pictures.licence"),
    *("media.kind", "media.url", "media.title", "media.publisher"),
    "summary",
)
SOURCES = tuple(
    f"sources.{name}"
    for name in (
        *("slug", "title", "publisher", "published_on", "url", "archive_url", "doi", "state"),
        *("stance", "locator", "quote", "quote_language", "note"),
    )
)
VERSION = (
    *("version.number", "version.seq", "version.published_at", "version.loaded_at"),
    *("version.note", "shape"),
)


@lru_cache(maxsize=16)
def entries(kind: str | None = None) -> DataTable:
    """The table of the entries of a kind, or of all kinds."""
    kinds = [Kind(kind)] if kind else list(KINDS)
    own = dict.fromkeys(name for one in kinds for name in OF_KIND[one])
    events = OF_EVENTS if any(TRAITS[one].drawn for one in kinds) else ()
    names = (*IDENTITY, *DATE, *own, *events, *TOLD, *SOURCES, *VERSION, "when")
    typed = (*(KINDS[one] for one in kinds), OfTheDoor, Placed)
    return DataTable(TRAITS[Kind(kind)].address if kind else "entries", typed, names)


def rows(
    documents: Iterable[tuple[Published, str | None]], address: Callable[[str], str]
) -> Iterator[Row]:
    """`documents`: each with whether it is in the window for certain; `address`: makes the address
    of the page of an entry from its slug."""
    for document, when in documents:
        yield {**document, "url": address(document["slug"]), "when": when}
