"""Many writers at once, and writers that die: with real processes on a real database."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, connections

from events import public, publishing
from events.log.versions import STANDS, VersionIndex
from events.models import Entry, Version
from tests.record import Record

ROOT = Path(settings.BASE_DIR)

record = Record()

# Publishes the entries whose primary keys it is given, one transaction each.
ONE_BY_ONE = """
import sys, django
django.setup()
from events import publishing
from events.models import Entry
for entry in Entry.objects.filter(pk__in=map(int, sys.argv[1:])).order_by("pk"):
    publishing.publish(entry)
"""


def start(*command: str) -> subprocess.Popen[bytes]:
    """A process of its own on the database of this test."""
    database = connection.settings_dict
    code = (
        "import os, sys; from django.conf import settings;"
        f"settings.DATABASES['default']['NAME'] = {str(database['NAME'])!r};"
    )
    arguments = [sys.executable, "-c", code + command[0], *command[1:]]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(arguments, env=environment, cwd=ROOT)


def drafts(count: int) -> list[Entry]:
    """Drafts with a source and a topic each, made quickly."""
    return [
        record.position(f"draft-{number}", holder="france", publish=False)
        for number in range(count)
    ]


class Follower:
    """Somebody who follows `changes/` from the beginning and remembers what it saw."""

    def __init__(self) -> None:
        self.seen: list[int] = []

    def look(self) -> None:
        more = True
        while more:
            versions, more = public.changes(self.seen[-1] if self.seen else 0, 50)
            self.seen += [version.seq for version in versions]


@pytest.mark.django_db(transaction=True)
def test_a_follower_of_eight_writers_misses_nothing() -> None:
    keys = [str(entry.pk) for entry in drafts(160)]
    connections.close_all()
    writers = [start(ONE_BY_ONE, *keys[number::8]) for number in range(8)]
    follower = Follower()
    try:
        deadline = time.monotonic() + 120
        while any(writer.poll() is None for writer in writers) and time.monotonic() < deadline:
            follower.look()
    finally:
        for writer in writers:
            writer.wait(timeout=60)
    follower.look()
    assert [writer.returncode for writer in writers] == [0] * 8
    assert follower.seen == list(range(1, 161))
    times = list(Version.objects.order_by("seq").values_list("published_at", flat=True))
    assert times == sorted(times)


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_writer_leaves_is_whole_and_the_next_one_goes_on() -> None:
    drafts(400)
    connections.close_all()
    writer = start(
        "import django; django.setup();"
        "from django.core.management import call_command; call_command('publish', 'peace')"
    )
    deadline = time.monotonic() + 60
    while public.last_seq() == 0 and writer.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    published = public.last_seq()
    assert 0 < published < 400
    _everything_public_is_whole(published)
    outcomes = list(publishing.publish_many(Entry.objects.all()))
    assert len(outcomes) == public.last_seq() == 400
    _everything_public_is_whole(400)


def _everything_public_is_whole(count: int) -> None:
    seqs = list(range(1, count + 1))
    assert list(Version.objects.order_by("seq").values_list("seq", flat=True)) == seqs
    rows = VersionIndex.objects.filter(superseded_by=STANDS).order_by("pk")
    assert list(rows.values_list("pk", flat=True)) == seqs
    before: Any = list(VersionIndex.objects.order_by("pk").values_list())
    list(publishing.rebuild())
    assert list(VersionIndex.objects.order_by("pk").values_list()) == before
