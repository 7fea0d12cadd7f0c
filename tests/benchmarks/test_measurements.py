"""Every measurement runs on a small record and gives figures; how good they are is not tested."""

import os
from importlib import import_module
from math import isfinite

import pytest
from django.db import connection
from django.utils import timezone

from benchmarks import databases
from benchmarks.__main__ import MEASUREMENTS
from benchmarks.record.filling import fill
from benchmarks.record.schedule import PER_ENTRY
from events import public, publishing
from events.models import StanceIndex, Tag, VersionIndex, VersionText, Word

ENTRIES = 120
SECONDS = 0.01

# Publishing takes connections of its own, so that the record has to be there for all of them.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def record():
    fill(ENTRIES, timezone.now())


def rows():
    """All that is derived from the log."""
    return {
        VersionIndex: list(VersionIndex.objects.order_by("pk").values()),
        VersionText: _words(),
        Word: list(Word.objects.order_by("pk").values_list("pk", flat=True)),
        Tag: list(Tag.objects.order_by("facet", "slug").values()),
        StanceIndex: [
            {name: value for name, value in row.items() if name != "id"}
            for row in StanceIndex.objects.order_by("version", "actor", "topic").values()
        ],
    }


def _words():
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, CAST(words AS text) FROM events_versiontext ORDER BY seq")
        return cursor.fetchall()


def test_the_record_is_what_a_rebuild_makes_of_its_documents(record):
    filled = rows()

    for _done in publishing.rebuild():
        pass

    assert rows() == filled


def test_the_record_has_versions_in_the_order_of_their_times(record):
    versions, more = public.changes(0, 1000)

    assert [version.seq for version in versions] == list(range(1, len(versions) + 1))
    assert [version.published_at for version in versions] == sorted(
        version.published_at for version in versions
    )
    assert not more
    assert len(versions) == ENTRIES * PER_ENTRY
    assert public.count(public.parse({})) == ENTRIES - sum(
        version.action == "withdrawn" for version in versions
    )


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_a_measurement_gives_figures(record, name, monkeypatch):
    _let_other_processes_find_the_database(monkeypatch)
    measurement = import_module(f"benchmarks.measurements.{name}")
    seconds = 0.5 if name == "writers" else SECONDS

    results = list(measurement.measure(seconds))

    if name == "taking" and connection.vendor != "postgresql":  # it is measured beside COPY
        assert results == []
        return
    assert results
    for result in results:
        assert result.ratio is None or isfinite(result.ratio)
    if name == "writers":
        assert [result.ours for result in results[-3:]] == ["0", "0", "0"]


def _let_other_processes_find_the_database(monkeypatch):
    database = connection.settings_dict["NAME"]
    for variable in (
        "DATABASE_URL",
        "DEBUG",
        "DJANGO_SETTINGS_MODULE",
        "HTTPS",
        "LOG_LEVEL",
        "SECRET_KEY",
    ):
        monkeypatch.setenv(variable, "")
    if connection.vendor == "sqlite":
        url = f"sqlite:///{database}"
    else:
        url = databases.address(os.environ["TEST_DATABASE_URL"], database)
    databases.configure(url)
