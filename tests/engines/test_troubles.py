"""What each engine says when it cannot do what it is asked to, and what is made of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection, connections

from events.engines import Trouble, is_postgresql, limit_statements, trouble
from tests.waiting import PATIENCE

pytestmark = pytest.mark.django_db(transaction=True)

# Takes both engines minutes.
LONG = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)
    SELECT count(*) FROM n"""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("57014", Trouble.TOO_LONG),
        ("55P03", Trouble.LOCKED),
        ("40P01", Trouble.LOCKED),
        ("25P03", Trouble.LOCKED),
        ("53100", Trouble.FULL),
        ("53300", Trouble.GONE),
        ("57P01", Trouble.GONE),
        ("57P03", Trouble.GONE),
        ("08006", Trouble.GONE),
        ("25006", Trouble.READ_ONLY),
        ("42601", None),  # a mistake of the program's
        ("23505", None),
    ],
)
def test_codes_of_postgresql(code: str, expected: Trouble | None) -> None:
    error = DatabaseError("said so")
    error.__cause__ = psycopg.errors.lookup(code)("said so")
    assert trouble(error) == expected


def test_a_server_that_was_never_reached_has_no_code() -> None:
    error = OperationalError("connection refused")
    error.__cause__ = psycopg.OperationalError("connection refused")
    assert trouble(error) == Trouble.GONE


def test_a_connection_that_is_closed() -> None:
    assert trouble(InterfaceError("connection already closed")) == Trouble.GONE
    assert trouble(DatabaseError("whatever")) is None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.sqlite3"
    with closing(sqlite3.connect(path)) as made, made:
        made.execute("CREATE TABLE t (x)")
    return path


def raised_by(database: sqlite3.Connection, sql: str) -> Trouble | None:
    """What is made of the error with which SQLite refuses this."""
    with pytest.raises(sqlite3.OperationalError) as refusal:
        database.execute(sql)
    error = OperationalError(str(refusal.value))
    error.__cause__ = refusal.value
    return trouble(error)


def test_what_sqlite_refuses(file: Path) -> None:
    with closing(sqlite3.connect(file, timeout=0)) as one, closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert raised_by(one, "INSERT INTO t VALUES (1)") == Trouble.LOCKED
        other.rollback()
        one.execute("PRAGMA max_page_count = 3")
        assert raised_by(one, "INSERT INTO t VALUES (zeroblob(100000))") == Trouble.FULL
        assert raised_by(one, "SELECT nothing") is None
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as reader:
        assert raised_by(reader, "INSERT INTO t VALUES (1)") == Trouble.READ_ONLY
    with closing(sqlite3.connect(":memory:")) as database:
        assert raised_by(database, "ATTACH '/nowhere/x.sqlite3' AS x") == Trouble.GONE


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the server that ends what takes too long, however late it comes to that: it is not
    taken for frozen."""
    monkeypatch.setattr("events.engines.connections.GRACE", PATIENCE)


@pytest.mark.usefixtures("patient")
def test_a_statement_that_takes_too_long_is_ended() -> None:
    own = connections.create_connection("default")
    try:
        own.connect()
        limit_statements(own, 1)
        with pytest.raises(OperationalError) as raised, own.cursor() as cursor:
            cursor.execute(LONG)
        assert trouble(raised.value) == Trouble.TOO_LONG
        # Each has a time of its own, and the connection goes on.
        with own.cursor() as cursor:
            cursor.execute("SELECT 1")
            assert cursor.fetchall() == [(1,)]
    finally:
        own.close()


@pytest.mark.usefixtures("patient")
def test_a_lock_is_not_waited_for_for_ever() -> None:
    begin = lock = "BEGIN IMMEDIATE"
    if is_postgresql(connection):
        begin, lock = "BEGIN; SELECT pg_advisory_xact_lock(7)", "SELECT pg_advisory_xact_lock(7)"
    own, other = (connections.create_connection("default") for _number in range(2))
    try:
        own.connect()
        limit_statements(own, 1)
        with other.cursor() as cursor, own.cursor() as waiting:
            cursor.execute(begin)
            with pytest.raises(OperationalError) as raised:
                waiting.execute(lock)
            cursor.execute("ROLLBACK")
        assert trouble(raised.value) == Trouble.LOCKED
    finally:
        own.close()
        other.close()
