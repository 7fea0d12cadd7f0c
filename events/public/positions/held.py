"""Where one actor stands on every topic, and where everybody stands on one topic, on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

import orjson

from events import log
from events.documents import shapes
from events.documents.shapes import Texts
from events.log import Tag
from events.public.positions.holding import Holding, begun_by, holding
from events.public.versions.moments import Moment, seq_at, standing_at
from events.public.versions.served import PublishedVersion, read
from events.vocabulary import Facet

# How many actors are given for one topic, and how many topics for one actor.
LIMIT = 200

# Each pair is one look into an index: going through all positions would cost more, the more often
# an actor has spoken.
PLACES = """
WITH place(actor, topic, seq) AS (
    SELECT pair.actor_id, pair.topic_id, (
        SELECT s.seq FROM events_stanceindex s JOIN events_versionindex i ON i.seq = s.seq
        WHERE s.actor_id = pair.actor_id AND s.topic_id = pair.topic_id
            AND s.since < %s AND i.latest_start <= %s AND {standing}
        ORDER BY s.since DESC LIMIT 1
    ) FROM (SELECT DISTINCT actor_id, topic_id FROM events_stanceindex WHERE {one}_id = %s) pair
)
"""

Axis = Literal["actor", "topic"]


@dataclass(frozen=True)
class HeldPosition:
    """A position that holds, for certain or possibly, or that has `ended`. `name`: by language, of
    the topic if an actor was asked for, else of the actor. `basis`, `date`, `source`: as in its
    document; `entry`: its slug. `country`: the code of what `name` calls, if it is a country."""

    actor: str
    topic: str
    name: Texts
    stance: str
    basis: str | None
    entry: str
    date: shapes.Date
    certain: bool
    ended: bool
    source: shapes.SourceInBrief | None
    country: str | None


def held_by(
    actor: str, on: date, as_of: Moment | None = None, limit: int = LIMIT
) -> list[HeldPosition]:
    """The position of an actor on each topic that holds on that day, or that was the last one and
    has ended; latest first."""
    return _held("actor", "topic", actor, on, as_of, limit)


def held_on(
    topic: str, on: date, as_of: Moment | None = None, limit: int = LIMIT
) -> list[HeldPosition]:
    """The position of each actor on a topic that holds on that day, or that was the last one and
    has ended; latest first."""
    return _held("topic", "actor", topic, on, as_of, limit)


def holding_on(one: Axis, slug: str, on: date, as_of: Moment | None) -> list[Holding]:
    """The positions of an actor, or on a topic, that hold on that day, for certain or possibly, or
    have ended."""
    facet = {"actor": Facet.ACTOR, "topic": Facet.TOPIC}[one]
    found = Tag.objects.filter(facet=facet, slug=slug) if "\0" not in slug else Tag.objects.none()
    tag = found.values_list("id", flat=True).first() or 0
    where, params = standing = standing_at(seq_at(as_of) if as_of else None)
    places = PLACES.format(one=one, standing=where)
    among = (f"s.{one}_id = %s", [tag])
    return holding((places, [*begun_by(on), *params, tag]), standing, on, among)


def _held(
    one: Axis, other: Axis, slug: str, on: date, as_of: Moment | None, limit: int
) -> list[HeldPosition]:
    rows = sorted(holding_on(one, slug, on, as_of), key=lambda row: -row.sort)[:limit]
    then = _names_then(other, [row.seq for row in rows]) if as_of else {}
    named = {getattr(row, other) for row in rows}
    labels = dict(Tag.objects.filter(pk__in=named).values_list("id", "label"))
    found = []
    for row in rows:
        said: shapes.Held = orjson.loads(row.cell)
        found.append(
            HeldPosition(
                said["actor"],
                said["topic"],
                then.get((row.seq, said[other])) or orjson.loads(labels[getattr(row, other)]),
                said["stance"],
                said["basis"],
                said["entry"]["slug"],
                said["date"],
                row.certain,
                row.ended,
                said["source"],
                said["country"] if one == "topic" else None,
            )
        )
    return found


def _names_then(axis: Axis, versions: list[int]) -> dict[tuple[int, str], Texts]:
    """The names in the documents themselves: tags have the newest names, and the record of an
    earlier moment calls nobody by a later one."""
    found = {}
    for version in read(log.Version.objects.filter(seq__in=versions)):
        assert isinstance(version, PublishedVersion)
        document = version.document
        for item in document["actors"] if axis == "actor" else document["topics"]:
            today = cast("Texts | None", item.get("name_today"))
            found[version.seq, item["slug"]] = today or item["name"]
    return found
