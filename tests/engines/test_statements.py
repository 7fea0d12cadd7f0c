"""The lock of the log, and migrations that differ by engine."""

from contextlib import nullcontext

import pytest
from django.db import connection, connections
from django.db.migrations.state import ProjectState

from events.engines import EngineSQL, is_postgresql, lock_log, log_holder
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


@pytest.mark.skipif(not is_postgresql(connection), reason="SQLite cannot tell")
@pytest.mark.django_db(transaction=True)
def test_who_has_locked_the_log_is_told():
    other = connections.create_connection("default")
    try:
        assert log_holder(connection) is None
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            lock_log(cursor, other)
            cursor.execute("SELECT pg_backend_pid()")
            [pid] = cursor.fetchone()
            holder = log_holder(connection)
            cursor.execute("ROLLBACK")
        assert holder._replace(seconds=0) == (pid, "tracker", "idle in transaction", 0)
        assert 0 <= holder.seconds < 5
        assert log_holder(connection) is None
    finally:
        other.close()
