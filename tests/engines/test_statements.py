"""The lock of the log, and migrations that differ by engine."""

from contextlib import nullcontext

import pytest
from django.db import connection
from django.db.migrations.state import ProjectState

from events.engines import EngineSQL, is_postgresql, lock_log
from events.models import Word
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def test_the_lock_of_the_log_can_be_taken_twice_in_a_transaction():
    with connection.cursor() as cursor:
        lock_log(cursor, connection)
        lock_log(cursor, connection)
    assert record.development().kind == "development"


def test_a_migration_runs_the_statements_of_its_engine():
    mine, other = (
        ("postgresql", "sqlite") if is_postgresql(connection) else ("sqlite", "postgresql")
    )
    statement = "INSERT INTO events_word (text) VALUES ('100%s')"
    step = EngineSQL(**{mine: [statement % "%"], other: ["This is no SQL."]})
    with connection.schema_editor(atomic=False) if is_postgresql(connection) else editor() as ed:
        step.database_forwards("events", ed, ProjectState(), ProjectState())
    assert list(Word.objects.values_list("text", flat=True)) == ["100%"]


def editor():
    """A schema editor that runs what it is given: SQLite's own cannot begin in a transaction."""
    return nullcontext(connection.SchemaEditorClass(connection, atomic=False))


def test_a_migration_is_written_down_as_it_was_made():
    step = EngineSQL(postgresql=["one"], sqlite=("two",))
    name, args, kwargs = step.deconstruct()
    assert (name, args, kwargs) == ("EngineSQL", [], {"postgresql": ["one"], "sqlite": ["two"]})
    assert EngineSQL(*args, **kwargs).deconstruct() == step.deconstruct()
