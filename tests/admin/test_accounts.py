"""Accounts as those who manage them see to them: invited, given groups, deactivated."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client

from events.desk import roles
from tests.admin.entering.factors import wait_for_mail

LIST, ADD = "/admin/auth/user/", "/admin/auth/user/add/"
NEW = {"username": "anna", "email": "anna@example.org"}


def group(name):
    return Group.objects.get(name=name)


@pytest.fixture
def manager(users) -> Client:
    account = User.objects.create_user("manager", is_staff=True)
    account.groups.add(group(roles.MANAGERS))
    client = Client()
    client.force_login(account)
    return client


def change(client, account, **values):
    """Send the page of an account back with other values; its status."""
    form = {
        "username": account.username,
        "first_name": account.first_name,
        "last_name": account.last_name,
        "email": account.email,
        "groups": [one.pk for one in account.groups.all()],
        "is_active": "on",
    }
    form |= values
    sent = {name: value for name, value in form.items() if value is not None}
    return client.post(f"{LIST}{account.pk}/change/", sent).status_code


def test_somebody_is_invited_and_sets_a_password(manager):
    manager.post(ADD, {**NEW, "groups": [group(roles.CONTRIBUTORS).pk]})
    wait_for_mail()
    link = re.search(r"http://testserver(/admin/reset/\S+)", str(mail.outbox[0].body))[1]
    anna = Client()
    page = anna.get(link, follow=True)
    password = {"password1": "a stapled battery", "password2": "a stapled battery"}
    anna.post(page.redirect_chain[-1][0], password)
    answer = anna.post("/admin/login/", {"username": "anna", "password": "a stapled battery"})

    assert mail.outbox[0].to == ["anna@example.org"]
    assert answer["Location"] == "/admin/"
    assert anna.get("/admin/").status_code == 200
    account = User.objects.get(username="anna")
    assert [one.name for one in account.groups.all()] == [roles.CONTRIBUTORS]
    assert not account.is_superuser


def test_without_mail_the_address_is_shown_to_be_handed_on(manager, settings):
    settings.MAIL_DELIVERY = "none"
    page = manager.post(ADD, {"username": "anna"}, follow=True)

    assert re.search(r"give them this address.*http://testserver/admin/reset/", page.text)


@pytest.mark.parametrize(
    "form", [{}, {"username": "editor", "email": "x@example.org"}, NEW | {"email": "x"}]
)
def test_what_cannot_be_is_told_and_nobody_is_invited(manager, form):
    before = User.objects.count()
    assert manager.post(ADD, form).status_code == 200
    assert (User.objects.count(), mail.outbox) == (before, [])


def test_groups_are_given_and_taken(manager, users):
    someone = users["contributor"]
    assert change(manager, someone, groups=[group(roles.EDITORS).pk]) == 302
    assert [one.name for one in someone.groups.all()] == [roles.EDITORS]


def test_a_group_that_may_more_is_not_given(manager, users):
    someone = users["contributor"]
    assert change(manager, someone, groups=[group(roles.REDACTORS).pk]) == 200
    assert manager.post(ADD, {**NEW, "groups": [group(roles.REDACTORS).pk]}).status_code == 200
    assert [one.name for one in someone.groups.all()] == [roles.CONTRIBUTORS]
    assert not User.objects.filter(username="anna").exists()


def test_nobody_becomes_a_superuser_by_a_form_that_was_made_up(manager, users):
    someone = users["contributor"]
    assert change(manager, someone, is_superuser="on", user_permissions=["1"]) == 302
    someone.refresh_from_db()
    assert not someone.is_superuser
    assert not someone.user_permissions.exists()


def test_those_who_may_more_are_not_touched(manager, users):
    redactor = User.objects.create_user("redactor", is_staff=True)
    redactor.groups.add(group(roles.REDACTORS))
    for account in (users["superuser"], redactor):
        assert change(manager, account, email="other@example.org", is_active=None) == 403
        account.refresh_from_db()
        assert (account.is_active, account.email) == (True, "")
        # Nor by setting a password for them, nor for anybody.
        assert manager.get(f"{LIST}{account.pk}/password/").status_code == 403
    assert manager.get(f"{LIST}{users['editor'].pk}/password/").status_code == 403


def test_whoever_is_deactivated_is_out_at_once(manager, users):
    editor = Client()
    editor.force_login(users["editor"])
    assert editor.get("/admin/").status_code == 200

    assert change(manager, users["editor"], is_active=None) == 302

    assert editor.get("/admin/").status_code == 302


def test_nobody_gives_themselves_or_locks_themselves_out(manager):
    account = User.objects.get(username="manager")
    change(manager, account, is_active=None, groups=[])
    account.refresh_from_db()
    assert account.is_active
    assert [one.name for one in account.groups.all()] == [roles.MANAGERS]


@pytest.mark.parametrize("role", ["contributor", "editor", "staff"])
def test_nobody_else_manages_accounts(desk_of, users, role):
    client = desk_of(role).client
    pages = (LIST, ADD, f"{LIST}{users['reader'].pk}/change/")

    assert {client.get(page).status_code for page in pages} == {403}
    assert client.post(ADD, NEW).status_code == 403


@pytest.mark.parametrize("role", ["superuser", "manager"])
def test_nobody_deletes_an_account(manager, desk_of, users, role):
    client = manager if role == "manager" else desk_of(role).client
    account = users["editor"]
    action = {"action": "delete_selected", "_selected_action": [account.pk], "post": "yes"}

    assert client.post(f"{LIST}{account.pk}/delete/", {"post": "yes"}).status_code == 403
    client.post(LIST, action)
    assert User.objects.filter(pk=account.pk).exists()
