"""Lists whose documents were published in different shapes, beside the same lists in one shape.

The record is treated as if it had been published in today's shape up to some version, and in the
next one from there on: up to the version in the middle of the list's first page, so that half of
the page is of either age. The past before it is then all of the older one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from django.core.wsgi import get_wsgi_application
from django.db import connection

from benchmarks.comparing import Result, at_most, cost
from benchmarks.measurements.answers import LIST
from benchmarks.record.copying import settle
from benchmarks.servers.requests import Application, ask
from events import public
from events.documents import shapes
from events.log import Version, VersionUpgrade

# As long as what was published, so that nothing is gained by a shorter text.
UPGRADE = """
    INSERT INTO events_versionupgrade (seq, document)
    SELECT seq, replace(document, %s, %s) FROM events_version
    WHERE document IS NOT NULL AND seq <= %s"""
OF_AGES = at_most(1.1)


def measure(seconds: float) -> Iterator[Result]:
    site: Application = get_wsgi_application()
    page = public.page(public.Filters())
    seqs = sorted(document["version"]["seq"] for document in page.documents)
    middle = Version.objects.get(seq=seqs[len(seqs) // 2])
    before = f"{LIST}?as_of={public.timestamp(middle.published_at)}"
    yield _beside("list of 50, next shape alone", site, LIST, seconds)
    with _published_until(middle.seq):
        yield _beside("list of 50, half of it older", site, LIST, seconds)
        yield _beside("list of 50 as of then, all of it older", site, before, seconds)


def _beside(name: str, site: Application, address: str, seconds: float) -> Result:
    answer = partial(ask, site, address)
    return cost(name, _in_next_shape(answer), "today's shape alone", answer, seconds, OF_AGES)


def _in_next_shape(call: Callable[[], object]) -> Callable[[], None]:
    """The call, made as by a program that has one more shape."""

    def called() -> None:
        today, shapes.SHAPE = shapes.SHAPE, shapes.SHAPE + 1
        try:
            call()
        finally:
            shapes.SHAPE = today

    return called


@contextmanager
def _published_until(seq: int) -> Iterator[None]:
    """What was published up to there has today's shape, and its text in the next."""
    today, following = (f'"shape":{shape}' for shape in (shapes.SHAPE, shapes.SHAPE + 1))
    with connection.cursor() as cursor:
        cursor.execute(UPGRADE, [today, following, seq])
    settle()
    try:
        yield
    finally:
        VersionUpgrade.objects.all().delete()
