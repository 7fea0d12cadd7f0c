"""Which entries name an entry: found by every slug that it has or had, as the record stood."""

from typing import Any

import pytest

from events import publishing
from events.documents.shapes import Published
from events.public import Moment, naming, naming_any, timestamp
from events.publishing.rebuilding import rebuild
from events.vocabulary import Naming
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def slugs(documents: list[Published]) -> list[str]:
    return [document["slug"] for document in documents]


def rename(entry: Any, slug: str) -> None:
    entry.slug = slug
    entry.save()
    publishing.publish(entry)


def moment(entry: Any) -> Moment:
    """When what stands of the entry was published."""
    return Moment.parse(timestamp(publishing.standing(entry).published_at))


def test_each_role_by_itself_and_in_order_of_time() -> None:
    meeting = record.summit("meeting")
    first = record.commitment("first", made_at=meeting, date="2026-01-07")
    record.commitment("second", made_at=meeting, restates=first, restatement="softens")
    record.summit("next", follows=meeting)
    record.question("open", answered_by=meeting)
    record.commitment("elsewhere")
    assert slugs(naming(Naming.MADE_AT, "meeting")) == ["second", "first"]
    assert slugs(naming(Naming.FOLLOWS, "meeting")) == ["next"]
    assert slugs(naming(Naming.ANSWERED_BY, "meeting")) == ["open"]
    assert slugs(naming(Naming.RESTATES, "first")) == ["second"]
    assert naming(Naming.RESTATES, "meeting") == []
    assert naming(Naming.RESTATES, "nothing") == []


def test_a_limit_takes_the_first_ones() -> None:
    meeting = record.summit("meeting")
    for day in (3, 1, 2):
        record.commitment(f"promise-{day}", made_at=meeting, date=f"2026-01-0{day}")
    assert slugs(naming(Naming.MADE_AT, "meeting", limit=2)) == ["promise-1", "promise-2"]


def test_drafts_and_withdrawn_entries_name_nothing() -> None:
    meeting = record.summit("meeting")
    record.commitment("draft", made_at=meeting, publish=False)
    publishing.withdraw(record.commitment("withdrawn", made_at=meeting))
    changed = record.commitment("changed", made_at=meeting)
    changed.made_at = None
    changed.save()
    publishing.publish(changed)
    assert naming(Naming.MADE_AT, "meeting") == []


def test_as_the_record_stood() -> None:
    meeting = record.summit("meeting")
    before = moment(meeting)
    entry = record.commitment("promise", made_at=meeting)
    then = moment(entry)
    publishing.withdraw(entry)
    assert naming(Naming.MADE_AT, "meeting", before) == []
    assert slugs(naming(Naming.MADE_AT, "meeting", then)) == ["promise"]
    assert naming(Naming.MADE_AT, "meeting") == []
    assert naming(Naming.MADE_AT, "meeting", Moment.parse("2020-01-01")) == []


def test_an_entry_that_moved_is_found_by_all_its_slugs() -> None:
    meeting = record.summit("old")
    record.commitment("before", made_at=meeting)
    rename(meeting, "new")
    record.commitment("after", made_at=meeting, date="2026-01-07")
    assert slugs(naming(Naming.MADE_AT, "new")) == ["before", "after"]
    assert slugs(naming(Naming.MADE_AT, "old")) == ["before", "after"]


def test_a_slug_is_that_of_the_entry_that_had_it_last() -> None:
    first = record.summit("shared")
    record.commitment("made-there", made_at=first)
    rename(first, "moved")
    second = record.summit("shared", date="2026-01-07")
    assert second.pk != first.pk
    record.commitment("made-here", made_at=second, date="2026-01-08")
    # What was published under the shared slug can no longer be told apart by it.
    assert slugs(naming(Naming.MADE_AT, "moved")) == []
    assert slugs(naming(Naming.MADE_AT, "shared")) == ["made-there", "made-here"]


def test_several_at_once_by_the_slug_that_was_asked_for() -> None:
    one, two = record.commitment("one"), record.commitment("two")
    record.commitment("three", restates=one, restatement="restates")
    rename(one, "first")
    record.commitment("four", restates=one, restatement="softens", date="2026-01-07")
    record.commitment("five", restates=two, restatement="replaces")
    found = naming_any(Naming.RESTATES, ["first", "two", "three"])
    assert {slug: slugs(documents) for slug, documents in found.items()} == {
        "first": ["three", "four"],
        "two": ["five"],
        "three": [],
    }
    assert naming_any(Naming.RESTATES, []) == {}


def test_the_number_of_queries_does_not_grow(django_assert_num_queries: Any) -> None:
    for number in range(3):
        entry = record.commitment(f"promise-{number}")
        for turn in range(number + 1):
            record.commitment(f"again-{number}-{turn}", restates=entry, restatement="restates")
    with django_assert_num_queries(3):
        naming(Naming.RESTATES, "promise-0")
    with django_assert_num_queries(3):
        naming_any(Naming.RESTATES, ["promise-0", "promise-1", "promise-2"])


def test_a_rebuild_finds_the_same() -> None:
    meeting = record.summit("meeting")
    record.commitment("promise", made_at=meeting)
    list(rebuild())
    assert slugs(naming(Naming.MADE_AT, "meeting")) == ["promise"]
