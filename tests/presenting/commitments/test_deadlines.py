"""What is due next."""

import pytest

from events import public, publishing
from events.documents.reading import commitments
from events.presenting.commitments import next_deadline


@pytest.fixture
def nearest(links):
    def nearest():
        documents = commitments(public.page(public.parse({"kind": ["commitment"]})).documents)
        return next_deadline(documents, links)

    return nearest


def test_the_one_that_ends_first_of_wholes_and_parts(record, nearest):
    first = record.commitment("first", deadline="2026-05", publish=False)
    record.promised(first, "air", text_en="In the <air>", deadline="2026-04-01")
    publishing.publish(first)
    record.commitment("second", deadline="2026-04-02")

    found = nearest()

    assert (found.title, found.part) == ("Title of first", "In the &lt;air&gt;")
    assert (found.date.label, found.lateness.value) == ("1 April 2026", "ahead")


@pytest.mark.parametrize("deadline", ["2026-01-31", "2026-01", "../2025", ""])
def test_one_that_has_passed_or_is_not_known_is_none(record, nearest, deadline):
    record.commitment("promise", deadline=deadline)

    assert nearest() is None


@pytest.mark.parametrize("deadline", ["2026-02-01", "2026-02", "2026", "2026-02~"])
def test_one_that_may_still_be_ahead_is_ahead_until_its_last_day(record, nearest, deadline):
    record.commitment("promise", deadline=deadline)

    assert nearest().lateness.value in ("due", "ahead")


def test_of_a_settled_commitment_nothing_is_due(record, nearest):
    promise = record.commitment("promise", deadline="2026-04-01", publish=False)
    record.status(promise, "withdrawn", "2026-01-10")
    publishing.publish(promise)

    assert nearest() is None
