"""What has become of the statements that were taken from a source."""

from datetime import date

import pytest

from events import public, publishing
from tests.record import Record

TODAY = date(2026, 2, 1)


def fates(source: str = "report", on: date = TODAY, as_of: str = "") -> dict[str, str]:
    moment = public.Moment.parse(as_of) if as_of else None
    taken = public.taken(source, on, moment)
    found, _document = public.statements(taken, on, moment)
    return {(one.said or {})["slug"]: one.taken.fate.value for one in found}


@pytest.fixture
def record(db) -> Record:
    return Record()


def test_nothing_was_ever_taken_from_what_nobody_cites(record):
    record.source("unread")
    for slug in ("unread", "unknown", "nul\0"):
        with pytest.raises(public.Missing):
            public.taken(slug, TODAY)


def test_what_nothing_is_known_of_since_stands(record):
    record.development("event")

    assert fates() == {"event": "stands"}


def test_what_the_record_took_back_is_withdrawn(record):
    event = record.development("event")
    publishing.withdraw(event, note="It never happened")

    assert fates() == {"event": "withdrawn"}


def test_one_source_against_it_contradicts_an_entry(record):
    event = record.development("event")
    record.cite(event, "denial", stance="contradicts")
    publishing.publish(event, note="A denial was added")

    assert fates() == {"event": "contradicted"}
    assert fates("denial") == {"event": "contradicted"}
    [taken] = public.taken("denial", TODAY)
    assert taken.against


def test_another_entry_contradicts_one(record):
    claim = record.development("claim")
    denial = record.development("denial", source="other", publish=False)
    record.contradiction(denial, claim)
    assert fates() == {"claim": "stands"}
    before = publishing.publish(denial)

    assert fates() == {"claim": "contradicted"}
    assert fates("other") == {"denial": "stands"}
    [taken] = public.taken("report", TODAY)
    assert not taken.against
    found, _document = public.statements([taken], TODAY)
    assert [against["slug"] for against in found[0].against] == ["denial"]
    then = public.Moment.parse(before.published_at.isoformat())
    assert [one.fate for one in public.taken("report", TODAY, then)] == ["contradicted"]

    publishing.withdraw(denial, note="It was not said")

    assert fates() == {"claim": "stands"}
    found, _document = public.statements(public.taken("report", TODAY), TODAY)
    assert found[0].against == ()


def test_contradictions_are_looked_for_in_as_many_queries_however_many_there_are(
    record, django_assert_num_queries
):
    claim, denial = record.development("claim"), record.development("denial", source="other")
    with django_assert_num_queries(3):
        public.taken("report", TODAY)
    for number in range(3):
        further = record.development(f"claim-{number}")
        record.contradiction(denial, further)
    record.contradiction(denial, claim)
    publishing.publish(denial)

    assert set(fates().values()) == {"contradicted"}
    with django_assert_num_queries(6):
        public.taken("report", TODAY)


def test_a_question_is_open_until_it_is_answered(record):
    question = record.question("unclear")
    assert fates() == {"unclear": "open"}

    question.answered_by = record.development("answer", source="other")
    question.save()
    # That readers were told of it makes no correction of it.
    publishing.publish(question, note="Answered")

    assert fates() == {"unclear": "answered"}
    found, _document = public.statements(public.taken("report", TODAY), TODAY)
    assert (found[0].answer or {})["slug"] == "answer"


def test_a_later_version_with_a_note_has_corrected_an_entry(record):
    event = record.development("event", date="2026-01")
    event.date = "2026-01-05"
    event.save()
    publishing.publish(event)
    assert fates() == {"event": "stands"}

    event.date = "2026-01-04"
    event.save()
    publishing.publish(event, note="It was the day before")

    assert fates() == {"event": "corrected"}
    found, _document = public.statements(public.taken("report", TODAY), TODAY)
    assert [version.note["en"] for version in found[0].corrections] == ["It was the day before"]


def test_a_note_of_before_the_source_was_cited_corrects_nothing_that_was_taken_from_it(record):
    event = record.development("event", source="first")
    record.cite(event, "report")
    publishing.publish(event, note="A second source")

    assert fates() == {"event": "stands"}
    assert fates("first") == {"event": "corrected"}


def test_what_no_longer_cites_the_source_is_corrected(record):
    event = record.development("event")
    event.citations.all().delete()
    record.cite(event, "better")
    publishing.publish(event)

    assert fates() == {"event": "corrected"}
    [taken] = public.taken("report", TODAY)
    assert not taken.cites


def test_a_position_is_superseded_by_a_later_one_with_another_stance(record):
    record.position("first", date="2025-08-18", stance="undecided")
    record.position("second", date="2025-08-19", stance="opposes", source="other")
    # Neither of another actor, nor on another topic.
    record.position("third", holder="poland", date="2025-09-01", stance="supports", source="other")
    record.position("fourth", topic="aid", date="2025-09-01", stance="supports", source="other")

    assert fates() == {"first": "superseded"}
    assert fates("other")["second"] == "stands"
    found, _document = public.statements(public.taken("report", TODAY), TODAY)
    assert [later["slug"] for later in found[0].later] == ["second"]


def test_what_is_said_again_stands(record):
    record.position("first", date="2025-08-18", stance="opposes")
    record.position("again", date="2025-08-19", stance="opposes", source="other")

    assert fates() == {"first": "stands"}
    found, _document = public.statements(public.taken("report", TODAY), TODAY)
    assert [later["slug"] for later in found[0].later] == ["again"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("2025-08-18", "../2025-09-01"), ("2025~", "2025-07-01"), ("2025-08-18", "2026-03-01")],
)
def test_nothing_is_superseded_by_what_may_be_earlier_or_is_still_to_come(record, first, second):
    record.position("first", date=first, stance="undecided")
    record.position("second", date=second, stance="opposes", source="other")

    assert fates() == {"first": "stands"}


def test_what_was_by_a_day_is_superseded_by_what_came_after_that_day(record):
    record.position("first", date="../2026-01-05", stance="undecided")
    record.position("second", date="2026-01-06", stance="opposes", source="other")

    assert fates() == {"first": "superseded"}


def test_an_earlier_state_of_the_record_knows_no_later_fate(record):
    event = record.development("event")
    then = public.timestamp(public.entry("event").published_at)
    publishing.withdraw(event)

    assert fates(as_of=then) == {"event": "stands"}
    assert fates() == {"event": "withdrawn"}


def test_as_many_queries_for_one_as_for_many(record, django_assert_num_queries):
    def ask() -> None:
        taken = public.taken("report", TODAY)
        public.statements(taken[:50], TODAY, None, taken[0].said)

    question = record.question("asked", publish=False)
    question.answered_by = record.development("answer")
    question.save()
    publishing.publish(question)
    record.position("stand-0", date="2025-01-01")
    with django_assert_num_queries(7):
        ask()
    for number in range(1, 12):
        record.position(f"stand-{number}", date=f"2025-02-{number:02}")
        record.question(f"question-{number}")
    with django_assert_num_queries(7):
        ask()
