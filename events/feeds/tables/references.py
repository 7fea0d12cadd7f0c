"""What entries name as a table: a row for each actor or topic, as it is on file today."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any, TypedDict

from events.documents.shapes import Actor, Address, Process, Source, Topic
from events.feeds.tables.columns import DataTable, Row


class Paged(TypedDict):
    """What a row of a table has beside the record."""

    url: Annotated[Address, "The address of its page."]


ACTORS = DataTable(
    "actors",
    (Actor, Paged),
    (
        *("slug", "url", "name", "kind", "country", "office", "represents", "description"),
        *("offices.title", "offices.represents", "offices.since.edtf", "offices.until.edtf"),
        *("former_names.name", "former_names.until.edtf"),
        *("lifespan.since.edtf", "lifespan.since_source"),
        *("lifespan.until.edtf", "lifespan.until_source"),
        *("predecessors.actor", "successors.actor"),
        *("aliases.text", "aliases.language", "aliases.kind"),
        *("identifiers.scheme", "identifiers.value", "identifiers.url"),
        *("members.actor", "members.name", "members.role"),
        *("members.since.edtf", "members.until.edtf", "members.source"),
    ),
)
TOPICS = DataTable(
    "topics", (Topic, Paged), ("slug", "url", "name", "description", "wider.slug", "wider.name")
)
PROCESSES = DataTable("processes", (Process, Paged), ("slug", "url", "name", "summary"))
SOURCES = DataTable(
    "sources",
    (Source,),
    (
        *("slug", "title", "authors", "publisher", "published_on", "languages"),
        *("url", "archive_url", "access", "doi", "isbn", "urn"),
        *("state", "state_date", "state_note", "state_source.slug"),
    ),
)


def records(found: Iterable[Mapping[str, Any]], address: Callable[[str], str]) -> Iterator[Row]:
    """`address`: makes the address of a page from the slug."""
    for record in found:
        yield {**record, "url": address(record["slug"])}
