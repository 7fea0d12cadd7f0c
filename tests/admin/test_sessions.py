"""Log-ins leave a trace, and no password is ever in it."""

import logging

import pytest

from events.admin import sessions

PAGE = "/admin/login/?next=/admin/"


@pytest.fixture
def told(caplog):
    caplog.set_level(logging.INFO, sessions.__name__)
    return lambda: [
        (r.levelname, r.getMessage()) for r in caplog.records if r.name == sessions.__name__
    ]


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_superuser("editor", password="correct horse")


def test_who_logs_in_and_out(client, editor, told):
    client.post(PAGE, {"username": "editor", "password": "correct horse"})
    client.post("/admin/logout/")

    assert told() == [
        ("INFO", "editor logged in from 127.0.0.1"),
        ("INFO", "editor logged out from 127.0.0.1"),
    ]


@pytest.mark.parametrize(
    ("typed", "name"), [("editor", "editor"), ("correct horse", "an unknown name")]
)
def test_who_tries_to(client, editor, told, typed, name):
    client.post(PAGE, {"username": typed, "password": "battery staple"})

    assert told() == [("WARNING", f"failed log-in of {name} from 127.0.0.1")]


def test_whoever_is_nobody_logs_out_without_a_line(client, db, told):
    client.post("/admin/logout/")

    assert told() == []
