"""A commitment as a card."""

import pytest

from events import publishing
from events.presenting.commitments import WordedCondition
from events.presenting.commitments.card import card
from events.presenting.commitments.evidence import Evidence
from events.presenting.parts import EntryLink, NamedEntries
from events.presenting.wording.closed_lists import Term


@pytest.fixture
def shown(read, links):
    def of(slug, named=(), restating=()):
        around = NamedEntries({read(one)["id"]: read(one) for one in named}, links)
        return card(read(slug), around, {read(slug)["id"]: [read(one) for one in restating]})

    return of


def test_of_which_little_is_known(record, shown):
    record.commitment("promise")
    found = shown("promise")

    assert (found.title, found.url) == ("Title of promise", "/en/entries/promise/")
    assert found.counts == "no number reported · 0 named · 0 confirmed"
    assert (found.picture, found.condition, found.deadline, found.lateness) == (None,) * 4
    assert (found.made_at, found.takes_up, found.restated) == (None, [], [])
    assert found.parts == ""
    assert (found.parties, found.domains, found.warnings) == ("", [], [])
    assert found.status == Term("open", "Open", "ahead")


def test_with_all_it_can_have(record, shown):
    older, summit = record.commitment("older"), record.summit("paris")
    promise = record.commitment(
        "promise",
        date="2025-09",
        actors=["france", "germany"],
        domains=["air"],
        firmness="agreed",
        condition_en="a ceasefire",
        condition_state="pending",
        deadline="2026-01",
        made_at=summit,
        restates=older,
        restatement="strengthens",
        publish=False,
    )
    record.measure("states", counts_actors=True)
    record.figure(promise, "states", 26, source=record.source())
    record.called(promise, "poland", stage="announced")
    for key in ("train", "radar", "fund"):
        record.promised(promise, key)
    for key in ("train", "fund"):
        record.status(promise, "fulfilled", "2026-01-05", part=key)
    record.cite(promise, "other", stance="contradicts")
    publishing.publish(promise)
    record.commitment("later", restates=promise, restatement="softens")

    found = shown("promise", ["older", "paris"], ["later"])

    assert (found.label, found.mark) == ("September 2025", "day not known")
    assert found.parties == (
        '<a href="/en/actors/france/">France</a>, <a href="/en/actors/germany/">Germany</a>'
    )
    assert (found.parts, found.status.label) == ("2 of 3 parts fulfilled", "Open")
    told = "26 reported · 1 confirmed · 25 unknown"
    assert found.counts == found.picture.label == told
    assert found.condition == WordedCondition("Condition, not met yet", "a ceasefire", "pending")
    assert (found.firmness, found.domains) == ("Agreed", ["In the air"])
    assert (found.deadline.label, found.lateness.label) == (
        "January 2026",
        "Overdue for at least 1 day",
    )
    assert found.evidence == Evidence("6 January 2026", "source", "26 days ago")
    assert found.made_at == EntryLink("Title of paris", "/en/entries/paris/")
    assert [(one.how.label, one.link) for one in found.takes_up] == [
        ("Strengthens", EntryLink("Title of older", "/en/entries/older/"))
    ]
    assert found.restated == [("Softened by", EntryLink("Title of later", "/en/entries/later/"))]
    assert [warning.value for warning in found.warnings] == ["contradicted"]
