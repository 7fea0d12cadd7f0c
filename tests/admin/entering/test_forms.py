"""What is typed to prove who somebody is, and how often."""

import json
import logging

import pytest
from django.test import Client

from tests.admin.entering.factors import (
    LOG_IN,
    PASSWORD,
    SECOND,
    code_of,
    give_app,
    is_in,
    log_in,
    recovery_code,
    wrong_code,
)

pytestmark = pytest.mark.django_db
WRONG = "This code is wrong, or was used already."


def test_the_password_alone_lets_nobody_in_who_has_a_second_factor(client, editor):
    give_app(editor)

    answer = log_in(client, editor)

    assert (answer.status_code, answer["Location"]) == (302, SECOND)
    assert not is_in(client)
    assert client.get("/admin/")["Location"].startswith(LOG_IN)


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_the_code_of_the_app_does_also_where_the_clock_is_half_a_minute_off(client, editor, steps):
    give_app(editor)
    log_in(client, editor)

    answer = client.post(SECOND, {"code": code_of(steps=steps)})

    assert (answer.status_code, answer["Location"]) == (302, "/admin/")
    assert is_in(client)


def test_whoever_came_from_a_page_comes_to_it_after_the_second_factor(client, editor):
    give_app(editor)
    client.post(f"{LOG_IN}?next=/admin/log-ins/", {"username": "editor", "password": PASSWORD})

    assert client.post(SECOND, {"code": code_of()})["Location"] == "/admin/log-ins/"


def test_no_other_site_is_led_to(client, editor):
    page = f"{LOG_IN}?next=https://elsewhere.example/"

    assert client.post(page, {"username": "editor", "password": PASSWORD})["Location"] == "/admin/"


def test_a_code_is_good_once_also_for_another_process(client, editor):
    from django.core.cache import cache

    give_app(editor)
    code = code_of()
    log_in(client, editor)
    client.post(SECOND, {"code": code})
    # Which has a memory of its own.
    cache.clear()
    other = Client()
    log_in(other, editor)

    answer = other.post(SECOND, {"code": code})

    assert WRONG in answer.text
    assert not is_in(other)


def test_a_recovery_code_is_good_once(client, editor):
    give_app(editor)
    code = recovery_code(editor)
    answers = []
    for browser in (client, Client()):
        log_in(browser, editor)
        answers.append(browser.post(SECOND, {"code": code}).status_code)

    assert answers == [302, 200]


def test_wrong_second_factors_meet_the_limit_and_the_log_says_so(client, editor, caplog):
    give_app(editor)
    log_in(client, editor)
    with caplog.at_level(logging.WARNING):
        statuses = [client.post(SECOND, {"code": wrong_code()}).status_code for _time in range(11)]
    right = client.post(SECOND, {"code": code_of()})

    assert statuses == [200] * 10 + [429]
    assert right.status_code == 429
    assert int(right["Retry-After"]) in range(880, 901)
    assert not is_in(client)
    told = [message for message in caplog.messages if "second factor" in message]
    assert told == [
        *["wrong second factor of editor from 127.0.0.1"] * 10,
        "second factors of editor from 127.0.0.1 are refused for 15 minutes",
    ]


def test_a_thousand_addresses_have_no_more_tries_at_a_second_factor_than_fifty(client, editor):
    give_app(editor)
    log_in(client, editor)
    statuses = [
        client.post(
            SECOND, {"code": wrong_code()}, REMOTE_ADDR=f"10.0.{number // 250}.{number % 250}"
        ).status_code
        for number in range(200)
    ]

    assert statuses == [200] * 50 + [429] * 150
    assert client.post(SECOND, {"code": code_of()}, REMOTE_ADDR="10.9.9.9").status_code == 429


def test_the_right_password_of_another_address_is_not_locked_by_wrong_codes(client, editor):
    give_app(editor)
    log_in(client, editor)
    for _time in range(12):
        client.post(SECOND, {"code": wrong_code()})

    assert log_in(Client(), editor, REMOTE_ADDR="10.0.0.1")["Location"] == SECOND


@pytest.mark.parametrize(
    "credential",
    [
        *("", "x", "[]", "1", "null", '"x"', "{}", '{"id": 1}', '{"response": {}}'),
        '{"id": "", "rawId": "AA", "type": "public-key", "response": {"userHandle": null}}',
        json.dumps(
            {
                "id": "AA",
                "rawId": "AA",
                "type": "public-key",
                "response": {
                    "clientDataJSON": "e30",
                    "authenticatorData": "AA",
                    "signature": "AA",
                    "userHandle": "MQ",
                },
            }
        ),
        "[" * 5000,
    ],
)
@pytest.mark.parametrize(
    "page", [SECOND, "/admin/second-factor/passkeys/log-in/", "/admin/second-factor/passkeys/add/"]
)
def test_what_is_no_passkey_is_refused(client, editor, page, credential):
    give_app(editor)
    log_in(client, editor)
    if page.endswith("add/"):
        client.post(SECOND, {"code": code_of()})

    answer = client.post(page, {"credential": credential})

    assert answer.status_code in (200, 302)
    assert is_in(client) == page.endswith("add/")
    assert not editor.authenticator_set.filter(type="webauthn").exists()


def test_passkeys_that_are_none_meet_the_limit(client, editor):
    page = "/admin/second-factor/passkeys/log-in/"
    told = [
        client.post(page, {"credential": '{"id": 1}'}, follow=True, REMOTE_ADDR="10.0.0.7").text
        for _time in range(11)
    ]

    assert [WRONG in text for text in told] == [True] * 10 + [False]
    assert "Too many attempts to log in have failed." in told[-1]


def test_the_password_is_asked_for_again_and_limited_there_too(client, editor):
    client.force_login(editor)
    page = "/admin/confirm/?next=%2Fadmin%2Fsecond-factor%2Fapp%2F"
    assert client.get("/admin/second-factor/app/")["Location"] == page
    answers = [client.post(page, {"password": "wrong"}).status_code for _time in range(11)]

    assert answers == [200] * 10 + [429]
    assert client.post(page, {"password": PASSWORD}).status_code == 429


def test_the_password_of_now_is_limited_where_it_is_changed(client, editor):
    client.force_login(editor)
    page = "/admin/password_change/"
    form = {"oldpassword": "wrong", "password1": "battery staple", "password2": "battery staple"}
    answers = [client.post(page, form).status_code for _time in range(11)]

    assert answers == [200] * 10 + [429]


def test_a_changed_password_ends_the_other_log_ins(client, editor):
    log_in(client, editor)
    other = Client()
    log_in(other, editor)
    form = {"oldpassword": PASSWORD, "password1": "battery staple", "password2": "battery staple"}

    assert client.post("/admin/password_change/", form).status_code == 302

    assert client.get("/admin/").status_code == 200
    assert other.get("/admin/").status_code == 302


def test_an_app_is_set_up_with_a_code_of_it(client, editor):
    log_in(client, editor)
    page = client.get("/admin/second-factor/app/")
    secret = page.context["form"].secret
    wrong = client.post("/admin/second-factor/app/", {"code": wrong_code()})

    right = client.post("/admin/second-factor/app/", {"code": code_of(secret)})

    assert WRONG in wrong.text
    assert (right.status_code, right["Location"]) == (302, "/admin/second-factor/codes/")
    codes = client.get(right["Location"]).context["unused_codes"]
    assert len(set(codes)) == 10
    file = client.get("/admin/second-factor/codes/file/")
    assert file.text.split() == codes
    assert "no-store" in file["Cache-Control"]
    # In the database, it is of no use to whoever has a copy of that alone.
    assert secret not in str(editor.authenticator_set.get(type="totp").data)
