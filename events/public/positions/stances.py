"""What one actor has said on one topic: every position, and since when the record has said so."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from django.db import connection

from events.documents.reading import positions
from events.documents.shapes import PublishedPosition
from events.engines import holds_tags
from events.log import StanceIndex, Tag
from events.public.positions.held import holding_on
from events.public.positions.matrix import standing_in
from events.public.versions.moments import Moment, seq_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet

LIMIT = 50
# How many related actors with a position are given.
MOST_OTHERS = 30


@dataclass(frozen=True)
class Said:
    """A position. `since`: when the record began to say, by this entry, that the actor has this
    stance; `earlier`: the stance that the entry gave until then, if it was another."""

    document: PublishedPosition
    sort: int
    since: datetime
    earlier: str | None


@dataclass(frozen=True)
class Stances:
    """Positions, the newest first. `more`: there are older ones."""

    said: list[Said]
    more: bool


def stances(
    actor: str,
    topic: str,
    as_of: Moment | None = None,
    before: int | None = None,
    limit: int = LIMIT,
) -> Stances:
    """The positions of an actor on a topic; `before`: those below this place (`Said.sort`)."""
    tags = _tags(actor, topic)
    pair = [tags.get((Facet.ACTOR, actor), 0), tags.get((Facet.TOPIC, topic), 0)]
    where, params = standing_in(None, as_of)
    if before is not None:
        where, params = f"{where} AND s.sort < %s", [*params, before]
    document, join = served("held.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT held.entry, held.sort, {document} FROM ("
            "SELECT s.seq, s.sort, i.entry FROM events_stanceindex s"
            " JOIN events_versionindex i ON i.seq = s.seq"
            f" WHERE s.actor_id = %s AND s.topic_id = %s AND {where}"
            f" ORDER BY s.sort DESC LIMIT {limit + 1:d}"
            f") held{join} ORDER BY held.sort DESC",
            [*pair, *params],
        )
        rows = cursor.fetchall()
    began = _began([entry for entry, _sort, _text in rows[:limit]], pair, as_of)
    documents = positions(decoded(text) for _entry, _sort, text in rows[:limit])
    said = [
        Said(document, sort, *began[entry])
        for (entry, sort, _text), document in zip(rows[:limit], documents, strict=True)
    ]
    return Stances(said, len(rows) > limit)


def _began(
    entries: Iterable[int], pair: list[int], as_of: Moment | None
) -> dict[int, tuple[datetime, str | None]]:
    """By entry, since when it has given its present stance, and which one it gave until then."""
    actor, topic = pair
    rows = StanceIndex.objects.filter(actor=actor, topic=topic, version__entry__in=entries)
    if as_of:
        rows = rows.filter(version__lte=seq_at(as_of))
    found: dict[int, tuple[datetime, str | None]] = {}
    ends: dict[int, tuple[int, str]] = {}
    for entry, seq, published_at, superseded_by, stance in rows.order_by("version").values_list(
        *("version__entry_id", "version", "version__published_at"),
        *("version__index__superseded_by", "stance"),
    ):
        # If a version did not end with the next row, the entry was withdrawn in between, or left
        # out the actor or the topic: for a while the record said nothing.
        end, before = ends.get(entry, (0, ""))
        if end != seq:
            found[entry] = published_at, None
        elif before != stance:
            found[entry] = published_at, before
        ends[entry] = superseded_by, stance
    return found


def beside(
    actor: str, topic: str, on: date, others: Collection[str] = (), as_of: Moment | None = None
) -> list[tuple[str, PublishedPosition, bool]]:
    """The positions on a topic that hold on that day of actors related to this one, each with the
    slug of its holder, and whether it holds for certain: those who represent it, coalitions of
    which it is a member, and these `others`."""
    tags = _tags(actor, topic)
    # One version may be of several holders, of whom only some still hold it.
    holding = {
        (row.seq, row.actor): row.certain
        for row in holding_on("topic", topic, on, as_of)
        if not row.ended
    }
    if not holding:
        return []
    related, values = holds_tags(connection, "i.tags", [tags.get((Facet.RECORD, actor), 0)])
    if others:
        related = f"({related} OR t.slug IN ({', '.join(['%s'] * len(others))}))"
        values = [*values, *others]
    document, join = served("s.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t.slug, s.seq, s.actor_id, {document} FROM events_stanceindex s"
            " JOIN events_versionindex i ON i.seq = s.seq"
            f" JOIN events_tag t ON t.id = s.actor_id{join}"
            f" WHERE (s.seq, s.actor_id) IN (VALUES {', '.join(['(%s, %s)'] * len(holding))})"
            " AND s.topic_id = %s"
            f" AND t.slug <> %s AND {related} ORDER BY s.sort DESC LIMIT {MOST_OTHERS:d}",
            [*chain(*holding), tags.get((Facet.TOPIC, topic), 0), actor, *values],
        )
        rows = cursor.fetchall()
    documents = positions(decoded(text) for *_keys, text in rows)
    return [
        (slug, document, holding[seq, holder])
        for (slug, seq, holder, _text), document in zip(rows, documents, strict=True)
    ]


def _tags(actor: str, topic: str) -> dict[tuple[str, str], int]:
    """The numbers of the tags with these slugs."""
    slugs = [slug for slug in (actor, topic) if "\0" not in slug]
    rows = Tag.objects.filter(slug__in=slugs).values_list("facet", "slug", "id")
    return {(facet, slug): number for facet, slug, number in rows}
