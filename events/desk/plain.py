"""Records of the desk as plain values, the way files have them: what `events.desk.records` reads.

    {"slug": "paris", "title": {"en": "Paris"}, "topics": ["force"], "sources": [{"source": …}]}

What is empty is left out. Pictures are told of by their texts; no file has their bytes.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models

from events.desk.rights import Thing
from events.desk.structure import LANGUAGES, PartList, column, fields_of, parts_of, translated
from events.models import KINDS, PICTURES, Entry

PICTURES_KEY = "pictures"

# A record, or a row of one of its lists, by key.
PlainRecord = dict[str, Any]


@cache
def lists_of(model: type[models.Model]) -> dict[str, PartList]:
    """The lists inside a record by key: those of files, and its pictures."""
    found = dict(parts_of(model))
    for picture in PICTURES:
        owner: Any = next(field for field in picture._meta.local_fields if field.is_relation)
        if issubclass(model, owner.related_model):
            found[PICTURES_KEY] = PartList(PICTURES_KEY, picture, owner.name)
    return found


def plain(thing: Thing) -> PlainRecord:
    """A record as the database has it, in a number of queries that does not grow with its rows."""
    model: Any = model_of(thing)
    rows = model._default_manager.filter(pk=thing.pk)
    one = rows.select_related(*_links(model)).get()
    several = {
        name: list(getattr(one, name).values_list("slug", flat=True))
        for name, target in fields_of(model).items()
        if target.many_to_many
    }
    lists = {}
    for key, part in lists_of(model).items():
        named = _links(part.model, part.owner)
        found = part.model._default_manager.filter(**{part.owner: one.pk}).select_related(*named)
        lists[key] = list[Any](found.order_by(*(["order", "pk"] if part.has_order else ["pk"])))
    return as_plain(one, several, lists)


def as_plain(
    instance: Any,
    several: Mapping[str, Iterable[str]],
    lists: Mapping[str, Iterable[Any]],
) -> PlainRecord:
    """A record by what is at hand. `several`: the short names of fields that name several; `lists`:
    the rows of its lists, by key."""
    model: Any = type(instance)
    found = {"slug": instance.slug, **row_as_plain(instance)}
    for name, target in fields_of(model).items():
        if target.many_to_many and (slugs := sorted(several.get(name, []))):
            found[name] = slugs
    for key, part in lists_of(model).items():
        if rows := [row_as_plain(row, part.owner) for row in lists.get(key, [])]:
            found[key] = rows
    return found


def row_as_plain(instance: Any, owner: str = "") -> PlainRecord:
    """The columns of a record, or of a row. `owner`: the field of the row that names its record."""
    model: Any = type(instance)
    found: PlainRecord = {}
    for name, target in fields_of(model, owner).items():
        if name in translated(model):
            texts = {code: getattr(instance, column(name, code)) for code in LANGUAGES}
            if told := {code: text for code, text in texts.items() if text}:
                found[name] = told
        elif target.many_to_many:
            continue
        elif target.is_relation:
            if getattr(instance, target.attname) is not None:
                found[name] = getattr(instance, name).slug
        elif (value := _value(getattr(instance, name))) not in (None, "", []):
            found[name] = value
    return found


def model_of(thing: Thing) -> type[Thing]:
    """The model of a record; for an entry, that of its kind, however it was fetched."""
    return KINDS[thing.kind] if isinstance(thing, Entry) and thing.kind else type(thing)


def _value(value: Any) -> Any:
    if isinstance(value, Decimal):
        # 26.000 in the table is the 26 that somebody wrote.
        return format(value.normalize(), "f")
    if value is None or isinstance(value, bool | int | list):
        return value
    return str(value)


@cache
def _links(model: type[models.Model], owner: str = "") -> tuple[str, ...]:
    return tuple(
        name
        for name, target in fields_of(model, owner).items()
        if target.is_relation and not target.many_to_many
    )
