"""Connections to SQLite and PostgreSQL: what they are allowed to take, and how they are let go."""

from functools import partial
from math import inf
from time import monotonic
from typing import Any

import psycopg

from events.engines.breaker import BREAKER
from events.engines.index import is_postgresql
from events.engines.patience import seconds_left

# How many milliseconds it may wait for a lock, of each second that a statement may take: less, so
# that what ends it says which it was, and an editor is told in less than three seconds.
WAITING = 500
# How many times as long as a statement a transaction may do nothing.
IDLE_AT_MOST = 6
# How many seconds longer than a statement may take a server is waited for that should end it.
GRACE = 0.5
# How many seconds a server may take to end a statement that is given up, and to say so.
ENDING = 0.25
# What is left of the time for an answer is this many seconds at least: for what ends a transaction.
LEAST = 0.05
# How many steps of its machine SQLite does before it looks at the time: some milliseconds.
STEPS_BETWEEN_LOOKS = 100_000


def limit_statements(connection: Any, seconds: int) -> None:
    """Let no statement of a connection take longer, and none wait nearly so long for a lock.

    A transaction that does nothing for so long that its owner must be gone is ended: it may hold
    the lock of the log. With 0 seconds, only the time for an answer (`answer_within`) is a limit,
    which no server need know.
    """
    if is_postgresql(connection):
        connection.connection.wait = partial(_wait, connection.connection, seconds)
        if seconds:
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SET statement_timeout = '{seconds}s';"
                    f" SET lock_timeout = '{seconds * WAITING}ms';"
                    f" SET idle_in_transaction_session_timeout = '{IDLE_AT_MOST * seconds}s'"
                )
        return
    if seconds:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {seconds * WAITING}")
    deadline = _Deadline(seconds or inf)
    connection.connection.set_progress_handler(deadline.has_passed, STEPS_BETWEEN_LOOKS)
    connection.execute_wrappers.append(deadline.set)


def _wait(
    connection: psycopg.Connection,
    seconds: int,
    steps: Any,
    interval: float = LEAST,
    timeout: float | None = None,
) -> Any:
    """psycopg's `Connection.wait`, but not for ever. The limits of the server do not help where it
    is the server that is frozen, or the way to it."""
    if timeout is None:
        timeout = min(seconds + GRACE if seconds else inf, max(LEAST, seconds_left()))
    if timeout == inf:
        return psycopg.Connection.wait(connection, steps, interval)
    try:
        return psycopg.Connection.wait(connection, steps, interval, timeout)
    except psycopg.errors._WaitTimeout:
        return _end(connection, steps)


def _end(connection: psycopg.Connection, steps: Any) -> Any:
    """Have the server end what it does, which says that it took too long. One that does not even do
    that is gone, and so is the connection."""
    try:
        connection.cancel_safe(timeout=ENDING)
        return psycopg.Connection.wait(connection, steps, timeout=ENDING)
    except psycopg.errors.QueryCanceled:
        raise
    except psycopg.OperationalError:
        connection.pgconn.finish()
        BREAKER.open()
        raise psycopg.OperationalError("the server does not answer") from None


class _Deadline:
    """When the statement that a connection to SQLite runs has to be done."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.at = inf

    def set(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.at = monotonic() + min(self.seconds, max(LEAST, seconds_left()))
        return execute(sql, params, many, context)

    def has_passed(self) -> bool:
        return monotonic() > self.at


def let_go(connection: Any) -> None:
    """Close the connection and all pooled ones: before a process forks, because parent and child
    cannot share one."""
    connection.close()
    if is_postgresql(connection):
        connection.close_pool()
