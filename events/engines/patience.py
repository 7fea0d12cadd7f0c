"""How long whoever waits for an answer waits for the database, all its statements together."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from threading import local
from time import monotonic

_of_thread = local()


@contextmanager
def answer_within(seconds: float) -> Iterator[None]:
    """What this thread asks of limited connections (`limit_statements`) in the context has to be
    done in so many seconds, taken together."""
    _of_thread.until = monotonic() + seconds
    try:
        yield
    finally:
        _of_thread.until = inf


def seconds_left() -> float:
    """How many seconds this thread may still wait for a database; `inf` outside the context."""
    return max(0.0, getattr(_of_thread, "until", inf) - monotonic())
