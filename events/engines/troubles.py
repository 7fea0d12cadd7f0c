"""What SQLite and PostgreSQL say when they cannot do what they are asked to."""

import sqlite3
from enum import StrEnum

import psycopg
from django.db import InterfaceError, OperationalError


class Trouble(StrEnum):
    """What can be the matter with a database for a time."""

    GONE = "the database does not answer"
    TOO_LONG = "a statement took too long"
    LOCKED = "another transaction holds a lock"
    FULL = "the disk of the database is full"
    READ_ONLY = "the database can only be read from"


# By the beginning of the code of PostgreSQL (SQLSTATE); an error without one never reached it.
TROUBLES_OF_POSTGRESQL = {
    "": Trouble.GONE,
    "08": Trouble.GONE,
    "53100": Trouble.FULL,
    "53": Trouble.GONE,
    "57014": Trouble.TOO_LONG,
    "57P": Trouble.GONE,
    "55P03": Trouble.LOCKED,
    "40P01": Trouble.LOCKED,
    "25P0": Trouble.LOCKED,
    "25006": Trouble.READ_ONLY,
}
# By the beginning of the name of the code of SQLite.
TROUBLES_OF_SQLITE = {
    "SQLITE_BUSY": Trouble.LOCKED,
    "SQLITE_LOCKED": Trouble.LOCKED,
    "SQLITE_FULL": Trouble.FULL,
    "SQLITE_READONLY": Trouble.READ_ONLY,
    "SQLITE_INTERRUPT": Trouble.TOO_LONG,
    "SQLITE_IOERR": Trouble.GONE,
    "SQLITE_CANTOPEN": Trouble.GONE,
}


def trouble(error: Exception) -> Trouble | None:
    """What is the matter with the database; None if the fault is in what it was asked."""
    cause = error.__cause__
    if isinstance(cause, psycopg.Error):
        code = cause.sqlstate or ""
        if not code and not isinstance(error, OperationalError | InterfaceError):
            return None
        names = TROUBLES_OF_POSTGRESQL
    elif isinstance(cause, sqlite3.Error):
        code, names = getattr(cause, "sqlite_errorname", "-"), TROUBLES_OF_SQLITE
    else:
        # Django's own: a connection that it has closed, for one.
        return Trouble.GONE if isinstance(error, InterfaceError) else None
    found = [name for name in names if code.startswith(name) and (name or not code)]
    return names[max(found, key=len)] if found else None
