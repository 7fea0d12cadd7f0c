"""Moving the whole record into another database, of either engine.

Rows are read and written as their models say, without what saving a model does beside: a time of
publication keeps its microseconds, a document its bytes, a row its number. What is derived from the
log is made anew there.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import sql

from events import publishing
from events.copies.contents import DERIVED, TableDigest, Watch, digest, unwatched
from events.engines import (
    BackupError,
    another,
    go_on_after,
    last_number,
    one_state,
    plain,
)
from events.log import Version
from events.models import NameRow, NamesRevision, WorkerPresence

CHUNK = 500
# What a database has as soon as it is migrated: tables that migrations fill.
FILLED = {
    *("contenttypes", "auth.permission"),
    *("events.domain", "events.meetingformat", "events.unit", "events.logidentity"),
}

# Which workers are there, by what they know that names have changed, and by what records are looked
# up: each database's own.
PASSING = (WorkerPresence, NamesRevision, NameRow)


class Arrived(NamedTuple):
    """How many rows and versions were moved, and how many were published meanwhile and were not."""

    rows: int
    versions: int
    missed: int


def rows_to_move() -> int:
    """How many rows a move has to read."""
    return sum(models.QuerySet(model).count() for model in facts())


def move(target_settings: dict[str, Any], watch: Watch = unwatched) -> Arrived:
    """Copy the site's record into the database of these settings, which has to be migrated and to
    hold nothing, all of it or nothing; then compare both.

    Raises `BackupError` if that database is not as it has to be, or the two differ.
    """
    settings = plain(connection.settings_dict)
    with another(settings, "source") as source, another(plain(target_settings), "target") as target:
        _confirm_migrated(source, "The database that DATABASE_URL names")
        try:
            _confirm_migrated(target, "The other database")
            _confirm_empty()
        except DatabaseError as error:
            raise BackupError(f"The other database does not answer: {error}".strip()) from error
        with one_state(source), transaction.atomic(using="target"):
            for model in facts():
                sql.DeleteQuery(model).get_compiler("target").execute_sql(None)
            copied = {model: _copy(model, watch) for model in facts()}
            _go_on_numbering(source, target)
            for model, table in copied.items():
                if digest(_values(model, "target")) != table:
                    raise BackupError(f"{model._meta.db_table} did not arrive as it left.")
    with another(plain(target_settings), "default"):
        for _done in publishing.rebuild():
            pass
    versions = copied[Version].rows
    missed = models.QuerySet(Version).count() - versions
    return Arrived(sum(table.rows for table in copied.values()), versions, missed)


def facts() -> list[Any]:
    """The models of all rows that cannot be made from others, and that outlast the processes."""
    every = apps.get_models(include_auto_created=True)
    left = {*DERIVED, *PASSING}
    return [
        model
        for model in every
        if model._meta.managed and not model._meta.proxy and model not in left
    ]


def _confirm_migrated(database: Any, name: str) -> None:
    executor = MigrationExecutor(database)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise BackupError(f"{name} lacks migrations. Run `manage.py migrate` with it first.")
    if (
        unknown := executor.loader.applied_migrations.keys()
        - executor.loader.disk_migrations.keys()
    ):
        raise BackupError(f"{name} is of a newer release: it has the migration {min(unknown)}.")


def _confirm_empty() -> None:
    for model in facts():
        filled = model._meta.app_label in FILLED or model._meta.label_lower in FILLED
        if not filled and models.QuerySet(model, using="target").exists():
            raise BackupError(
                f"The other database is not empty: {model._meta.db_table} has rows. Nothing was "
                "changed; name one that is only migrated."
            )


def _copy(model: Any, watch: Watch) -> TableDigest:
    """Copy the rows of a model; what was read, as a digest."""
    fields = model._meta.local_concrete_fields
    rows = _values(model, "source")
    return digest(_written(model, fields, rows), watch)


def _written(model: Any, fields: list[Any], rows: Iterator[Any]) -> Iterator[Any]:
    """The rows, each of which has been written when the next chunk is asked for."""
    chunk: list[Any] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            _write(model, fields, chunk)
            yield from chunk
            chunk = []
    _write(model, fields, chunk)
    yield from chunk


class _Row:
    """Values by the names of a model's attributes, without what its descriptors make of them."""

    def __init__(self, names: list[str], values: Any) -> None:
        self.__dict__.update(zip(names, values, strict=True))


def _write(model: Any, fields: list[Any], rows: list[Any]) -> None:
    names = [field.attname for field in fields]
    target = transaction.get_connection("target")
    size = max(target.ops.bulk_batch_size(fields, rows), 1) if rows else 1
    for start in range(0, len(rows), size):
        query = sql.InsertQuery(model)
        # Django asks no more of them than their attributes.
        made: list[Any] = [_Row(names, row) for row in rows[start : start + size]]
        query.insert_values(fields, made, raw=True)
        query.get_compiler("target").execute_sql()


def _values(model: Any, alias: str) -> Iterator[Any]:
    names = [field.attname for field in model._meta.local_concrete_fields]
    return models.QuerySet(model, using=alias).order_by().values_list(*names).iterator(CHUNK)


def _go_on_numbering(source: Any, target: Any) -> None:
    for model in facts():
        key = model._meta.pk
        if isinstance(key, models.AutoField):
            place = model._meta.db_table, str(key.column)
            go_on_after(target, *place, last_number(source, *place))
    ContentType.objects.clear_cache()
