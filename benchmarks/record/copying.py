"""Rows by the hundred thousand: with COPY if there is one, and with indexes made afterwards."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

# Indexes and foreign keys of the project's own tables. Primary keys and unique constraints stay:
# they catch mistakes in the filling.
INDEXES = """
    SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relname LIKE 'events\\_%' AND NOT i.indisunique"""
FOREIGN_KEYS = """
    SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
    FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text LIKE 'events\\_%'"""


class Table:
    """A model's own table, to which rows are added as lists of values.

    `numbered`: the rows bring their keys; otherwise the database numbers them.
    """

    def __init__(self, model: type[models.Model], *, numbered: bool = True) -> None:
        self._name = connection.ops.quote_name(model._meta.db_table)
        self._fields: list[Any] = [
            field
            for field in model._meta.local_concrete_fields
            if numbered or field is not model._meta.auto_field
        ]
        self.columns: list[str] = [field.column for field in self._fields]

    def values(self, row: models.Model) -> list[Any]:
        """The values of an instance as the database takes them, in the order of the columns."""
        return [
            field.get_db_prep_save(field.pre_save(row, True), connection) for field in self._fields
        ]

    def changed(self, values: Sequence[Any], own: Mapping[str, Any]) -> list[Any]:
        """The values of a row, with others in the columns that `own` names."""
        return [
            field.get_db_prep_save(own[field.column], connection) if field.column in own else value
            for field, value in zip(self._fields, values, strict=True)
        ]

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        columns = ", ".join(map(connection.ops.quote_name, self.columns))
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {self._name} ({columns}) FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
            else:
                places = ", ".join(["%s"] * len(self.columns))
                cursor.executemany(f"INSERT INTO {self._name} ({columns}) VALUES ({places})", rows)


@contextmanager
def bare_tables() -> Iterator[list[str]]:
    """Drops indexes and foreign keys for the block; yields the statements that make them again."""
    if connection.vendor != "postgresql":
        yield []
        return
    with connection.cursor() as cursor:
        cursor.execute(INDEXES)
        indexes = cursor.fetchall()
        cursor.execute(FOREIGN_KEYS)
        keys = cursor.fetchall()
        for table, name, _definition in keys:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        for name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")
    room = ["SET maintenance_work_mem = '512MB'"]
    yield (
        room
        + [definition for _name, definition in indexes]
        + [
            f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}"
            for table, name, definition in keys
        ]
    )


def execute(statements: Iterable[str]) -> Iterator[None]:
    """Execute the statements, one at each step."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
            yield


def settle() -> None:
    """Reset the sequences of keys after those of the rows, and update the planner's statistics."""
    tables = list(apps.get_app_config("events").get_models())
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
        if connection.vendor == "postgresql" and not connection.in_atomic_block:
            # Index-only scans need to know which pages every transaction sees.
            cursor.execute("VACUUM")
        cursor.execute("ANALYZE")
