"""The processes that are killed, and what they work on."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone

from benchmarks.kills.editor import NAME, PASSWORD, Editor
from benchmarks.kills.server import MortalServer
from benchmarks.measurements.writers import add_drafts
from benchmarks.record import filling
from events import public
from events.models import Actor, Tag
from tests.ports import free_port

ROOT = Path(__file__).parents[2]
# One in so many is published by the editor.
EDITORS = 4
# Until the next kill, in seconds, at most.
LONGEST = 2.0


def fill(before: int, publications: int) -> tuple[range, int]:
    """Make a record and drafts; return the keys of the drafts, and an actor that many name."""
    call_command("migrate", verbosity=0)
    filling.fill(before, timezone.now())
    first = add_drafts(publications)
    User.objects.create_superuser(NAME, password=PASSWORD)
    tag = Tag.objects.filter(facet="actor").order_by("-standing")[0]
    return range(first, first + publications), Actor.objects.get(slug=tag.slug).pk


class Run:
    """The three processes, and what they have acknowledged. `ended`: how often a web server or a
    worker ended when only the database had, which is not what they are to do."""

    def __init__(
        self, keys: range, actor: int, chance: random.Random, server: MortalServer | None
    ) -> None:
        self.chance = chance
        self.before = public.last_seq()
        self.published: dict[int, int] = {}
        self.server = server
        self.kills = {"publisher": 0, "worker": 0, "web": 0}
        if server:
            self.kills["database"] = 0
        self.ended = 0
        self.port = free_port()
        own = keys[: len(keys) // EDITORS]
        rest = keys[len(own) :]
        self.commands = {
            "publisher": ["-m", "benchmarks.kills.publisher", str(rest[0]), str(rest[-1])],
            "worker": ["manage.py", "worker"],
            "web": ["-m", "gunicorn", "tracker.wsgi"],
        }
        self.processes = {name: self._start(name) for name in self.commands}
        self.editor = Editor(f"http://localhost:{self.port}", list(own), actor)

    def kill(self, number: int) -> int:
        """Kill so many times; return how often that was, which is less if all is done before."""
        for done in range(number):
            sleep(self.chance.uniform(0.1, LONGEST))
            if self.processes["publisher"].poll() == 0 and self.editor.is_done:
                return done
            name = self.chance.choice([name for name in self.kills if self._is_there(name)])
            self.kills[name] += 1
            if self.server and name == "database":
                self.server.kill()
            else:
                os.killpg(self.processes[name].pid, signal.SIGKILL)
                self.processes[name].wait()
                self.processes[name] = self._start(name)
            self._revive()
        return number

    def _is_there(self, name: str) -> bool:
        return name == "database" or self.processes[name].poll() is None

    def _revive(self) -> None:
        """Start anew what has ended without the database. A publisher may; the others wait for
        it."""
        for name, process in self.processes.items():
            if process.poll():
                self.ended += name != "publisher"
                self.processes[name] = self._start(name)

    def finish(self) -> None:
        """Wait until all is published."""
        while self.processes["publisher"].poll() != 0:
            self._revive()
            sleep(0.1)
        self.editor.join()

    def end(self) -> None:
        """End what runs still."""
        self.editor.ended.set()
        for process in self.processes.values():
            process.terminate()
            process.wait()

    def _start(self, name: str) -> Any:
        process = subprocess.Popen(
            [sys.executable, *self.commands[name]],
            cwd=ROOT,
            env=os.environ | {"PORT": str(self.port), "PYTHONWARNINGS": "ignore"},
            stdout=subprocess.PIPE if name == "publisher" else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            # A group of its own, because a web server is several processes.
            start_new_session=True,
        )
        if name == "publisher":
            Thread(target=self._listen, args=[process.stdout], daemon=True).start()
        return process

    def _listen(self, said: Any) -> None:
        for line in said:
            key, _space, seq = line.strip().partition(" ")
            if line.endswith("\n") and seq != "-":
                self.published[int(key)] = int(seq)
