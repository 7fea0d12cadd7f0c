"""What readers, editors and programs get while the database cannot answer."""

import logging
from contextlib import contextmanager
from html.parser import HTMLParser

import psycopg
import pytest
from django.db import OperationalError, connection
from django.test import Client

from events.models import Topic


def refusing(code):
    error = OperationalError("said so\nLINE 1: SELECT what was typed")
    error.__cause__ = psycopg.errors.lookup(code)("said so")

    def refuse(*args, **kwargs):
        raise error

    return refuse


@contextmanager
def down(code="57P01"):
    """The database answers everything with an error of this code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "cursor", refusing(code))
        yield


@pytest.mark.parametrize(
    "path", ["/en/", "/en/timeline/", "/en/embed/timeline/", "/en/feed.atom", "/sitemap.xml"]
)
def test_a_page_says_so_and_when_to_come_back(client, site, path, caplog):
    with down(), caplog.at_level(logging.ERROR):
        response = client.get(path)

    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert "no-store" in response["Cache-Control"]
    assert "The database does not answer at the moment." in response.text
    # More of the kind may have been left out before.
    assert any(said.startswith("the database does not answer: said so") for said in caplog.messages)
    assert "what was typed" not in caplog.text
    assert all(record.exc_info is None for record in caplog.records)


def test_a_frame_stays_one(client, site):
    with down():
        response = client.get("/en/embed/timeline/")

    assert "frame-ancestors *" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("code", "detail"),
    [
        ("57P01", "Die Datenbank antwortet derzeit nicht."),
        ("57014", "Das dauert derzeit zu lange. Fragen Sie nach weniger auf einmal."),
    ],
)
def test_the_api_says_so_in_its_own_shape(client, site, code, detail):
    with down(code):
        response = client.get("/api/v1/entries/", headers={"Accept-Language": "de"})

    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["detail"] == detail


def test_the_desk_says_that_nothing_was_saved(admin_client, monkeypatch):
    monkeypatch.setattr(Topic, "save", refusing("55P03"))
    form = {"name_en": "Force", "name_de": "Truppe", "slug": "force"}

    response = admin_client.post("/admin/events/topic/add/", form)

    assert response.status_code == 503
    assert "Somebody else is writing at the moment. Nothing was saved." in response.text
    assert not Topic.objects.exists()


def test_a_mistake_of_the_programs_own_is_no_trouble_of_the_database(client, site):
    client.raise_request_exception = False

    with down("42601"):
        response = client.get("/en/timeline/")

    assert response.status_code == 500


class Fields(HTMLParser):
    """The fields of the form in a page."""

    def __init__(self, page):
        super().__init__()
        self.pairs = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "input":
            self.pairs.append((given["name"], given["value"]))


TYPED = {"name_en": "Force & <b>peace</b>", "name_de": 'Truppe\n"zwei"', "slug": "force"}


@pytest.mark.parametrize(
    ("language", "said", "button"),
    [
        ("en", "What you have typed is still here", "Send it again"),
        ("de", "Was Sie eingegeben haben, steht noch hier", "Noch einmal absenden"),
    ],
)
def test_what_was_typed_is_sent_again_from_the_page(
    admin_user, monkeypatch, language, said, button
):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    client.cookies["desk-language"] = language
    client.get("/admin/events/topic/add/")
    token = client.cookies["desk-csrf"].value
    with pytest.MonkeyPatch.context() as locked:
        locked.setattr(Topic, "save", refusing("55P03"))
        response = client.post(
            "/admin/events/topic/add/?_x=1", TYPED | {"csrfmiddlewaretoken": token, "_continue": ""}
        )

    assert response.status_code == 503
    assert (said in response.text, f">{button}</button>" in response.text) == (True, True)
    assert "<b>peace</b>" not in response.text
    assert 'action="/admin/events/topic/add/?_x=1"' in response.text
    assert "<dt>_continue</dt>" not in response.text
    fields = dict(Fields(response.text).pairs)
    assert fields.pop("csrfmiddlewaretoken")
    assert fields == TYPED | {"_continue": ""}

    again = dict(Fields(response.text).pairs)
    assert client.post("/admin/events/topic/add/", again).status_code == 302
    assert Topic.objects.get().name_en == "Force & <b>peace</b>"


def test_a_password_is_never_in_a_page(client, db):
    form = {"username": "editor", "password": "correct horse"}
    with down():
        response = client.post("/admin/login/", form)

    assert response.status_code == 503
    assert "correct horse" not in response.text
    assert "<form" not in response.text


def test_what_another_site_has_sent_is_in_no_page(admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    with down():
        response = client.post("/admin/events/topic/add/", TYPED)

    assert "<form" not in response.text
    assert response.status_code in (403, 503)
