"""Appending to the log, below the door."""

import uuid
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import orjson
import pytest
from django.db import transaction

from events.log.versions import STANDS, VersionIndex, VersionText, timestamp
from events.models import Version
from events.publishing.appending import AddressTaken, PublicState, append, complete
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def document_of(slug):
    """A whole document without its version."""
    document = orjson.loads(Version.objects.filter(slug=slug).latest("seq").document)
    del document["version"]
    return document


@pytest.fixture
def one():
    return record.development("one")


def state(entry, document, **fields):
    return PublicState(entry.pk, entry.uid, entry.kind, entry.slug, document, **fields)


def test_a_version_is_the_last_member_of_its_document(one):
    version = Version.objects.get()
    said: Any = {"id": "ü", "shape": 1}
    body = PublicState(1, uuid.uuid4(), "development", "x", said).body
    assert body == '{"id":"ü","shape":1'.encode()
    version.notes = '{"de":"„So“"}'
    published = timestamp(version.published_at)
    assert complete(body, version) == (
        '{"id":"ü","shape":1,"version":{"number":1,"seq":1,'
        f'"published_at":"{published}","loaded_at":null,"note":{{"de":"„So“"}}}}}}'
    )


def test_what_stands_is_told_by_the_text_without_the_version(one):
    standing = Version.objects.get()
    same = document_of("one")
    assert state(one, same, note={"en": "Another."}).is_what_stands(standing)
    assert not state(one, same | {"shape": 1}).is_what_stands(standing)
    assert not state(one, same | {"more": None}).is_what_stands(standing)
    del same["shape"]
    assert not state(one, same).is_what_stands(standing)
    assert not state(one, None).is_what_stands(standing)


def test_a_tombstone_stands_where_nothing_is_to_be(one):
    document = document_of("one")
    [tombstone] = append([state(one, None)])
    assert state(one, None).is_what_stands(tombstone)
    assert not state(one, document).is_what_stands(tombstone)


def test_several_at_once_have_one_time_and_follow_each_other(one):
    two = record.development("two", publish=False)
    three = record.development("three")
    document = document_of("one")
    of_two = document | {"slug": "two", "id": str(two.uid)}
    versions = append(
        [
            state(two, of_two, note={"en": "New."}),
            state(one, document | {"rank": 5}, note={"en": "Moved.", "de": "Bewegt."}),
            state(three, None, note={"de": "Weg."}),
        ]
    )
    assert [(v.seq, v.slug, v.number, v.action, v.told) for v in versions] == [
        (3, "two", 1, "published", {"en": "New."}),
        (4, "one", 2, "published", {"en": "Moved.", "de": "Bewegt."}),
        (5, "three", 2, "withdrawn", {"de": "Weg."}),
    ]
    assert len({version.published_at for version in versions}) == 1
    assert list(Version.objects.filter(seq__gt=2)) == versions
    assert [version.document is None for version in versions] == [False, False, True]
    for version in versions[:2]:
        assert orjson.loads(version.document)["version"] == {
            "number": version.number,
            "seq": version.seq,
            "published_at": timestamp(version.published_at),
            "loaded_at": None,
            "note": version.told,
        }
    assert list(VersionIndex.objects.order_by("pk").values_list("pk", "slug", "superseded_by")) == [
        (1, "one", 4),
        (2, "three", 5),
        (3, "two", STANDS),
        (4, "one", STANDS),
    ]
    assert list(VersionText.objects.order_by("pk").values_list("pk", flat=True)) == [1, 2, 3, 4]


def test_only_what_stood_is_ended(one):
    for rank in (1, 2, 3):
        append([state(one, document_of("one") | {"rank": rank})])
    append([state(one, None)])
    ends = VersionIndex.objects.order_by("pk").values_list("pk", "superseded_by")
    assert list(ends) == [(1, 2), (2, 3), (3, 4), (4, 5)]
    assert list(Version.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]


def test_nothing_to_append_appends_nothing():
    assert append([]) == []
    assert Version.objects.count() == 0


def test_an_address_that_is_taken_leaves_nothing_behind(one):
    two = record.development("two", publish=False)
    with pytest.raises(AddressTaken), transaction.atomic():
        append([PublicState(two.pk, two.uid, two.kind, "one", document_of("one"))])
    assert Version.objects.count() == VersionIndex.objects.count() == 1


def test_timestamps_are_utc_to_the_microsecond():
    berlin = timezone(timedelta(hours=1))
    assert timestamp(datetime(2026, 1, 6, 0, 30, tzinfo=berlin)) == "2026-01-05T23:30:00.000000Z"
    assert timestamp(datetime(2026, 1, 6, 1, 2, 3, 4, UTC)) == "2026-01-06T01:02:03.000004Z"
