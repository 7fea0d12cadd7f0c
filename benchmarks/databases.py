"""The database of a benchmark: its own, named after its size, filled once and then reused."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

# Raise this when the filling changes, so that databases filled before are not reused.
GENERATOR = 5

FILLED = f"filled by generator {GENERATOR}"
COMMENT = """
    SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"""


FOLDER = Path(__file__).resolve().parents[1] / "var"


@contextmanager
def embedded(entries: int, *, fresh: bool, drop: bool) -> Iterator[tuple[str, bool]]:
    """The same in a file of SQLite, as a site has one unless it names a server."""
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"bench-{entries}.sqlite3"
    if filled := file.exists() and not fresh:
        with closing(sqlite3.connect(file)) as connection:
            [(mark,)] = connection.execute("PRAGMA user_version")
            filled = mark == GENERATOR
    if not filled:
        _delete(file)
    try:
        yield f"sqlite:///{file}", filled
    finally:
        if drop:
            _delete(file)


def _delete(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)


@contextmanager
def database(server: str, entries: int, *, fresh: bool, drop: bool) -> Iterator[tuple[str, bool]]:
    """The address of the database for this many entries, and whether it is filled already.

    `server`: the address of any database on the server; `fresh`: fill it again; `drop`: leave
    nothing behind.
    """
    name = f"tracker_bench_{entries}"
    with psycopg.connect(server, autocommit=True) as connection:
        row = connection.execute(COMMENT, [name]).fetchone()
        filled = row is not None and row[0] == FILLED and not fresh
        if not filled:
            _drop(connection, name)
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield address(server, name), filled
    finally:
        if drop:
            with psycopg.connect(server, autocommit=True) as connection:
                _drop(connection, name)


def mark_filled(url: str) -> None:
    """Note that the database is complete, for the next run."""
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            file.execute(f"PRAGMA user_version = {GENERATOR}")
        return
    with psycopg.connect(url, autocommit=True) as connection:
        statement = sql.SQL("COMMENT ON DATABASE {} IS {}")
        name = sql.Identifier(connection.info.dbname)
        connection.execute(statement.format(name, sql.Literal(FILLED)))


def _drop(connection: psycopg.Connection, name: str) -> None:
    statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    connection.execute(statement.format(sql.Identifier(name)))


def address(server: str, name: str) -> str:
    parts = urlsplit(server)
    return f"{parts.scheme}://{parts.netloc}/{name}{'?' if parts.query else ''}{parts.query}"


def configure(url: str) -> None:
    """Settings for a process that measures on this database; its children inherit them."""
    os.environ |= {
        "DATABASE_URL": url,
        "DEBUG": "off",
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        "HTTPS": "off",
        "LOG_LEVEL": "ERROR",
        "SECRET_KEY": "used by the benchmarks only",
    }
