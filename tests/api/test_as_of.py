"""The record as it stood."""

import pytest
from django.utils import timezone

from events import publishing
from tests import snapshot


@pytest.fixture
@snapshot.kept
def history(record, clock):
    """`stand` from January on, another in February, withdrawn in April; `meeting` from March."""
    with clock("2026-01-10T12:00+00:00"):
        entry = record.position(holder="france", stance="undecided")
    with clock("2026-02-10T12:00+00:00"):
        entry.stance, entry.slug = "supports", "stance"
        entry.save()
        publishing.publish(entry)
    with clock("2026-03-10T12:00+00:00"):
        record.summit("meeting", actors=["germany"], topics=["talks"], process="other")
    with clock("2026-04-10T12:00+00:00"):
        publishing.withdraw(entry)


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-01-09", []),
        ("2026-01-10T11:59:59Z", []),
        ("2026-01-10T12:00:00Z", ["stand"]),
        ("2026-01-10", ["stand"]),
        ("2026-02-10T13:00:00+02:00", ["stand"]),
        ("2026-02-10T14:00:00+02:00", ["stance"]),
        ("2026-02-10", ["stance"]),
        ("2026-03-31", ["meeting", "stance"]),
        ("2026-04-10", ["meeting"]),
    ],
)
def test_lists_as_they_stood(slugs, as_of, expected):
    assert sorted(slugs(as_of=as_of)) == expected


@pytest.mark.usefixtures("history")
def test_filters_hold_as_they_did_then(slugs):
    assert slugs(as_of="2026-01-31", stance="undecided") == ["stand"]
    assert slugs(as_of="2026-02-28", stance="undecided") == []
    assert slugs(as_of="2026-02-28", q="titel stand") == ["stance"]
    assert slugs(as_of="2026-02-28", q="meeting") == []
    assert slugs("positions/", as_of="2026-04-30") == []


@pytest.mark.usefixtures("history")
def test_an_entry_as_it_stood(get):
    assert get("entries/stand/", as_of="2026-01-31").json()["stance"] == "undecided"
    assert get("entries/stance/", as_of="2026-02-28").json()["stance"] == "supports"
    assert get("entries/meeting/", as_of="2026-02-28").status_code == 404
    assert get("entries/stand/", as_of="2026-01-09").status_code == 404
    assert get("entries/stance/", as_of="2026-04-30").status_code == 410


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    ("name", "as_of", "other"),
    [("stand", "2026-02-28", "stance"), ("stance", "2026-01-31", "stand")],
)
def test_the_address_that_it_had_then(get, name, as_of, other):
    """Whoever has today's address finds the entry as it was under an earlier one."""
    response = get(f"entries/{name}/", as_of=as_of)

    assert response.status_code == 308
    assert response["Location"] == f"/api/v1/entries/{other}/?as_of={as_of}"
    assert get(f"entries/{other}/", as_of=as_of).status_code == 200


@pytest.mark.usefixtures("history")
def test_what_entries_named_then(get, slugs):
    assert slugs("actors/", as_of="2026-01-31") == ["france"]
    assert slugs("actors/", as_of="2026-03-31") == ["france", "germany"]
    assert slugs("actors/") == ["germany"]
    assert slugs("topics/", as_of="2026-04-30") == ["talks"]
    assert slugs("processes/", as_of="2026-02-28") == ["peace"]
    assert slugs("sources/", as_of="2026-01-09") == []
    assert get("actors/france/", as_of="2026-02-28").status_code == 200
    assert get("actors/france/").status_code == 404
    assert get("actors/germany/", as_of="2026-02-28").status_code == 404


@pytest.mark.usefixtures("history")
def test_the_matrix_as_it_stood(get):
    def stances(as_of):
        return [cell["stance"] for cell in get("matrix/", as_of=as_of).json()["positions"]]

    assert stances("2026-01-09") == []
    assert stances("2026-01-31") == ["undecided"]
    assert stances("2026-02-28") == ["supports"]
    assert stances("2026-04-30") == []


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("entries/", {}),
        ("entries/stand/", {}),
        ("actors/", {}),
        ("actors/france/", {}),
        ("matrix/", {"on": "2026-02-01"}),
    ],
)
def test_what_was_stays_and_may_be_kept(get, record, path, params, django_assert_num_queries):
    """No later publication changes it, so that its tag does not change; all that is asked is
    whether the record has gone so far."""
    before = get(path, as_of="2026-01-31", **params)
    record.development("news")
    after = get(path, as_of="2026-01-31", **params)

    kept = "public, max-age=60, s-maxage=60, stale-while-revalidate=60, stale-if-error=600"
    assert before["Cache-Control"] == after["Cache-Control"] == kept
    assert (before["ETag"], before.content) == (after["ETag"], after.content)
    with django_assert_num_queries(1):
        response = get(
            path, headers={"If-None-Match": before["ETag"]}, as_of="2026-01-31", **params
        )
    assert response.status_code == 304


def test_today_is_not_settled_yet(get, record, clock):
    record.position()
    response = get("entries/", as_of=timezone.localdate().isoformat())

    assert response["Cache-Control"].startswith("public, max-age=10,")
    assert len(response.json()["results"]) == 1


def test_a_matrix_of_the_past_without_a_day_changes_every_day(get, record, clock):
    with clock("2026-01-10T12:00+00:00"):
        record.position(date="2026-01-06")
    with clock("2026-02-01T12:00+00:00"):
        first = get("matrix/", as_of="2026-01-31")
    with clock("2026-02-02T12:00+00:00"):
        second = get("matrix/", as_of="2026-01-31")

    assert (first.json()["on"], second.json()["on"]) == ("2026-02-01", "2026-02-02")
    assert first["ETag"] != second["ETag"]
    assert first["Cache-Control"].startswith("public, max-age=10,")
