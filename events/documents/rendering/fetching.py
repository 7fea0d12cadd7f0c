"""Fetches what belongs to rows, from those tables only that have something for them.

Few entries have a roll call, and few actors a former name. One plain statement says which tables
are worth a query, of which each costs ten times as much: Django puts it together anew every time.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects


class RelationRows(NamedTuple):
    """Where the rows of a relation are kept: their model, a table, and its column of the owner."""

    model: type[Model]
    table: str
    owner: str


def fetch(owners: Sequence[Any], *relations: str | Prefetch) -> None:
    """Let these rows of one model have what belongs to them by these names, which stand for several
    rows each."""
    if not owners:
        return
    model: type[Model] = type(owners[0])
    by_name = {
        relation if isinstance(relation, str) else relation.prefetch_to: relation
        for relation in relations
    }
    found = _found(model, by_name, [owner.pk for owner in owners])
    prefetch_related_objects(owners, *(by_name[name] for name in by_name if name in found))
    for name in by_name.keys() - found:
        nothing = _nothing(_kept(model, name).model)
        for owner in owners:
            # As Django itself keeps what it has fetched.
            vars(owner).setdefault("_prefetched_objects_cache", {})[name] = nothing


def _found(model: type[Model], names: Iterable[str], keys: Sequence[int]) -> set[str]:
    """Those of the relations that have a row for one of these keys at least."""
    some = ", ".join(["(CAST(%s AS bigint))"] * len(keys))
    looks = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {kept.table}"  # noqa: S608
        f" WHERE {kept.owner} IN (SELECT key FROM owners))"
        for name, kept in ((name, _kept(model, name)) for name in names)
    )
    with connection.cursor() as cursor:
        cursor.execute(f"WITH owners (key) AS (VALUES {some}) {looks}", keys)
        return {name for (name,) in cursor.fetchall()}


@cache
def _kept(model: type[Model], name: str) -> RelationRows:
    field: Any = model._meta.get_field(name)
    if field.many_to_many:
        return RelationRows(field.related_model, field.m2m_db_table(), field.m2m_column_name())
    return RelationRows(field.related_model, field.related_model._meta.db_table, field.field.column)


@cache
def _nothing(model: type[Model]) -> QuerySet[Any]:
    nothing = model._default_manager.none()
    len(nothing)  # asked once
    return nothing
