"""Counting together: nothing is lost, and nobody waits for a process that was killed."""

import os
import signal
from threading import Thread

import pytest

from tracker.watching.counters import ROWS, Counters


def child(work):
    """The number of a process that does this and ends."""
    number = os.fork()
    if not number:
        try:
            work()
        finally:
            os._exit(0)
    return number


def test_threads_lose_nothing():
    counters = Counters(2)

    def add():
        for _time in range(2000):
            counters.add(1)

    threads = [Thread(target=add) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert list(counters.total()) == [0, 8000]


def test_what_processes_have_counted_stays_when_they_are_gone():
    counters = Counters(1, whole=False)
    numbers = [child(lambda: counters.add(0, 0.25)) for _number in range(3)]
    for number in numbers:
        os.waitpid(number, 0)

    assert list(counters.total()) == [0.75]


def test_a_process_that_is_killed_while_it_adds_holds_nobody_up():
    counters = Counters(1)

    def hang():
        with counters._lock:
            signal.pause()

    killed = child(hang)
    os.kill(killed, signal.SIGKILL)
    os.waitpid(killed, 0)
    counters.add(0)

    assert list(counters.total()) == [1]


def test_a_process_forked_while_another_thread_adds_can_count():
    counters = Counters(1)
    with counters._lock:
        number = child(lambda: counters.add(0))
    os.waitpid(number, 0)

    assert list(counters.total()) == [1]


def test_processes_have_rows_of_their_own():
    counters = Counters(3)
    counters.add(2)

    row = os.getpid() % ROWS
    assert counters._cells[row * 3 : row * 3 + 3] == [0, 0, 1]


@pytest.mark.parametrize("index", [-1, 3])
def test_there_is_no_such_number(index):
    with pytest.raises(IndexError):
        Counters(3).add(index)
