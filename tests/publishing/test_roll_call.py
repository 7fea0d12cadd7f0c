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
        ([("signed", "2021-01-01"), ("ended", "2022-01-01"), ("signed", "2023-01-01")], []),
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
        ([("signed", ""), ("signed", "")], [("stage-twice", "roll_call[1].stage")]),
        ([("signed", ""), ("signed", "2025-01-10")], []),
        # Times of day count, by the clock of wherever.
        (
            [("announced", "2025-01-10T10:00Z"), ("declined", "2025-01-10T12:00Z")],
            [("declined-after-taking-part", "roll_call[1].stage")],
        ),
        ([("signed", "2025-01-10T01:00+09:00"), ("ended", "2025-01-09T20:00Z")], []),
        (
            [("signed", "2025-01-10T10:00Z"), ("ended", "2025-01-10T09:00Z")],
            [("stage-before-its-beginning", "roll_call[1].date")],
        ),
        # One day, and nobody says which came first.
        (
            [("withdrawn", "2025-01-10"), ("announced", "2025-01-10")],
            [("stages-of-one-day", "roll_call[1].stage")],
        ),
        (
            [("signed", "2025-01-01"), ("ended", "2025-01-10"), ("suspended", "2025-01-10")],
            [("stages-of-one-day", "roll_call[2].stage")],
        ),
        ([("signed", "2025-01-01"), ("withdrawn", "2025-01-10"), ("ended", "2025-01-10")], []),
        # After an end.
        (
            [("signed", "2025-01-10"), ("ended", "2025-02-10"), ("delivered", "2025-03-10")],
            [("stage-after-end", "roll_call[2].stage")],
        ),
        (
            [("declined", "2025-01-10"), ("delivered", "2025-03-10")],
            [("stage-after-end", "roll_call[1].stage")],
        ),
        (
            [("signed", "2025-01-10"), ("withdrawn", "2025-02-10"), ("withdrawn", "2025-03-10")],
            [("stage-after-end", "roll_call[2].stage")],
        ),
        ([("signed", "2025-01-10"), ("withdrawn", "2025-02-10"), ("ended", "2025-08-10")], []),
        ([("signed", "2025-01-10"), ("suspended", "2025-02-10"), ("delivered", "2025-03")], []),
        ([("declined", "2025-01-10"), ("announced", "2025-02-10"), ("delivered", "2025-03")], []),
        ([("declined", "2025-01-10"), ("announced", ""), ("delivered", "2025-03")], []),
        # An end of nothing.
        ([("ended", "2025-01-10")], [("nothing-to-end", "roll_call[0].stage")]),
        (
            [("suspended", "2025-01-10"), ("withdrawn", "2025-02-10", "land")],
            [("nothing-to-end", "roll_call[0].stage")],
        ),
        ([("", ""), ("withdrawn", "2025-01-10")], []),
        # Before there was anything to sign.
        ([("floated", "2019-01-10"), ("announced", "2019-02-10")], []),
        (
            [("signed", "2019"), ("delivered", "2020")],
            [("stage-before-commitment", "roll_call[0].date")],
        ),
    ],
)
def test_contradictions_are_refused_and_oddities_asked_about(stages, told):
    assert published(*stages) == told


def test_amounts_that_do_not_add_up_are_two_announcements_of_one_day():
    entry = record.commitment(publish=False, date="2020")
    for unit in ("EUR", "million-EUR", "tanks"):
        record.called(entry, "france", stage="signed", date="2025-01-10", value=5, unit=unit)

    with pytest.raises(NotPublishable) as refusal:
        publishing.publish(entry)
    assert [problem.path for problem in refusal.value.problems] == ["roll_call[1].stage"]


def test_a_source_that_is_not_cited_is_refused():
    entry = record.commitment(publish=False)
    record.called(entry, "france", stage="signed", source=record.source("other"))

    with pytest.raises(NotPublishable) as refusal:
        publishing.publish(entry)
    assert [str(problem.code) for problem in refusal.value.problems] == ["stage-source-not-cited"]
