"""An error is told by its kind and its place; what it was about is left out."""

import logging
import sys

import pytest
from django.db import DatabaseError, IntegrityError
from django.test import RequestFactory
from django.urls import resolve

from tracker.watching.faults import fault_of
from tracker.watching.logs import current_request

HERE = "tests/tracker/watching/test_faults.py"


def record(message: str, *args: object, **more: object) -> logging.LogRecord:
    """A line of the log about what is being handled."""
    info = sys.exc_info() if sys.exc_info()[0] else None
    made = logging.LogRecord("django.request", logging.ERROR, "a.py", 1, message, args, info)
    vars(made).update(more)
    return made


def refused(words: str) -> None:
    try:
        raise DatabaseError(words)
    except DatabaseError as error:
        raise IntegrityError(words) from error


def fault_after(words: str, **more: object):
    try:
        refused(words)
    except IntegrityError:
        return fault_of(record("%s: %s", "Internal Server Error", words, **more))


def test_the_place_is_told_and_no_word():
    fault = fault_after("Key (slug)=(jane-doe) already exists.")

    line = refused.__code__.co_firstlineno + 4
    assert fault.title == f"IntegrityError in {HERE}, line {line}"
    assert [place.function for place in fault.calls] == ["fault_after", "refused"]
    assert fault.facts[1:] == ["because of DatabaseError"]
    assert "jane" not in repr(fault)


def test_errors_with_one_cause_are_of_one_kind_whatever_was_typed():
    assert fault_after("Key (slug)=(a)").kind == fault_after("Key (slug)=(b)").kind
    assert fault_of(record("full")).kind != fault_of(record("gone")).kind


def test_what_was_asked_for_is_told_by_the_pattern_of_its_address():
    request = RequestFactory().get("/en/entries/jane-doe/?q=typed")
    request.resolver_match = resolve("/en/entries/jane-doe/")

    (_when, asked, _causes) = fault_after("x", request=request).facts

    assert "jane" not in asked
    assert asked.startswith("GET /en/entries/<")


def test_a_method_can_be_any_word_that_somebody_sends():
    request = RequestFactory().generic("JANE-DOE", "/jane-doe/")

    (_when, asked, _causes) = fault_after("x", request=request).facts

    assert asked == "asked for an address"


def test_the_number_by_which_the_log_has_it():
    token = current_request.set("0123456789")
    try:
        assert "request 0123456789 in the log" in fault_after("x").facts
    finally:
        current_request.reset(token)


@pytest.mark.parametrize(
    ("more", "told"), [({}, "Down: %s"), ({"fault": "the disk is full"}, "the disk is full")]
)
def test_an_error_without_an_exception_is_told_by_what_the_program_says_of_it(more, told):
    fault = fault_of(record("Down: %s", "jane-doe", **more))

    assert (fault.title, fault.calls) == (f"django.request: {told}", [])
