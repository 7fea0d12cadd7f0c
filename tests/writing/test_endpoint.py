"""Who asks, what they may, what they send: the same at every address that needs a token."""

import logging

import pytest
from django.test import Client

from events import desk
from events.models import ApiToken
from tests.writing.conftest import plain


def test_without_a_token_one_is_asked_for(client, db):
    response = client.get("/api/v1/tokens/")

    assert (response.status_code, plain(response).code) == (401, "token_missing")
    assert response["WWW-Authenticate"] == 'Bearer realm="api"'
    assert response["Content-Type"] == "application/problem+json"
    assert "“Authorization: Bearer dipl_…”" in plain(response).detail


@pytest.mark.parametrize("shown", ["Basic eDp5", "Bearer", "Bearer ", "dipl_x", "Token x"])
def test_what_is_no_bearer_token_is_none(client, db, shown):
    response = client.get("/api/v1/tokens/", headers={"Authorization": shown})

    assert (response.status_code, plain(response).code) == (401, "token_missing")


def test_a_log_in_of_the_desk_is_none(program):
    browser = Client()
    browser.force_login(program().token.account)

    assert browser.get("/api/v1/tokens/").status_code == 401


def test_why_a_token_lets_nobody_in_is_told(program, client):
    one = program()
    assert one.ask("GET", "tokens/").status_code == 200
    desk.revoke_token(one.token, by=None)

    response = one.ask("GET", "tokens/")
    unknown = client.get("/api/v1/tokens/", headers={"Authorization": "Bearer dipl_x"})

    assert (plain(response).code, plain(unknown).code) == ("token_revoked", "token_unknown")
    assert response["WWW-Authenticate"] == (
        'Bearer realm="api", error="invalid_token", error_description="token_revoked"'
    )


def test_which_scope_is_missing_is_told(program):
    response = program("editor", "write").ask("POST", "tokens/", {})

    assert (response.status_code, plain(response).code) == (403, "scope_missing")
    assert plain(response).scope == "manage"
    assert 'error="insufficient_scope", scope="manage"' in response["WWW-Authenticate"]


def test_a_right_that_the_account_has_lost_is_lost_to_the_token(program):
    one = program("editor", "manage")
    one.token.account.groups.clear()

    response = one.ask("POST", "tokens/", {"name": "x", "scopes": ["manage"]})

    assert (response.status_code, plain(response).code) == (403, "right_missing")


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        ("{", {}, 400, "not_json"),
        ("[]", {}, 400, "not_an_object"),
        ("[" * 100_000, {}, 400, "not_json"),
        (b'{"name": "\xff"}', {}, 400, "not_json"),
        ('{"x": 1}', {}, 422, "invalid"),
        ('{"name": 1}', {}, 422, "invalid"),
        ("x" * 1_000_001, {}, 413, "too_large"),
        ("x" * 10_000_000, {}, 413, "too_large"),
        ("{}", {"Content-Type": "application/json; charset=latin-1"}, 415, "not_json"),
        ("{}", {"Content-Type": "text/plain"}, 415, "not_json"),
        ("{}", {"Content-Type": ""}, 415, "not_json"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(program, body, headers, status, code):
    one = program()
    before = ApiToken.objects.count()
    kind = headers.get("Content-Type", "application/json")
    response = one.client.post(
        "/api/v1/tokens/", body, kind, headers={"Authorization": f"Bearer {one.text}"}
    )

    assert (response.status_code, plain(response).code) == (status, code)
    assert ApiToken.objects.count() == before


def test_how_much_may_be_written_is_told_and_where_it_ends(program, settings):
    settings.API_WRITES_A_MINUTE = 2
    one = program()
    wanted = {"name": "x", "scopes": ["write"]}
    answers = [one.ask("POST", "tokens/", wanted) for _time in range(3)]

    assert [answer.status_code for answer in answers] == [201, 201, 429]
    assert [answer["RateLimit-Policy"] for answer in answers] == ['"writes";q=2;w=60'] * 3
    assert [answer["RateLimit"].partition(";t=")[0] for answer in answers] == [
        '"writes";r=1',
        '"writes";r=0',
        '"writes";r=0',
    ]
    assert int(answers[2]["Retry-After"]) in range(1, 61)
    assert plain(answers[2]).code == "too_many_writes"
    # Reading is not limited by that.
    assert one.ask("GET", "tokens/").status_code == 200


def test_a_method_that_an_address_does_not_have(program):
    response = program().ask("PUT", "tokens/", {})

    assert (response.status_code, response["Allow"]) == (405, "OPTIONS, GET, POST")


def test_scripts_of_other_sites_may_ask(program):
    response = program().ask("OPTIONS", "tokens/")

    assert response.status_code == 204
    assert "Authorization" in response["Access-Control-Allow-Headers"]


def test_nothing_of_it_is_kept_by_caches_or_written_to_the_log(program, caplog, settings):
    settings.ACCESS_LOG = True
    one = program()
    with caplog.at_level(logging.DEBUG):
        made = one.ask("POST", "tokens/", {"name": "x", "scopes": ["write"]})
        one.ask("POST", "tokens/", {"name": "", "scopes": []})
        one.ask("GET", "tokens/9999/")

    assert (made["Cache-Control"], made["Vary"]) == ("no-store", "Authorization")
    assert one.text[9:] not in caplog.text
    assert plain(made).token[9:] not in caplog.text


def test_it_is_told_in_the_language_that_is_asked_for(client, db):
    response = client.get("/api/v1/tokens/", headers={"Accept-Language": "de"})

    assert plain(response).detail.startswith("Diese Adresse verlangt ein Token")
