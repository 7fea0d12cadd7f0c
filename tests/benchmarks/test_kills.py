"""What was lost is noticed: each fault that the kills look for, made on purpose."""

import pytest

from benchmarks.kills.checking import check
from events import publishing
from events.models import Entry, Tag, Version
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def faults(published=None, pressed=(), names=("Renamed 1",)):
    keys = range(1, Entry.objects.latest("pk").pk + 1)
    actor = record.actor("france").pk
    found = check(0, keys, published or {}, list(pressed), actor, list(names))
    return {name: number for name, number in found.items() if number}


@pytest.fixture(autouse=True)
def published():
    record.actor("france", name_en="Renamed 1")
    for slug in ("one", "two"):
        record.position(slug, holder="france")


def test_where_all_is_as_it_was_acknowledged_there_are_none():
    versions = Version.objects.values_list("entry", "seq")
    assert faults(dict(versions), [key for key, _seq in versions]) == {}


def test_what_was_acknowledged_and_is_not_there():
    draft = record.development("draft", publish=False)
    lacking = record.development("lacking", source=None, publish=False)
    assert faults({draft.pk: 3}, [draft.pk, lacking.pk]) == {
        "publications lost that a publisher was told of": 1,
        "publications lost that an editor was told of": 1,
        "publications lost of all": 1,
    }


def test_names_that_nobody_has_renewed_and_sums_that_are_wrong():
    france = record.actor("france")
    france.name_en = "Renamed 2"
    france.save()
    Tag.objects.filter(facet="topic").update(standing=7)
    assert faults(names=["Renamed 3"]) == {
        "entries with another name than the last one": 2,
        "names lost": 1,
        "tables that a rebuild makes otherwise": 1,
    }


def test_a_version_that_says_nothing_new(monkeypatch):
    monkeypatch.setattr("events.publishing.appending.PublicState.is_what_stands", lambda *_: False)
    publishing.publish(Entry.objects.get(slug="one"))
    assert faults() == {
        "versions that say what the one before says": 1,
        # That is how it is told, too.
        "entries with another name than the last one": 2,
    }
