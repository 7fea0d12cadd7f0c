"""The connection itself, on whichever engine the tests run."""

import pytest
from django.db import IntegrityError, connection, transaction


@pytest.mark.django_db(transaction=True)
def test_references_are_enforced():
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO auth_permission (name, content_type_id, codename) VALUES ('', 0, '')"
        )


@pytest.mark.django_db
def test_sqlite_is_set_up_for_several_processes():
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        values = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]

    assert values == ["wal", 1, 1, 20_000]
