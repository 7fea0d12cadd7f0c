"""The entries that an entry names, as the desk has them: those that fields name, and rows."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Prefetch

from events.documents import shapes
from events.models import KINDS, Entry
from events.vocabulary import TRAITS

# By model, the fields and lists that name other entries. These have to be public first.
LINKS: Mapping[type[Entry], tuple[str, ...]] = {
    KINDS[kind]: tuple(traits.links) for kind, traits in TRAITS.items() if traits.links
}


class NamedEntry(NamedTuple):
    """An entry that is named, and where: the way to the field, with rows counted from 0."""

    where: tuple[str | int, ...]
    entry: Entry


class LinkRows(NamedTuple):
    """Where links are kept: a table, its column of the entry that names, and of the one named."""

    model: type[Any]
    owner: str
    target: str


@cache
def link_rows(model: type[Entry], link: str) -> LinkRows:
    """Of a field, the table is that of the entries; of a list, that of its rows."""
    field: Any = model._meta.get_field(link)
    if not field.one_to_many:
        return LinkRows(model, "pk", link)
    rows, owner = field.related_model, field.field.name
    [target] = [
        one.name
        for one in rows._meta.fields
        if one.is_relation and one.name != owner and issubclass(one.related_model, Entry)
    ]
    return LinkRows(rows, owner, target)


def joined(model: type[Entry]) -> list[str]:
    """The links that are fields, to be read together with an entry."""
    return [link for link in LINKS.get(model, ()) if link_rows(model, link).model is model]


def fetched(model: type[Entry]) -> list[Prefetch]:
    """The links that are rows, to be fetched beside entries."""
    found = [(link, link_rows(model, link)) for link in LINKS.get(model, ())]
    return [
        Prefetch(link, rows.model._default_manager.select_related(rows.target))
        for link, rows in found
        if rows.model is not model
    ]


def named_entries(entry: Entry) -> Iterator[NamedEntry]:
    """The entries that it names, in the order of its fields and rows."""
    model = type(entry)
    for link in LINKS.get(model, ()):
        rows = link_rows(model, link)
        if rows.model is model:
            if (target := getattr(entry, link)) is not None:
                yield NamedEntry((link,), target)
        else:
            for number, row in enumerate(getattr(entry, link).all()):
                yield NamedEntry((link, number, rows.target), getattr(row, rows.target))


def link_to(entry: Entry) -> shapes.Linked:
    """What a document says of an entry that it names."""
    return {"id": str(entry.uid), "slug": entry.slug}


def linked(entry: Entry | None) -> shapes.Linked | None:
    """The same, where there may be none."""
    return link_to(entry) if entry else None
