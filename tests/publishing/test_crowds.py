"""Many writers at once, and writers that die: with real processes on a real database."""

import subprocess
from typing import Any

import pytest
from django.db import connections

from events import public, publishing
from events.log.versions import STANDS, VersionIndex
from events.models import Entry, Version
from tests.processes import kill, start
from tests.record import Record
from tests.waiting import PATIENCE, until

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

# Publishes all there is, a few in each transaction, and stops in the middle of the third one, after
# it has written and before it commits: however fast the machine is, it is killed before the end.
UP_TO_THE_THIRD = """
import time
import django
django.setup()
from events.publishing import door
door.CHUNK = 10
append, begun = door.append, []
def append_and_wait(*given):
    versions = append(*given)
    begun.append(versions)
    if len(begun) == 3:
        print("in the third", flush=True)
        time.sleep(10**6)
    return versions
door.append = append_and_wait
from django.core.management import call_command
call_command("publish", "peace")
"""


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
        while any(writer.poll() is None for writer in writers):
            follower.look()
    finally:
        for writer in writers:
            writer.wait(PATIENCE)
    follower.look()
    assert [writer.returncode for writer in writers] == [0] * 8
    assert follower.seen == list(range(1, 161))
    times = list(Version.objects.order_by("seq").values_list("published_at", flat=True))
    assert times == sorted(times)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("where", ["somewhere", "in the third"])
def test_what_a_killed_writer_leaves_is_whole_and_the_next_one_goes_on(where: str) -> None:
    drafts(40)
    connections.close_all()
    with start(UP_TO_THE_THIRD, stdout=subprocess.PIPE) as writer:
        try:
            if where == "somewhere":
                until(lambda: public.last_seq() > 0, "something is published")
            else:
                assert where in str(writer.stdout.readline())
        finally:
            kill(writer)
    published = public.last_seq()
    assert published == 20 if where == "in the third" else 10 <= published <= 20
    _everything_public_is_whole(published)
    outcomes = list(publishing.publish_many(Entry.objects.all()))
    assert len(outcomes) == public.last_seq() == 40
    _everything_public_is_whole(40)


def _everything_public_is_whole(count: int) -> None:
    seqs = list(range(1, count + 1))
    assert list(Version.objects.order_by("seq").values_list("seq", flat=True)) == seqs
    rows = VersionIndex.objects.filter(superseded_by=STANDS).order_by("pk")
    assert list(rows.values_list("pk", flat=True)) == seqs
    before: Any = list(VersionIndex.objects.order_by("pk").values_list())
    list(publishing.rebuild())
    assert list(VersionIndex.objects.order_by("pk").values_list()) == before
