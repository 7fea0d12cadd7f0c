"""The time for an answer, and the circuit breaker."""

from time import monotonic

import psycopg
import pytest
from django.db import OperationalError, connections

from events.engines import Trouble, answer_within, limit_statements, trouble
from events.engines.breaker import Breaker
from events.engines.patience import seconds_left
from tests.engines.test_troubles import LONG
from tests.waiting import PATIENCE


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def patient(clock, monkeypatch):
    """The time for an answer goes by this clock. That of a statement is real: it ends late, when
    the machine does something else."""
    monkeypatch.setattr("events.engines.patience.monotonic", clock)
    monkeypatch.setattr("events.engines.connections.ENDING", PATIENCE)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("limit", [0, 600])
def test_all_that_is_asked_for_an_answer_has_one_time(clock, limit):
    own = connections.create_connection("default")
    try:
        own.connect()
        limit_statements(own, limit)
        with answer_within(300), own.cursor() as cursor:
            clock.now += 200
            cursor.execute("SELECT 1")
            clock.now += 99.8
            began = monotonic()
            with pytest.raises(OperationalError) as raised:
                cursor.execute(LONG)
            took = monotonic() - began
        assert trouble(raised.value) == Trouble.TOO_LONG
        # A fifth of a second was left of the time, and not what each statement may take.
        assert 0.19 < took < 100
        # The connection is as good as before.
        with own.cursor() as cursor:
            cursor.execute("SELECT 1")
            assert cursor.fetchall() == [(1,)]
    finally:
        own.close()


@pytest.mark.usefixtures("patient")
def test_the_time_ends_with_the_answer(clock):
    assert seconds_left() == float("inf")
    with answer_within(5):
        clock.now += 2
        assert seconds_left() == 3
    assert seconds_left() == float("inf")


@pytest.fixture
def breaker(clock):
    return Breaker(clock)


def attempt(breaker, clock, takes=0.0, error=None):
    with breaker.attempt():
        clock.now += takes
        if error:
            raise error


SILENCE = psycopg.OperationalError("timeout")


def test_a_server_that_lets_one_wait_is_left_alone_for_a_second(breaker, clock):
    with pytest.raises(psycopg.OperationalError, match="timeout"):
        attempt(breaker, clock, 2, SILENCE)
    clock.now += 0.9
    with pytest.raises(psycopg.OperationalError, match="a moment ago"):
        attempt(breaker, clock)
    clock.now += 0.2
    attempt(breaker, clock)
    attempt(breaker, clock)


def test_one_tries_while_the_others_are_told(breaker, clock):
    breaker.open()
    clock.now += 1.1
    with breaker.attempt(), pytest.raises(psycopg.OperationalError, match="a moment ago"):
        attempt(breaker, clock)
    attempt(breaker, clock)


def test_a_server_that_refuses_at_once_is_asked_again(breaker, clock):
    for _time in range(2):
        with pytest.raises(psycopg.OperationalError, match="timeout"):
            attempt(breaker, clock, 0.5, SILENCE)
