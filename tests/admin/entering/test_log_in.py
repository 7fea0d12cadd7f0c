"""The page on which editors log in."""

import logging
from contextlib import ExitStack

import pytest

from events.admin.entering import limits

PAGE = "/admin/login/?next=/admin/"


def post(client, name="editor", password="battery staple", **headers):
    return client.post(PAGE, {"username": name, "password": password}, **headers)


def test_after_ten_wrong_passwords_not_even_the_right_one_is_taken(client, editor, caplog):
    answers = [post(client) for _time in range(10)]
    assert {answer.status_code for answer in answers} == {200}

    with caplog.at_level(logging.WARNING):
        answer = post(client, password="correct horse")

    assert answer.status_code == 429
    assert int(answer["Retry-After"]) in range(880, 901)
    assert "Too many attempts to log in have failed. Try again in 15 minutes." in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert "_auth_user_id" not in client.session
    assert "log-ins of editor from 127.0.0.1 are refused for 15 minutes" in caplog.messages
    with caplog.at_level(logging.WARNING):
        caplog.clear()
        post(client)
    assert not [text for text in caplog.messages if "refused" in text]


def test_whether_there_is_such_an_account_is_not_told(client, editor):
    def told(name):
        return [
            (answer.status_code, answer.text.replace(name, "NAME"))
            for answer in (post(client, name) for _time in range(12))
        ]

    def plain(answers):
        return [(status, text.partition('class="errornote"')[2][:200]) for status, text in answers]

    assert plain(told("editor")) == plain(told("nobody"))


def test_whoever_has_no_access_is_told_so_and_nobody_without_the_password(
    client, django_user_model
):
    django_user_model.objects.create_user("reader", password="correct horse")

    right, wrong = (post(client, "reader", password) for password in ("correct horse", "wrong"))

    assert "but this account has no access" in right.text
    assert "but this account has no access" not in wrong.text
    assert "_auth_user_id" not in client.session


def test_it_is_told_in_german(client, editor):
    client.cookies["desk-language"] = "de"
    for _time in range(10):
        post(client)
    assert "Versuchen Sie es in 15 Minuten wieder." in post(client).text


def test_who_logs_in_is_let_in(client, editor):
    for _time in range(9):
        post(client)
    answer = post(client, password="correct horse")
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")


@pytest.mark.parametrize(("trusted", "status"), [(True, 200), (False, 429)])
def test_the_address_is_that_of_the_client_only_if_the_proxy_is_trusted(
    client, editor, settings, trusted, status
):
    settings.TRUST_PROXY = trusted
    for _time in range(10):
        post(client, headers={"X-Forwarded-For": "10.9.9.9, 192.0.2.1"})
    answer = post(client, headers={"X-Forwarded-For": "192.0.2.1, 192.0.2.2"})
    assert answer.status_code == status


def test_what_a_client_adds_to_the_header_changes_nothing(client, editor, settings):
    settings.TRUST_PROXY = True
    for number in range(10):
        post(client, headers={"X-Forwarded-For": f"10.0.0.{number}, 192.0.2.1"})
    assert post(client, headers={"X-Forwarded-For": "192.0.2.1"}).status_code == 429


def test_only_so_many_passwords_are_looked_at_at_a_time(client, editor):
    with ExitStack() as held:
        held.enter_context(limits.looking().entered())
        answer = post(client, password="correct horse")
    assert (answer.status_code, answer["Retry-After"]) == (503, "2")
    # It was not made, so it counts for nothing.
    assert post(client, password="correct horse").status_code == 302


def test_a_form_that_is_not_filled_in_is_no_attempt(client, editor):
    for _time in range(12):
        assert post(client, password="").status_code == 200
