"""A circuit breaker: while a server lets everybody wait, one waits and the others are told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

import psycopg

# A server that refuses does so at once. One that has let somebody wait for so many seconds may do
# so for long.
LONG = 1.0
# How many seconds nobody tries after that.
REST = 1.0
# How many seconds whoever tries next may take.
TRIAL = 5.0


class Breaker:
    """Whether it is worth asking a server, as the threads of a process have found."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.clock = clock
        self.lock = Lock()
        # Until when nobody tries; None while the server answers.
        self.until: float | None = None

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Around an attempt to connect. Raises psycopg's `OperationalError` instead of making one
        that would only wait, so that a thousand readers do not wait one after the other."""
        with self.lock:
            began = self.clock()
            if self.until is not None and began < self.until:
                raise psycopg.OperationalError("the server did not answer a moment ago")
            if self.until is not None:
                self.until = began + TRIAL
        try:
            yield
        except psycopg.OperationalError:
            if self.clock() - began >= LONG:
                self.open()
            else:
                self.close()
            raise
        self.close()

    def open(self) -> None:
        """The server has let somebody wait in vain."""
        with self.lock:
            self.until = self.clock() + REST

    def close(self) -> None:
        with self.lock:
            self.until = None


BREAKER = Breaker()
