"""A row of the desk as somebody wrote it, and the order in which rows are written to the desk."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext as _

from events.desk.records.faults import Fault
from events.desk.structure import fields_of, group_of
from events.models import Entry
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
    # The keys under which fields were written, where those have not their names.
    keys: dict[str, str] = field(default_factory=dict)

    def place(self, name: str, number: int | None = None) -> Where:
        """Where in the input a field stands. `number`: of one of several that it names."""
        if name in self.keys:
            return (*self.where, self.keys[name])
        return (*self.where, name, *([] if number is None else [number]))


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
            link = links.pop()
            named = by_slug.get((link.group, link.slug))
            if named is None or id(named) in finished:
                continue
            if id(named) in entered:
                link.row.spoilt.add(link.name)
                message = _("This goes round in a circle: %s.") % _circle(path, named)
                problems.append(Problem(Fault.CIRCLE, (*row.where, *link.at), message))
            else:
                entered.add(id(named))
                path.append((named, _links(named)))
    return done, problems


class WrittenName(NamedTuple):
    """A short name in a row, or in a row of one of its lists. `at`: where in the record."""

    row: Row
    name: str
    group: Model
    slug: str
    at: Where


def _links(row: Row) -> list[WrittenName]:
    """What the row names, the last one first; entries also in its lists, because all actors are
    written before any list."""
    found: list[tuple[Row, str, Where]] = [(row, name, (name,)) for name in row.links]
    for key, items in row.parts.items():
        for number, item in enumerate(items):
            fields = fields_of(item.model)
            found += [
                (item, name, (key, number, name))
                for name in item.links
                if group_of(fields[name].related_model) is Entry
            ]
    return [
        WrittenName(one, name, group_of(fields_of(one.model)[name].related_model), slug, at)
        for one, name, at in reversed(found)
        if not fields_of(one.model)[name].many_to_many
        for slug in one.links[name]
    ]


def _circle(path: list[tuple[Row, list[WrittenName]]], back_to: Row) -> str:
    slugs = [row.slug for row, _links in path]
    start = next(at for at, (row, _links) in enumerate(path) if row is back_to)
    return " → ".join([*slugs[start:], back_to.slug])
