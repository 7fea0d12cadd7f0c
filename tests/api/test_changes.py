"""The change feed."""

import pytest

from events import publishing
from events.models import Version


def follow(get, limit):
    """All changes, as a follower gets them that starts at the beginning."""
    changes, after, more = [], 0, True
    while more:
        body = get("changes/", after=after, limit=limit).json()
        assert list(body) == ["results", "last_seq", "more"]
        assert len(body["results"]) <= limit
        changes += body["results"]
        after, more = body["last_seq"], body["more"]
    return changes


@pytest.fixture
def history(record):
    entry = record.position()
    record.summit("meeting", date="2025")
    record.development("draft", publish=False)
    entry.title_en = "Corrected"
    entry.save()
    publishing.publish(entry, note="Corrected.")
    publishing.withdraw(entry, note="Wrong.")
    return entry


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
def test_a_follower_gets_every_version_in_order(get, history, limit):
    versions = list(Version.objects.order_by("seq"))

    assert follow(get, limit) == [
        {
            "seq": version.seq,
            "action": version.action,
            "id": str(version.uid),
            "slug": version.slug,
            "kind": version.kind,
            "published_at": f"{version.published_at:%Y-%m-%dT%H:%M:%S.%fZ}",
            "loaded_at": None,
            "note": version.told,
            "document": None
            if version.document is None
            else get(f"entries/{version.uid}/versions/{version.number}/").json()["document"],
        }
        for version in versions
    ]
    assert [version.action for version in versions] == [*["published"] * 3, "withdrawn"]


def test_documents_go_out_as_they_are_stored(get, history):
    text = get("changes/").content.decode()

    for document in Version.objects.exclude(document=None).values_list("document", flat=True):
        assert f'"document":{document}}}' in text


def test_at_the_end_there_is_nothing_more_and_the_place_is_kept(get, history):
    assert get("changes/", after=4).json() == {"results": [], "last_seq": 4, "more": False}
    assert get("changes/", after=1000).json() == {"results": [], "last_seq": 1000, "more": False}
    assert get("changes/", after=2**63 - 1).json()["results"] == []


def test_an_empty_record(get, db):
    assert get("changes/").json() == {"results": [], "last_seq": 0, "more": False}


def test_a_change_is_found_by_asking_again(get, record):
    record.position()
    tag = get("changes/", after=1)["ETag"]
    assert get("changes/", headers={"If-None-Match": tag}, after=1).status_code == 304
    record.summit()

    response = get("changes/", headers={"If-None-Match": tag}, after=1)
    assert [change["slug"] for change in response.json()["results"]] == ["meeting"]


@pytest.mark.parametrize(
    "after", ["-1", "abc", "99999999999999999999", "1.0", "1e3", "٣", "9" * 10_000, "\0"]
)
def test_what_is_no_seq_is_refused(get, db, after):
    response = get("changes/", after=after)

    assert response.status_code == 400
    assert list(response.json()["errors"]) == ["after"]


def test_the_number_of_queries_does_not_grow(get, record, django_assert_num_queries):
    for number in range(10):
        record.summit(f"s{number}")

    with django_assert_num_queries(2):
        assert len(get("changes/", limit=200).json()["results"]) == 10
