"""Connections beside the one of the site: to another database, or to one for a while."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.utils import load_backend

# What PostgreSQL's own programs take of the options of a connection, and the variable for each.
LIBPQ = {
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "host": "PGHOST",
    "port": "PGPORT",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "sslcert": "PGSSLCERT",
    "sslcrl": "PGSSLCRL",
    "sslkey": "PGSSLKEY",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
}

END_OWN_SESSIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = %s AND usename = current_user AND pid <> pg_backend_pid()"""


def plain(settings: dict[str, Any], name: Any = None) -> dict[str, Any]:
    """Django's settings of a database without what a web process adds to them, such as a pool.
    `name`: of another database of the same server, or of another file."""
    options = {key: value for key, value in settings.get("OPTIONS", {}).items() if key in LIBPQ}
    return settings | {"OPTIONS": options, "NAME": name or settings["NAME"]}


@contextmanager
def another(settings: dict[str, Any], alias: str) -> Iterator[Any]:
    """A connection to the database of these settings, by this name for `using`, for as long as the
    context lasts. With the name “default”, everything is read from and written to it meanwhile."""
    before = connections[alias] if alias in connections.settings else None
    complete = connections.configure_settings({DEFAULT_DB_ALIAS: settings.copy()})[DEFAULT_DB_ALIAS]
    opened = load_backend(complete["ENGINE"]).DatabaseWrapper(complete, alias)
    connections[alias] = opened
    # Content types are numbered in each database apart.
    ContentType.objects.clear_cache()
    try:
        yield opened
    finally:
        opened.close()
        ContentType.objects.clear_cache()
        if before is None:
            del connections[alias]
        else:
            connections[alias] = before


@contextmanager
def scratch(settings: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The settings of an empty database that is gone afterwards: on the same PostgreSQL server, or
    a file in a temporary folder."""
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        with tempfile.TemporaryDirectory(prefix="scratch-") as folder:
            yield plain(settings, Path(folder) / "scratch.sqlite3")
        return
    name = f"{settings['NAME'][:40]}_scratch_{secrets.token_hex(4)}"
    with another(plain(settings), "beside") as beside:
        quoted = beside.ops.quote_name(name)
        with beside.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {quoted}")
        try:
            yield plain(settings, name)
        finally:
            with beside.cursor() as cursor:
                # WITH (FORCE) would be refused while the server tidies up there by itself: that
                # is a process of a superuser's. Without it, the server stops that.
                cursor.execute(END_OWN_SESSIONS, [name])
                cursor.execute(f"DROP DATABASE IF EXISTS {quoted}")
