"""Who stands where: actors × topics on a day, as the record stood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

import orjson
from django.db import connection

from events import log
from events.dates import Certainty
from events.documents import shapes
from events.documents.shapes import Texts
from events.engines import SQLCondition, holds_tags
from events.log import Tag
from events.public.positions.holding import Holding, begun_by, holding
from events.public.versions.moments import Moment, seq_at, standing_at
from events.public.versions.served import PublishedVersion, read
from events.vocabulary import Facet

Names = dict[str, Texts]


@dataclass(frozen=True, slots=True)
class Cell:
    """A position that an actor holds on a topic; of a pair, one that is certain or several that are
    possible.

    `text`: what the API says of it, as JSON. `day`: on which it began, None if that is not known;
    `known_by`: by which it had begun, `possibly`: the first on which it can have, each None if
    nobody knows. `seq`: that of the version that says so; `sort`: its place in lists. `ended`: it
    held until its own date ended, and nothing has followed.
    """

    actor: str
    topic: str
    stance: str
    text: str
    certain: bool
    day: date | None
    known_by: date | None
    possibly: date | None
    seq: int
    sort: int
    ended: bool = False

    @property
    def position(self) -> shapes.Held:
        """`text` as data."""
        said: shapes.Held = orjson.loads(self.text)
        return said

    @property
    def on_day(self) -> dict[str, object]:
        """What is so on the day: the members that `HeldOnDay` has beside those of a position."""
        return {
            "certainty": Certainty.CERTAIN if self.certain else Certainty.POSSIBLE,
            "since": {
                "certainly": self.known_by and self.known_by.isoformat(),
                "possibly": self.possibly and self.possibly.isoformat(),
            },
        }


@dataclass(frozen=True)
class Matrix:
    """The cells that are filled, those in which the last position has `ended`, and the names of the
    rows and columns of all of these by slug, in order."""

    actors: Names
    topics: Names
    cells: list[Cell]
    ended: list[Cell]


# Each pair of an actor and a topic, and then the end of its history, is found by one look into an
# index: going through all positions would cost more, the more often an actor has spoken.
PLACES = """
WITH RECURSIVE pair(actor, topic) AS (
    SELECT * FROM (
        SELECT actor_id, topic_id FROM events_stanceindex ORDER BY actor_id, topic_id LIMIT 1
    ) opening
    UNION ALL
    SELECT n.actor_id, n.topic_id FROM pair JOIN events_stanceindex n ON n.id = (
        SELECT s.id FROM events_stanceindex s
        WHERE (s.actor_id, s.topic_id) > (pair.actor, pair.topic)
        ORDER BY s.actor_id, s.topic_id LIMIT 1
    )
), place(actor, topic, seq) AS (
    SELECT pair.actor, pair.topic, (
        SELECT s.seq FROM events_stanceindex s JOIN events_versionindex i ON i.seq = s.seq
        WHERE s.actor_id = pair.actor AND s.topic_id = pair.topic
            AND s.since < %s AND i.latest_start <= %s AND {standing}
        ORDER BY s.since DESC LIMIT 1
    ) FROM pair
)
"""
# For one process, the histories of most pairs would be searched back to their start in vain.
PLACES_IN_PROCESS = """
WITH place(actor, topic, seq) AS (
    SELECT actor_id, topic_id, seq FROM (
        SELECT s.actor_id, s.topic_id, s.seq,
            ROW_NUMBER() OVER (PARTITION BY s.actor_id, s.topic_id ORDER BY s.since DESC) place
        FROM events_stanceindex s JOIN events_versionindex i ON i.seq = s.seq
        WHERE s.since < %s AND i.latest_start <= %s AND {standing}
    ) begun WHERE place = 1
)
"""


def matrix(on: date, process: str | None = None, as_of: Moment | None = None) -> Matrix:
    """The position of each actor on each topic that holds on that day: for certain, or possibly
    (`events.public.positions.holding`)."""
    where, params = standing = standing_in(process, as_of)
    places = (PLACES_IN_PROCESS if process else PLACES).format(standing=where)
    rows = holding((places, [*begun_by(on), *params]), standing, on)
    actors, topics, every = named_cells(rows, as_of)
    # Of a pair, the latest first, as they come.
    every.sort(key=lambda cell: (cell.actor, cell.topic))
    cells, ended = ([cell for cell in every if cell.ended is ended] for ended in (False, True))
    return Matrix(actors, topics, cells, ended)


def named_cells(rows: Sequence[Holding], as_of: Moment | None) -> tuple[Names, Names, list[Cell]]:
    """The names of the actors and of the topics of these positions, and a cell for each position.

    Today's names come from the tags, which is cheap. As of an earlier time they come from the
    documents that stood then, because the record of an earlier moment calls nobody by a later name.
    """
    actors, topics = {row.actor for row in rows}, {row.topic for row in rows}
    tags = Tag.objects.filter(pk__in=actors | topics).values_list("id", "slug", "label")
    known = {number: (slug, label) for number, slug, label in tags}
    cells = [
        Cell(
            known[row.actor][0],
            known[row.topic][0],
            row.stance,
            row.cell,
            row.certain,
            row.day,
            *row.began,
            row.seq,
            row.sort,
            row.ended,
        )
        for row in rows
    ]
    if as_of:
        return *_names_then(cells), cells
    rows_named, columns_named = (
        _names(known[number] for number in axis) for axis in (actors, topics)
    )
    return rows_named, columns_named, cells


def standing_in(process: str | None, as_of: Moment | None) -> SQLCondition:
    """The condition for positions that stand, or stood then, in a process. `s` is the row of the
    stance, `i` that of the index."""
    seq = seq_at(as_of) if as_of else None
    condition, params = standing_at(seq)
    values: list[Any] = [*params]
    if seq is not None:
        # Decided by the index of stances, so that nothing that came later is looked up.
        condition, values = f"s.seq <= %s AND {condition}", [seq, *values]
    if process is not None:
        tag = Tag.objects.filter(facet=Facet.PROCESS, slug=process).first()
        holds, tags = holds_tags(connection, "i.tags", [tag.pk if tag else 0])
        condition, values = f"{condition} AND {holds}", [*values, *tags]
    return condition, values


def _names(found: Iterable[tuple[str, str]]) -> Names:
    return {slug: orjson.loads(label) for slug, label in sorted(found)}


def _names_then(cells: list[Cell]) -> tuple[Names, Names]:
    """The names in the documents of the cells; one document per actor and per topic is enough."""
    actors = {cell.actor: cell.seq for cell in cells}
    topics = {cell.topic: cell.seq for cell in cells}
    versions = read(log.Version.objects.filter(seq__in={*actors.values(), *topics.values()}))
    documents = {
        version.seq: version.document
        for version in versions
        if isinstance(version, PublishedVersion)
    }
    return (
        {slug: _name(slug, documents[seq]["actors"]) for slug, seq in sorted(actors.items())},
        {slug: _name(slug, documents[seq]["topics"]) for slug, seq in sorted(topics.items())},
    )


def _name(slug: str, items: Iterable[shapes.ActorInEntry | shapes.Topic]) -> Texts:
    """What it is called today, whatever its name was on the day of the document."""
    found = next(item for item in items if item["slug"] == slug)
    return cast("Texts | None", found.get("name_today")) or found["name"]
