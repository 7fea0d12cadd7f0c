"""Tokens on the desk: made, shown once, given another text, revoked."""

import re

import pytest

from events import desk as the_desk
from events.models import ApiToken

LIST, ADD = "/admin/events/apitoken/", "/admin/events/apitoken/add/"


def shown(response):
    return re.search(r'<pre class="document" id="token">(\w+)</pre>', response.text)[1]


def test_one_is_made_and_shown_once(desk):
    response = desk.client.post(ADD, {"name": "Votes", "scopes": ["write", "publish"]})
    token = ApiToken.objects.get()

    assert the_desk.token_shown(shown(response)) == token
    assert (token.account.username, token.scopes) == ("editor", ["publish", "write"])
    assert "no-store" in response["Cache-Control"]
    page = desk.client.get(LIST).text
    assert shown(response)[:9] in page
    assert shown(response) not in page


def test_the_scopes_are_those_that_the_account_may_have(desk_of):
    contributor = desk_of("contributor")
    offered = re.findall(r'name="scopes" value="([\w-]+)"', contributor.client.get(ADD).text)
    response = contributor.client.post(ADD, {"name": "Votes", "scopes": ["publish"]})

    assert offered == ["read-drafts", "write"]
    assert response.status_code == 200
    assert not ApiToken.objects.exists()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"name": "Votes"}, "This field is required."),
        ({"name": "", "scopes": ["write"]}, "This field is required."),
        (
            {
                "name": "x",
                "scopes": ["write"],
                "expires_at_0": "2001-01-01",
                "expires_at_1": "0:00",
            },
            "A time that is ahead, or none.",
        ),
    ],
)
def test_what_cannot_be_is_told(desk, form, said):
    response = desk.client.post(ADD, form)

    assert said in response.text
    assert not ApiToken.objects.exists()


def test_it_gets_another_text_and_is_revoked(desk):
    first = shown(desk.client.post(ADD, {"name": "Votes", "scopes": ["write"]}))
    token = ApiToken.objects.get()

    second = shown(desk.client.post(f"{LIST}{token.pk}/rotate/"))
    assert {the_desk.token_shown(text) for text in (first, second)} == {token}
    desk.client.post(f"{LIST}{token.pk}/revoke/")

    with pytest.raises(the_desk.TokenRefused):
        the_desk.token_shown(second)
    assert desk.client.get(f"{LIST}{token.pk}/change/").status_code == 200


def test_nobody_sees_or_changes_those_of_others(desk, desk_of):
    desk.client.post(ADD, {"name": "Votes", "scopes": ["write"]})
    token = ApiToken.objects.get()
    other = desk_of("contributor").client

    assert "Votes" not in other.get(LIST).text
    assert other.post(f"{LIST}{token.pk}/rotate/").status_code == 403
    assert other.post(f"{LIST}{token.pk}/revoke/").status_code == 403
    token.refresh_from_db()
    assert token.revoked_at is None


def test_following_a_link_changes_nothing(desk):
    desk.client.post(ADD, {"name": "Votes", "scopes": ["write"]})
    token = ApiToken.objects.get()

    assert desk.client.get(f"{LIST}{token.pk}/revoke/").status_code == 403
    assert desk.client.delete(f"{LIST}{token.pk}/").status_code in (302, 404, 403)
    assert ApiToken.objects.filter(revoked_at=None).count() == 1
