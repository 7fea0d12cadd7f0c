"""What is asked about the evidence for an entry, and about a source."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.desk import Doubt, questions, questions_among
from events.models import Entry

pytestmark = pytest.mark.django_db

RETRACTED = "Every source that supports this has been retracted. Does it still hold?"
OLDER = "The source “Report old” is older than what it is to bear out. Is that right?"


@pytest.fixture
def source(record):
    def source(slug, **fields):
        found = record.source(slug)
        for name, value in fields.items():
            setattr(found, name, value)
        found.save()
        return found

    return source


def asked(thing):
    return [(question.code, question.where, str(question)) for question in questions(thing)]


def test_an_entry_that_rests_on_retracted_sources_only_is_asked_about(record, source):
    source("report", state="retracted")
    event = record.development("event", publish=False)
    assert asked(event) == [(Doubt.RETRACTED, ("citations",), RETRACTED)]
    # A list of entries has them without what is particular to their kind.
    assert asked(Entry.objects.get()) == asked(event)


@pytest.mark.parametrize("stance", ["supports", "contradicts"])
def test_one_other_source_that_supports_it_is_enough(record, source, stance):
    source("report", state="retracted")
    event = record.development("event", publish=False)
    record.cite(event, "other", stance=stance)
    assert [code for code, *_ in asked(event)] == (
        [] if stance == "supports" else [Doubt.RETRACTED]
    )


def test_a_corrected_source_still_bears_it_out(record, source):
    source("report", state="corrected")
    assert asked(record.development("event", publish=False)) == []


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("1873", "2025-05-05"),
        ("2025-04", "2025-05-05"),
        ("2025-05-04", "2025-05-05T09:00Z"),
        ("../2024", "2025"),
        ("2024-12", "2025-01/2026-12"),
    ],
)
def test_a_source_from_before_what_it_supports_is_asked_about(record, source, published, date):
    source("old", published_on=published)
    event = record.development("event", source="old", date=date, publish=False)
    assert asked(event) == [(Doubt.OLDER, ("citations", 0, "source"), OLDER)]


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("", "2025-05-05"),
        ("2025-05-05", "2025-05-05"),
        # It may have come out on that day or later.
        ("2025-05", "2025-05-05"),
        ("2025", "2025-05-05"),
        ("2025-05-04~", "2025-05-05"),
        ("2024", "../2025-05-05"),
        ("2024", "/2025-05-05"),
        ("2026-01", "2025"),
        # What is to come may have been announced.
        ("2025-05-04", "2999-12-30"),
    ],
)
def test_what_may_be_in_order_is_not(record, source, published, date):
    source("old", published_on=published)
    event = record.development("event", source="old", date=date, publish=False)
    assert asked(event) == []


@pytest.mark.parametrize(
    ("status", "codes"),
    [("planned", []), ("postponed", []), ("cancelled", []), ("held", [Doubt.OLDER])],
)
def test_a_meeting_is_announced_before_it_is_held(record, source, status, codes):
    source("old", published_on="2025-01")
    meeting = record.summit("may", source="old", date="2025-05-05", status=status, publish=False)
    assert [code for code, *_ in asked(meeting)] == codes


def test_what_contradicts_an_entry_may_be_older(record, source):
    source("old", published_on="2025-01")
    event = record.development("event", publish=False)
    record.cite(event, "old", stance="contradicts")
    assert asked(event) == []


def test_a_change_of_status_needs_a_source_of_its_time(record, source):
    source("report", published_on="2025-01")
    promise = record.commitment("promise", date="2024", publish=False)
    record.status(promise, "under-way", "2024-12")
    record.status(promise, "fulfilled", "2025-06")
    record.status(promise, "withdrawn", "2999-06-03")
    assert [(code, where) for code, where, _ in asked(promise)] == [
        (Doubt.OLDER, ("status_changes", 1, "source"))
    ]


def test_a_retraction_says_since_when_and_not_from_before_the_publication(source):
    assert asked(source("a", state="retracted")) == [
        (
            Doubt.TOLD_BY_NOBODY,
            ("state_date",),
            "Since when is that so, and who says so? Readers will want to know.",
        )
    ]
    assert asked(source("b", state="corrected", state_date="2025-12")) == [
        (
            Doubt.TOLD_TOO_EARLY,
            ("state_date",),
            "This is before the source was published. Is that right?",
        )
    ]
    assert asked(source("c", state="retracted", state_date="2026-01")) == []
    assert asked(source("d", state="published")) == []


def test_many_entries_are_asked_about_without_a_query_for_each(record, source):
    source("report", state="retracted")

    def queries(count, make, publish):
        slugs = [f"{make.__name__}-{count}-{publish}-{n}" for n in range(count)]
        entries = [make(slug, publish=publish) for slug in slugs]
        with CaptureQueriesContext(connection) as captured:
            assert [entry for entry, _asked in questions_among(entries)] == entries
        return len(captured)

    for make in (record.development, record.summit, record.commitment, record.position):
        for publish in (False, True):
            assert queries(2, make, publish) == queries(7, make, publish), make.__name__


def test_a_source_that_is_older_than_a_step_or_a_fact_of_an_actor(record, source):
    old = source("old", published_on="1999")
    promise = record.commitment(date="1998", publish=False)
    record.called(promise, "france", stage="signed", date="2001-02-03", source=old)
    record.called(promise, "poland", stage="signed", date="1999", source=old)
    assert [(code, where) for code, where, _said in asked(promise)] == [
        (Doubt.OLDER, ("roll_call", 0, "source"))
    ]
    life = {"since": "1990", "since_source": old, "until": "2011-06-30", "until_source": old}
    alba = record.actor("alba", **life)
    record.succession("alba", "norda", "2011-07-01", "old")
    assert asked(alba) == [
        (Doubt.OLDER, ("until_source",), OLDER),
        (Doubt.OLDER, ("successors", 0, "source"), OLDER),
    ]
