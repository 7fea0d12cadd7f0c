"""What the door refuses in a roll call, and what is only asked about."""

import pytest

from events import desk, publishing
from events.publishing import NotPublishable
from tests.record import Record

record = Record()
pytestmark = pytest.mark.django_db


def published(*stages):
    entry = record.commitment(publish=False, date="2020")
    for stage, date, *domain in stages:
        fields = {"domain": domain[0]} if domain else {}
        record.called(entry, "france", stage=stage, date=date, **fields)
    try:
        publishing.publish(entry)
    except NotPublishable as refusal:
        return [(str(problem.code), problem.path) for problem in refusal.problems]
    asked = [question for question in desk.questions(entry) if question.where[0] == "roll_call"]
    return [(str(question.code), question.path) for question in asked]


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        ([("announced", "2025-01-10"), ("signed", "2025-02-10"), ("delivered", "2025-03")], []),
        (
            [("signed", "2025-02-10"), ("ended", "2025-01-10")],
            [("stage-before-its-beginning", "roll_call[1].date")],
        ),
        ([("signed", "1990-01-01"), ("ended", "1995-01-01"), ("signed", "2000-01-01")], []),
        (
            [("declined", "2025-01-10"), ("delivered", "2025-01-10")],
            [("stage-contradicts", "roll_call[1].stage")],
        ),
        ([("declined", "2025-01-10", "land"), ("delivered", "2025-01-10", "air")], []),
        ([("declined", "2025-01"), ("signed", "2025-01")], []),
        (
            [("signed", "2025-01-10"), ("signed", "2025-01-10")],
            [("stage-twice", "roll_call[1].stage")],
        ),
        (
            [("announced", "2025-03-10"), ("delivered", "2025-01-10")],
            [("stage-too-early", "roll_call[1].date")],
        ),
        (
            [("signed", "2025-01-10"), ("declined", "2025-03-10")],
            [("declined-after-taking-part", "roll_call[1].stage")],
        ),
    ],
)
def test_contradictions_are_refused_and_oddities_asked_about(stages, told):
    assert published(*stages) == told


def test_a_source_that_is_not_cited_is_refused():
    entry = record.commitment(publish=False)
    record.called(entry, "france", stage="signed", source=record.source("other"))

    with pytest.raises(NotPublishable) as refusal:
        publishing.publish(entry)
    assert [str(problem.code) for problem in refusal.value.problems] == ["stage-source-not-cited"]
