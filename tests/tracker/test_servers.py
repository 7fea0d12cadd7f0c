"""More than one server: who may be written to, and who has to wait for whom."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.signals import connection_created

from events.engines import Replay, is_standby, name_primary, primary_id
from tests.record import Record
from tests.tracker.test_settings import PRODUCTION, refusal, run
from tracker import servers


@pytest.fixture
def published(db):
    """An entry, which is the first version of the log."""
    return Record().development("event")


@pytest.fixture
def looks(monkeypatch):
    """The times that an answer has waited until it looked again."""
    waited: list[float] = []

    class Time:
        def monotonic(self) -> float:
            return sum(waited)

        def sleep(self, seconds: float) -> None:
            waited.append(seconds)

    monkeypatch.setattr(servers, "time", Time())
    return waited


@pytest.fixture
def behind(published, looks, monkeypatch):
    """The server is a standby, for the program; gives a list of how far it is at each look."""
    ends = [1]
    monkeypatch.setattr(servers, "is_standby", lambda connection: True)
    monkeypatch.setattr(servers, "last_seq", lambda: ends.pop(0) if len(ends) > 1 else ends[0])
    return ends


def plain(client, url):
    """What an answer says, and whether it may be kept."""
    response = client.get(url)
    return (
        response.status_code,
        response.content,
        response.get("Location"),
        response["Cache-Control"],
    )


@pytest.mark.parametrize("path", ["/en/entries/event/", "/api/v1/entries/event/"])
def test_the_answer_is_that_of_the_address_without_it(client, published, path):
    assert plain(client, f"{path}?min_seq=1") == plain(client, path)


def test_other_parameters_are_kept(client, published):
    expected = plain(client, "/en/timeline/?kind=development&from=2025")

    for query in (
        "min_seq=1&kind=development&from=2025",
        "kind=development&min_seq=1&from=2025",
        "kind=development&from=2025&min_seq=1",
    ):
        assert plain(client, f"/en/timeline/?{query}") == expected


@pytest.mark.parametrize("value", ["", "x", "-1", "1.5", "１", "9" * 19])
def test_what_is_no_number_is_a_parameter_like_any_other(client, published, value):
    page = client.get(f"/en/entries/event/?min_seq={value}")
    answer = client.get(f"/api/v1/entries/event/?min_seq={value}")

    assert (page.status_code, page["Location"]) == (302, "/en/entries/event/")
    assert answer.status_code == 400
    assert "min_seq" in answer.content.decode()


def test_the_primary_waits_for_nothing(client, published, looks):
    assert client.get("/en/entries/event/?min_seq=99").status_code == 200
    assert looks == []


def test_a_standby_waits_until_it_is_there(client, behind, looks):
    behind[:] = [1, 1, 2, 3]

    assert client.get("/en/entries/event/?min_seq=3").status_code == 200
    assert behind == [3]
    assert looks == [servers.LOOK] * 3


def test_a_standby_that_is_not_there_in_time_says_so(client, behind, looks):
    response = client.get("/en/entries/event/?min_seq=3")

    assert servers.PATIENCE <= sum(looks) < servers.PATIENCE + servers.LOOK
    assert (response.status_code, response["Retry-After"]) == (504, "2")
    assert response["Cache-Control"] == "no-store"
    assert "has not heard of the latest publication" in response.content.decode()


def test_or_sends_to_the_primary(client, behind, settings):
    settings.PRIMARY_URL = "https://primary.example"

    response = client.get("/en/timeline/?kind=development&min_seq=3")

    assert (response.status_code, response["Cache-Control"]) == (307, "no-store")
    assert response["Location"] == (
        "https://primary.example/en/timeline/?kind=development&min_seq=3"
    )


def test_no_more_than_half_of_the_threads_wait(client, behind, settings, looks):
    settings.THREADS = 4
    middleware = servers.AtLeast(lambda request: None)
    assert middleware.waiting.acquire(blocking=False)
    assert middleware.waiting.acquire(blocking=False)

    assert not middleware._reaches(3)
    assert looks == []


def test_the_desk_does_not_write_to_a_standby(client, published, monkeypatch):
    monkeypatch.setattr(servers, "is_standby", lambda connection: True)

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "not ready", "database": "ok", "server": servers.STANDBY}
    with pytest.raises(CommandError, match="names a standby"):
        call_command("publish", "peace")


def test_a_reader_may_read_from_one(client, published, monkeypatch, settings):
    settings.ROLE = "reader"
    monkeypatch.setattr("tracker.health.is_standby", lambda connection: True)
    monkeypatch.setattr("tracker.health.replay", lambda connection: Replay(0.25, True))

    assert client.get("/readyz").json() == {
        "status": "ok",
        "role": "reader",
        "seq": 1,
        "lag": 0.25,
        "receiving": True,
    }


def test_a_reader_of_the_primary_says_how_far_it_is(client, published, settings):
    settings.ROLE = "reader"

    assert client.get("/readyz").json() == {"status": "ok", "role": "reader", "seq": 1}


def test_this_server_is_no_standby(db):
    assert not is_standby(connection)


@pytest.mark.django_db(transaction=True)
def test_a_primary_is_known_by_its_name(client, settings, capsys):
    if connection.vendor != "postgresql":
        with pytest.raises(CommandError, match="Only a PostgreSQL server"):
            call_command("promoted")
        return
    try:
        call_command("promoted")
        told = capsys.readouterr().out
        connection.close()
        name = primary_id(connection)
        assert told == f"Set PRIMARY_ID={name} for the desk and restart it.\n"
        settings.PRIMARY_ID = name
        assert servers.wrong_server() == ""
        settings.PRIMARY_ID = "another"
        answer = client.get("/readyz").json()["server"]
        assert answer.startswith(
            f"PRIMARY_ID is “another”, and the server that DATABASE_URL names calls itself “{name}”"
        )
        call_command("promoted")
        assert f"It was called {name}, as the primary" in capsys.readouterr().out
    finally:
        name_primary(connection, "")
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_no_connection_to_another_primary_is_used(settings):
    settings.PRIMARY_ID = "another"
    servers.refuse_other_primaries()
    connection.close()
    try:
        with pytest.raises(servers.OtherPrimary, match="has no name"):
            connection.ensure_connection()
    finally:
        connection_created.disconnect(dispatch_uid="other primaries")


def test_roles_are_named():
    assert refusal(**PRODUCTION, ROLE="redaer") == (
        "ROLE is “redaer”; it should be one of all, reader."
    )


def test_a_reader_has_no_desk(tmp_path):
    source = """
import django
django.setup()
from django.core.management import call_command
from django.test import Client
call_command("check")
call_command("migrate", verbosity=0)
client = Client()
for path in ("/admin/", "/admin/login/", "/admin/i18n/setlang/", "/en/", "/robots.txt",
             "/api/v1/entries/", "/sitemap.xml"):
    print(path, client.get(path).status_code)
"""
    process = run(
        "-c",
        source,
        DATABASE_URL=f"sqlite:///{tmp_path}/db.sqlite3",
        ALLOWED_HOSTS="testserver",
        DJANGO_SETTINGS_MODULE="tracker.settings",
        DEBUG="on",
        ROLE="reader",
    )

    assert process.stdout.splitlines() == [
        "System check identified no issues (3 silenced).",
        "/admin/ 404",
        "/admin/login/ 404",
        "/admin/i18n/setlang/ 404",
        "/en/ 200",
        "/robots.txt 200",
        "/api/v1/entries/ 200",
        "/sitemap.xml 200",
    ], process.stderr
