"""Which state of the reference data was rendered: nothing is published with names of before.

Whoever changes reference data holds the lock of the names alone, and whoever publishes shares it.
So a change sees everything that was published with the names of before, and renews it; and whatever
is published later has the names of after. The lock is taken first of all: before rows of jobs, of
entries, and before that of the log.
"""

from django.db import connection

from events.engines import lock_names
from events.models import NamesRevision

BUMP = f"""
    INSERT INTO {NamesRevision._meta.db_table} (id, number) VALUES (1, 1)
    ON CONFLICT (id) DO UPDATE SET number = {NamesRevision._meta.db_table}.number + 1"""  # noqa: S608


def keep_names() -> None:
    """Let nobody change reference data until this transaction ends."""
    with connection.cursor() as cursor:
        lock_names(cursor, connection, shared=True)


def change_names() -> None:
    """Let nobody publish until this transaction, which has changed reference data, ends."""
    with connection.cursor() as cursor:
        lock_names(cursor, connection, shared=False)
        cursor.execute(BUMP)


def revision() -> int:
    """Grows with every change of reference data."""
    return NamesRevision.objects.values_list("number", flat=True).first() or 0
