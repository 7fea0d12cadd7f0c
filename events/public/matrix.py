"""Who stands where: actors × topics on a day, as the record stood."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from django.db import connection

from events.models.engines import holds_tags
from events.models.sorting import DAY, first_key
from events.models.versions import Tag, Version
from events.public.moments import Moment, seq_at, standing_at
from events.vocabulary import Facet


@dataclass(frozen=True)
class Cell:
    """The position that an actor holds on a topic: its entry's document says the rest."""

    actor: str
    topic: str
    stance: str
    document: dict[str, Any]


@dataclass(frozen=True)
class Matrix:
    """The cells that are filled, and the names of their rows and columns by slug, in order."""

    actors: dict[str, dict[str, str]]
    topics: dict[str, dict[str, str]]
    cells: list[Cell]


# Of an actor's positions on a topic, the latest one by date holds; later in the list wins a tie.
QUERY = """
SELECT held.seq, held.actor_id, held.topic_id, held.stance FROM (
    SELECT s.seq, s.actor_id, s.topic_id, s.stance,
           ROW_NUMBER() OVER (PARTITION BY s.actor_id, s.topic_id ORDER BY i.sort DESC) AS place
    FROM events_stanceindex s JOIN events_versionindex i ON i.seq = s.seq
    WHERE {where}
) held WHERE held.place = 1
"""


def matrix(on: date, process: str | None = None, as_of: Moment | None = None) -> Matrix:
    """The position of each actor on each topic that holds on that day.

    A position counts from the day at which it stands in the list: its earliest, or where its start
    is not known, the day by which it had been taken.
    """
    seq = seq_at(as_of) if as_of else None
    standing, params = standing_at(seq)
    where = [standing, "i.sort < %s"]
    values: list[Any] = [*params, first_key(on) + DAY]
    if process is not None:
        tag = Tag.objects.filter(facet=Facet.PROCESS, slug=process).first()
        condition, tags = holds_tags(connection, "i.tags", [tag.pk if tag else 0])
        where.append(condition)
        values += tags
    with connection.cursor() as cursor:
        cursor.execute(QUERY.format(where=" AND ".join(where)), values)
        rows = cursor.fetchall()
    slugs = dict(Tag.objects.filter(facet__in=[Facet.ACTOR, Facet.TOPIC]).values_list("id", "slug"))
    texts = Version.objects.in_bulk({row[0] for row in rows})
    documents = {number: orjson.loads(v.document or "") for number, v in texts.items()}
    cells = [
        Cell(slugs[actor], slugs[topic], stance, documents[number])
        for number, actor, topic, stance in rows
    ]
    cells.sort(key=lambda cell: (cell.actor, cell.topic))
    return Matrix(_names(cells, "actor"), _names(cells, "topic"), cells)


def _names(cells: list[Cell], axis: str) -> dict[str, dict[str, str]]:
    names = {}
    for cell in cells:
        slug = getattr(cell, axis)
        items = cell.document[f"{axis}s"]
        names[slug] = next(item["name"] for item in items if item["slug"] == slug)
    return dict(sorted(names.items()))
