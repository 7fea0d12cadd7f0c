"""Processes of their own on the database of a test."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from django.conf import settings
from django.db import connection

from tests.waiting import LOOK, PATIENCE, until

ROOT = Path(settings.BASE_DIR)
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND backend_type = 'client backend'"""
WAITING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'"""
# In seconds: long enough for whoever waits for nobody to be done.
LONG_ENOUGH = 1


def start(code: str, *arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """Run some Python on the database of this test; `options` are those of `Popen`."""
    name = str(connection.settings_dict["NAME"])
    there = (
        "import os, sys; from django.conf import settings;"
        f"settings.DATABASES['default']['NAME'] = {name!r};"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", there + code, *arguments]
    return subprocess.Popen(command, env=environment, cwd=ROOT, **options)  # type: ignore[call-overload]


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process that `start` has started, the only one. When this returns, the server of the
    database has ended what it did for it: it hears of that a moment later, and may still commit."""
    process.kill()
    process.wait(PATIENCE)
    if connection.vendor == "postgresql":
        until(_nobody_else_is_there, "the server has noticed that a process was killed")


def done_or_waiting(is_done: Callable[[], bool]) -> None:
    """Wait until what somebody does on another connection is done, or waits for what this one has
    locked. SQLite does not tell that: there, it has some time, and is slow or waits."""
    if connection.vendor == "postgresql":
        until(lambda: is_done() or _number(WAITING), "the other one is done or waits")
        return
    end = monotonic() + LONG_ENOUGH
    while not is_done() and monotonic() < end:
        sleep(LOOK)


def has_ended(process: subprocess.Popen[bytes]) -> bool:
    return process.poll() is not None


def _nobody_else_is_there() -> bool:
    return not _number(OTHERS)


def _number(query: str) -> int:
    with connection.cursor() as cursor:
        # A transaction sees what it has seen at first, without that.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(query)
        return int(cursor.fetchone()[0])
