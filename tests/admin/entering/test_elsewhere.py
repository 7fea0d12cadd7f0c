"""Logging in by OpenID Connect, at a provider that really runs."""

import sys
from http.client import HTTPConnection
from importlib import reload
from urllib.parse import urlsplit

import pytest
from django.urls import clear_url_caches

from tests.admin.entering.factors import SECOND, code_of, give_app, is_in
from tests.admin.entering.provider import provider

START = "/admin/oidc/desk/login/"
ADDRESSES = "events.admin.entering.addresses"


@pytest.fixture
def at(settings):
    """Lets the site know a provider; its addresses are those of its settings."""

    def know(url):
        settings.OIDC_ISSUER = url
        app = {"provider_id": "desk", "name": "Example", "client_id": "record", "secret": "s"}
        app |= {"settings": {"server_url": url}}  # type: ignore[dict-item]
        settings.OIDC_NAME = "Example"
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        _read_addresses()

    yield know
    settings.OIDC_ISSUER = ""
    _read_addresses()


def _read_addresses():
    reload(sys.modules[ADDRESSES])
    reload(sys.modules["tracker.urls"])
    clear_url_caches()


def log_in(client, next_=""):
    """Go to the provider and come back, as a browser does."""
    there = urlsplit(client.get(START + next_)["Location"])
    connection = HTTPConnection(there.netloc)
    connection.request("GET", f"{there.path}?{there.query}")
    back = urlsplit(connection.getresponse().getheader("Location"))
    connection.close()
    return client.get(f"{back.path}?{back.query}")


def test_whoever_has_the_address_of_an_account_is_let_in(client, editor, at):
    with provider(sub="1", email="Editor@example.org", email_verified=True) as server:
        at(server.url)
        page = client.get("/admin/login/?next=/admin/log-ins/").text
        answer = log_in(client, "?next=/admin/log-ins/")

    assert f'href="{START}?next=%2Fadmin%2Flog-ins%2F"' in page
    assert "Log in with Example" in page
    assert answer["Location"] == "/admin/log-ins/"
    assert client.get("/admin/").status_code == 200
    # Nothing of the account has changed.
    editor.refresh_from_db()
    assert editor.has_usable_password()
    assert {"/authorize", "/token", "/userinfo"} <= set(server.asked)


def test_the_second_factor_is_asked_for_there_too(client, editor, at):
    give_app(editor)
    with provider(sub="1", email="editor@example.org", email_verified=True) as server:
        at(server.url)
        answer = log_in(client)

    assert answer["Location"] == SECOND
    assert not is_in(client)
    client.post(SECOND, {"code": code_of()})
    assert is_in(client)


def test_the_account_stays_the_same_where_the_address_changes(client, editor, at):
    with provider(sub="1", email="editor@example.org", email_verified=True) as server:
        at(server.url)
        log_in(client)
        client.post("/admin/logout/")
        server.person = {"sub": "1", "email": "other@example.org", "email_verified": True}
        log_in(client)

    assert client.session["_auth_user_id"] == str(editor.pk)


@pytest.mark.parametrize(
    "person",
    [
        {"sub": "1", "email": "nobody@example.org", "email_verified": True},
        {"sub": "1", "email": "editor@example.org", "email_verified": False},
        {"sub": "1", "email": "editor@example.org"},
        {"sub": "1"},
    ],
)
def test_nobody_else_is_let_in_and_no_account_is_made(
    client, editor, at, django_user_model, person
):
    with provider(**person) as server:
        at(server.url)
        page = log_in(client)

    assert "Accounts of this desk are made by those who manage them." in page.text
    assert not is_in(client)
    assert django_user_model.objects.count() == 1


def test_an_address_of_two_accounts_lets_in_neither(client, editor, at, django_user_model):
    django_user_model.objects.create_user("two", "editor@example.org", is_staff=True)
    with provider(sub="1", email="editor@example.org", email_verified=True) as server:
        at(server.url)
        log_in(client)

    assert not is_in(client)


@pytest.mark.parametrize("lost", ["is_active", "is_staff"])
def test_an_account_that_is_over_is_not_let_in(client, editor, at, lost):
    with provider(sub="1", email="editor@example.org", email_verified=True) as server:
        at(server.url)
        log_in(client)
        client.post("/admin/logout/")
        setattr(editor, lost, False)
        editor.save()
        answer = log_in(client)

    assert answer["Location"] == "/admin/inactive/"
    assert not is_in(client)


def test_an_answer_that_nobody_asked_for_lets_nobody_in(client, editor, at):
    with provider(sub="1", email="editor@example.org", email_verified=True) as server:
        at(server.url)
        answer = client.get(f"{START}callback/?code=code&state=made-up")

    assert "The other site did not let you in" in answer.text
    assert not is_in(client)


def test_without_the_setting_there_is_no_such_address(client, db):
    assert client.get(START).status_code in (302, 404)
    assert "oidc" not in client.get("/admin/login/").text
