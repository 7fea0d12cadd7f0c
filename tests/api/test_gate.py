"""The way into the API: what goes wrong has one shape, whatever it is."""

import logging

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import translation

from events import public


@pytest.mark.parametrize("path", ["/api/", "/api/v2/", "/api/v1/nowhere/", "/api/v1/entries/a/b/"])
def test_an_unknown_address(db, path):
    response = Client().get(path)

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
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


def test_a_host_that_is_not_ours(db):
    response = Client().get("/api/v1/", headers={"Host": "evil.example"})

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


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
