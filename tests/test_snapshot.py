"""A record that was made once and put back is the record that was made."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from events import public, publishing
from events.models import Development, Version
from tests import snapshot
from tests.record import Record

made: list[date] = []


@pytest.fixture
@snapshot.kept
def two(record: Record) -> None:
    made.append(datetime.now(UTC).date())
    record.development("one", actors=["france"], topics=["force"])
    record.development("two", process="other")


@pytest.fixture
def record(db: None) -> Record:
    return Record()


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("turn", ["made", "put back"])
def test_every_test_has_it_and_goes_on_from_there(record: Record, turn: str) -> None:
    assert [version.slug for version in Version.objects.all()] == ["one", "two"]
    assert public.entry("one").document["actors"][0]["slug"] == "france"

    [first] = Development.objects.filter(slug="one")
    first.title_en = "Corrected"
    first.save()

    assert publishing.publish(first).seq == 3
    assert publishing.publish(record.development("three", publish=False)).seq == 4
    assert len(list(publishing.rebuild())) == 1
    connection.check_constraints()
    assert len(made) == len({*made})  # once a day
