from datetime import date

import pytest

from events import public, publishing
from events.presenting.positions.changes import changes, differences


@pytest.fixture
def changed(record, links):
    def changed(start, end):
        before, now = (public.matrix(date.fromisoformat(day)) for day in (start, end))
        found = differences(before.cells, now.cells)
        documents = public.named([one.now.position["entry"] for one in found])
        return changes(found, now.actors, now.topics, documents, links)

    return changed


def test_what_is_new_what_is_another_and_what_is_the_same_again(record, changed):
    record.position("kept", holder="ukraine", date="2025-01-01")
    record.position("before", date="2025-01-01", stance="supports")
    record.position("between", date="2025-02-01", stance="undecided")
    record.position("after", date="2025-03-01", stance="opposes")
    record.position("said", holder="germany", date="2025-01-01")
    record.position("said-again", holder="germany", date="2025-03-02")
    record.position("new", holder="poland", date="2025-02-15")

    found = changed("2025-01-31", "2025-03-31")

    assert [
        (c.actor, c.before and c.before.value, c.now.value, c.repeated, c.title.plain)
        for c in found
    ] == [
        ("Germany", "supports", "supports", True, "Title of said-again"),
        ("France", "supports", "opposes", False, "Title of after"),
        ("Poland", None, "supports", False, "Title of new"),
    ]
    assert changed("2025-03-31", "2025-12-31") == []


def test_each_says_where_it_is_written(record, changed):
    entry = record.position("one", date="2025-03", publish=False)
    record.cite(entry, "denial", stance="contradicts")
    record.position("two", topic="aid", date="2025-02")
    publishing.publish(entry)

    change = changed("2025-01-01", "2025-12-31")[0]

    assert (change.topic, change.url) == ("Topic force", "/en/positions/france/force/")
    assert (change.date.label, change.date.mark) == ("March 2025", "day not known")
    assert change.entry_url == "/en/entries/one/"
    assert change.source.title.plain == "Report report"
