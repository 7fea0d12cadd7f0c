"""Rows of a list that nobody has opened: a sentence on the page, and as they were when it is saved.

A page with many rows is quick by that, and short. A row is opened by its link, with `?open=` and
its name, or `?open=all`; the script puts its fields in the place of its sentence.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import InlineForeignKeyField
from django.forms.utils import ErrorDict
from modeltranslation.manager import get_translatable_fields_for_model

from events.admin.controls import columns, day
from events.models import EDTFField, Figure

SHUT, OPEN, ALL = "shut", "open", "all"
# What tells editors nothing in a sentence.
LEFT_OUT = ("id", "order")
# What a row is called by already.
IN_ITS_NAME: dict[Any, tuple[str, ...]] = {Figure: ("value", "measure")}


class ShutForm:
    """Mixed into the form of a row, before it. `opened`: the names of rows that are open."""

    opened: tuple[str, ...] = (ALL,)

    @property
    def is_shut(self: Any) -> bool:
        if self.is_bound:
            return f"{self.prefix}-{SHUT}" in self.data
        return bool(self.instance.pk) and not {ALL, self.prefix} & set(self.opened)

    @cached_property
    def changed_data(self: Any) -> list[str]:
        return [] if self.is_shut else super().changed_data  # type: ignore[misc]

    def full_clean(self: Any) -> None:
        """Nothing was sent of a row that is shut but that it is there, or is to go."""
        if not (self.is_bound and self.is_shut):
            super().full_clean()  # type: ignore[misc]
            return
        self._errors = ErrorDict()
        self.cleaned_data = {
            name: getattr(self.instance, name, None)
            for name in self.fields
            if name != DELETION_FIELD_NAME
        }
        marked = self.data.get(f"{self.prefix}-{DELETION_FIELD_NAME}", "")
        self.cleaned_data[DELETION_FIELD_NAME] = bool(marked)

    @property
    def sentence(self: Any) -> tuple[str, str]:
        """The row in words: what it is about, and all else."""
        told = [name for name, field in self.fields.items() if not _is_owner(field)]
        said = [text for text in _said(self.instance, told) if text]
        if isinstance(self.instance, Figure):
            return str(self.instance), " · ".join(said)
        return (said[0] if said else str(self.instance)), " · ".join(said[1:])


def _is_owner(field: Any) -> bool:
    return isinstance(field, InlineForeignKeyField)


def _said(row: Any, fields: Iterable[str]) -> Iterator[str]:
    model = type(row)
    left_out = {*LEFT_OUT, DELETION_FIELD_NAME, *IN_ITS_NAME.get(model, ())}
    texts = {column: name for name in _translated(model) for column in columns(name)}
    seen: set[str] = set()
    for column in fields:
        name = texts.get(column, column)
        if name in left_out or name in seen:
            continue
        seen.add(name)
        yield _in_words(row, name)


def _in_words(row: Any, name: str) -> str:
    if shown := getattr(row, f"get_{name}_display", None):
        return str(shown() or "")
    value = getattr(row, name, "")
    try:
        field = type(row)._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    if isinstance(field, EDTFField):
        return day(value)
    if isinstance(value, bool):
        return str(field.verbose_name) if value else ""
    if hasattr(value, "normalize"):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)


def _translated(model: Any) -> tuple[str, ...]:
    return tuple(get_translatable_fields_for_model(model) or ())


def opened_by(query: Any) -> tuple[str, ...]:
    return tuple(query.getlist(OPEN))
