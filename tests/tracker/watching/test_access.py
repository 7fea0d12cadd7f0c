"""A line for each request, which says nothing about a reader."""

import json
import logging
import re
import sys

import pytest

from tests.record import Record
from tests.tracker.test_settings import PRODUCTION, read
from tracker.watching.logs import AsJSON, current_request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def wanted(settings):
    settings.ACCESS_LOG = True


def lines(caplog):
    return [one.told for one in caplog.records if one.name == "tracker.watching.access"]


@pytest.fixture(autouse=True)
def listening(caplog):
    caplog.set_level(logging.INFO, "tracker.watching.access")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/search/", 200),
        ("/en/entries/event/", 302),  # which takes no words
        ("/api/v1/entries/", 200),
        ("/api/v1/none/", 404),
        ("/en/none/", 404),
        ("/healthz", 200),
    ],
)
def test_each_request_has_a_line(client, caplog, path, status):
    Record().development("event")
    caplog.clear()

    client.get(f"{path}?q=secret", REMOTE_ADDR="192.0.2.7", headers={"user-agent": "somebody's"})

    (told,) = lines(caplog)
    assert told.pop("milliseconds") > 0
    assert told == {"method": "GET", "path": path, "status": status}
    (line,) = [one for one in caplog.records if one.name == "tracker.watching.access"]
    assert not re.search(r"secret|192\.0\.2|somebody", AsJSON().format(line))


def test_at_the_desk_it_says_which_account(admin_client, admin_user, caplog):
    admin_client.get("/admin/")

    (told,) = lines(caplog)
    assert told["user"] == admin_user.pk


def test_before_a_log_in_there_is_none(client, caplog):
    client.get("/admin/login/")

    (told,) = lines(caplog)
    assert "user" not in told


def test_a_number_is_given_to_each(client):
    first, second = (client.get("/healthz")["X-Request-ID"] for _time in range(2))

    assert re.fullmatch("[0-9a-f]{32}", first)
    assert first != second


@pytest.mark.parametrize(
    ("trusted", "given", "kept"),
    [
        (True, "0123456789abcdef", True),
        (False, "0123456789abcdef", False),
        (True, "short", False),
        (True, "with a space in it", False),
        (True, "x" * 65, False),
    ],
)
def test_that_of_a_proxy_is_kept_if_it_is_trusted_and_one(client, settings, trusted, given, kept):
    settings.TRUST_PROXY = trusted

    answer = client.get("/healthz", headers={"x-request-id": given})

    assert (answer["X-Request-ID"] == given) == kept


def test_nobody_who_does_not_want_lines_gets_any(client, settings, caplog):
    settings.ACCESS_LOG = False

    assert "X-Request-ID" not in client.get("/healthz").headers
    assert lines(caplog) == []


def test_a_line_as_json():
    token = current_request.set("0123456789abcdef")
    try:
        raise KeyError("this")
    except KeyError:
        record = logging.LogRecord("some", 40, "x.py", 1, "%s “down”\n", ("is",), sys.exc_info())
    line = AsJSON().format(record)
    current_request.reset(token)

    assert "\n" not in line
    told = json.loads(line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", told.pop("time"))
    assert told.pop("error").endswith("KeyError: 'this'")
    assert told == {
        "level": "ERROR",
        "logger": "some",
        "message": "is “down”\n",
        "request": "0123456789abcdef",
    }


def test_lines_come_with_json():
    assert read("ACCESS_LOG", **PRODUCTION) is False
    assert read("ACCESS_LOG", **PRODUCTION, LOG_FORMAT="json") is True
    assert read("ACCESS_LOG", **PRODUCTION, LOG_FORMAT="json", ACCESS_LOG="off") is False
