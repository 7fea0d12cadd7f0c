"""Renaming what very many entries name: how long the editor waits, how long everybody else does,
and how much memory the worker takes."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic, perf_counter, sleep

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client

from benchmarks.comparing import Result, at_most
from events.engines import lock_log
from events.models import Job, Process, Tag
from events.vocabulary import Facet
from tests.admin.desk import Desk

# How often another writer comes, in seconds.
COMES = 0.02
# What an editor and other writers wait for at most, in seconds, and the memory of a worker, in MB.
REQUEST, LOCKED, MEMORY = 1.0, 0.2, 300


def measure(seconds: float) -> Iterator[Result]:
    """Takes as long as it takes; the record is larger afterwards."""
    process, named = _most_named()
    desk = _desk()
    desk.open("process", "change", process.pk)
    form = desk.form("process", process.pk)
    began = perf_counter()
    desk.send("process", process.pk, form | {"name_en": f"Renamed at {began}"})
    request = perf_counter() - began
    yield _judged("a rename, the editor’s request", request, REQUEST, "s")
    if not Job.objects.filter(key=process.pk).exclude(state="done").exists():
        return
    with _Writer() as writer:
        began = perf_counter()
        memory, locked = _work()
        took = perf_counter() - began
    yield _judged("a rename, how long the log was locked at most", locked, LOCKED, "s")
    yield Result("a rename, the longest wait of another writer", f"{writer.longest:.3g} s")
    yield _judged("a rename, memory of the worker", memory, MEMORY, "MB")
    yield Result(
        f"a rename that {named:,} entries name", f"{took:.0f} s", "", f"{named / took:.0f} /s"
    )


def _work() -> tuple[float, float]:
    """Have a worker do it; return how much memory it took, in MB, and for how long it locked the
    log at most, in seconds, both at most."""
    with subprocess.Popen(
        [sys.executable, "manage.py", "worker", "--once"],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"LOG_LEVEL": "INFO"},
        stderr=subprocess.PIPE,
        text=True,
    ) as worker:
        memory = 0.0
        while worker.poll() is None:
            # That of a process that has ended is not told any more.
            with suppress(OSError):
                status = Path(f"/proc/{worker.pid}/status").read_text()
                found = re.search(r"VmHWM:\s*(\d+) kB", status)
                memory = int(found[1]) / 1024 if found else memory
            sleep(COMES * 5)
        said = worker.communicate()[1]
    locked = re.search(r"the log was locked for (\d+) ms at most", said)
    if worker.returncode or locked is None:
        raise RuntimeError(f"The worker did not finish:\n{said}")
    return memory, int(locked[1]) / 1000


def _judged(name: str, measured: float, most: float, unit: str) -> Result:
    ratio = measured / most
    return Result(name, f"{measured:.3g} {unit}", "at most", f"{most:g} {unit}", ratio, at_most(1))


def _most_named() -> tuple[Process, int]:
    tag = Tag.objects.filter(facet=Facet.PROCESS).order_by("-standing").first()
    assert tag is not None, "the record has a process"
    return Process.objects.get(slug=tag.slug), tag.standing


def _desk() -> Desk:
    client = Client(SERVER_NAME="localhost")
    client.force_login(
        User.objects.get_or_create(username="bench", is_staff=True, is_superuser=True)[0]
    )
    return Desk(client)


class _Writer:
    """Somebody who locks the log again and again, as one who publishes does: how long that took at
    most, in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._ended = Event()
        self._thread = Thread(target=self._write)

    def __enter__(self) -> "_Writer":
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._ended.set()
        self._thread.join()

    def _write(self) -> None:
        while not self._ended.is_set():
            began = monotonic()
            with transaction.atomic(), connection.cursor() as cursor:
                lock_log(cursor, connection)
            self.longest = max(self.longest, monotonic() - began)
            sleep(COMES)
        connection.close()
