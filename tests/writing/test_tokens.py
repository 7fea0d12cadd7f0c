"""Tokens by the API."""

import pytest

from events.models import ApiToken, AuditLine
from tests.writing.conftest import Program, plain

NEW = {"name": "Votes", "scopes": ["write"], "expires_at": "2999-01-31T12:00:00+01:00"}


def test_one_is_made_shown_once_and_works(program):
    one = program()
    response = one.ask("POST", "tokens/", NEW)
    made = plain(response)

    assert (response.status_code, response["Location"]) == (201, f"/api/v1/tokens/{made.id}/")
    assert (made.name, made.scopes, made.current) == ("Votes", ["write"], False)
    assert made.expires_at == "2999-01-31T11:00:00.000000Z"
    new = Program(ApiToken.objects.get(pk=made.id), made.token)
    listed = plain(new.ask("GET", "tokens/")).results
    assert [(found["name"], found["current"]) for found in listed] == [
        ("Votes", True),
        ("Import", False),
    ]
    assert listed[0]["beginnings"] == [made.token[:9]]
    assert "token" not in listed[0]
    line = AuditLine.objects.last()
    assert (line.by, line.params["token"]) == (one.token.account, one.token.pk)


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"name": " "}, {"name": "Say what uses the token."}),
        ({"scopes": [1]}, {"scopes": "Names only, not 1."}),
        ({"scopes": ["publish"]}, {"scopes": "The token of this request does not have: publish."}),
        (
            {"expires_at": "tomorrow"},
            {"expires_at": "A time with its zone, as in “2027-01-31T12:00:00Z”."},
        ),
        (
            {"expires_at": "2027-02-31T12:00:00Z"},
            {"expires_at": "A time with its zone, as in “2027-01-31T12:00:00Z”."},
        ),
        (
            {"expires_at": "2999-01-31T12:00:00"},
            {"expires_at": "A time with its zone, as in “2027-01-31T12:00:00Z”."},
        ),
        ({"expires_at": "2001-01-31T12:00:00Z"}, {"expires_at": "A time that is ahead, or none."}),
    ],
)
def test_what_cannot_be_is_told_by_member(program, change, errors):
    response = program("editor", "write", "manage").ask("POST", "tokens/", NEW | change)

    assert (response.status_code, plain(response).errors) == (422, errors)


def test_it_gets_another_text_and_the_old_one_works_on(program):
    one = program("contributor", "write")
    response = one.ask("POST", f"tokens/{one.token.pk}/rotate/", {"overlap_hours": 1})
    new = Program(one.token, plain(response).token)

    assert response.status_code == 200
    assert {one.ask("GET", "tokens/").status_code, new.ask("GET", "tokens/").status_code} == {200}
    assert plain(response).beginnings == [one.text[:9], new.text[:9]]

    again = new.ask("POST", f"tokens/{one.token.pk}/rotate/", {"overlap_hours": 0})
    assert plain(new.ask("GET", "tokens/")).code == "token_expired"
    assert Program(one.token, plain(again).token).ask("GET", "tokens/").status_code == 200


@pytest.mark.parametrize("hours", [-1, 721, True, 1.5, "1"])
def test_for_how_long_has_bounds(program, hours):
    one = program()
    response = one.ask("POST", f"tokens/{one.token.pk}/rotate/", {"overlap_hours": hours})

    assert response.status_code == 422
    assert "overlap_hours" in plain(response).errors


def test_one_is_revoked_by_itself_or_by_one_that_manages(program):
    manager, small, other = program(), program("editor", "write"), program("editor", "write")

    assert plain(small.ask("DELETE", f"tokens/{other.token.pk}/")).code == "scope_missing"
    assert manager.ask("DELETE", f"tokens/{other.token.pk}/").status_code == 204
    assert small.ask("DELETE", f"tokens/{small.token.pk}/").status_code == 204
    assert {plain(one.ask("GET", "tokens/")).code for one in (small, other)} == {"token_revoked"}


def test_those_of_another_account_do_not_exist(program):
    mine, other = program(), program("superuser")
    here = f"tokens/{other.token.pk}/"
    answers = [
        mine.ask("GET", here),
        mine.ask("DELETE", here),
        mine.ask("POST", f"{here}rotate/", {}),
        mine.ask("GET", "tokens/999999999999999999999/"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert other.ask("GET", "tokens/").status_code == 200


def test_the_list_asks_as_much_for_one_as_for_many(program, django_assert_num_queries):
    one = program()
    one.ask("GET", "tokens/")
    with django_assert_num_queries(3):
        one.ask("GET", "tokens/")
    for _time in range(5):
        program()
    with django_assert_num_queries(3):
        one.ask("GET", "tokens/")
