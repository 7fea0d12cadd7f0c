"""What a reader is warned of, and what is said of a source that was corrected or retracted."""

import pytest
from django.utils.translation import override

from events import publishing
from events.presenting.parts.evidence import warnings
from events.presenting.parts.sources import sources
from events.presenting.wording import Term


@pytest.fixture
def retract(record):
    def retract(slug="report", **fields):
        found = record.source(slug)
        fields = {"state": "retracted", **fields}
        for name, value in fields.items():
            setattr(found, name, value)
        found.save()
        return publishing.republish(found)

    return retract


def test_a_retraction_reaches_public_entries_at_once(record, read, retract):
    record.development("event")
    assert warnings(read("event")) == []

    assert retract(state_date="2026-05-03", state_note_en="Invented.") == 1

    assert warnings(read("event")) == [Term("retracted", "its source was retracted", "wrong")]
    with override("de"):
        [said] = warnings(read("event"))
        assert said.label == "Quelle zurückgezogen"


def test_a_source_says_that_it_was_retracted_since_when_why_and_who_says_so(record, read, retract):
    told = record.source("notice")
    told.url = "https://example.org/notice"
    told.save()
    record.development("event")
    retract(state_date="2026-05-03", state_note_en="Invented.", state_source=told)

    [found] = sources(read("event"))

    assert found.notice.state == Term("retracted", "Retracted", "wrong")
    assert (found.notice.since, found.notice.note, found.notice.url) == (
        *("3 May 2026", "Invented."),
        "https://example.org/notice",
    )
    assert found.notice.by == '<bdi lang="de">Report notice</bdi>'
    assert found.called == '<bdi lang="de">Report report</bdi> (Retracted)'


def test_who_tells_of_a_retraction_is_called_by_its_newest_title(record, read, retract):
    told = record.source("notice")
    record.development("event")
    retract(state_source=told)
    told.title = "Retraction notice"
    told.save()

    assert (publishing.count_naming(told), publishing.republish(told)) == (1, 1)

    [found] = sources(read("event"))
    assert found.notice.by.plain == "Retraction notice"


def test_one_source_that_stands_is_enough(record, read, retract):
    event = record.development("event", publish=False)
    record.cite(event, "other")
    publishing.publish(event)
    retract()

    assert warnings(read("event")) == []
    assert [bool(source.notice) for source in sources(read("event"))] == [True, False]


def test_a_correction_is_no_reason_for_a_warning(record, read, retract):
    record.development("event")
    retract(state="corrected")

    assert warnings(read("event")) == []
    assert sources(read("event"))[0].notice.state.label == "Corrected"
