from datetime import UTC, datetime

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Value

from events import publishing
from events.log.derivation import DERIVATION
from events.publishing import jobs
from events.vocabulary import JobKind
from tests.log.derived_by import derived_by
from tests.record import Record
from tracker import health


@pytest.mark.parametrize("method", ["get", "head"])
def test_healthz_asks_no_database(client, method):
    # Without the mark `django_db` any query fails the test.
    response = getattr(client, method)("/healthz")

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert response.content == (b'{"status": "ok"}' if method == "get" else b"")


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "head"])
def test_readyz(client, method):
    response = getattr(client, method)("/readyz")

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert response.content == (b'{"status": "ok"}' if method == "get" else b"")


@pytest.mark.django_db
def test_readyz_warns_of_work_that_nobody_does(client):
    jobs.ask(JobKind.RENEWAL, 7, None, "actor", 1, "france")

    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "work": "Work is waiting, and no worker is running. Start one: `manage.py worker`.",
    }
    publishing.worker_appears("one")
    assert client.get("/readyz").json() == {"status": "ok"}


@pytest.mark.django_db
def test_readyz_names_the_migrations_that_are_missing(client):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    assert response.json() == {
        "status": "not ready",
        "database": "ok",
        "migrations": ["sessions.0001_initial"],
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("number", "needed"),
    [(None, "manage.py rebuild`."), (DERIVATION + 1, "manage.py rebuild --back`.")],
)
def test_readyz_says_what_is_needed_where_another_release_has_derived(client, number, needed):
    Record().development("event")
    derived_by(number)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    content = response.json()
    assert content.pop("derived").endswith(needed)
    assert content == {"status": "not ready", "database": "ok"}


@pytest.mark.django_db
def test_readyz_when_the_database_is_gone(client, monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("connection refused: password=secret")

    monkeypatch.setattr(connection, "cursor", refuse)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    assert response.json() == {"status": "not ready", "database": "unreachable"}


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_only_reading(client, path):
    assert client.post(path).status_code == 405


def test_a_probe_is_not_sent_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/healthz").status_code == 200
    assert client.get("/admin/").status_code == 301


def warned(capsys):
    health.warn()
    out, err = capsys.readouterr()
    assert out == ""
    return err


@pytest.mark.django_db(transaction=True)
def test_at_the_start_nothing_is_said_where_nothing_is_missing(capsys):
    Record().development("event")

    assert warned(capsys) == ""
    assert connection.connection is None


@pytest.mark.django_db(transaction=True)
def test_at_the_start_one_line_says_that_a_rebuild_is_needed(capsys):
    Record().development("event")
    derived_by(None)

    assert warned(capsys) == (
        "The tables that are derived from the log are behind this release. "
        "Run `manage.py rebuild`. Until then readers are told to come back later.\n"
    )


@pytest.mark.django_db(transaction=True)
def test_at_the_start_one_line_says_that_migrations_are_missing(capsys):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")
    try:
        assert warned(capsys) == "The database lacks migrations. Run `manage.py migrate`.\n"
    finally:
        MigrationRecorder(connection).record_applied("sessions", "0001_initial")


@pytest.mark.django_db(transaction=True)
def test_at_the_start_one_line_says_that_the_database_is_gone(capsys, monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("connection refused: password=secret")

    monkeypatch.setattr(connection, "cursor", refuse)

    assert warned(capsys) == "The database does not answer.\n"


@pytest.mark.django_db
def test_readyz_says_that_the_clock_is_behind_the_log(client, monkeypatch):
    Record().development("event")
    past = datetime(2026, 1, 1, tzinfo=UTC)
    monkeypatch.setattr("events.log.clock.NOW", Value(past))

    response = client.get("/readyz")

    assert response.status_code == 503
    content = response.json()
    assert "and the clock of the database's server says Jan. 1, 2026" in content.pop("clock")
    assert content == {"status": "not ready", "database": "ok"}
