import functools
import operator
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import dates, public, publishing
from events.dates import Certainty, certainty
from tests.dates.strategies import accepted
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def page(**params: Any) -> public.DocumentPage:
    """A page by query parameters; `start` and `end` stand for from and to."""
    names = {"start": "from", "end": "to"}
    given = {
        names.get(name, name): value if isinstance(value, list) else [str(value)]
        for name, value in params.items()
    }
    return public.page(public.parse(given))


def slugs(**params: Any) -> list[str]:
    return [document["slug"] for document in page(**params).documents]


def walk(**params: Any) -> list[list[str]]:
    """The slugs of all pages, page by page, following `next`."""
    pages: list[list[str]] = []
    cursor: dict[str, Any] = {}
    while True:
        found = page(**params, **cursor)
        pages.append([document["slug"] for document in found.documents])
        if found.next is None:
            return pages
        cursor = {"cursor": found.next}


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


NEAR = st.dates(date(2024, 6, 1), date(2026, 6, 1))
ABOUT = st.sampled_from(["", "", "~", "?"])
ZONES = st.sampled_from(["", "Z", "-05", "+14:00"])


def of_two(pattern: str) -> st.SearchStrategy[str]:
    return st.tuples(NEAR, NEAR, ABOUT, ABOUT).map(
        lambda given: pattern.format(*sorted(given[:2]), *given[2:])
    )


EDTF = st.one_of(
    NEAR.map(str),
    NEAR.map(lambda day: f"{day:%Y-%m}~"),
    st.integers(2024, 2026).map(str),
    NEAR.map(lambda day: f"../{day}"),
    NEAR.map(lambda day: f"{day}/.."),
    NEAR.map(lambda day: f"{day}/"),
    st.dates(date(2024, 6, 1), date(2025, 1, 1)).map(lambda day: f"{day}/2026-02"),
    *map(of_two, ("{0}{2}/{1}{3}", "/{1}{3}", "../{0}{2}", "[{0}{2},{1}{2}]", "{{{0},{1}}}")),
    st.tuples(NEAR, st.times(), ZONES).map(lambda at: f"{at[0]}T{at[1]:%H:%M}:00{at[2]}"),
    accepted(),
)
DAYS = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))


def place(edtf: str) -> tuple[datetime, bool]:
    """Where a date is in a list, which does not tell seconds apart."""
    value = dates.parse(edtf)
    timed = value.begins_at or (None if value.earliest else value.ends_at)
    return value.instant.replace(second=0), timed is not None


class WindowsTest(TestCase):
    @settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.lists(EDTF, max_size=8),
        DAYS,
        DAYS,
        st.sampled_from(["newest", "oldest"]),
        st.integers(1, 4),
    )
    @example(
        ["../2026-01-06T10:00:00", "../2026-01-06", "2026-01-06T09:00:00", "2026-01-06"],
        *(date(2026, 1, 6), date(2026, 1, 6), "oldest", 2),
    )
    def test_a_window_finds_every_span_that_overlaps_it(
        self, edtfs: list[str], start: date | None, end: date | None, order: str, limit: int
    ) -> None:
        """What can have been in it, or only what was in it for certain, and which is which."""
        if start and end and start > end:
            start, end = end, start
        entries = [record.development(f"e{number}", date=edtf) for number, edtf in enumerate(edtfs)]
        window = {"start": start, "end": end}
        params = {name: day.isoformat() for name, day in window.items() if day}

        def overlaps(edtf: str) -> bool:
            value = dates.parse(edtf)
            begins_in_time = end is None or value.earliest is None or value.earliest <= end
            ends_in_time = start is None or value.latest is None or value.latest >= start
            found = begins_in_time and ends_in_time
            model = certainty.within(value, start, end) != Certainty.NO
            # Of several dates, and of any year, a list knows no more than the first and the last.
            vague = value.members or value.precision == "unknown"
            assert found >= model if vague else found == model
            return found

        def is_inside(edtf: str) -> bool:
            value = dates.parse(edtf)
            begun = end is None or (value.latest_start is not None and value.latest_start <= end)
            lasts = start is None or (
                value.earliest_end is not None and value.earliest_end >= start
            )
            model = certainty.within(value, start, end) == Certainty.CERTAIN
            # Of several dates that all were, a list knows the first one.
            inside = begun and lasts
            assert inside <= model if edtf.startswith("{") else inside == model
            return inside

        def expected(within: Callable[[str], bool]) -> list[str]:
            fit = [entry for entry in entries if within(entry.date)]
            fit.sort(key=lambda entry: (*place(entry.date), entry.pk), reverse=order == "newest")
            return [entry.slug for entry in fit]

        possible = expected(overlaps)
        asked: dict[str, list[str]] = {"": possible}
        if params:
            asked |= {"possible": possible, "certain": expected(is_inside)}
        for when, slugs in asked.items():
            given = params | ({"when": when} if when else {})
            found = walk(order=order, limit=limit, **given)
            assert functools.reduce(operator.iadd, found, []) == slugs
            names = {"start": "from", "end": "to"}
            filters = public.parse({names.get(name, name): [v] for name, v in given.items()})
            assert public.count(filters) == len(slugs)
            assert public.counts(filters).total == len(slugs)
        told = page(order=order, limit=200, **params)
        if params:
            flags = zip(told.documents, told.certain or [], strict=True)
            assert [found["slug"] for found, flag in flags if flag] == asked["certain"]
        else:
            assert told.certain is None


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_a_page_asks_only_for_what_may_still_come(
    order: str, django_assert_num_queries: Any
) -> None:
    """Of a window, the list has what reaches into it, what begins in it, what has an open start."""
    for number in range(3):
        record.development(f"reaching-{number}", date=f"2024-0{number + 1}/2025-06")
        record.development(f"beginning-{number}", date=f"2025-0{number + 1}")
        record.development(f"open-{number}", date=f"../2026-0{number + 1}")
    last = {"start": "2025-01-01", "end": "2025-12-31", "order": order, "limit": 3}
    second = page(**last).next
    third = page(**last, cursor=second).next

    for cursor, queries in ((second, 3), (third, 2)):
        with django_assert_num_queries(queries):
            page(**last, cursor=cursor)


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
    "params", [{}, {"q": ["title"]}, {"as_of": [timezone.localdate().isoformat()]}]
)
def test_what_was_only_by_a_day_is_in_no_month(params: dict[str, list[str]]) -> None:
    """Be they on file, or counted."""
    record.development("by", date="../2026-01-06")
    record.development("until", date="/2026-01-31")
    record.development("day", date="2026-01-06")
    counts = public.counts(public.parse(params))
    assert (counts.months, counts.by) == ({(2026, 1): 1}, {(2026, 1): 2})
