"""Reports of errors by mail, to whom the owner of the site has named (`ERROR_REPORTS_TO`).

Whoever waits for an answer does not wait for a mail: a thread sends it. Of the same fault there is
one in ten minutes, from all processes that were forked from one, with how often it has happened.
"""

import logging
import multiprocessing
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.sharedctypes import RawArray
from threading import Event, Lock, Thread
from time import monotonic

from django.conf import settings
from django.core.mail import send_mail

from tracker.watching.faults import Fault, fault_of

logger = logging.getLogger(__name__)

# Of one fault there is a report in so many seconds, and of all faults there are so many.
WINDOW = 600.0
KINDS = 20
# How often is looked whether a fault has gone on, in seconds.
LOOKS = 15.0
# How many seconds a process that ends takes to send what is left.
LAST = 5.0
# Anybody can bring these about, with a request for another host.
NOT_OURS = "django.security."


class Ledger:
    """How often each fault has happened since it was reported, and when that was: in memory that
    processes share which are forked from one. The clock is the same for all of them."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.clock = clock
        self.kinds = RawArray("Q", KINDS)
        self.counts = RawArray("Q", KINDS)
        self.told = RawArray("d", KINDS)
        self.lock = multiprocessing.Lock()

    def add(self, kind: int, number: int) -> None:
        """So many more. Where there are too many faults at once, this one is not reported."""
        with self._locked():
            slot = self._slot(kind)
            if slot is None:
                slot = next((slot for slot in range(KINDS) if self._is_free(slot)), None)
                if slot is None:
                    return
                self.kinds[slot], self.counts[slot], self.told[slot] = kind, 0, 0.0
            self.counts[slot] += number

    def due(self, kind: int) -> int | None:
        """How many are to be reported now; they are taken for reported. None: later."""
        with self._locked():
            slot = self._slot(kind)
            if slot is None or not self.counts[slot]:
                return 0
            if self._is_fresh(slot):
                return None
            number, self.counts[slot] = self.counts[slot], 0
            self.told[slot] = self.clock()
            return number

    def _slot(self, kind: int) -> int | None:
        return next((slot for slot in range(KINDS) if self.kinds[slot] == kind), None)

    def _is_free(self, slot: int) -> bool:
        return not self.kinds[slot] or not (self.counts[slot] or self._is_fresh(slot))

    def _is_fresh(self, slot: int) -> bool:
        return bool(self.told[slot]) and self.clock() - self.told[slot] < WINDOW

    @contextmanager
    def _locked(self) -> Iterator[None]:
        # A process that was killed keeps it for ever: then, a report may come twice.
        has_it = self.lock.acquire(timeout=1)
        try:
            yield
        finally:
            if has_it:
                self.lock.release()


class ErrorReports(logging.Handler):
    """Notes what goes wrong, and lets a thread of its own report it."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        super().__init__(logging.ERROR)
        self.ledger = ledger or Ledger()
        self._begin()
        os.register_at_fork(after_in_child=self._begin)

    def _begin(self) -> None:
        """Threads and their locks are a process's own."""
        self.noted: dict[int, tuple[Fault, int]] = {}
        self.going_on: dict[int, Fault] = {}
        self.noting, self.woken = Lock(), Event()
        self.thread: Thread | None = None
        self.ended = False

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith((NOT_OURS, __name__)):
            return
        fault = fault_of(record)
        with self.noting:
            _before, number = self.noted.get(fault.kind, (fault, 0))
            if number or len(self.noted) < KINDS:
                self.noted[fault.kind] = fault, number + 1
            if self.thread is None:
                self.thread = Thread(target=self._run, name="error reports", daemon=True)
                self.thread.start()
        self.woken.set()

    def close(self) -> None:
        """The process ends: what is left is reported, if that is quick."""
        if self.thread is not None:
            self.ended = True
            self.woken.set()
            self.thread.join(LAST)
        super().close()

    def _run(self) -> None:
        while not self.ended:
            self.woken.wait(LOOKS if self.going_on else None)
            self.woken.clear()
            self.report()

    def report(self) -> None:
        """Send what is due."""
        with self.noting:
            noted, self.noted = self.noted, {}
        for kind, (fault, number) in noted.items():
            self.ledger.add(kind, number)
            self.going_on[kind] = fault
        for kind, fault in list(self.going_on.items()):
            due = self.ledger.due(kind)
            if due is None:
                continue
            del self.going_on[kind]
            if due and not _sent(fault, due):
                self.ledger.add(kind, due)
                self.going_on[kind] = fault


def _sent(fault: Fault, number: int) -> bool:
    """Whether a report was taken by the mail server. If not, it is tried again when one is due."""
    try:
        send_mail(_subject(fault), text_of(fault, number), None, settings.ERROR_REPORTS_TO)
    except Exception as error:  # noqa: BLE001 - the site goes on without reports
        logger.warning("A report of an error could not be sent: %s", error)
        return False
    return True


def _subject(fault: Fault) -> str:
    site = next(iter(settings.ALLOWED_HOSTS), "")
    return " ".join(f"[{site}] {fault.title}".split())[:200]


def text_of(fault: Fault, number: int) -> str:
    """The report of a fault that has happened so many times since the last one."""
    times = "once" if number == 1 else f"{number} times"
    said = [
        f"{fault.title}: {times}.",
        "",
        *(f"  {fact}" for fact in fault.facts),
        f"  on {socket.gethostname()}, process {os.getpid()}",
        "",
        "What the error says, and what was asked for, is in the log of that machine. It can hold",
        "what somebody typed, so it is not in this mail. Of the same fault there is one mail in",
        f"{WINDOW // 60:.0f} minutes, which says how often it has happened since.",
    ]
    if fault.calls:
        said += ["", "The calls that led there, the last one at the end:", ""]
        said += [f"  {place}" for place in fault.calls]
    return "\n".join([*said, ""])
