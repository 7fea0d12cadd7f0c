"""`manage.py worker`: with real processes, which are stopped and killed."""

import os
import random
import signal
import subprocess
import time
from functools import partial
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from events import public, publishing
from events.models import Entry, Job, Version, WorkerPresence
from events.publishing import jobs, republishing
from events.vocabulary import JobKind, JobState
from tests.processes import kill, start
from tests.record import Record
from tests.waiting import PATIENCE, until

record = Record()

# How often a worker is killed: `WORKER_KILLS=20`.
KILLS = int(os.environ.get("WORKER_KILLS", "3"))
# How many steps a worker does that is to be killed or stopped. Then it waits for that: however fast
# the machine is, it does not get to the end, and however slow, it does something.
STEPS = 6
AT_A_TIME = 2
ENTRIES = max(60, (KILLS + 1) * STEPS * AT_A_TIME)
ENDLESS = 10**6

# Takes the number of steps, and after how many seconds others take it for dead.
WORKER = f"""
import django; django.setup()
from datetime import timedelta
from events.management.commands.worker import Worker
from events.publishing import chunks, jobs
steps, lease = int(sys.argv[1]), timedelta(seconds=float(sys.argv[2]))
jobs.LEASE = lease
jobs.JobClaim.advance.__defaults__ = (lease,)
chunks.BEGIN = chunks.LARGEST = {AT_A_TIME}
done = []
chunks.ChunkSize.held_since = lambda size, locked_at: done.append(locked_at)
sign = Worker._sign
def sign_and_wait(worker):
    sign(worker)
    if len(done) >= steps:
        worker.stopped.wait()
Worker._sign = sign_and_wait
from django.core.management import call_command
call_command("worker")
"""


def started(steps: int, lease: float = 60, **options: Any) -> subprocess.Popen[bytes]:
    return start(WORKER, str(steps), str(lease), **options)


def renamed(number: int, name: str = "French Republic") -> None:
    for one in range(number):
        record.position(f"p{one}", holder="france")
    france = record.actor("france")
    france.name_en = name
    france.save()
    publishing.republish(france)


@pytest.fixture(autouse=True)
def nothing_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(republishing, "AT_ONCE", 0)


@pytest.mark.django_db
def test_once_it_does_what_waits_and_ends(caplog: pytest.LogCaptureFixture) -> None:
    renamed(3)
    with caplog.at_level("INFO"):
        call_command("worker", "--once")
    assert Job.objects.get().state == JobState.DONE
    assert public.entry("p2").document["actors"][0]["name"]["en"] == "French Republic"
    assert not WorkerPresence.objects.exists()
    said = [line for line in caplog.messages if "renewal actor france" in line]
    assert said[0] == "Begun: renewal actor france, 0 of 3 done."
    assert said[1].startswith("Finished: renewal actor france, 3 done in ")
    call_command("worker", "--once")


@pytest.mark.django_db
def test_once_it_says_that_something_has_failed() -> None:
    jobs.ask(JobKind.RENEWAL, 1, None, "no-such-model", 1, "france")
    with pytest.raises(CommandError, match=r"1 job has failed"):
        call_command("worker", "--once")
    assert "no-such-model" in Job.objects.get().error


@pytest.mark.django_db
def test_started_twice_it_is_told(caplog: pytest.LogCaptureFixture) -> None:
    publishing.worker_appears("elsewhere:1:abc")
    with caplog.at_level("WARNING"):
        call_command("worker", "--once")
    [line] = caplog.messages
    assert line.startswith("Another worker is there since ")
    assert line.endswith(": elsewhere:1:abc. No job is done by both.")


@pytest.mark.django_db(transaction=True)
def test_killed_again_and_again_it_loses_nothing_and_does_nothing_twice() -> None:
    renamed(ENTRIES)
    connections.close_all()
    chance = random.Random(1)
    for _kill in range(KILLS):
        before = Job.objects.get().done
        worker = started(STEPS, lease=1)
        until(partial(_has_done_more_than, before), "it does something")
        # Somewhere in the next steps, or when it has done all of its own.
        time.sleep(chance.random() / 10)
        kill(worker)
    assert 0 < Version.objects.count() - ENTRIES < ENTRIES
    _everything_is_whole()
    workers = [started(ENDLESS), started(ENDLESS)]
    try:
        until(lambda: all(map(_is_there, workers)), "both are there")
        until(lambda: Job.objects.get().state == JobState.DONE, "the rest is done")
    finally:
        for worker in workers:
            worker.send_signal(signal.SIGTERM)
    assert [worker.wait(PATIENCE) for worker in workers] == [0, 0]
    for entry in Entry.objects.all():
        document = public.entry(entry.slug).document
        assert document["actors"][0]["name"]["en"] == "French Republic"
        assert document["version"]["number"] == 2
    assert Version.objects.count() == 2 * ENTRIES
    _everything_is_whole()


@pytest.mark.django_db(transaction=True)
def test_stopped_it_ends_its_step_and_leaves_the_rest_to_the_next_one() -> None:
    renamed(60)
    connections.close_all()
    worker = started(STEPS, stderr=subprocess.PIPE)
    until(lambda: Job.objects.get().done, "it does something")
    worker.send_signal(signal.SIGTERM)
    _out, said = worker.communicate(timeout=PATIENCE)
    assert worker.returncode == 0
    job = Job.objects.get()
    assert (job.state, job.worker) == (JobState.WAITING, "")
    assert 0 < job.done < 60
    assert f"Left to the next worker: renewal actor france, {job.done} of 60 done." in str(said)
    assert not WorkerPresence.objects.exists()
    call_command("worker", "--once")
    assert Version.objects.count() == 120


def _has_done_more_than(before: int) -> bool:
    return Job.objects.get().done > before


def _is_there(worker: subprocess.Popen[bytes]) -> bool:
    """One that is not there yet would end by a signal without a word."""
    return WorkerPresence.objects.filter(name__contains=f":{worker.pid}:").exists()


def _everything_is_whole() -> None:
    last = public.last_seq()
    assert list(Version.objects.order_by("seq").values_list("seq", flat=True)) == [
        *range(1, last + 1)
    ]
