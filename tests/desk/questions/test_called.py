"""What is asked about who is bound by a commitment and who is counted."""

import pytest

from events.desk import Doubt, questions

pytestmark = pytest.mark.django_db


def asked(promise):
    return [(question.code, question.where) for question in questions(promise)]


def test_a_state_that_is_bound_and_left_out_of_the_counts(record):
    record.coalition("the-willing")
    promise = record.commitment(actors=["germany", "the-willing"], publish=False)
    assert asked(promise) == []

    record.called(promise, "poland")
    assert asked(promise) == [(Doubt.NOT_CALLED, ("participations", 0, "actor"))]

    record.called(promise, "germany")
    assert asked(promise) == []


def test_a_count_without_a_roll_call(record):
    promise = record.commitment(actors=["germany"], publish=False)
    record.measure("states", counts_actors=True)
    record.figure(promise, "states", 26)

    assert asked(promise) == [(Doubt.NOT_CALLED, ("participations", 0, "actor"))]
