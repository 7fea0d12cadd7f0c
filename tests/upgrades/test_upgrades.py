"""A database of an earlier release becomes one of this release, and nothing published changes."""

from pathlib import Path
from uuid import UUID

import orjson
import pytest
from django.core.management import call_command
from django.db import connection

from events import dates, publishing
from events.documents import shapes
from events.models import Development
from tests.upgrades.differences import LINKS, surprises
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


def log(columns=("*",)):
    """Every version as the database keeps it, in these columns or in all that it has."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM events_version ORDER BY seq")
        return [column[0] for column in cursor.description], cursor.fetchall()


def dates_in(part):
    """All the dates of a document, wherever they are."""
    if isinstance(part, list):
        return [found for item in part for found in dates_in(item)]
    if isinstance(part, dict):
        own = [part] if {"edtf", "label"} <= part.keys() else []
        return own + [found for item in part.values() for found in dates_in(item)]
    return []


@pytest.mark.parametrize("upgrading", RELEASES, indirect=True)
def test_a_database_of_an_earlier_release(upgrading, schema_of_ours, client):
    before = log()

    call_command("migrate", verbosity=0)
    behind = client.get("/readyz")
    call_command("rebuild", verbosity=0)

    assert (behind.status_code, list(behind.json())) == (503, ["status", "database", "derived"])
    assert client.get("/readyz").status_code == 200
    assert schema() == schema_of_ours
    assert log(before[0]) == before
    expected = dict(Site().addresses())
    assert {address: client.get(address).status_code for address in expected} == expected
    assert_served_in_todays_shape(client)
    assert publishing.publish(Development.objects.get(slug="draft")).seq == len(before[1]) + 1


def assert_served_in_todays_shape(client):
    """Each version is served in it, and to the byte as it was published for who asks for that."""
    columns, rows = log()
    versions = [dict(zip(columns, row, strict=True)) for row in rows]
    published = [row for row in versions if row["document"]]
    by = []
    for row in published:
        url = f"/api/v1/entries/{UUID(str(row['uid']))}/versions/{row['number']}/"
        original = client.get(url, {"shape": "original"}).content.decode()
        served = client.get(url).json()["document"]

        assert original.endswith(f',"document":{row["document"]}}}')
        assert served["shape"] == shapes.SHAPE
        for record in dates_in(served):
            value = dates.parse(record["edtf"])
            bounds = [day and day.isoformat() for day in (value.earliest, value.latest)]
            assert [record["earliest"], record["latest"]] == bounds
            assert record["precision"] == value.precision
            if value.edtf.startswith("../"):
                by.append(record["label"])
                assert record["label"] == {code: value.label(code) for code in ("en", "de")}
        stored = orjson.loads(row["document"])
        assert surprises(stored, served) == []
        assert {name: served[name] for name in LINKS if name in served} == dict(
            links_of(stored, [one for one in versions if one["seq"] < row["seq"]])
        )
    assert by


def links_of(stored, before):
    """The links of a document, as they are served: each slug with the id of the entry that was the
    last to be published under it. From shape 3 on, they have it themselves."""
    if stored["shape"] > 2:
        yield from ((name, stored[name]) for name in LINKS if name in stored)
        return
    ids = {one["slug"]: str(UUID(str(one["uid"]))) for one in before}
    for name in LINKS:
        if name not in stored:
            continue
        link = stored[name]
        if name == "restates":
            yield name, [{"id": ids[link["slug"]], **link}] if link else []
        else:
            yield name, link and {"id": ids[link], "slug": link}
