"""What is asked about the status of a commitment and its deadlines."""

import pytest

from events.desk import Doubt, questions
from events.models import Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(record):
    record.source()
    Source.objects.update(published_on="2026-06")
    return record.commitment(date="2025-09-04", publish=False)


def asked(promise):
    return [(question.code, question.where, str(question)) for question in questions(promise)]


def test_a_change_from_before_there_was_anything_to_change(record, promise):
    record.status(promise, "under-way", "2025-09-04")
    record.status(promise, "delayed", "2025-09")
    record.status(promise, "fulfilled", "2025-09-03")
    message = "“Fulfilled” is dated before the commitment itself. Are both dates right?"
    assert asked(promise) == [(Doubt.CHANGE_BEFORE_ALL, ("status_changes", 2, "date"), message)]


def test_two_changes_of_one_day(record, promise):
    record.promised(promise, "radar")
    record.status(promise, "fulfilled", "2026-01-06")
    record.status(promise, "fulfilled", "2026-01-06", part="radar")
    record.status(promise, "broken", "2026-01-06")
    record.status(promise, "delayed", "2026-02-06")
    message = "Two changes of status on one day: Fulfilled, Broken. Is that right?"
    assert asked(promise) == [(Doubt.CHANGES_OF_ONE_DAY, ("status_changes", 2, "status"), message)]


@pytest.mark.parametrize(
    ("deadline", "is_asked"),
    [("2025-09-03", True), ("2024", True), ("2025", False), ("2025-09-04", False), ("", False)],
)
def test_a_deadline_that_had_passed(record, promise, deadline, is_asked):
    promise.deadline = deadline
    promise.save()
    record.promised(promise, "radar", deadline=deadline)
    message = "This deadline had passed when the commitment was made. Is it right?"
    places = [("deadline",), ("parts", 0, "deadline")] if is_asked else []
    assert asked(promise) == [(Doubt.DEADLINE_PASSED, where, message) for where in places]
