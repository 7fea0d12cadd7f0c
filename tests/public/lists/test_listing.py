import functools
import operator

import pytest
from django.utils import timezone

from events import public, publishing
from tests.public.lists.walking import page, slugs, walk
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def test_the_order_is_that_of_the_days_and_ranks() -> None:
    record.development("year", date="2025")
    record.development("open-end", date="2025-11-15~/..")
    record.development("second", date="2026-01-06", rank=1)
    record.development("first", date="2026-01-06", rank=0)
    record.development("open-start", date="../2025-12-01")
    record.development("month", date="2025-12")
    expected = ["year", "open-end", "open-start", "month", "first", "second"]
    assert slugs(order="oldest") == expected
    assert slugs() == expected[::-1]


def test_around_midnight_the_order_is_that_of_instants_and_the_day_is_that_of_the_place() -> None:
    """In Tokyo it is the new year, 9 hours before London and 14 before New York."""
    record.summit("tokyo", date="2026-01-01T00:30:00", places=[("Tokyo", "JP", "Asia/Tokyo")])
    record.summit("in-utc", date="2025-12-31T20:00:00Z")
    record.summit("honolulu", date="2026-01-01T05:00:00Z", places=[("", "US", "Pacific/Honolulu")])
    record.summit("without-a-place", date="2026-01-01T00:30:00+09")

    assert slugs(order="oldest") == ["tokyo", "without-a-place", "in-utc", "honolulu"]
    new_year = ["tokyo", "without-a-place"]
    for window in ({"year": 2026}, {"start": "2026-01-01"}, {"start": "2026-01-01", "year": 2026}):
        assert slugs(order="oldest", **window) == new_year
    for window in ({"year": 2025}, {"end": "2025-12-31"}):
        assert slugs(order="oldest", **window) == ["in-utc", "honolulu"]
    counts = public.counts(public.parse({"year": ["2026"]}))
    assert counts.months == {(2026, 1): 2}


def test_within_one_minute_the_rank_decides() -> None:
    record.summit("second", date="2026-01-06T14:30:10Z", rank=1)
    record.summit("first", date="2026-01-06T14:30:50Z", rank=0)
    record.summit("before", date="2026-01-06T14:29:59Z", rank=7)

    assert slugs(order="oldest") == ["before", "first", "second"]


def test_publishing_again_keeps_the_place() -> None:
    entries = [record.development(f"e{number}") for number in range(3)]
    before = slugs()
    entries[0].title_en = "Corrected"
    entries[0].save()
    publishing.publish(entries[0])
    assert slugs() == before


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_pages_follow_each_other_both_ways(order: str) -> None:
    for number in range(7):
        record.development(f"e{number}", date=f"2026-01-0{number % 3 + 1}")
    everything = slugs(order=order)
    pages = walk(order=order, limit=3)
    assert [len(found) for found in pages] == [3, 3, 1]
    assert functools.reduce(operator.iadd, pages, []) == everything
    last = page(order=order, limit=3, cursor=page(order=order, limit=3).next)
    assert last.previous
    back = page(order=order, limit=3, cursor=last.previous)
    assert [d["slug"] for d in back.documents] == everything[:3]
    assert back.previous is None
    assert page(order=order, limit=3).previous is None


def test_what_is_published_while_a_reader_pages_costs_no_entry() -> None:
    for number in range(6):
        record.development(f"e{number}", date="2026-01-06")
    first = page(limit=2)
    record.development("new", date="2026-01-07")
    entry = record.development("old", date="2020")
    entry.title_en = "Corrected"
    entry.save()
    publishing.publish(entry)
    rest: list[str] = []
    seen = [document["slug"] for document in first.documents]
    cursor = first.next
    while cursor:
        found = page(limit=2, cursor=cursor)
        rest += [document["slug"] for document in found.documents]
        cursor = found.next
    assert seen + rest == ["e5", "e4", "e3", "e2", "e1", "e0", "old"]


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_a_page_that_has_become_empty_leads_back(order: str) -> None:
    entries = [record.development(f"e{number}") for number in range(4)]
    if order == "newest":
        entries.reverse()
    kept = [entry.slug for entry in entries[:2]]
    following = page(order=order, limit=2).next
    for entry in entries[2:]:
        publishing.withdraw(entry)
    empty = page(order=order, limit=2, cursor=following)
    assert (empty.texts, empty.next) == ([], None)
    back = page(order=order, limit=2, cursor=empty.previous)
    assert [document["slug"] for document in back.documents] == kept
    for entry in entries[:2]:
        publishing.withdraw(entry)
    gone = page(order=order, limit=2, cursor=empty.previous)
    assert (gone.texts, gone.previous) == ([], None)
    assert page(order=order, limit=2, cursor=gone.next).texts == []


def test_filters_by_what_an_entry_names() -> None:
    record.person("minister", represents="germany")
    record.position("one", holder="france", topic="force", stance="supports")
    record.position("two", holder="germany", topic="force", stance="opposes", speaker="minister")
    record.position("three", holder="france", topic="talks", stance="opposes", process="other")
    meeting = record.summit("meeting", status="held", publish=False)
    record.part(meeting, "minister", "host")
    record.part(meeting, "france", "participant")
    publishing.publish(meeting)
    record.commitment("promise", actors=["france"])
    record.question("unclear", topics=["talks"])
    found = lambda **params: sorted(slugs(**params))  # noqa: E731
    assert found(kind="position") == ["one", "three", "two"]
    assert found(process="other") == ["three"]
    assert found(actor="france") == ["meeting", "one", "promise", "three"]
    assert found(actor=["france", "germany"]) == ["meeting"]
    assert found(actor="germany") == ["meeting", "two"]
    assert found(actor="minister") == ["meeting", "two"]
    assert found(role="host") == ["meeting"]
    assert found(actor="germany", role="host") == ["meeting"]
    assert found(actor="france", role="host") == []
    assert found(actor="france", role="holder") == ["one", "three"]
    assert found(topic="talks") == ["three", "unclear"]
    assert found(stance="opposes") == ["three", "two"]
    assert found(stance="opposes", actor="france") == ["three"]
    assert found(stance="undecided") == []
    assert found(status="open") == ["promise", "unclear"]
    assert found(status="open", kind="question") == ["unclear"]
    assert found(status="held", topic="talks") == []


def test_words_in_every_spelling() -> None:
    record.development("one", title_de="Der Truppeneinsatz im Herbst", title_en="Deployment")
    record.development("two", title_de="Übung an der Grenze", title_en="NATO exercise")
    record.development("three", summary_en="A signatory of the treaty")
    found = lambda q: sorted(slugs(q=q))  # noqa: E731
    assert found("einsatz") == ["one"]
    assert found("EINSATZ herbst") == ["one"]
    assert found("uebung") == found("Übung") == found("übung grenze") == ["two"]
    assert found("nato") == ["two"]
    assert found("sign") == ["three"]
    assert found("einsatz uebung") == []
    assert found("nothing-of-the-kind") == []
    assert found("deploy deploy") == ["one"]
    assert found("100% _ '; --") == []


def test_words_of_names_and_sources_are_found() -> None:
    record.person("minister", represents="germany", name_en="Jane Doe", name_de="Jane Doe")
    record.position("one", holder="germany", speaker="minister", attribution_en="an envoy")
    for q in ("doe", "germany", "topic", "envoy", "report", "process"):
        assert slugs(q=q) == ["one"]


def test_words_as_they_stood() -> None:
    entry = record.development("one", title_en="Ceasefire", title_de="Waffenruhe")
    before = publishing.standing(entry).published_at
    entry.title_en, entry.title_de = "Armistice", "Stillstand"
    entry.save()
    publishing.publish(entry)
    assert slugs(q="ceasefire") == []
    assert slugs(q="ceasefire", as_of=before.isoformat()) == ["one"]
    assert slugs(q="armistice", as_of=before.isoformat()) == []


def test_counts_by_month() -> None:
    for number, edtf in enumerate(
        [
            "2025",
            "2025-01-31",
            "2025-22",
            "2025-09",
            "2025-09-12/2025-11-30",
            "../2026-01",
            "../2026-01-06",
            "../2025",
            "2026/..",
            "XXXX-12-25",
        ]
    ):
        record.development(f"e{number}", date=edtf)
    counts = public.counts(public.parse({}))
    assert counts.months == {(2025, None): 2, (2025, 1): 1, (2025, 9): 2, (2026, None): 1}
    assert counts.by == {(2025, None): 1, (2026, 1): 2}
    assert counts.undated == 1
    assert counts.total == 10
    only = public.parse({"q": ["nothing"]})
    assert (public.count(only), public.counts(only)) == (0, public.EntryCounts())


@pytest.mark.parametrize(
    "params", [{}, {"q": ["title"]}, {"as_of": ["today"]}], ids=["on-file", "counted", "as-of"]
)
def test_what_was_only_by_a_day_is_in_no_month(params: dict[str, list[str]]) -> None:
    """Be they on file, or counted."""
    if "as_of" in params:
        params = {"as_of": [timezone.localdate().isoformat()]}
    record.development("by", date="../2026-01-06")
    record.development("until", date="/2026-01-31")
    record.development("day", date="2026-01-06")
    counts = public.counts(public.parse(params))
    assert (counts.months, counts.by) == ({(2026, 1): 1}, {(2026, 1): 2})
