"""Where one actor stands on every topic, and where everybody stands on one topic, on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import orjson
from django.db import connection

from events import log
from events.documents import shapes
from events.documents.shapes import Texts
from events.log import DAY, Tag, first_key
from events.public.versions.moments import Moment, seq_at, standing_at
from events.public.versions.served import PublishedVersion, read
from events.vocabulary import Facet

# How many actors are given for one topic, and how many topics for one actor.
LIMIT = 200

# Of an actor's positions on a topic, the one latest by date holds; a tie goes to the one later in
# the list. Each pair is one look into an index: going through all positions would cost more, the
# more often an actor has spoken.
HOLDING = """
SELECT (
    SELECT s.id FROM events_stanceindex s JOIN events_versionindex i ON i.seq = s.seq
    WHERE s.actor_id = pair.actor_id AND s.topic_id = pair.topic_id AND s.sort < %s AND {standing}
    ORDER BY s.sort DESC LIMIT 1
) FROM (SELECT DISTINCT actor_id, topic_id FROM events_stanceindex WHERE {one}_id = %s) pair
"""
# A separate query, because the planner expects far more pairs than there are.
SAID = """
SELECT s.cell, s.seq, t.label
FROM events_stanceindex s JOIN events_tag t ON t.id = s.{other}_id
WHERE s.id IN ({marks}) ORDER BY s.sort DESC LIMIT %s
"""

Axis = Literal["actor", "topic"]


@dataclass(frozen=True)
class HeldPosition:
    """A position that holds. `name`: by language, of the topic if an actor was asked for, else of
    the actor. `entry`: its slug; `date`: as in its document."""

    actor: str
    topic: str
    name: Texts
    stance: str
    entry: str
    date: shapes.Date


def held_by(
    actor: str, on: date, as_of: Moment | None = None, limit: int = LIMIT
) -> list[HeldPosition]:
    """The position of an actor on each topic that holds on that day, latest first."""
    return _held("actor", "topic", actor, on, as_of, limit)


def held_on(
    topic: str, on: date, as_of: Moment | None = None, limit: int = LIMIT
) -> list[HeldPosition]:
    """The position of each actor on a topic that holds on that day, latest first."""
    return _held("topic", "actor", topic, on, as_of, limit)


def _held(
    one: Axis, other: Axis, slug: str, on: date, as_of: Moment | None, limit: int
) -> list[HeldPosition]:
    facet = {"actor": Facet.ACTOR, "topic": Facet.TOPIC}[one]
    tag = Tag.objects.filter(facet=facet, slug=slug).values_list("id", flat=True).first()
    standing, params = standing_at(seq_at(as_of) if as_of else None)
    with connection.cursor() as cursor:
        holding = HOLDING.format(one=one, standing=standing)
        cursor.execute(holding, [first_key(on) + DAY, *params, tag or 0])
        numbers = [number for (number,) in cursor.fetchall() if number is not None]
        if not numbers:
            return []
        marks = ", ".join(["%s"] * len(numbers))
        cursor.execute(SAID.format(other=other, marks=marks), [*numbers, limit])
        rows = cursor.fetchall()
    then = _names_then(other, [seq for _cell, seq, _label in rows]) if as_of else {}
    found = []
    for cell, seq, label in rows:
        said: shapes.Held = orjson.loads(cell)
        found.append(
            HeldPosition(
                said["actor"],
                said["topic"],
                then.get((seq, said[other])) or orjson.loads(label),
                said["stance"],
                said["entry"],
                said["date"],
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
            found[version.seq, item["slug"]] = item["name"]
    return found
