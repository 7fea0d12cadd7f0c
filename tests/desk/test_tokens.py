"""Tokens of programs: what they can be, how one replaces another, how often they write."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from events import desk
from events.desk.tokens import is_well_formed
from events.models import ApiToken, AuditLine, TokenSecret, TokenUse
from events.vocabulary import Scope
from tests.desk.accounts import account

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return account("editor")


def make(by, *scopes, **more):
    return desk.make_token(by, "Import", scopes or ["write"], by=by, **more)


def why(text):
    with pytest.raises(desk.TokenRefused) as refused:
        desk.token_shown(text)
    return refused.value.why


def test_its_text_can_be_told_from_others_and_is_not_kept(editor):
    token, text = make(editor)

    assert text.startswith("dipl_")
    assert (len(text), is_well_formed(text)) == (51, True)
    assert desk.token_shown(text) == token
    kept = str(list(TokenSecret.objects.values())) + str(list(ApiToken.objects.values()))
    assert text not in kept
    assert text[10:] not in kept


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:-1] + ("a" if text[-1] != "a" else "b"),
        lambda text: text.upper(),
        lambda text: text[5:],
        lambda text: f"{text}x",
        lambda text: "dipl_" + "é" * 46,
        lambda text: "",
    ],
)
def test_what_is_not_well_formed_is_not_even_looked_for(editor, change, django_assert_num_queries):
    _token, text = make(editor)
    with django_assert_num_queries(0):
        assert why(change(text)) == "token_unknown"


def test_it_is_over_when_it_expires_is_revoked_or_its_account_is_over(editor):
    now = timezone.now()
    expired, text = make(editor, expires_at=now + timedelta(hours=1))
    ApiToken.objects.filter(pk=expired.pk).update(expires_at=now)
    assert why(text) == "token_expired"

    revoked, text = make(editor)
    assert desk.revoke_token(revoked, by=editor)
    assert not desk.revoke_token(revoked, by=editor)
    assert why(text) == "token_revoked"

    _token, text = make(editor)
    editor.is_active = False
    editor.save()
    assert why(text) == "account_inactive"


def test_two_texts_work_while_one_takes_the_place_of_the_other_and_never_three(editor):
    token, first = make(editor)
    second = desk.rotate_token(token, by=editor)
    assert {desk.token_shown(first), desk.token_shown(second)} == {token}

    third = desk.rotate_token(token, by=editor)
    assert why(first) == "token_unknown"
    assert {desk.token_shown(second), desk.token_shown(third)} == {token}

    TokenSecret.objects.filter(ends_at__isnull=False).update(ends_at=timezone.now())
    assert why(second) == "token_expired"
    fourth = desk.rotate_token(token, by=editor, overlap=timedelta())
    assert why(third) == "token_expired"
    assert desk.token_shown(fourth) == token


def test_one_that_is_over_gets_no_other_text(editor):
    token, _text = make(editor)
    desk.revoke_token(token, by=editor)
    with pytest.raises(ValidationError, match="A token that is over gets no other text"):
        desk.rotate_token(token, by=editor)


@pytest.mark.parametrize(
    ("name", "scopes", "ahead", "errors"),
    [
        ("", ["write"], None, {"name": ["Say what uses the token."]}),
        ("x" * 81, ["write"], None, {"name": ["At most 80 characters."]}),
        (
            "Import",
            [],
            None,
            {"scopes": ["At least one of: read-drafts, write, publish, manage."]},
        ),
        (
            "Import",
            ["all"],
            None,
            {"scopes": ["There is no “all”; there are: read-drafts, write, publish, manage."]},
        ),
        ("Import", ["write"], -1, {"expires_at": ["A time that is ahead, or none."]}),
    ],
)
def test_what_cannot_be_is_refused_by_field(editor, name, scopes, ahead, errors):
    expires_at = timezone.now() + timedelta(hours=ahead) if ahead else None
    with pytest.raises(ValidationError) as refused:
        desk.make_token(editor, name, scopes, by=editor, expires_at=expires_at)

    assert refused.value.message_dict == errors
    assert not ApiToken.objects.exists()


@pytest.mark.parametrize(
    ("role", "scopes"),
    [
        ("editor", set(Scope.values)),
        ("superuser", set(Scope.values)),
        ("contributor", {"read-drafts", "write"}),
        ("reader", set()),
        ("former", set()),
    ],
)
def test_it_may_not_do_what_its_account_may_not(role, scopes):
    someone: Any = account(role)
    allowed = {scope for scope in Scope.values if desk.may_have(someone, scope)}

    assert allowed == scopes if role != "former" else allowed <= {"read-drafts", "write"}


def test_when_it_was_used_is_written_once_a_minute(editor, django_assert_num_queries):
    _token, text = make(editor)
    with django_assert_num_queries(2):
        desk.token_shown(text)
    with django_assert_num_queries(1):
        desk.token_shown(text)
    ApiToken.objects.update(last_used_at=timezone.now() - timedelta(seconds=61))
    with django_assert_num_queries(2):
        desk.token_shown(text)


def test_each_change_is_on_record_with_who_did_it(editor):
    token, _text = make(editor)
    with desk.by_token("Import", token.pk):
        desk.rotate_token(token, by=editor)
    desk.revoke_token(token, by=editor)

    lines = AuditLine.objects.values_list("action", "by__username", "kind", "slug", "params")
    assert [(*line[:4], line[4].get("token")) for line in lines] == [
        ("added", "editor", "apitoken", "Import", None),
        ("changed", "editor", "apitoken", "Import", token.pk),
        ("deleted", "editor", "apitoken", "Import", None),
    ]


def test_writing_ends_for_the_minute_where_the_setting_says(editor, settings, monkeypatch):
    settings.API_WRITES_A_MINUTE = 3
    at = timezone.now().replace(second=20, microsecond=0)
    monkeypatch.setattr("events.desk.tokens.timezone.now", lambda: at)
    token, _text = make(editor)
    other, _text = make(editor)

    assert [desk.count_write(token).left for _time in range(3)] == [2, 1, 0]
    with pytest.raises(desk.TooManyWrites) as refused:
        desk.count_write(token)
    assert (refused.value.seconds, refused.value.most) == (40, 3)
    assert desk.count_write(other).left == 2
    at += timedelta(minutes=1)
    assert desk.count_write(token).left == 2
    at += timedelta(hours=2)
    desk.count_write(token)
    assert TokenUse.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_all_processes_count_together(editor, settings):
    settings.API_WRITES_A_MINUTE = 20
    token, _text = make(editor)

    def write(_number):
        try:
            desk.count_write(token)
        except desk.TooManyWrites:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        allowed = list(pool.map(write, range(40)))

    # Where a minute ends in between, another one begins.
    minutes = TokenUse.objects.count()
    assert sum(allowed) == 20 if minutes == 1 else sum(allowed) <= 40
