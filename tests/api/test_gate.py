"""The way into the API: what goes wrong has one shape, whatever it is."""

import logging

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import translation

from events import public
from tests.api.addresses import ADDRESSES, publish_everything


@pytest.mark.parametrize("path", ["/api/v2/", "/api/v1/nowhere/", "/api/v1/entries/a/b/"])
def test_an_unknown_address(db, path):
    response = Client().get(path)

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "code": "not_found",
        "title": "Not found",
        "status": 404,
        "detail": "There is nothing at this address.",
    }


def test_other_addresses_are_not_the_gates(db):
    assert Client().get("/healthz").json() == {"status": "ok"}
    assert "Access-Control-Allow-Origin" not in Client().get("/healthz")


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/api/v1/entries", ""),
        ("/api/v1/entries", "q=a%20b&topic=x"),
        ("/api/v1/entries/stand", "as_of=2026-01-06"),
    ],
)
def test_a_forgotten_slash(db, path, query):
    response = Client().get(f"{path}?{query}" if query else path)

    assert response.status_code == 308
    assert response["Location"] == (f"{path}/?{query}" if query else f"{path}/")


def test_a_forgotten_slash_after_what_tries_to_break_out(db):
    response = Client().get("/api/v1/entries/a%0d%0aSet-Cookie:%20x=%25y")

    assert response["Location"] == "/api/v1/entries/a%0D%0ASet-Cookie:%20x%3D%25y/"


def test_an_error_of_ours_says_no_more_than_that(db, monkeypatch, caplog):
    def fail(filters):
        raise OperationalError("server at 10.0.0.7 is gone")

    monkeypatch.setattr(public, "page", fail)
    response = Client(raise_request_exception=False).get("/api/v1/entries/")

    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert response.json() == {
        "type": "about:blank",
        "code": "internal",
        "title": "Internal server error",
        "status": 500,
        "detail": "Something went wrong on our side. It has been logged.",
    }
    [logged] = [log for log in caplog.records if log.levelno == logging.ERROR]
    assert "10.0.0.7" in caplog.text
    assert logged.exc_info


def test_an_error_of_ours_reaches_whoever_listens_for_errors(db, monkeypatch):
    monkeypatch.setattr(public, "page", lambda filters: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        Client().get("/api/v1/entries/")


def test_a_host_that_is_not_ours(record, subtests):
    """Whether an address stands in the answer or not, also where nothing has changed."""
    publish_everything(record)
    for path in [*ADDRESSES, "nowhere/", "entries", "entries/?limit=1", "entries/?q=zzzzz"]:
        with subtests.test(path):
            tag = Client().get(f"/api/v1/{path}").headers.get("ETag", "")
            for headers in ({}, {"If-None-Match": tag}):
                headers["Host"] = "evil.example"
                response = Client().get(f"/api/v1/{path}", headers=headers)

                assert response.status_code == 400
                assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/api", "/api/"])
def test_what_is_above_leads_to_the_version_that_there_is(db, path):
    response = Client().get(path)

    assert (response.status_code, response["Location"]) == (308, "/api/v1/")


@pytest.mark.parametrize("path", ["/api/v1/entries", "/api/v1/entries/", "/api/v1/actors/france"])
def test_a_browser_that_asks_whether_it_may_ask_is_not_sent_elsewhere(db, path):
    """It would not follow (Fetch, 4.8)."""
    response = Client().options(path)

    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_what_has_no_body_has_no_type(record):
    record.development("event")

    for response in (
        Client().get("/api/v1/entries"),
        Client().get("/api"),
        Client().options("/api/v1/entries/"),
        Client().get("/api/v1/entries/event/versions/1/"),
    ):
        assert (response.status_code in (204, 308), response.content) == (True, b"")
        assert "Content-Type" not in response


def linked(response):
    """The addresses of the header Link by relation."""
    found = {}
    for told in response["Link"].split(", "):
        url, relations = told[1:].split('>; rel="')
        for relation in relations.split('"')[0].split():
            found[relation] = url
    return found


def test_an_answer_leads_to_its_pages_and_to_what_is_said_of_it(record, settings):
    settings.LICENCE_URL = "https://example.org/licence"
    for number in range(3):
        record.development(f"e{number}")
    answer = Client().get("/api/v1/entries/?limit=1")
    following = answer.json()["next"]
    before = {
        "license": "https://example.org/licence",
        "service-desc": "/api/v1/schema/",
        "service-doc": "/api/v1/docs/",
        "describedby": "/api/v1/docs/",
    }

    assert linked(answer) == before | {"next": following}
    second = Client().get(following)
    assert linked(second) == before | {
        "next": second.json()["next"],
        "prev": second.json()["previous"],
    }
    assert linked(Client().get("/api/v1/nowhere/")) == before
    changes = Client().get("/api/v1/changes/")
    assert linked(changes) == before | {"next": changes.json()["next"]}


def test_when_something_was_changed_last(record):
    event = record.development("event")
    time = public.entry("event").published_at
    told = time.strftime("%a, %d %b %Y %H:%M:%S GMT")

    for path in ("entries/", f"entries/{event.uid}/", "changes/", "actors/", "redactions/"):
        assert Client().get(f"/api/v1/{path}")["Last-Modified"] == told


@pytest.mark.parametrize(
    ("header", "language"),
    [("de", "de"), ("de-AT,en;q=0.5", "de"), ("fr, de;q=0.4", "de"), ("fr", "en"), ("", "en")],
)
def test_messages_are_in_the_language_that_is_asked_for(db, header, language):
    client = Client()
    client.cookies["desk-language"] = "en" if language == "de" else "de"
    response = client.get("/api/v1/entries/?limit=0", headers={"Accept-Language": header})

    assert response["Content-Language"] == language
    assert response["Vary"] == "Accept-Language"
    body = response.json()
    assert (body["title"], body["errors"]["limit"]) == {
        "en": ("Bad request", ["“0” is not a whole number from 1 to 200."]),
        "de": ("Fehlerhafte Anfrage", ["„0“ ist keine ganze Zahl von 1 bis 200."]),
    }[language]


def test_the_language_of_one_request_is_not_that_of_the_next(db):
    with translation.override("en"):
        Client().get("/api/v1/nowhere/", headers={"Accept-Language": "de"})
        assert translation.get_language() == "en"


def test_the_policy_of_the_docs_is_that_of_the_site(db):
    client = Client()

    site = set(client.get("/healthz")["Content-Security-Policy"].split("; "))
    assert set(client.get("/api/v1/docs/")["Content-Security-Policy"].split("; ")) == site
