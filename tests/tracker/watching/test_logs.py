"""The log stays short when everything goes wrong at once."""

import logging
import sys

import pytest

from tracker.watching.logs import OneASecond, where_lines_go


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def line(text: str, *args: object, level: int = logging.ERROR, error: bool = False):
    info = sys.exc_info() if error else None
    return logging.LogRecord("events", level, "some.py", 1, text, args, info)


def failing() -> logging.LogRecord:
    try:
        raise KeyError("this")
    except KeyError:
        return line("%s: %s", "Internal Server Error", "/en/", error=True)


def failing_elsewhere() -> logging.LogRecord:
    try:
        raise KeyError("this")
    except KeyError:
        return line("%s: %s", "Internal Server Error", "/en/", error=True)


def test_one_line_a_second_that_says_how_many_there_were():
    clock = Clock()
    once = OneASecond(clock)

    assert [once.filter(line("down: %s", path)) for path in ("/a/", "/b/", "/c/")] == [
        *(True, False, False),
    ]
    clock.now += 0.9
    assert not once.filter(line("down: %s", "/d/"))
    clock.now += 0.1
    told = line("down: %s", "/e/")
    assert once.filter(told)
    assert told.getMessage() == "down: /e/ (and 3 more of the kind)"
    clock.now += 1
    alone = line("down: %s", "/f/")
    assert once.filter(alone)
    assert alone.getMessage() == "down: /f/"


def test_what_has_another_cause_is_told():
    once = OneASecond(Clock())

    assert once.filter(line("down"))
    assert once.filter(line("full"))
    assert [once.filter(failing()), once.filter(failing())] == [True, False]
    assert once.filter(failing_elsewhere())


def test_what_is_no_error_passes():
    once = OneASecond(Clock())

    assert all(once.filter(line("Not Found", level=logging.WARNING)) for _number in range(3))


@pytest.mark.parametrize(
    ("reports", "expected"), [(False, ["stderr"]), (True, ["reports", "stderr"])]
)
def test_errors_are_sent_only_where_somebody_is_told(reports, expected):
    lines = where_lines_go("INFO", "json", reports=reports)

    assert list(lines["handlers"]) == lines["root"]["handlers"] == expected
    assert lines["handlers"]["stderr"]["formatter"] == "json"
