"""`manage.py worker`: does what goes on in the background."""

import logging
import os
import random
import secrets
import signal
import socket
from argparse import ArgumentParser
from contextlib import suppress
from threading import Event
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError, connection
from django.utils.translation import ngettext

from events import publishing

logger = logging.getLogger(__name__)

# How many seconds an idle worker waits before it looks again, give or take a quarter: so that
# several do not look in step.
LOOKS = 1.0
# After how many seconds it says that it is still there.
SIGNS = 10.0
# The longest wait for a database that is away.
LONGEST_WAIT = 30.0


class Command(BaseCommand):
    help = (
        "Does what goes on in the background: publishes again what names a record that was "
        "renamed. Runs until it is stopped; what it has begun then, the next one finishes. Several "
        "may run at once."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="end when nothing is left that can be done now"
        )

    def handle(self, *, once: bool, **options: Any) -> None:
        Worker(once).run()
        if once and (number := publishing.troubled_jobs()):
            message = ngettext(
                "%(count)s job has failed: see “Background work” in the admin.",
                "%(count)s jobs have failed: see “Background work” in the admin.",
                number,
            )
            raise CommandError(message % {"count": number})


class Worker:
    """One process that does jobs. `name`: what it is told apart by from all others."""

    def __init__(self, once: bool) -> None:
        self.once = once
        self.name = f"{socket.gethostname()[:60]}:{os.getpid()}:{secrets.token_hex(4)}"
        self.stopped = Event()
        self.signed_at = monotonic()
        # How long the database has been away, in waits.
        self.waits = 0

    def run(self) -> None:
        """Do jobs until it is stopped or, if that was asked for, nothing is left."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        while not self.stopped.is_set() and not self._begin():
            self._wait(LOOKS)
        while not self.stopped.is_set():
            try:
                idle = not self._do_one()
                self.waits = 0
            except (DatabaseError, InterfaceError) as error:
                self._put_up_with(error)
                continue
            if idle and self.once:
                break
            if idle:
                self._wait(LOOKS)
        self._end()

    def _begin(self) -> bool:
        """Whether it could say that it is there."""
        try:
            others = publishing.worker_appears(self.name)
        except (DatabaseError, InterfaceError) as error:
            self._put_up_with(error)
            return False
        logger.info("Worker %s has started.", self.name)
        for other in others:
            message = "Another worker is there since %s: %s. No job is done by both."
            logger.warning(message, f"{other.started_at:%Y-%m-%d %H:%M:%S} UTC", other.name)
        return True

    def _do_one(self) -> bool:
        """Whether there was a job to do."""
        self._sign()
        claim = publishing.claim_job(self.name)
        if claim is None:
            return False
        for _done in publishing.carry_out(claim):
            self._sign()
            if self.stopped.is_set():
                publishing.leave_to_others(claim)
                break
        return True

    def _sign(self) -> None:
        if monotonic() - self.signed_at >= SIGNS:
            publishing.worker_stays(self.name)
            self.signed_at = monotonic()

    def _put_up_with(self, error: Exception) -> None:
        """Wait until the database is back, longer from time to time."""
        if self.once:
            raise CommandError(str(error)) from error
        logger.error("The database does not answer: %s", str(error).partition("\n")[0])
        connection.close()
        self.waits += 1
        self._wait(min(LOOKS * 2**self.waits, LONGEST_WAIT))

    def _wait(self, seconds: float) -> None:
        self.stopped.wait(seconds * random.uniform(0.75, 1.25))  # noqa: S311

    def _stop(self, number: int, frame: object) -> None:
        self.stopped.set()

    def _end(self) -> None:
        with suppress(DatabaseError, InterfaceError):
            publishing.worker_leaves(self.name)
        logger.info("Worker %s has ended.", self.name)
