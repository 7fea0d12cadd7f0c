"""A record as rows: made once through the door, then put back for each test that begins with it.

Publishing some ten entries takes half a second, putting their rows back a fiftieth of that.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any, NamedTuple, ParamSpec

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

Given = ParamSpec("Given")


class Rows(NamedTuple):
    table: str
    columns: list[str]
    values: list[tuple[Any, ...]]


def kept(make: Callable[Given, None]) -> Callable[Given, None]:
    """A function, or a fixture, that fills an empty record: what it has made for the first test is
    put back for all others of the process on the same day, of which it has been published.

        @pytest.fixture
        @snapshot.kept
        def two_meetings(record):
            record.summit("paris")
            record.summit("berlin")
    """
    snapshots: dict[date, list[Rows]] = {}

    @wraps(make)
    def again(*args: Given.args, **fixtures: Given.kwargs) -> None:
        today = datetime.now(UTC).date()
        if today in snapshots:
            put(snapshots[today])
        else:
            make(*args, **fixtures)
            snapshots[today] = take()

    return again


def take() -> list[Rows]:
    """All rows of the record's tables, as the database gives them."""
    taken = []
    with connection.cursor() as cursor:
        for model in _models():
            table = model._meta.db_table
            cursor.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in cursor.description]
            if values := cursor.fetchall():
                taken.append(Rows(table, columns, values))
    return taken


def put(snapshot: list[Rows]) -> None:
    """Put the rows into tables that are empty, or have what a migration filled them with, inside a
    transaction: references are checked at its end only. Numbers that the database gives out go on
    after them."""
    with connection.cursor() as cursor:
        for rows in reversed(snapshot):
            cursor.execute(f"DELETE FROM {rows.table}")
        for rows in snapshot:
            columns = ", ".join(map(connection.ops.quote_name, rows.columns))
            places = ", ".join(["%s"] * len(rows.columns))
            statement = f"INSERT INTO {rows.table} ({columns}) VALUES ({places})"
            cursor.executemany(statement, rows.values)
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)


def _models() -> list[Any]:
    return list(apps.get_app_config("events").get_models(include_auto_created=True))
