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

# Those who stand somewhere on one topic; and the topics that one actor takes a stand on.
LIMIT = 200

# Of an actor's positions on a topic, the latest one by date holds; later in the list wins a tie.
# Each pair is one look into an index: to go through all positions would cost the more, the more
# often somebody has said where he stands.
HOLDING = """
SELECT (
    SELECT s.id FROM events_stanceindex s JOIN events_versionindex i ON i.seq = s.seq
    WHERE s.actor_id = pair.actor_id AND s.topic_id = pair.topic_id AND s.sort < %s AND {standing}
    ORDER BY s.sort DESC LIMIT 1
) FROM (SELECT DISTINCT actor_id, topic_id FROM events_stanceindex WHERE {one}_id = %s) pair
"""
# Apart, because the planner takes the pairs for far more than they are.
SAID = """
SELECT s.cell, s.seq, t.label
FROM events_stanceindex s JOIN events_tag t ON t.id = s.{other}_id
WHERE s.id IN ({marks}) ORDER BY s.sort DESC LIMIT %s
"""

Axis = Literal["actor", "topic"]


@dataclass(frozen=True)
class HeldPosition:
    """A position that holds. `name`: of the topic where the actor was asked for, else of the actor,
    by language. `entry`: its slug; `date`: as in its document."""

    actor: str
    topic: str
    name: Texts
    stance: str
    entry: str
    date: shapes.Date


def held_by(
    actor: str, on: date, as_of: Moment | None = None, limit: int = LIMIT
) -> list[HeldPosition]:
    """The position of an actor on each topic that holds on that day, the latest ones first."""
    return _held("actor", "topic", actor, on, as_of, limit)


def held_on(
    topic: str, on: date, as_of: Moment | None = None, limit: int = LIMIT
) -> list[HeldPosition]:
    """The position of each actor on a topic that holds on that day, the latest ones first."""
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
    """The names in the documents themselves: a record that is gone back to calls nobody by a later
    name, and the tags have the newest."""
    found = {}
    for version in read(log.Version.objects.filter(seq__in=versions)):
        assert isinstance(version, PublishedVersion)
        document = version.document
        for item in document["actors"] if axis == "actor" else document["topics"]:
            found[version.seq, item["slug"]] = item["name"]
    return found
