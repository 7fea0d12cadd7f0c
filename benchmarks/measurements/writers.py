"""Publishing by one writer and by eight at once, while a follower reads the feed of changes."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

import orjson
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from benchmarks.comparing import Bound, Result, at_most
from benchmarks.record.casting import MODELS, Caster, add_to_desk
from benchmarks.record.copying import settle
from benchmarks.record.entries import Inventor
from benchmarks.record.reference import Reference
from benchmarks.record.schedule import Schedule
from benchmarks.record.vocabulary import vocabularies
from events import public
from events.models import Entry

WRITERS = 8
WRITER = "benchmarks.measurements.writer"
# More than all writers together publish in a second.
DRAFTS_PER_SECOND = 400
# How long the follower waits when nothing is new, so that it does not compete with the writers.
PAUSE = 0.01
NONE = Bound(0)


@dataclass
class Round:
    """What the writers of a round published, and what their follower saw, in that order."""

    published: list[int]
    followed: list[int]
    seconds: float

    @property
    def rate(self) -> float:
        return len(self.published) / self.seconds

    @property
    def missed(self) -> int:
        return len(set(self.published) - set(self.followed))

    @property
    def twice(self) -> int:
        return len(self.followed) - len(set(self.followed))

    @property
    def disordered(self) -> int:
        pairs = zip(self.followed, self.followed[1:], strict=False)
        return sum(1 for before, after in pairs if after <= before)


def measure(seconds: float) -> Iterator[Result]:
    """`seconds`: how long the writers of each round publish. The record is larger afterwards."""
    one, many = (_round(writers, seconds) for writers in (1, WRITERS))
    yield Result("publishing, 1 writer", f"{one.rate:.0f} /s")
    yield Result(
        f"publishing, {WRITERS} writers",
        f"{many.rate:.0f} /s",
        "1 writer",
        f"{one.rate:.0f} /s",
        many.rate / one.rate,
    )
    of = f"of {len(many.published)} published"
    for name in ("missed", "twice", "disordered"):
        number = getattr(one, name) + getattr(many, name)
        yield Result(
            f"versions {name} by a follower", str(number), of, "", float(number), at_most(0)
        )


def _round(writers: int, seconds: float) -> Round:
    each = int(DRAFTS_PER_SECOND * seconds / writers) + 1
    first = add_drafts(each * writers)
    processes = [
        _start(first + each * place, first + each * (place + 1) - 1, seconds)
        for place in range(writers)
    ]
    followed: list[int] = []
    after = public.last_seq()
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    running = True
    while running:
        # Asked before the last look, so that this look comes after the last version.
        running = any(process.poll() is None for process in processes)
        versions, more = public.changes(after, 200)
        running = running or more
        if not versions:
            sleep(PAUSE)
        followed += [version.seq for version in versions]
        after = followed[-1] if followed else after
    said = [orjson.loads(process.communicate()[0]) for process in processes]
    return Round(
        [seq for one in said for seq in one["seqs"]],
        followed,
        max(one["seconds"] for one in said),
    )


def add_drafts(count: int) -> int:
    """Write that many drafts to the desk and return the key of the first."""
    vocabulary = vocabularies()
    # Their links lead to entries that others are cast from, if the record has those.
    schedule = Schedule(min(MODELS, Entry.objects.count()), timezone.now())
    caster = Caster(Inventor(Reference(), vocabulary), schedule)
    last = Entry.objects.aggregate(last=Max("pk"))["last"] or 0
    numbers = range(last + 1, last + count + 1)
    with transaction.atomic():
        add_to_desk(caster, numbers, dict.fromkeys(numbers, 1))
    settle()
    return numbers.start


def _start(first: int, last: int, seconds: float) -> Any:
    process = subprocess.Popen(
        [sys.executable, "-m", WRITER, str(first), str(last), str(seconds)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    if process.stdout is None or process.stdout.readline() != "ready\n":
        raise RuntimeError("A writer did not start; what it says stands above.")
    return process
