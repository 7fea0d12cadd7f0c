"""A database of an earlier release becomes one of this release, and nothing published changes."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from events import publishing
from events.models import Development
from tests.upgrades.elsewhere import elsewhere, load
from tests.upgrades.reading import Site
from tests.upgrades.schema import schema

HERE = Path(__file__).parent
RELEASES = sorted(dump.parent.name for dump in HERE.glob("*/sqlite.sql"))


@pytest.fixture
def schema_of_ours(transactional_db):
    return schema()


@pytest.fixture
def upgrading(request, tmp_path, schema_of_ours):
    """Leads to a database of an earlier release."""
    with elsewhere(tmp_path):
        load(HERE / request.param)
        yield


def log():
    """Every version as the database keeps it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM events_version ORDER BY seq")
        return [column[0] for column in cursor.description], cursor.fetchall()


@pytest.mark.parametrize("upgrading", RELEASES, indirect=True)
def test_a_database_of_an_earlier_release(upgrading, schema_of_ours, client):
    before = log()

    call_command("migrate", verbosity=0)
    behind = client.get("/readyz")
    call_command("rebuild", verbosity=0)

    assert (behind.status_code, list(behind.json())) == (503, ["status", "database", "derived"])
    assert client.get("/readyz").status_code == 200
    assert schema() == schema_of_ours
    assert log() == before
    expected = dict(Site().addresses())
    assert {address: client.get(address).status_code for address in expected} == expected
    assert publishing.publish(Development.objects.get(slug="draft")).seq == len(before[1]) + 1
