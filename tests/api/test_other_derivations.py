"""What the API answers as long as another release has derived what it would read."""

import pytest
from django.test import Client

from events.api.gate import EXPOSED
from events.log.derivation import DERIVATION
from tests.api.addresses import ADDRESSES, OF_THE_RECORD, publish_everything
from tests.log.derived_by import WRONG, derived_by

pytestmark = pytest.mark.django_db

REASONS = {
    "en": {
        False: "The record is being prepared for a new release of the site.",
        True: "This server is about to be replaced by one with a newer release.",
    },
    "de": {
        False: "Die Website wird gerade auf eine neue Programmversion umgestellt.",
        True: "Dieser Server wird gleich durch einen mit einer neueren Programmversion ersetzt.",
    },
}
LONG_AGO = "2020-01-01"


@pytest.fixture(params=WRONG)
def ahead(record, request):
    """Has a newer release derived the tables, or an earlier one?"""
    publish_everything(record)
    derived_by(request.param)
    return request.param == DERIVATION + 1


def problem(response, reason):
    assert response.status_code == 503
    assert response["Content-Type"] == "application/problem+json"
    assert response["Retry-After"] == "60"
    assert response["Cache-Control"] == "no-store"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Expose-Headers"] == EXPOSED
    assert "ETag" not in response
    body = response.json()
    assert body.pop("title")
    assert body == {"type": "about:blank", "code": "not_now", "status": 503, "detail": reason}


@pytest.mark.parametrize("language", REASONS)
def test_every_address_of_the_record_says_so(get, ahead, language, subtests):
    for path in OF_THE_RECORD:
        with subtests.test(path):
            answer = get(path, headers={"Accept-Language": language})

            problem(answer, REASONS[language][ahead])


@pytest.mark.parametrize(
    "query",
    [
        {"q": "nothing-has-this"},
        {"actor": "nobody"},
        {"actor": "france", "topic": "force"},
        {"kind": "none"},
        {"nothing": "at all"},
        {"as_of": LONG_AGO},
        {"as_of": LONG_AGO, "actor": "nobody"},
        {"limit": "1", "order": "oldest"},
    ],
    ids=str,
)
def test_so_does_a_list_whatever_is_asked(get, ahead, query):
    """An empty list and a mistake too: where names are looked up, they may be there."""
    problem(get("entries/", **query), REASONS["en"][ahead])


@pytest.mark.parametrize("path", ["matrix/", "actors/", "actors/france/", "entries/meeting/"])
def test_so_does_a_question_about_the_past(get, ahead, path):
    on = {"on": LONG_AGO} if path == "matrix/" else {}

    problem(get(path, as_of=LONG_AGO, **on), REASONS["en"][ahead])


def test_nobody_is_told_that_what_they_have_is_still_good(get, record):
    publish_everything(record)
    tags = {path: get(path)["ETag"] for path in OF_THE_RECORD if "versions/1" not in path}
    derived_by(None)

    for path, tag in tags.items():
        problem(get(path, headers={"If-None-Match": tag}), REASONS["en"][False])


def test_what_is_not_of_the_record_is_answered(get, ahead):
    for path in set(ADDRESSES) - set(OF_THE_RECORD):
        assert get(path).status_code == 200
    assert get("nowhere/").status_code == 404
    assert Client().options("/api/v1/entries/").status_code == 204


def test_an_empty_record_is_read(get, db):
    derived_by(None)

    assert get("entries/").json()["results"] == []
    assert get("changes/").json()["results"] == []


def test_a_list_costs_what_it_did(record, django_assert_num_queries):
    record.development("event")

    with django_assert_num_queries(1):
        Client().get("/api/v1/entries/")
