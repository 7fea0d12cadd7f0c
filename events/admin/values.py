"""Texts of a record in words, value by value, and what differs between two of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events import desk
from events.desk import PartList, PlainRecord
from events.presenting.entry import differences


@dataclass(frozen=True)
class SaidValue:
    """A value under a label. `language`: of a text that is written in one."""

    label: str
    text: str
    language: str = ""


@dataclass(frozen=True)
class ValueChange:
    """`how`: added, removed or changed. `html`: the value, with what came and what went marked."""

    label: str
    how: str
    html: SafeString


def between(model: type[models.Model], older: PlainRecord, newer: PlainRecord) -> list[ValueChange]:
    """What differs between two texts of a record: its fields, then its rows."""
    changes = list(_of_values(model, older, newer))
    if older.get("slug") != newer.get("slug"):
        label = desk.label(model._meta.get_field("slug"))
        old_slug, new_slug = (SaidValue(label, one.get("slug", "")) for one in (older, newer))
        changes.insert(0, _change(old_slug, new_slug))
    for key, part in desk.lists_of(model).items():
        old, new = older.get(key, []), newer.get(key, [])
        for was, now in desk.matched(part, old, new):
            changes += _of_row(
                part,
                None if was is None else old[was],
                None if now is None else new[now],
            )
        if len(old) == len(new) and old != new and sorted(map(str, old)) == sorted(map(str, new)):
            orders = [", ".join(desk.subject(part, row) for row in rows) for rows in (old, new)]
            label = _("%(list)s, order") % {"list": list_label(model, part)}
            changes.append(_change(SaidValue(label, orders[0]), SaidValue(label, orders[1])))
    return changes


def _of_values(
    model: type[models.Model],
    older: PlainRecord,
    newer: PlainRecord,
    owner: str = "",
    prefix: str = "",
) -> Iterator[ValueChange]:
    old, new = values(model, older, owner), values(model, newer, owner)
    for key in [*new, *(key for key in old if key not in new)]:
        one, other = old.get(key), new.get(key)
        if one != other:
            known: Any = other or one
            blank = SaidValue(known.label, "", known.language)
            yield _change(one or blank, other or blank, prefix)


def _of_row(
    part: PartList, was: PlainRecord | None, now: PlainRecord | None
) -> Iterator[ValueChange]:
    known: Any = now or was
    name = f"{capfirst(str(part.model._meta.verbose_name))} “{desk.subject(part, known)}”"
    if was is not None and now is not None:
        yield from _of_values(part.model, was, now, part.owner, f"{name}: ")
    else:
        said = sentence(part, known)
        blank, told = SaidValue(name, ""), SaidValue(name, said)
        yield _change(told, blank) if now is None else _change(blank, told)


def values(model: type[models.Model], record: PlainRecord, owner: str = "") -> dict[str, SaidValue]:
    """The values of a record or a row, by column, in the order of the model."""
    found = {}
    for name, target in desk.fields_of(model, owner).items():
        value = record.get(name)
        if isinstance(value, dict):
            for language, text in value.items():
                column = desk.column(name, language)
                label = desk.label(model._meta.get_field(column))
                found[column] = SaidValue(label, text, language)
        elif value is not None:
            found[name] = SaidValue(desk.label(target), worded(target, value))
    return found


def worded(target: Any, value: Any) -> str:
    """A value as people say it: the name of one of a closed list, yes or no."""
    if isinstance(value, bool):
        return pgettext("a value", "yes") if value else pgettext("a value", "no")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if getattr(target, "flatchoices", None):
        return str(dict(target.flatchoices).get(value, value))
    return str(value)


def sentence(part: PartList, row: PlainRecord) -> str:
    """All of a row in a line."""
    said = values(part.model, row, part.owner).values()
    return "; ".join(f"{one.label}: {one.text}" for one in said if one.text)


def list_label(model: type[models.Model], part: PartList) -> str:
    return capfirst(str(part.model._meta.verbose_name_plural))


def label_at(model: type[models.Model], at: tuple[str | int, ...], row: PlainRecord | None) -> str:
    """What stands at a place of a record: “Title (German)”, “Figure “countries”: Value”."""
    match at:
        case (str(name),):
            return str(desk.label(model._meta.get_field(name)))
        case (str(name), str(language)):
            return str(desk.label(model._meta.get_field(desk.column(name, language))))
    part = desk.lists_of(model)[str(at[0])]
    name = f"{capfirst(str(part.model._meta.verbose_name))} “{desk.subject(part, row or {})}”"
    if len(at) == 2:
        return name
    return f"{name}: {label_at(part.model, at[2:], None)}"


def text_at(model: type[models.Model], at: tuple[str | int, ...], value: Any) -> str:
    """A value at a place of a record in words; empty if there is none."""
    if value is None:
        return ""
    if len(at) > 1 and isinstance(at[1], int):
        part = desk.lists_of(model)[str(at[0])]
        if len(at) == 2:
            return sentence(part, value)
        return text_at(part.model, at[2:], value)
    return str(value) if len(at) == 2 else worded(model._meta.get_field(str(at[0])), value)


def is_text(model: type[models.Model], at: tuple[str | int, ...]) -> bool:
    """Can what stands at a place be written as text, so that two can be put together?"""
    if len(at) > 2 and isinstance(at[1], int):
        return is_text(desk.lists_of(model)[str(at[0])].model, at[2:])
    return len(at) == 2 and isinstance(at[1], str)


def _change(old: SaidValue, new: SaidValue, prefix: str = "") -> ValueChange:
    how = "changed" if old.text and new.text else "added" if new.text else "removed"
    marked = differences.marked(old.text, new.text)
    if new.language:
        marked = format_html('<span lang="{}">{}</span>', new.language, marked)
    return ValueChange(f"{prefix}{new.label}", how, marked)
