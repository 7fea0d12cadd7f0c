"""Questions: since when they are open, and what answered them."""

import pytest

from events import publishing
from events.presenting.lists.questions import asked


@pytest.fixture
def shown(read, links):
    return lambda slug, *named: asked(
        read(slug), {read(name)["id"]: read(name) for name in named}, links
    )


def test_an_open_question(record, shown):
    record.question(
        "unclear", date="2025-12", topics=["force"], actors=["france"], summary_en="*Who* pays?"
    )
    found = shown("unclear")

    assert (found.title, found.url, found.open) == (
        "Title of unclear",
        "/en/entries/unclear/",
        True,
    )
    assert (found.label, found.mark) == ("December 2025", "day not known")
    assert found.since == "at least 32 days"
    assert (found.concerned, found.excerpt) == (
        '<a href="/en/actors/france/">France</a>',
        "Who pays?",
    )
    assert found.topics == [("Topic force", "/en/topics/force/")]
    assert found.source.title == '<bdi lang="de">Report report</bdi>'
    assert found.answer is None


@pytest.mark.parametrize("edtf", ["../2025-12-31", "[..2025-12-31]"])
def test_of_a_question_without_a_known_beginning_only_the_least_is_told(record, shown, edtf):
    record.question("unclear", date=edtf)

    assert shown("unclear").since == "at least 32 days"


@pytest.mark.parametrize("edtf", ["/2025-12-31", "2025-05/2025-11", "2025-05/"])
def test_a_question_whose_date_has_ended_is_not_said_to_be_open_since_it_began(record, shown, edtf):
    record.question("unclear", date=edtf)

    assert shown("unclear").since == ""


def test_an_answered_question(record, shown):
    answer = record.development("answer", date="2026-01-20", summary_en="So it *is*.")
    record.question("asked", date="2026-01-10", answered_by=answer)
    found = shown("asked", "answer")

    assert (found.open, found.since, found.status.label) == (False, "", "Answered")
    assert (found.answer.title, found.answer.url) == ("Title of answer", "/en/entries/answer/")
    assert (found.answer.kind.label, found.answer.label) == ("Development", "20 January 2026")
    assert (found.answer.excerpt, found.answer.after) == ("So it is.", "after 10 days")
    assert found.answer.source.title == '<bdi lang="de">Report report</bdi>'


@pytest.mark.parametrize(
    ("from_", "to", "after"),
    [
        ("2025-11", "2026-01-20", "after at least 51 days"),
        ("2026-01-10", "2026-01-10", ""),
        ("2026-01-10", "2026-01", ""),
        ("2026-01-10", "2025-12-01", ""),
        ("2026-01-10", "2026-01-20/..", "after 10 days"),
        ("../2026-01-10", "2026-01-20", ""),
    ],
)
def test_how_long_it_was_open_where_that_can_be_told(record, shown, from_, to, after):
    answer = record.development("answer", date=to)
    record.question("asked", date=from_, answered_by=answer)

    assert shown("asked", "answer").answer.after == after


def test_an_answer_that_is_not_on_record(record, shown):
    answer = record.development("answer")
    record.question("asked", answered_by=answer)
    found = shown("asked").answer

    # By its id, so that the link never leads to another entry.
    assert (found.title, found.url) == ("answer", f"/en/entries/{answer.uid}/")
    assert found.kind is None
    assert (found.label, found.excerpt, found.source, found.after) == ("", "", None, "")


def test_the_source_is_the_first_that_supports_it(record, shown):
    question = record.question("unclear", source=None, publish=False)
    record.cite(question, "against", stance="contradicts")
    record.cite(question, "for")
    publishing.publish(question)

    assert shown("unclear").source.slug == "for"
