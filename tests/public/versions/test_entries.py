from datetime import timedelta

import pytest

from events import public, publishing
from events.models import Version
from events.public import Moment
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def test_an_entry_is_found_by_slug_and_by_id() -> None:
    entry = record.development()
    assert public.entry("event").seq == 1
    assert public.entry(str(entry.uid)).seq == 1
    assert public.entry("event", kind="development").seq == 1
    with pytest.raises(public.Missing):
        public.entry("event", kind="summit")


@pytest.mark.parametrize("name", ["nothing", "draft", "a\0b", "", "x" * 300, "ünï"])
def test_what_was_never_public_is_missing(name: str) -> None:
    record.development("draft", publish=False)
    with pytest.raises(public.Missing):
        public.entry(name)
    with pytest.raises(public.Missing):
        public.history(name)


def test_a_withdrawn_entry_says_since_when() -> None:
    tombstone = publishing.withdraw(record.development(), note="It was wrong.")
    with pytest.raises(public.Gone) as gone:
        public.entry("event")
    assert (gone.value.since, gone.value.note) == (tombstone.published_at, {"en": "It was wrong."})
    assert [version.action for version in public.history("event")] == ["published", "withdrawn"]


def test_a_changed_slug_leads_to_the_new_one() -> None:
    entry = record.development("old")
    before = publishing.standing(entry).published_at
    entry.slug = "new"
    entry.save()
    publishing.publish(entry)
    with pytest.raises(public.Moved) as moved:
        public.entry("old")
    assert moved.value.slug == "new"
    # In those days it was still at its old address, where the new one leads back to.
    assert public.entry("old", Moment("", before)).number == 1
    with pytest.raises(public.Moved) as moved:
        public.entry("new", Moment("", before))
    assert moved.value.slug == "old"
    assert [version.number for version in public.history("old")] == [1, 2]


def test_a_slug_that_another_entry_took_over(slugs_pass_on: None) -> None:
    first = record.development("news")
    first.slug = "old-news"
    first.save()
    publishing.publish(first)
    second = record.development("news")
    assert public.entry("news").entry_id == second.pk
    assert public.entry("old-news").entry_id == first.pk


def test_a_slug_that_its_first_entry_took_back(slugs_pass_on: None) -> None:
    first = record.development("news")
    publishing.withdraw(first)
    first.slug = "first"
    first.save()
    second = record.development("news")
    publishing.withdraw(second)
    with pytest.raises(public.Gone):
        public.entry("news")
    second.slug = "second"
    second.save()
    publishing.publish(second)
    with pytest.raises(public.Moved) as moved:
        public.entry("news")
    assert moved.value.slug == "second"


def test_single_versions() -> None:
    entry = record.development()
    entry.title_en = "Corrected"
    entry.save()
    publishing.publish(entry, note="Spelling.")
    first, second = public.version("event", 1), public.version("event", 2)
    assert isinstance(first, public.PublishedVersion)
    assert isinstance(second, public.PublishedVersion)
    assert first.document["title"]["en"] == "Title of event"
    assert second.document["title"]["en"] == "Corrected"
    assert second.text == Version.objects.get(number=2).document
    assert public.version("event", 2, original=True) == second
    for number in (0, 3, 10**12):
        with pytest.raises(public.Missing):
            public.version("event", number)


def test_an_entry_as_it_stood_under_an_earlier_slug() -> None:
    entry = record.development("early")
    then = public.Moment("", public.entry("early").published_at)
    entry.slug = "late"
    entry.save()
    publishing.publish(entry)

    with pytest.raises(public.Moved) as moved:
        public.entry("late", then)
    assert moved.value.slug == "early"
    assert public.entry("early", then).number == 1
    before = public.Moment("", then.until - timedelta(seconds=1))
    with pytest.raises(public.Missing):
        public.entry("late", before)
