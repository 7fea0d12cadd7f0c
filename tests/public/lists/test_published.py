from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from events.public.lists.published import recent
from tests.record import Record


@pytest.fixture
def record(db):
    return Record()


def slugs(found):
    return [version.slug for version in found.versions]


def filters(**params):
    return public.parse({name.rstrip("_"): [value] for name, value in params.items()})


def test_the_newest_publication_comes_first_whenever_it_was(record):
    record.development("late", date="2026-02-01")
    record.development("early", date="2020")

    assert slugs(recent(public.Filters(), 10)) == ["early", "late"]


def test_a_correction_comes_up_again_and_keeps_its_first_day(record):
    first = record.development("first")
    record.development("second")
    before = recent(public.Filters(), 10).versions[1]
    first.title_en = "Corrected"
    first.save()
    publishing.publish(first)

    found = recent(public.Filters(), 10)

    assert [(version.slug, version.number) for version in found.versions] == [
        ("first", 2),
        ("second", 1),
    ]
    assert found.first[first.pk] == before.published_at
    assert found.versions[0].published_at > before.published_at


def test_a_withdrawal_comes_up_without_a_document_and_drafts_do_not(record):
    gone = record.development("gone")
    record.development("draft", publish=False)
    record.development("stands")
    publishing.withdraw(gone, note="In error")

    [withdrawal, stands] = recent(public.Filters(), 10).versions

    assert (withdrawal.slug, withdrawal.note) == ("gone", {"en": "In error"})
    assert not isinstance(withdrawal, public.PublishedVersion)
    assert (stands.slug, isinstance(stands, public.PublishedVersion)) == ("stands", True)


def test_what_has_come_back_is_not_announced_as_withdrawn_on_any_page(record):
    back = record.development("back")
    record.development("between")
    publishing.withdraw(back)
    record.development("after")
    publishing.publish(back)

    first = recent(public.Filters(), 1)
    assert [(version.slug, version.number) for version in first.versions] == [("back", 3)]
    assert slugs(recent(public.Filters(), 10, first.before)) == ["after", "between"]


def test_withdrawals_are_those_of_what_the_filters_would_find(record):
    record.position("stand", holder="france", topic="force", date="2026-01")
    gone = record.position("gone", holder="france", topic="force", date="2025-09")
    then = publishing.withdraw(gone).published_at

    assert slugs(recent(filters(actor="france"), 10)) == ["gone", "stand"]
    assert slugs(recent(filters(q="gone"), 10)) == ["gone"]
    assert slugs(recent(filters(to="2025-12-31"), 10)) == ["gone"]
    assert slugs(recent(filters(from_="2025-12-31"), 10)) == ["stand"]
    assert slugs(recent(filters(kind="summit"), 10)) == []
    # As the record stood: just after that withdrawal, and before it.
    assert slugs(recent(filters(as_of=then.isoformat()), 10)) == ["gone", "stand"]
    before = then - timedelta(microseconds=1)
    found = recent(filters(as_of=before.isoformat()), 10).versions
    assert [isinstance(version, public.PublishedVersion) for version in found] == [True, True]


def test_pages_follow_each_other(record):
    for number in range(5):
        record.development(f"e{number}")

    pages, before = [], None
    while True:
        found = recent(public.Filters(), 2, before)
        pages.append(slugs(found))
        before = found.before
        if before is None:
            break

    assert pages == [["e4", "e3"], ["e2", "e1"], ["e0"]]


@pytest.fixture
def various(record):
    record.summit("meeting", date="2026-01-06", actors=["france"])
    record.development("open-start", date="../2026-02-01")
    record.development("reaching", date="2025/2026", topics=["force"])
    record.position("stand", date="2025-12-24", holder="france")
    return record


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({}, ["stand", "reaching", "open-start", "meeting"]),
        ({"kind": "summit"}, ["meeting"]),
        ({"actor": "france"}, ["stand", "meeting"]),
        ({"topic": "force", "stance": "supports"}, ["stand"]),
        ({"q": "meeting"}, ["meeting"]),
        ({"from_": "2026-01-01"}, ["reaching", "open-start", "meeting"]),
        ({"from_": "2025-12-01", "to": "2025-12-31"}, ["stand", "reaching", "open-start"]),
        ({"to": "2025-01-01"}, ["reaching", "open-start"]),
        ({"as_of": "2020-01-01"}, []),
        ({"stance": "opposes"}, []),
    ],
)
def test_it_takes_the_filters_of_the_list(various, params, expected):
    found = recent(filters(**params), 10)

    listed = list(public.page(filters(**params)).documents)
    assert slugs(found) == expected
    assert len(listed) == len(expected)


def test_as_of_shows_the_version_of_then(record):
    entry = record.development("entry")
    then = recent(public.Filters(), 1).versions[0].published_at
    entry.title_en = "Corrected"
    entry.save()
    publishing.publish(entry)

    found = recent(filters(as_of=then.isoformat()), 10)

    assert [version.number for version in found.versions] == [1]


def test_the_number_of_queries_does_not_grow(record):
    counts = []
    for number in range(3):
        record.development(f"e{number}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            recent(public.Filters(), 10)
        counts.append(len(queries))

    assert counts == [3, 3, 3]
