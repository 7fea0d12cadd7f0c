"""What published entries name: actors, topics, sources, domains, as the record stood."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar, cast

from django.db import connection

from events.documents.reading import topics
from events.documents.shapes import (
    Actor,
    Citation,
    Domain,
    MeetingFormat,
    Process,
    Published,
    Source,
    Topic,
)
from events.log import Tag
from events.public.asking.cursors import no_place
from events.public.names.tags import newest_with
from events.public.versions.entries import Missing
from events.public.versions.moments import Moment, seq_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet

Record = TypeVar("Record", Process, Actor, Topic, Source, Domain, MeetingFormat)


# Whether a record is wanted.
Wanted = Callable[[Mapping[str, Any]], bool]
# How many are looked through at once for those that are wanted.
AT_ONCE = 200


@dataclass(frozen=True)
class Referred(Generic[Record]):
    """One sort of thing that entries name: the facet of its tags, and how to take its records from
    a document."""

    facet: str
    carried: Callable[[Published], Iterable[Record]]


def _source(citation: Citation) -> Source:
    """The source, without the fields that belong to one entry's citation of it."""
    own = {name: value for name, value in citation.items() if name in Source.__annotations__}
    return cast("Source", own)


PROCESSES = Referred[Process](Facet.PROCESS, lambda document: document["process_records"])
ACTORS = Referred[Actor](Facet.RECORD, lambda document: document["actor_records"])
TOPICS = Referred[Topic](Facet.TOPIC, topics)
SOURCES = Referred[Source](Facet.SOURCE, lambda document: map(_source, document["sources"]))

DOMAINS = Referred[Domain](
    Facet.DOMAIN,
    lambda document: document["domain_records"] if document["kind"] == "commitment" else (),
)
FORMATS = Referred[MeetingFormat](
    Facet.FORMAT,
    lambda document: [document["format_record"]] if document["kind"] == "summit" else (),
)


@dataclass(frozen=True)
class NameCursor:
    """The page after the record with this slug, or the one before it, as an opaque text."""

    slug: str
    backwards: bool = False

    def __str__(self) -> str:
        sign = "<" if self.backwards else ">"
        return urlsafe_b64encode(f"{sign}{self.slug}".encode()).decode()

    @classmethod
    def parse(cls, text: str) -> "NameCursor":
        """Read a cursor. Raises `ValueError` unless it is one that was given out."""
        try:
            said = urlsafe_b64decode(text.encode("ascii")).decode()
        except ValueError:
            said = ""
        cursor = cls(said[1:], said.startswith("<"))
        if "\0" in said or str(cursor) != text:
            raise ValueError(no_place())
        return cursor


@dataclass(frozen=True)
class ReferencePage:
    """Records in the order of their slugs, and the places of the pages around them."""

    records: Sequence[Mapping[str, object]]
    next: NameCursor | None
    previous: NameCursor | None


def reference_page(
    of: Referred[Record],
    seq: int | None = None,
    cursor: NameCursor | None = None,
    limit: int = 1,
    wanted: Wanted | None = None,
) -> ReferencePage:
    """The page of the records from the cursor on, or the first one; as the record stood after the
    version with that `seq`. `wanted`: tells which of them are given."""
    if cursor is None:
        cursor = NameCursor("")
    if cursor.backwards:
        records, more = references(of, seq=seq, before=cursor.slug, limit=limit, wanted=wanted)
    else:
        records, more = references(of, seq=seq, after=cursor.slug, limit=limit, wanted=wanted)
    if not records:
        return ReferencePage([], None, None)
    first, last = records[0]["slug"], records[-1]["slug"]
    return ReferencePage(
        records,
        next=NameCursor(last) if more or cursor.backwards else None,
        previous=NameCursor(first, backwards=True)
        if cursor.slug and (more or not cursor.backwards)
        else None,
    )


def reference(of: Referred[Record], slug: str, as_of: Moment | None = None) -> Record:
    """The record of one reference. Raises `Missing` where no public entry names it."""
    found, _more = references(of, as_of, only=slug)
    if not found:
        raise Missing(slug)
    return found[0]


def records(
    of: Referred[Record], slugs: Collection[str], as_of: Moment | None = None
) -> list[Record]:
    """The records of these references in the order asked for, without those that no public entry
    names."""
    tags = Tag.objects.filter(facet=of.facet, slug__in=slugs).values_list("id", "slug")
    names = dict(tags)
    if not names:
        return []
    with connection.cursor() as cursor:
        newest = _newest_documents(cursor, list(names), seq_at(as_of) if as_of else None)
    found = {names[tag]: _record(of, names[tag], text) for tag, text in newest.items()}
    return [found[slug] for slug in slugs if slug in found]


def references(
    of: Referred[Record],
    as_of: Moment | None = None,
    after: str = "",
    limit: int = 1,
    only: str | None = None,
    before: str | None = None,
    seq: int | None = None,
    wanted: Wanted | None = None,
) -> tuple[list[Record], bool]:
    """Up to `limit` records in the order of their slugs, and whether there are more: the first ones
    after a slug, or the last ones `before` one. `seq`: the last version that is known, if that is
    no moment. `wanted`: tells which of them are given.

    Each is taken from the newest standing document that carries it.
    """
    if only is not None:
        named, slug = "slug = %s", only
    elif before is not None:
        named, slug = "slug < %s", before
    else:
        named, slug = "slug > %s", after
    if "\0" in slug:
        return [], False
    seq = seq_at(as_of) if as_of else seq
    direction = "ASC" if before is None else "DESC"
    at_once = max(limit + 1, AT_ONCE) if wanted else limit + 1
    query = (
        f"SELECT id, slug FROM {Tag._meta.db_table} WHERE facet = %s AND {named}"
        f" ORDER BY slug {direction} LIMIT {at_once}"
    )
    found: list[Record] = []
    with connection.cursor() as cursor:
        while len(found) <= limit:
            cursor.execute(query, [of.facet, slug])
            tags = cursor.fetchall()
            if not tags:
                break
            newest = _newest_documents(cursor, [number for number, _slug in tags], seq)
            # What was once named and no longer is has a tag but no document.
            told = (_record(of, name, newest[key]) for key, name in tags if key in newest)
            # One more than are given: then there are more, and no more need be read.
            missing = limit + 1 - len(found)
            found += islice((one for one in told if wanted is None or wanted(one)), missing)
            if only is not None or len(tags) < at_once:
                break
            slug = tags[-1][1]
    records = found[:limit]
    return records[:: 1 if before is None else -1], len(found) > limit


def _newest_documents(cursor: Any, tags: list[int], seq: int | None) -> dict[int, str]:
    """The newest standing document with each of these tags, as JSON text."""
    newest, params = newest_with(tags, seq)
    document, join = served("newest.seq")
    cursor.execute(f"SELECT newest.tag, {document} FROM ({newest}) newest{join}", params)
    return {tag: text for tag, text in cursor.fetchall() if text is not None}


def _record(of: Referred[Record], slug: str, text: str) -> Record:
    """The record with this slug that a document carries."""
    return next(record for record in of.carried(decoded(text)) if record["slug"] == slug)
