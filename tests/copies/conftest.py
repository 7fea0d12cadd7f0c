import os
from pathlib import Path

import pytest
from django.db import connection

from events import publishing
from events.engines import another, plain, scratch
from events.models import AuditLine
from tests.record import Record


@pytest.fixture
def programs_of_the_server(transactional_db, monkeypatch):
    """The server of the tests brings its own `pg_dump`; that of the machine may be older."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT setting FROM pg_config() WHERE name = 'BINDIR'")
        (folder,) = cursor.fetchone()
    if (Path(folder) / "pg_dump").exists():
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def some_record(programs_of_the_server):
    """An entry with two versions, one that was withdrawn, a draft, and an account."""
    record = Record()
    first = record.position("france-on-force", holder="france", topic="force", stance="supports")
    first.summary_en = "Said otherwise, with an é and “quotes”.\nAnd a\ttab."
    first.save()
    publishing.publish(first)
    publishing.withdraw(record.development("gone"), note={"en": "It was a mistake."})
    record.summit("paris", date="2026-01-06", publish=False)
    AuditLine.objects.create(action="added", kind="summit", key=3, slug="paris")
    return record


@pytest.fixture
def empty_database(some_record):
    """The site's database is an empty one for as long as the test lasts, and the record's is
    beside it: the settings of both."""
    record = plain(connection.settings_dict)
    with scratch(record) as settings, another(settings, "default"):
        yield record, settings
