"""A row of the desk as somebody wrote it, and the order in which rows are written to the desk."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from events.desk.records.faults import Fault
from events.desk.records.structure import fields_of, group_of
from events.publishing import Problem, Where

Model = type[models.Model]


@dataclass
class Row:
    """A record, or an item of one of its lists.

    `where`: its place in the input, with which the places of its problems begin. `values`: by
    column, texts as they were written; `links`: the short names that a field names, one for a
    foreign key, several for topics; `parts`: the rows of its lists, by key.
    """

    model: Model
    slug: str
    where: Where
    values: dict[str, Any] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[str, list["Row"]] = field(default_factory=dict)
    # Fields that already have a problem and get no further messages.
    spoilt: set[str] = field(default_factory=set)


def ordered(rows: list[Row]) -> tuple[list[Row], list[Problem]]:
    """The rows, each after those that it names, otherwise in the order given.

    Links that close a circle are returned as problems, and marked as spoilt in their rows.
    """
    by_slug = {(group_of(row.model), row.slug): row for row in reversed(rows)}
    done: list[Row] = []
    problems: list[Problem] = []
    entered: set[int] = set()
    finished: set[int] = set()
    for first in rows:
        # A stack of rows, each with the links that are still to be followed.
        path = [(first, _links(first))] if id(first) not in entered else []
        entered.add(id(first))
        while path:
            row, links = path[-1]
            if not links:
                path.pop()
                finished.add(id(row))
                done.append(row)
                continue
            name, group, slug = links.pop()
            named = by_slug.get((group, slug))
            if named is None or id(named) in finished:
                continue
            if id(named) in entered:
                row.spoilt.add(name)
                message = _("This goes round in a circle: %s.") % _circle(path, named)
                problems.append(Problem(Fault.CIRCLE, (*row.where, name), message))
            else:
                entered.add(id(named))
                path.append((named, _links(named)))
    return done, problems


Link = tuple[str, Model, str]


def _links(row: Row) -> list[Link]:
    fields = fields_of(row.model)
    return [
        (name, group_of(fields[name].related_model), slug)
        for name, slugs in reversed(row.links.items())
        if not fields[name].many_to_many
        for slug in slugs
    ]


def _circle(path: list[tuple[Row, list[Link]]], back_to: Row) -> str:
    slugs = [row.slug for row, _links in path]
    start = next(at for at, (row, _links) in enumerate(path) if row is back_to)
    return " → ".join([*slugs[start:], back_to.slug])
