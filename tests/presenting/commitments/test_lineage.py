"""A commitment across meetings: in order, with what had changed from one to the next."""

import pytest
from django.utils.translation import override

from events import publishing
from events.models import Commitment, Restated
from events.presenting.commitments.lineage import (
    PASSIVE,
    SIGNS,
    TermChange,
    how,
    restated_by,
    steps,
)
from events.presenting.parts import EntryLink
from events.presenting.wording.closed_lists import Term
from events.vocabulary import Restatement


@pytest.fixture
def line(record):
    """Three commitments, each of which restates the one before."""
    first = record.commitment("first", date="2025-08", domains=["air"], firmness="floated")
    second = record.commitment(
        "second",
        date="2025-09",
        domains=["air", "sea"],
        firmness="agreed",
        restates=first,
        restatement="strengthens",
        made_at=record.summit("paris"),
        condition_en="a ceasefire",
        deadline="2026-06",
        summary_en="In *these* words",
        publish=False,
    )
    record.called(second, "france", stage="announced")
    publishing.publish(second)
    third = record.commitment(
        "third", date="2025-10", restates=second, restatement="replaces", publish=False
    )
    record.status(third, "under-way", "2026-01")
    publishing.publish(third)


@pytest.fixture
def shown(line, read, links):
    meetings = {read("paris")["id"]: read("paris")}
    return steps(read("second"), [read("first")], [read("third")], meetings, links)


def test_alone_there_is_no_line(record, read, links):
    record.commitment("promise")

    assert steps(read("promise"), [], [], {}, links) == []


def test_each_step_in_order(shown):
    assert [(s.title, s.url, s.current, s.date.label) for s in shown] == [
        ("Title of first", "/en/entries/first/", False, "August 2025"),
        ("Title of second", "/en/entries/second/", True, "September 2025"),
        ("Title of third", "/en/entries/third/", False, "October 2025"),
    ]
    assert [[(one.how.label, one.link.url) for one in s.takes_up] for s in shown] == [
        [],
        [("Strengthens", "/en/entries/first/")],
        [("Replaces", "/en/entries/second/")],
    ]
    assert [s.made_at for s in shown] == [
        None,
        EntryLink("Title of paris", "/en/entries/paris/"),
        None,
    ]
    assert [s.status.label for s in shown] == ["Open", "Open", "Under way"]
    assert shown[1].summary == "<p>In <em>these</em> words</p>\n"
    assert [s.picture and s.picture.label for s in shown] == [
        None,
        "no number reported · 1 confirmed",
        None,
    ]


def test_what_had_changed(shown):
    assert shown[0].changes == []
    assert shown[1].changes == [
        TermChange("Firmness", "Floated", "Agreed"),
        TermChange("Domains", "In the air", "At sea, In the air"),
        TermChange("Condition", "", "a ceasefire"),
        TermChange("Deadline", "", "June 2026"),
        TermChange("Confirmed", "0", "1"),
    ]
    assert TermChange("Condition", "a ceasefire", "") in shown[2].changes


def test_one_that_has_moved_is_linked_where_it_is(record, read, links):
    first = record.commitment("first", date="2025")
    record.commitment("second", restates=first, restatement="softens")
    first.slug = "moved"
    first.save()
    publishing.publish(first)

    _first, second = steps(read("second"), [read("moved")], [], {}, links)

    [earlier] = second.takes_up
    assert earlier.link == EntryLink("Title of first", "/en/entries/moved/")


def test_one_that_is_gone_is_not_linked(line, read, links):
    [second, _third] = steps(read("second"), [], [read("third")], {}, links)

    [earlier] = second.takes_up
    assert (earlier.how.label, earlier.link, second.changes) == ("Strengthens", None, [])


def test_of_several_each_is_named_and_changes_are_those_since_the_last(line, record, read, links):
    third = Commitment.objects.get(slug="third")
    both = record.commitment("both", date="2025-11", restates=third, publish=False)
    Restated.objects.create(
        later=both, commitment=Commitment.objects.get(slug="first"), how="softens"
    )
    publishing.publish(both)

    *_others, last = steps(read("both"), [read("first"), read("third")], [], {}, links)

    assert [(one.how.label, one.link.title) for one in last.takes_up] == [
        ("Restates", "Title of third"),
        ("Softens", "Title of first"),
    ]
    assert (last.since, last.changes) == ("Title of third", [])


def test_those_that_restate_it(line, read, links):
    later = [read("second"), read("third")]
    assert restated_by(read("first"), later, links) == [
        ("Strengthened by", EntryLink("Title of second", "/en/entries/second/")),
    ]
    assert restated_by(read("second"), later, links) == [
        ("Replaced by", EntryLink("Title of third", "/en/entries/third/")),
    ]


def test_every_way_has_a_word_for_both_directions_and_a_sign():
    assert set(PASSIVE) == set(SIGNS) == set(Restatement)
    assert how({"id": None, "slug": "first", "how": "softens"}) == Term(
        "softens", "Softens", "softens", "↓"
    )
    with override("de"):
        assert how({"id": None, "slug": "first", "how": "strengthens"}).label == "Verschärft"
