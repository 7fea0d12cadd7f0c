"""The pages of accounts, each in the frame of the desk."""

import logging
import re

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client

from tests.admin.entering.factors import (
    PASSWORD,
    SECOND,
    give_app,
    is_in,
    log_in,
    wait_for_mail,
)

pytestmark = pytest.mark.django_db
NEW = {"password1": "a stapled battery", "password2": "a stapled battery"}


def ask(client, email="editor@example.org", **more):
    answer = client.post("/admin/reset/", {"email": email}, **more)
    wait_for_mail()
    return answer


def link(message):
    return re.search(r"http://testserver(/admin/reset/\S+)", message.body)[1]


def test_a_forgotten_password_is_set_anew_by_mail(client, editor, caplog):
    log_in(client, editor)
    reader = Client()
    assert ask(reader)["Location"] == "/admin/reset/sent/"

    page = reader.get(link(mail.outbox[0]), follow=True)
    with caplog.at_level(logging.INFO):
        answer = reader.post(page.redirect_chain[-1][0], NEW)

    assert (mail.outbox[0].to, mail.outbox[0].subject) == (
        ["editor@example.org"],
        "A new password for the desk at testserver",
    )
    assert answer["Location"] == "/admin/reset/done/"
    editor.refresh_from_db()
    assert editor.check_password(NEW["password1"])
    assert "editor has a new password, by mail from 127.0.0.1" in caplog.messages
    # Whoever was logged in with the old one is no longer, and a link works once.
    assert client.get("/admin/").status_code == 302
    used = Client().get(link(mail.outbox[0]))
    assert "This link does not work any more." in used.text
    # Neither the link nor a password is in the log.
    assert not [text for text in caplog.messages if "reset/" in text or NEW["password1"] in text]


def test_it_is_told_in_german(client, editor):
    client.cookies["desk-language"] = "de"
    ask(client)

    assert mail.outbox[0].subject == "Ein neues Passwort für die Redaktion bei testserver"


def test_an_address_that_nobody_has_gets_the_same_answer_and_no_mail(client, editor):
    answers = [ask(client, email) for email in ("editor@example.org", "nobody@example.org")]

    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (302, "/admin/reset/sent/")
    ] * 2
    assert len(mail.outbox) == 1


def test_a_mail_to_set_a_password_takes_away_no_second_factor(client, editor):
    give_app(editor)
    ask(client)
    page = client.get(link(mail.outbox[0]), follow=True)
    client.post(page.redirect_chain[-1][0], NEW)

    answer = client.post("/admin/login/", {"username": "editor", "password": NEW["password1"]})

    assert answer["Location"] == SECOND


def test_only_so_many_mails_are_sent(client, editor):
    statuses = [ask(client).status_code for _time in range(11)]

    assert statuses == [302] * 10 + [429]
    assert len(mail.outbox) == 10


def test_only_so_many_links_are_tried(client, editor):
    told = [client.get(f"/admin/reset/1-x{number}/").status_code for number in range(12)]
    ask(client, REMOTE_ADDR="10.0.0.1")

    assert set(told) == {200}
    assert "This link does not work any more." in client.get("/admin/reset/1-x/").text


def test_an_account_that_is_over_gets_none(client, editor):
    ask(client)
    editor.is_active = False
    editor.save()

    assert "This link does not work any more." in client.get(link(mail.outbox[0])).text
    ask(client)
    assert len(mail.outbox) == 1


def test_a_site_without_mail_says_so(client, editor, settings):
    settings.MAIL_DELIVERY = "none"

    assert "This site sends no mail." in client.get("/admin/reset/").text
    assert "/admin/reset/" not in client.get("/admin/login/").text


def test_log_ins_are_listed_and_ended(client, editor):
    log_in(client, editor, headers={"User-Agent": "Tests/1"}, REMOTE_ADDR="192.0.2.1")
    other = Client()
    log_in(other, editor, headers={"User-Agent": "Elsewhere/2"}, REMOTE_ADDR="192.0.2.2")

    page = client.get("/admin/log-ins/").text
    found = re.findall(r"(Tests/1|Elsewhere/2|192\.0\.2\.\d)", page)
    client.post("/admin/log-ins/")

    assert sorted(found) == ["192.0.2.1", "192.0.2.2", "Elsewhere/2", "Tests/1"]
    assert client.get("/admin/").status_code == 200
    assert other.get("/admin/").status_code == 302
    assert UserSession.objects.count() == 1


def test_nobody_sees_those_of_others(client, editor, django_user_model):
    log_in(Client(), editor, headers={"User-Agent": "Elsewhere/2"})
    other = django_user_model.objects.create_user("other", password=PASSWORD, is_staff=True)
    log_in(client, other)

    assert "Elsewhere/2" not in client.get("/admin/log-ins/").text


@pytest.mark.parametrize("path", ["login/", "reset/", "reset/sent/", "reset/done/", "inactive/"])
@pytest.mark.parametrize(("language", "name"), [("en", "Editors’ desk"), ("de", "Redaktion")])
def test_the_pages_before_the_log_in_have_the_frame_of_the_desk(client, db, path, language, name):
    client.cookies["desk-language"] = language
    answer = client.get(f"/admin/{path}")

    assert answer.status_code == 200
    assert re.search(rf"<title>[^|]+\| {name}\s*</title>", answer.text)
    assert "no-store" in answer["Cache-Control"]
    assert "signup" not in answer.text


@pytest.mark.parametrize("path", ["log-ins/", "confirm/", "second-factor/", "password_change/"])
def test_the_others_need_a_log_in(client, path):
    assert client.get(f"/admin/{path}")["Location"] == f"/admin/login/?next=/admin/{path}"


def test_whoever_is_in_already_goes_on(client, editor):
    log_in(client, editor)

    assert client.get("/admin/login/?next=/admin/log-ins/")["Location"] == "/admin/log-ins/"


def test_an_account_that_has_lost_its_access_is_told_so_and_not_sent_round(client, editor):
    log_in(client, editor)
    editor.is_staff = False
    editor.save()

    page = client.get("/admin/", follow=True)

    assert [status for _path, status in page.redirect_chain] == [302]
    assert "an account that has no access to the desk" in page.text
    assert is_in(client)
