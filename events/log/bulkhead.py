"""Bulkheads: what is costly to answer fills a part of the threads, and leaves the others free."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import BoundedSemaphore

from django.conf import settings
from django.utils.translation import gettext as _

from events.log.not_now import NotNow

# How many seconds whoever finds it full may wait.
WAIT = 0.5


class Crowded(NotNow):
    """Too many ask for what is costly at once. The same question a moment later is welcome."""

    RETRY_AFTER = "2"
    code = "crowded"

    @property
    def for_readers(self) -> str:
        return _("Too many people are asking for something like this at the moment.")


class Bulkhead:
    """`at_once` may be inside at a time, and `waiting` more wait for so many `seconds` at most:
    whoever waits keeps a thread as well."""

    def __init__(self, at_once: int, waiting: int, seconds: float = WAIT) -> None:
        self.inside = BoundedSemaphore(at_once)
        self.waiting = BoundedSemaphore(waiting) if waiting else None
        self.seconds = seconds

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Raises `Crowded` if there is no room."""
        if not (self.inside.acquire(blocking=False) or self._waited()):
            raise Crowded("Too many costly requests at once.")
        try:
            yield
        finally:
            self.inside.release()

    def _waited(self) -> bool:
        if self.waiting is None or not self.waiting.acquire(blocking=False):
            return False
        try:
            return self.inside.acquire(timeout=self.seconds)
        finally:
            self.waiting.release()


@lru_cache(maxsize=1)
def costly() -> Bulkhead:
    """That of this process, for readers: of its threads, some stay free for everything else."""
    spare = settings.THREADS - settings.COSTLY_AT_ONCE
    return Bulkhead(settings.COSTLY_AT_ONCE, max(0, spare // 2))


@lru_cache(maxsize=1)
def lengthy() -> Bulkhead:
    """That of this process for answers that are sent while they are made, which keep a thread for
    as long as whoever asked takes to read them. They leave room for what is costly."""
    return Bulkhead(max(1, settings.COSTLY_AT_ONCE // 2), 1)
