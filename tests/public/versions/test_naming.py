"""Which entries name an entry: found by its id, as the record stood."""

from typing import Any
from uuid import UUID

import pytest

from events import publishing
from events.documents.shapes import Published
from events.models import Restated, Version
from events.public import Moment, naming, naming_any, naming_as, timestamp
from events.publishing.rebuilding import rebuild
from events.vocabulary import Naming
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def slugs(documents: list[Published]) -> list[str]:
    return [document["slug"] for document in documents]


def id_of(slug: str) -> str:
    """The id of the entry that was the last to have this slug; of nothing, for a slug of nobody."""
    found = Version.objects.filter(slug=slug).order_by("-seq").values_list("uid", flat=True).first()
    return str(found or UUID(int=0))


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
    assert slugs(naming(Naming.MADE_AT, id_of("meeting"))) == ["second", "first"]
    assert slugs(naming(Naming.FOLLOWS, id_of("meeting"))) == ["next"]
    assert slugs(naming(Naming.ANSWERED_BY, id_of("meeting"))) == ["open"]
    assert slugs(naming(Naming.RESTATES, id_of("first"))) == ["second"]
    assert naming(Naming.RESTATES, id_of("meeting")) == []
    assert naming(Naming.RESTATES, id_of("nothing")) == []


def test_several_roles_of_one_entry_at_once() -> None:
    meeting = record.summit("meeting")
    record.summit("next", follows=meeting)
    record.question("open", answered_by=meeting)
    found = naming_as([Naming.ANSWERED_BY, Naming.FOLLOWS, Naming.MADE_AT], id_of("meeting"))
    assert {role: slugs(documents) for role, documents in found.items()} == {
        Naming.ANSWERED_BY: ["open"],
        Naming.FOLLOWS: ["next"],
        Naming.MADE_AT: [],
    }


def test_a_limit_takes_the_first_ones() -> None:
    meeting = record.summit("meeting")
    for day in (3, 1, 2):
        record.commitment(f"promise-{day}", made_at=meeting, date=f"2026-01-0{day}")
    assert slugs(naming(Naming.MADE_AT, id_of("meeting"), limit=2)) == ["promise-1", "promise-2"]


def test_drafts_and_withdrawn_entries_name_nothing() -> None:
    meeting = record.summit("meeting")
    record.commitment("draft", made_at=meeting, publish=False)
    publishing.withdraw(record.commitment("withdrawn", made_at=meeting))
    changed = record.commitment("changed", made_at=meeting)
    changed.made_at = None
    changed.save()
    publishing.publish(changed)
    assert naming(Naming.MADE_AT, id_of("meeting")) == []


def test_as_the_record_stood() -> None:
    meeting = record.summit("meeting")
    before = moment(meeting)
    entry = record.commitment("promise", made_at=meeting)
    then = moment(entry)
    publishing.withdraw(entry)
    assert naming(Naming.MADE_AT, id_of("meeting"), before) == []
    assert slugs(naming(Naming.MADE_AT, id_of("meeting"), then)) == ["promise"]
    assert naming(Naming.MADE_AT, id_of("meeting")) == []
    assert naming(Naming.MADE_AT, id_of("meeting"), Moment.parse("2020-01-01")) == []


def test_an_entry_that_moved_is_found_by_its_id() -> None:
    meeting = record.summit("old")
    record.commitment("before", made_at=meeting)
    rename(meeting, "new")
    record.commitment("after", made_at=meeting, date="2026-01-07")
    assert slugs(naming(Naming.MADE_AT, str(meeting.uid))) == ["before", "after"]


def test_what_had_the_same_slug_in_turn_is_told_apart(slugs_pass_on: None) -> None:
    first = record.summit("shared")
    record.commitment("made-there", made_at=first)
    rename(first, "moved")
    second = record.summit("shared", date="2026-01-07")
    record.commitment("made-here", made_at=second, date="2026-01-08")
    assert slugs(naming(Naming.MADE_AT, str(first.uid))) == ["made-there"]
    assert slugs(naming(Naming.MADE_AT, str(second.uid))) == ["made-here"]


def test_several_at_once_by_the_id_that_was_asked_for() -> None:
    one, two = record.commitment("one"), record.commitment("two")
    three = record.commitment("three", restates=one, restatement="restates")
    rename(one, "first")
    four = record.commitment("four", restates=one, restatement="softens", date="2026-01-07")
    Restated.objects.create(later=four, commitment=two, how="replaces")
    publishing.publish(four)
    record.commitment("five", restates=two, restatement="replaces")
    found = naming_any(Naming.RESTATES, [str(entry.uid) for entry in (one, two, three)])
    assert {entry: slugs(documents) for entry, documents in found.items()} == {
        str(one.uid): ["three", "four"],
        str(two.uid): ["five", "four"],
        str(three.uid): [],
    }
    assert naming_any(Naming.RESTATES, []) == {}


def test_the_number_of_queries_does_not_grow(django_assert_num_queries: Any) -> None:
    for number in range(3):
        entry = record.commitment(f"promise-{number}")
        for turn in range(number + 1):
            record.commitment(f"again-{number}-{turn}", restates=entry, restatement="restates")
    ids = [id_of(f"promise-{number}") for number in range(3)]
    for asked in (ids[:1], ids):
        with django_assert_num_queries(2):
            naming_any(Naming.RESTATES, asked)


def test_a_rebuild_finds_the_same() -> None:
    meeting = record.summit("meeting")
    record.commitment("promise", made_at=meeting)
    list(rebuild())
    assert slugs(naming(Naming.MADE_AT, id_of("meeting"))) == ["promise"]
