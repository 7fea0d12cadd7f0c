"""Backups of a whole database, in the form of its engine: making one, reading a table of it, and
putting it into an empty database.

SQLite: a file that SQLite's online backup has written. PostgreSQL: an archive of `pg_dump`, whose
programs have to be on the path; passwords reach them by the environment and never by an argument,
which every user of the machine can read.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import transaction

from events.engines.beside import LIBPQ
from events.engines.index import is_postgresql

SIGNATURES = {"sqlite": b"SQLite format 3\0", "postgresql": b"PGDMP"}
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


class BackupError(Exception):
    """A backup cannot be made, read or put back; the message says why, in one sentence or two."""


@contextmanager
def one_state(connection: Any) -> Iterator[str]:
    """A transaction that sees one state of the database, whatever is written meanwhile. Gives the
    name by which another connection to PostgreSQL sees the same state, and else nothing."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if not is_postgresql(connection):
            yield ""
            return
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def save(connection: Any, file: Path, state: str) -> None:
    """Write the database to a file that is not there yet. Raises `BackupError`.

    `state`: what `one_state` has given.
    """
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if is_postgresql(connection):
        _run(connection, "pg_dump", "--format=custom", f"--snapshot={state}", f"--file={file}")
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        # One file, without a log beside it that somebody could forget to take along.
        copy.execute("PRAGMA journal_mode = DELETE")
    check_file(connection, file)


def check_file(connection: Any, file: Path) -> None:
    """Raise `BackupError` unless the file is a whole backup of this engine."""
    try:
        with file.open("rb") as opened:
            beginning = opened.read(16)
    except OSError as error:
        raise BackupError(f"{file} cannot be read: {error.strerror}.") from error
    found = [name for name, begins in SIGNATURES.items() if beginning.startswith(begins)]
    if not found:
        raise BackupError(f"{file} is no backup: neither SQLite nor pg_dump has written it.")
    if found[0] != connection.vendor:
        raise BackupError(
            f"{file} is a backup of {NAMES[found[0]]}, and DATABASE_URL names a database of "
            f"{NAMES[connection.vendor]}. Restore it into {NAMES[found[0]]}; `manage.py move` "
            "leads from there to the other one."
        )
    if is_postgresql(connection):
        _run(None, "pg_restore", "--list", str(file))
        return
    with _opened(file) as database:
        try:
            told = [row[0] for row in database.execute("PRAGMA integrity_check(5)")]
        except sqlite3.DatabaseError as error:
            told = [str(error)]
    if told != ["ok"]:
        raise BackupError(f"{file} is damaged: {'; '.join(told)}.")


def rows_of(connection: Any, file: Path, table: str, columns: list[str]) -> list[list[Any]]:
    """The rows of a table in a backup, as texts or numbers; none if it has no such table."""
    if not is_postgresql(connection):
        with _opened(file) as database:
            try:
                statement = f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608
                return [list(row) for row in database.execute(statement)]
            except sqlite3.OperationalError:
                return []
    told = _run(None, "pg_restore", "--data-only", f"--table={table}", "--file=-", str(file))
    lines = iter(told.splitlines())
    for line in lines:
        if line.startswith("COPY "):
            listed = line.partition("(")[2].partition(")")[0]
            there = [name.strip(' "') for name in listed.split(",")]
            break
    else:
        return []
    rows = []
    for line in lines:
        if line == r"\.":
            break
        values = dict(zip(there, line.split("\t"), strict=True))
        rows.append([values[name] for name in columns])
    return rows


def is_empty(connection: Any) -> bool:
    """Has the database no table at all?"""
    return not connection.introspection.table_names()


def restore(connection: Any, file: Path) -> None:
    """Put a backup into an empty database, all of it or nothing. Raises `BackupError`."""
    if is_postgresql(connection):
        # Owners and rights are those of whoever restores: the backup's may not exist here.
        options = ("--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
        _run(connection, "pg_restore", *options, f"--dbname={_dbname(connection)}", str(file))
        return
    connection.ensure_connection()
    with _opened(file) as database:
        database.backup(connection.connection)


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """The file as a database that nobody can write to."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as database:
        yield database


def _dbname(connection: Any) -> str:
    return str(connection.settings_dict["NAME"])


def _run(connection: Any, program: str, *arguments: str) -> str:
    """What a program of PostgreSQL writes. `connection`: where to, if it asks a server."""
    path = shutil.which(program)
    if not path:
        raise BackupError(
            f"{program} is not on the path. Debian has it in the package postgresql-client, in the "
            "version of the server or a newer one."
        )
    environment = dict(os.environ)
    if connection is not None:
        environment |= _environment(connection.settings_dict)
    done = subprocess.run(  # noqa: S603 - the program is PostgreSQL's
        [path, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupError(f"{program}: {done.stderr.strip().removeprefix(f'{program}: ')}")
    return done.stdout


def _environment(settings: dict[str, Any]) -> dict[str, str]:
    """Where the server is and who asks it, as the variables that its programs read."""
    named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    values = {variable: settings[name] for variable, name in named.items()}
    values["PGDATABASE"] = settings["NAME"]
    options = settings.get("OPTIONS", {})
    values |= {variable: options[name] for name, variable in LIBPQ.items() if name in options}
    return {variable: str(value) for variable, value in values.items() if value}
