"""What makes the dump of a release works, so that it is found to before there is one to make."""

from pathlib import Path

import pytest
from django.db import connection

from events.models import Entry, Version
from tests.upgrades.databases import dump_postgresql, dump_sqlite
from tests.upgrades.elsewhere import elsewhere, load
from tests.upgrades.story import tell

HERE = Path(__file__).parent


def rows():
    """All rows of all tables, as the database gives them."""
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {table}")
            found[table] = sorted(map(repr, cursor.fetchall()))
        return found


@pytest.mark.django_db
def test_the_story_can_be_told():
    tell()

    assert Version.objects.count() == 38
    assert Entry.objects.filter(versions=None).count() == 1


def test_a_dump_brings_back_every_row(tmp_path, transactional_db):
    again = tmp_path / "again"
    again.mkdir()
    with elsewhere(tmp_path) as url:
        load(HERE / "7828057")
        before = rows()
        if connection.vendor == "postgresql":
            statements = dump_postgresql(url)
        else:
            statements = dump_sqlite(Path(url.removeprefix("sqlite:///")))
        (again / f"{connection.vendor}.sql").write_text(statements)
    with elsewhere(again):
        load(again)

        assert rows() == before
