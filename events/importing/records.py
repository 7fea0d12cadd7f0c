"""From the tree of a file to the rows it describes: each key understood, none looked up yet."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from events.importing.problems import LoadError, Problem, meant
from events.importing.reading import Mapping, Node, Sequence, Text
from events.importing.shapes import (
    SECTIONS,
    Part,
    column,
    fields_of,
    group_of,
    parts_of,
    translated,
)
from events.models import KINDS
from events.vocabulary import TRAITS

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
SWITCHES = {"true": True, "false": False}


@dataclass
class Row:
    """A desk row as the file has it. `values` and `links` hold what is written, by field."""

    model: type[models.Model]
    slug: str
    where: tuple[str, ...]
    line: int
    values: dict[str, Any] = field(default_factory=dict)
    # The slugs that a field names: one for a foreign key, several for topics.
    links: dict[str, list[Text]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    parts: dict[str, list["Row"]] = field(default_factory=dict)
    # Fields with a problem already: to be told nothing more about.
    spoilt: set[str] = field(default_factory=set)


class Reader:
    """Takes the tree apart and collects what is wrong with it in `problems`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._first: dict[tuple[type[models.Model], str], Row] = {}

    def rows(self, tree: Mapping) -> list[Row]:
        """The rows of all sections, in the order of SECTIONS."""
        for key in tree.items.keys() - SECTIONS.keys():
            choices = ", ".join(SECTIONS)
            message = _("There is no such section.") + (
                meant(key, SECTIONS) or " " + _("The sections are: %s.") % choices
            )
            self._add(message, tree.lines[key], key)
        rows = []
        for section in SECTIONS:
            node = tree.items.get(section)
            if node is None or _is_nothing(node):
                continue
            if not isinstance(node, Mapping):
                self._add(_("Here records stand, each under its short name."), node.line, section)
                continue
            rows += [self._record(section, slug, node) for slug in node.items]
        if not rows and not self.problems:
            raise LoadError.for_one(_("The file holds no records."))
        return rows

    def _record(self, section: str, slug: str, section_node: Mapping) -> Row:
        node, line = section_node.items[slug], section_node.lines[slug]
        row = Row(SECTIONS[section], slug, (section, slug), line)
        first = self._first.setdefault((group_of(row.model), slug), row)
        if first is not row:
            message = _("This short name is taken already: %(where)s, line %(line)d.")
            where = ": ".join(first.where)
            self._add(message % {"where": where, "line": first.line}, line, *row.where)
        if isinstance(node, Mapping):
            self._fill(row, node)
        elif not _is_nothing(node):
            self._add(_("Here keys stand, each with its value."), node.line, *row.where)
        return row

    def _fill(self, row: Row, node: Mapping, owner: str = "") -> None:
        fields = fields_of(row.model, owner)
        parts = parts_of(row.model)
        for key, value in node.items.items():
            row.lines[key] = node.lines[key]
            if key not in fields and key not in parts:
                choices = [*fields, *parts]
                message = _("There is no such key.") + (
                    meant(key, choices) or " " + _("The keys are: %s.") % ", ".join(choices)
                )
                self._add(message, node.lines[key], *row.where, key)
            elif _is_nothing(value):
                continue
            elif key in parts:
                row.parts[key] = self._items(row, parts[key], value)
            else:
                self._field(row, fields[key], value)

    def _field(self, row: Row, target: Any, node: Node) -> None:
        name = target.name
        if name in translated(row.model):
            self._by_language(row, name, node)
        elif target.is_relation:
            texts = self._texts(row, name, node) if target.many_to_many else self._one(node)
            if texts is None:
                self._spoil(row, name, _("Here one short name stands."), node)
            else:
                row.links[name] = texts
        elif isinstance(target, models.JSONField):
            row.values[name] = [text.value for text in self._texts(row, name, node)]
        elif not isinstance(node, Text):
            self._spoil(row, name, _("Here one value stands, no list and no keys."), node)
        elif isinstance(target, models.BooleanField):
            if node.value in SWITCHES:
                row.values[name] = SWITCHES[node.value]
            else:
                self._spoil(row, name, _("Here “true” or “false” stands."), node)
        else:
            row.values[name] = node.value

    def _by_language(self, row: Row, name: str, node: Node) -> None:
        if not isinstance(node, Mapping):
            example = ", ".join(f"{language}: …" for language in LANGUAGES)
            self._spoil(row, name, _("Here texts stand by language: {%s}.") % example, node)
            return
        for language, text in node.items.items():
            line = node.lines[language]
            if language not in LANGUAGES:
                message = _("The languages of the record are: %s.") % ", ".join(LANGUAGES)
                self._add(message, line, *row.where, name, language)
                row.spoilt.add(name)
            elif not isinstance(text, Text):
                self._spoil(row, name, _("Here a text stands."), text)
            else:
                row.values[column(name, language)] = text.value
                row.lines[column(name, language)] = line

    def _texts(self, row: Row, name: str, node: Node) -> list[Text]:
        items = node.items if isinstance(node, Sequence) else None
        if items is None or any(not isinstance(item, Text) or _is_nothing(item) for item in items):
            self._spoil(row, name, _("Here a list of single words stands: [one, two]."), node)
            return []
        return [item for item in items if isinstance(item, Text)]

    def _one(self, node: Node) -> list[Text] | None:
        return [node] if isinstance(node, Text) else None

    def _items(self, row: Row, part: Part, node: Node) -> list[Row]:
        if not isinstance(node, Sequence):
            self._spoil(row, part.key, _("Here a list stands, one item with each “-”."), node)
            return []
        return [
            self._item(row, part, item, (*row.where, f"{part.key} {number}"))
            for number, item in enumerate(node.items, start=1)
        ]

    def _item(self, row: Row, part: Part, node: Node, where: tuple[str, ...]) -> Row:
        item = Row(part.model, "", where, node.line)
        if isinstance(node, Mapping):
            self._fill(item, node, part.owner)
        elif part.short and isinstance(node, Text) and not _is_nothing(node):
            item.links[part.short] = [node]
            item.lines[part.short] = node.line
        else:
            self._add(_("Here keys stand, each with its value."), node.line, *where)
            item.spoilt.update(fields_of(part.model, part.owner))
        # Where an entry says nothing else, an actor has the first role of its kind.
        if part.key == "actors" and "role" not in item.lines:
            item.values["role"] = TRAITS[_kind(row.model)].roles[0]
        return item

    def _spoil(self, row: Row, name: str, message: str, node: Node) -> None:
        row.spoilt.add(name)
        self._add(message, node.line, *row.where, name)

    def _add(self, message: str, line: int, *where: str) -> None:
        self.problems.append(Problem(message, line, where))


def _kind(model: type[models.Model]) -> str:
    return next(kind for kind, child in KINDS.items() if child is model)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Text) and node.value is None


def ordered(rows: list[Row]) -> tuple[list[Row], list[Problem]]:
    """The rows of the file, each after those that it names, otherwise as they stand.

    Links that close a circle come back as problems, and are marked as spoilt in their rows.
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
            name, group, text = links.pop()
            named = by_slug.get((group, text.value or ""))
            if named is None or id(named) in finished:
                continue
            if id(named) in entered:
                row.spoilt.add(name)
                message = _("This goes round in a circle: %s.") % _circle(path, named)
                problems.append(Problem(message, text.line, (*row.where, name)))
            else:
                entered.add(id(named))
                path.append((named, _links(named)))
    return done, problems


Link = tuple[str, type[models.Model], Text]


def _links(row: Row) -> list[Link]:
    fields = fields_of(row.model)
    return [
        (name, group_of(fields[name].related_model), text)
        for name, texts in reversed(row.links.items())
        if not fields[name].many_to_many
        for text in texts
    ]


def _circle(path: list[tuple[Row, list[Link]]], back_to: Row) -> str:
    slugs = [row.slug for row, _links in path]
    start = next(at for at, (row, _links) in enumerate(path) if row is back_to)
    return " → ".join([*slugs[start:], back_to.slug])
