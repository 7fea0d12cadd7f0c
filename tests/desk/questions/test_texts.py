"""What is asked about notes that are not in every language."""

import pytest
from django.utils.translation import override

from events.desk import Doubt, questions

pytestmark = pytest.mark.django_db


def asked(thing):
    return [
        (question.where, str(question))
        for question in questions(thing)
        if question.code == Doubt.ONE_LANGUAGE
    ]


def missing(languages):
    return f"This text is missing in: {languages}. Readers there get it in the other language."


def test_a_note_in_one_language(record):
    promise = record.commitment(publish=False)
    record.cite(promise, "other", note_de="Nur so")
    record.figure(promise, "states", 26, reason_en="Official", reason_de="Amtlich")
    record.called(promise, "france", note_en="Only so")
    record.status(promise, "delayed", "2026-01-06", note_en="Only so")

    assert asked(promise) == [
        (("citations", 1, "note"), missing("English")),
        (("roll_call", 0, "note"), missing("German")),
        (("status_changes", 0, "note"), missing("German")),
    ]
    with override("de"):
        assert asked(promise)[0][1] == (
            "Dieser Text fehlt auf: Englisch. Wer so liest, bekommt ihn in der anderen Sprache."
        )


def test_why_a_meeting_was_moved_and_a_source_retracted(record):
    meeting = record.summit(publish=False)
    record.earlier_date(meeting, "2025-01-01", note_de="Verlegt")
    source = record.source()
    source.state, source.state_note_en = "retracted", "Invented"

    assert asked(meeting) == [(("earlier_dates", 0, "note"), missing("English"))]
    assert asked(source) == [(("state_note",), missing("German"))]
