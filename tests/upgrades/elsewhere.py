"""A database of its own for a test that has to begin with one that is empty, or older than ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection


@contextmanager
def elsewhere(folder: Path) -> Iterator[str]:
    """While it lasts, Django's connection leads to an empty database on the same engine; gives its
    address for other processes. `folder`: for its file, where the engine is SQLite."""
    before = connection.settings_dict["NAME"]
    if connection.vendor != "postgresql":
        with _turned_to(folder / "elsewhere.sqlite3"):
            yield f"sqlite:///{folder}/elsewhere.sqlite3"
        return
    name = f"elsewhere_{before}"
    _beside(f"CREATE DATABASE {connection.ops.quote_name(name)}")
    try:
        with _turned_to(name):
            yield urlsplit(settings.DATABASE_URL)._replace(path=f"/{name}").geturl()
    finally:
        _beside(f"DROP DATABASE {connection.ops.quote_name(name)} WITH (FORCE)")


def load(dump: Path) -> None:
    """Run the statements that the folder has for this engine."""
    statements = (dump / f"{connection.vendor}.sql").read_text()
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(statements)
        else:
            cursor.executescript(statements)


@contextmanager
def _turned_to(name: Any) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    _turn_to(name)
    try:
        yield
    finally:
        _turn_to(before)


def _turn_to(name: Any) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    # They are numbered in each database apart.
    ContentType.objects.clear_cache()


def _beside(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
