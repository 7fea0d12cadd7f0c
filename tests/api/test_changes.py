"""The change feed."""

from urllib.parse import parse_qs, quote, urlsplit
from uuid import UUID

import pytest

from events import public, publishing
from events.models import LogIdentity, Version


def follow(get, limit):
    """All changes, as a follower gets them that starts at the beginning."""
    changes, after, more = [], 0, True
    while more:
        body = get("changes/", after=after, limit=limit).json()
        assert list(body) == ["log", "seq", "time", "next", "last_seq", "more", "results"]
        assert len(body["results"]) <= limit
        changes += body["results"]
        after, more = body["last_seq"], body["more"]
    return changes


def published_at(seq):
    return public.timestamp(public.published(seq))


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
    answer = get("changes/", after=4).json()

    time = published_at(4)
    assert answer == {
        "log": str(LogIdentity.objects.get().uid),
        "seq": 4,
        "time": time,
        "next": f"http://testserver/api/v1/changes/?after=4&at={quote(time)}",
        "last_seq": 4,
        "more": False,
        "results": [],
    }


def test_an_empty_record(get, db):
    assert get("changes/").json() == {
        "log": str(LogIdentity.objects.get().uid),
        "seq": 0,
        "time": None,
        "next": "http://testserver/api/v1/changes/?after=0",
        "last_seq": 0,
        "more": False,
        "results": [],
    }


@pytest.mark.parametrize("after", [5, 1000, 2**63 - 1])
def test_beyond_the_end_there_is_an_error_that_says_so(get, history, after):
    """The record was put back from a backup, or is another one: nobody waits in silence."""
    response = get("changes/", after=after)

    assert response.status_code == 409
    assert response.json() == {
        "type": "about:blank",
        "code": "other_log",
        "title": "Conflict",
        "status": 409,
        "detail": f"The log ends at 4, and you ask for {after}. If you have had that from here, an "
        "earlier copy of the record has taken its place: read all of it again.",
        "log": str(LogIdentity.objects.get().uid),
        "last_seq": 4,
    }


def test_a_log_that_was_put_back_and_has_gone_on_since_is_noticed(get, history):
    """It has a version with that seq, but another one."""
    had = get("changes/", after=2, limit=1).json()
    followed = get("changes/", after=3, at=published_at(3))
    replaced = get("changes/", after=3, at="2026-01-01T00:00:00.000000Z")

    assert had["next"].endswith(f"&after=3&at={quote(published_at(3))}")
    assert [one["seq"] for one in followed.json()["results"]] == [4]
    assert replaced.status_code == 409
    assert replaced.json()["detail"] == (
        "The version 3 of the log is not the one that you had. An earlier copy of the record has "
        "taken its place and gone on from there: read all of it again."
    )


def test_a_reader_behind_its_primary_asks_for_patience(get, history, monkeypatch):
    monkeypatch.setattr("events.public.versions.changes.is_standby", lambda connection: True)

    for path, params in (("changes/", {"after": 5}), ("entries/", {"seq": 5})):
        response = get(path, **params)

        assert (response.status_code, response["Retry-After"]) == (503, "1")
        assert response.json()["detail"] == (
            "This server has the record up to 4, and you ask for 5: it is a moment behind another "
            "one. Ask again."
        )


def test_the_log_keeps_its_id(get, history):
    before = get("changes/").json()["log"]
    publishing.publish(history)

    assert get("changes/").json()["log"] == before == str(UUID(before))


def test_what_has_changed_since_a_time(get, record, clock):
    with clock("2026-01-05T23:30Z"):
        record.development("monday")
    with clock("2026-01-06T12:00Z"):
        record.development("noon")
    with clock("2026-01-07T12:00Z"):
        record.development("wednesday")

    def since(time):
        return [one["slug"] for one in get("changes/", since=time).json()["results"]]

    assert since("2026-01-06") == ["noon", "wednesday"]
    assert since("2026-01-06T12:00:00Z") == ["noon", "wednesday"]
    assert since("2026-01-06t12:00:00.000001z") == ["wednesday"]
    assert since("2020-01-01") == ["monday", "noon", "wednesday"]
    following = get("changes/", since="2026-01-06", limit=1).json()["next"]
    assert parse_qs(urlsplit(following).query) == {
        "limit": ["1"],
        "after": ["2"],
        "at": ["2026-01-06T12:00:00.000000Z"],
    }


@pytest.mark.parametrize(
    ("params", "wrong"),
    [
        ({"since": "2026-01-06", "after": 0}, "since"),
        ({"since": "yesterday"}, "since"),
        ({"since": "9999-01-01"}, "since"),
        ({"at": "2026-01-06T12:00:00Z"}, "at"),
        ({"after": 1, "at": "noon"}, "at"),
        ({"document": "some"}, "document"),
        ({"as_of": "2026-01-06"}, "as_of"),
        ({"order": "oldest"}, "order"),
    ],
)
def test_what_cannot_be_meant_is_named(get, history, params, wrong):
    response = get("changes/", **params)

    assert response.status_code == 400
    assert list(response.json()["errors"]) == [wrong]


def test_without_documents(get, history):
    full = get("changes/").json()["results"]

    for one in full:
        del one["document"]
    assert get("changes/", document="none").json()["results"] == full


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

    # The end of the log, its id, and the versions.
    with django_assert_num_queries(3):
        assert len(get("changes/", limit=200).json()["results"]) == 10
