"""From plain values to rows: each key understood, nothing looked up yet.

Plain values are what YAML, JSON or a table say, without how it was written: mappings, lists, texts,
numbers, true and false, and null.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeGuard

from django.db import models
from django.utils.translation import gettext as _

from events.desk.records.faults import Fault, meant
from events.desk.records.rows import Model, Row
from events.desk.structure import (
    FORMER_KEYS,
    LANGUAGES,
    SECTIONS,
    PartList,
    column,
    field_for_one,
    fields_of,
    group_of,
    parts_of,
    translated,
)
from events.models import KINDS
from events.publishing import Problem, Where
from events.vocabulary import TRAITS

Scalar = str | int | float | Decimal | bool | None
Plain = Mapping[str, "Plain"] | Sequence["Plain"] | Scalar

SWITCHES = {"true": True, "false": False, True: True, False: False}


class Reader:
    """Takes values apart and collects what is wrong with them in `problems`.

    The place of a problem is the way to it through the values, beginning with section and short
    name if there are sections.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._first: dict[tuple[Model, str], Row] = {}

    def rows(self, sections: Mapping[str, Plain]) -> list[Row]:
        """The records of all sections, in the order of SECTIONS."""
        for key in [key for key in sections if key not in SECTIONS]:
            message = _("There is no such section.") + (
                meant(key, SECTIONS) or " " + _("The sections are: %s.") % ", ".join(SECTIONS)
            )
            self._add(Fault.SECTION, message, key)
        rows = []
        for section, model in SECTIONS.items():
            records = sections.get(section)
            if isinstance(records, Mapping):
                rows += [
                    self.record(model, slug, values, (section, slug))
                    for slug, values in records.items()
                ]
            elif records is not None:
                message = _("Records are expected here, each under its short name.")
                self._add(Fault.FORM, message, section)
        if not rows and not self.problems:
            self._add(Fault.EMPTY, _("The file holds no records."))
        return rows

    def record(self, model: Model, slug: str, values: Plain, where: Where = ()) -> Row:
        """One record of a model. `values`: a mapping by the names of its fields and lists."""
        row = Row(model, slug, where)
        first = self._first.setdefault((group_of(model), slug), row)
        if first is not row:
            row.spoilt.add("slug")
            message = _("This short name is taken already.")
            self.problems.append(Problem(Fault.TAKEN, where, message, first.where))
        if isinstance(values, Mapping):
            self._fill(row, values)
        elif values is not None:
            self._add(Fault.FORM, _("Keys are expected here, each with its value."), *where)
        return row

    def _fill(self, row: Row, values: Mapping[str, Plain], owner: str = "") -> None:
        fields = fields_of(row.model, owner)
        parts = parts_of(row.model)
        for key, value in values.items():
            if name := field_for_one(row.model, key):
                self._for_one(row, key, name, value, values)
            elif key not in fields and key not in parts:
                self._add(Fault.KEY, _no_such_key(row.model, key, fields, parts), *row.where, key)
            elif value is None:
                continue
            elif key in parts:
                row.parts[key] = self._items(row, parts[key], value)
            else:
                self._field(row, fields[key], value)

    def _for_one(
        self, row: Row, key: str, name: str, value: Plain, values: Mapping[str, Plain]
    ) -> None:
        """`process: one` says what `processes: [one]` says."""
        if name in values:
            message = _("Either “%(one)s” or “%(several)s” stands here, not both.")
            self._add(Fault.FORM, message % {"one": key, "several": name}, *row.where, key)
            row.spoilt.add(name)
        elif isinstance(value, str):
            row.links[name] = [value]
            row.keys[name] = key
        elif value is not None:
            self._add(Fault.FORM, _("One short name is expected here."), *row.where, key)
            row.spoilt.add(name)

    def _field(self, row: Row, target: Any, value: Plain) -> None:
        name = target.name
        if name in translated(row.model):
            self._by_language(row, name, value)
        elif target.is_relation and not target.many_to_many:
            if isinstance(value, str):
                row.links[name] = [value]
            else:
                self._spoil(row, name, _("One short name is expected here."))
        elif target.is_relation:
            row.links[name] = self._words(row, name, value)
        elif isinstance(target, models.JSONField):
            # Such as the authors of a source.
            row.values[name] = self._words(row, name, value)
        elif isinstance(value, Mapping) or _is_list(value):
            self._spoil(row, name, _("One value is expected here, not a list or keys."))
        elif isinstance(target, models.BooleanField):
            if isinstance(value, str | bool) and value in SWITCHES:
                row.values[name] = SWITCHES[value]
            else:
                self._spoil(row, name, _("“true” or “false” is expected here."))
        elif isinstance(value, bool):
            self._spoil(row, name, _("A text or a number is expected here."))
        else:
            row.values[name] = value

    def _by_language(self, row: Row, name: str, value: Plain) -> None:
        if not isinstance(value, Mapping):
            example = ", ".join(f"{language}: …" for language in LANGUAGES)
            self._spoil(row, name, _("Texts by language are expected here: {%s}.") % example)
            return
        for language, text in value.items():
            if language not in LANGUAGES:
                message = _("The languages of the record are: %s.") % ", ".join(LANGUAGES)
                self._add(Fault.LANGUAGE, message, *row.where, name, language)
                row.spoilt.add(name)
            elif text is not None and not isinstance(text, str):
                self._add(Fault.FORM, _("A text is expected here."), *row.where, name, language)
                row.spoilt.add(name)
            else:
                row.values[column(name, language)] = text

    def _words(self, row: Row, name: str, value: Plain) -> list[str]:
        words = [word for word in value if isinstance(word, str)] if _is_list(value) else []
        if not _is_list(value) or len(words) < len(value):
            self._spoil(row, name, _("A list of single words is expected here: [one, two]."))
            return []
        return words

    def _items(self, row: Row, part: PartList, value: Plain) -> list[Row]:
        if not _is_list(value):
            self._spoil(row, part.key, _("A list of items is expected here."))
            return []
        return [
            self._item(row, part, item, (*row.where, part.key, number))
            for number, item in enumerate(value)
        ]

    def _item(self, row: Row, part: PartList, value: Plain, where: Where) -> Row:
        item = Row(part.model, "", where)
        if isinstance(value, Mapping):
            self._fill(item, value, part.owner)
        elif part.short and isinstance(value, str):
            self._fill(item, {part.short: value}, part.owner)
        else:
            self._add(Fault.FORM, _("Keys are expected here, each with its value."), *where)
            item.spoilt.update(fields_of(part.model, part.owner))
        # An actor without a role has the first role of the entry's kind.
        if part.key == "actors" and not (isinstance(value, Mapping) and "role" in value):
            item.values["role"] = TRAITS[_kind(row.model)].roles[0]
        return item

    def _spoil(self, row: Row, name: str, message: str) -> None:
        row.spoilt.add(name)
        self._add(Fault.FORM, message, *row.where, name)

    def _add(self, fault: Fault, message: str, *where: str | int) -> None:
        self.problems.append(Problem(fault, where, message))


def _no_such_key(model: Model, key: str, *known: Iterable[str]) -> str:
    choices = [name for names in known for name in names]
    if now := FORMER_KEYS.get(model, {}).get(key):
        said = f" {now}"
    else:
        said = meant(key, choices) or " " + _("The keys are: %s.") % ", ".join(choices)
    return _("There is no such key.") + said


def _is_list(value: Plain) -> TypeGuard[Sequence[Plain]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _kind(model: Model) -> str:
    return next(kind for kind, child in KINDS.items() if child is model)
