"""Who stands where as a table: on a day, and then and then."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypedDict

from events.documents.shapes import (
    Address,
    Citation,
    Day,
    HeldOnDay,
    OfTheDoor,
    Published,
    Slug,
    Texts,
)
from events.feeds.tables.columns import DataTable, Row
from events.feeds.tables.entries import DATE, SOURCES


class NamedSlug(TypedDict):
    """A row or column of the matrix, as the API names it."""

    slug: Slug
    name: Texts


class HeldWritten(HeldOnDay, OfTheDoor):
    """A position that holds, with what its entry says of where it is written. `ended`: it holds no
    longer, and nothing has followed it."""

    ended: bool
    url: Annotated[Address, "The address of the entry's page."]
    title: Texts
    sources: list[Citation]


class OnDay(HeldWritten):
    """The same in the matrix of a day."""

    on: Day
    actors: list[NamedSlug]
    topics: list[NamedSlug]


# `from` is no name in Python.
BetweenDays = TypedDict(
    "BetweenDays",
    {
        "from": Day,
        "to": Day,
        "change": str,
        "actor": Slug,
        "actors": list[NamedSlug],
        "topic": Slug,
        "topics": list[NamedSlug],
        "before": HeldWritten | None,
        "now": HeldWritten | None,
    },
)

WHO_ON_WHAT = ("actor", "actors.name", "topic", "topics.name")
WRITTEN = ("entry.id", "entry.slug", "url", "title", *SOURCES, "version.number", "version.seq")
HELD = (
    *("stance", "certainty", "ended", "since.certainly", "since.possibly"),
    *(*DATE, "basis", "speakers", "attribution"),
)
MATRIX = DataTable("positions", (OnDay,), ("on", *WHO_ON_WHAT, *HELD, *WRITTEN))
CHANGES = DataTable(
    "position-changes",
    (BetweenDays,),
    (
        *("from", "to", "change", *WHO_ON_WHAT),
        *(f"{when}.{name}" for when in ("before", "now") for name in (*HELD, *WRITTEN)),
    ),
)


def held(
    position: Mapping[str, Any], document: Published | None, address: Callable[[str], str]
) -> Row:
    """A position (`HeldOnDay`, with `ended`) with what the document of its entry says."""
    return {
        **position,
        "url": address(position["entry"]["slug"]),
        "title": document["title"] if document else {},
        "sources": document["sources"] if document else [],
        "version": document["version"] if document else None,
    }
