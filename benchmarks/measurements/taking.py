"""How fast whole lists are taken along, beside the database's own way to hand out the same rows."""

import resource
from collections.abc import Iterator
from contextlib import closing

from django.core.wsgi import get_wsgi_application
from django.db import connection

from benchmarks.comparing import Result, at_least, at_most, speed
from benchmarks.servers.requests import Application, environ

# The documents that stand, in the order of the list.
ROWS = """
    SELECT v.document FROM events_versionindex i JOIN events_version v ON v.seq = i.seq
    WHERE i.superseded_by = 9223372036854775807 {more} ORDER BY i.sort DESC
"""
SHORTER = "position"


def measure(seconds: float) -> Iterator[Result]:
    """Only PostgreSQL has a `COPY` to compare with. A table is compared by one kind of entries: it
    has as many columns, and fewer rows to wait for."""
    if connection.vendor != "postgresql":
        return
    site: Application = get_wsgi_application()
    yield speed(
        "NDJSON of all documents",
        lambda: taken(site, "/api/v1/entries.ndjson"),
        "COPY of the same rows",
        lambda: copied(""),
        seconds,
        at_least(0.6),
    )
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Result(
        "memory of the process meanwhile",
        f"{largest:.0f} MB",
        "a megabyte",
        "1 MB",
        largest,
        at_most(150),
    )
    yield speed(
        f"CSV of all {SHORTER}s",
        lambda: taken(site, f"/api/v1/{SHORTER}s.csv"),
        "COPY of the same rows",
        lambda: copied(f"AND i.kind = '{SHORTER}'"),
        seconds,
        at_least(0.25),
    )


def taken(site: Application, address: str) -> int:
    """How many bytes the answer has, of which none is kept."""
    said: list[str] = []
    answer = site(environ(address), lambda status, *_more: said.append(status))
    with closing(answer):  # type: ignore[type-var]
        size = sum(map(len, answer))
    if not said[0].startswith("200"):
        raise ValueError(f"{address}: {said[0]}")
    return size


def copied(more: str) -> int:
    query = ROWS.format(more=more)
    with (
        connection.cursor() as cursor,
        cursor.cursor.copy(f"COPY ({query}) TO STDOUT") as copy,
    ):
        return sum(map(len, copy))
