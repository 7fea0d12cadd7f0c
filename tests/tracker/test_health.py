import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder


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
