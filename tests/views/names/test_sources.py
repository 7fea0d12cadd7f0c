"""The list of all sources, and what became of what was taken from one."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from events import public, publishing
from events.models import Source
from tests.record import Record


def read(path: str, status: int = 200) -> str:
    response = Client().get(path)
    assert response.status_code == status
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.text)))


def published(slug: str, **fields: Any) -> Source:
    defaults = {"title": f"Report {slug}", "language": "en", "published_on": "2026-01-06"}
    return Source.objects.create(slug=slug, **defaults | fields)


@pytest.fixture
def record(db: None) -> Record:
    return Record()


@pytest.fixture
def five(record: Record) -> Record:
    published(
        "wire", publisher="Reuters", url="https://example.org/w", archive_url="https://a.org/w"
    )
    published("daily", publisher="The Daily Star", url="https://example.org/d")
    published(
        "older", publisher="Reuters", published_on="2025-01-01", archive_url="https://a.org/o"
    )
    published("undated", publisher="", published_on="")
    for slug in ("wire", "daily", "older", "undated"):
        record.development(f"from-{slug}", source=slug)
    record.source("unread")
    return record


def listed(path: str, status: int = 200) -> list[str]:
    response = Client().get(path)
    assert response.status_code == status
    return [row.title.plain for row in response.context["rows"]]


def test_all_that_entries_cite_are_listed_by_publisher(five):
    assert listed("/en/sources/") == [
        *("Report wire", "Report older", "Report daily", "Report undated")
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("outlet=reut", ["wire", "older"]),
        ("outlet=STAR+daily", ["daily"]),
        ("outlet=tar", []),
        ("missing=address", ["older", "undated"]),
        ("missing=archive", ["daily", "undated"]),
        ("missing=both", ["undated"]),
        ("outlet=reuters&missing=address", ["older"]),
    ],
)
def test_the_list_is_narrowed_by_publisher_and_by_what_cannot_be_found_again(five, query, found):
    assert listed(f"/en/sources/?{query}") == [f"Report {slug}" for slug in found]


def test_what_is_not_known_of_a_source_is_said(five):
    said = read("/en/sources/?missing=both")

    assert "no publisher given Report undated no date given · no address · no archived copy" in said


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("missing=nothing", "What is missing: “nothing” is not one of: Without an address, "),
        ("page=7", "Page: There is no page “7” of this list: it has 1 page."),
        ("outlet=" + "x" * 101, "Search for at most 100 characters; these are 101."),
    ],
)
def test_what_the_list_cannot_understand_it_says_in_words(five, query, message):
    assert message in read(f"/en/sources/?{query}", 400)
    assert len(listed(f"/en/sources/?{query}", 400)) == 4


def test_as_the_record_stood_there_were_only_the_sources_of_then(five):
    then = public.timestamp(public.entry("from-daily").published_at)
    Source.objects.filter(slug="daily").update(archive_url="https://a.org/d")
    publishing.publish(public_entry("from-daily"))

    assert listed(f"/en/sources/?as_of={then}") == ["Report wire", "Report daily"]
    assert listed(f"/en/sources/?as_of={then}&missing=archive") == ["Report daily"]
    assert listed("/en/sources/?missing=archive") == ["Report undated"]


def public_entry(slug: str) -> Any:
    from events.models import Entry

    return Entry.objects.get(slug=slug).development


def test_a_source_says_what_is_known_of_it_and_what_is_not(record):
    published("wire", publisher="Reuters", url="https://example.org/w")
    record.development("event", source="wire")

    said = read("/en/sources/wire/")

    assert "Published 6 January 2026" in said
    assert "Publisher Reuters Address https://example.org/w Archived copy none on record" in said
    assert "Cite it “Report wire”. Reuters, 6 January 2026. https://example.org/w" in said


def test_a_source_without_an_address_says_that_nobody_can_look_it_up(record):
    record.development("event")

    said = read("/de/sources/report/")

    assert "Herausgeber nicht bekannt Adresse nicht bekannt Wer das liest, kann dort nicht" in said
    assert "Archivkopie keine bekannt" in said


def test_each_statement_is_under_what_became_of_it(record):
    record.position("first", date="2025-08-18", stance="undecided")
    record.position("second", date="2025-08-19", stance="opposes", source="other")
    publishing.withdraw(record.development("gone"), note="It never happened")
    record.question("asked")

    said = read("/en/sources/report/")

    assert (
        "3 statements rest on this source or name it: 1 was withdrawn, 1 was superseded and "
        "1 is a question still open."
    ) in said
    assert "Withdrawn 1 entry Development Title of gone" in said
    assert "withdrawn: It never happened" in said
    assert "Superseded 1 entry Position Title of first 18 August 2025" in said
    assert "later: Opposes – Title of second 19 August 2025" in said
    assert "no answer on record" in said
    assert "None: Contradicted · Answered · Corrected or completed · Stands" in said
    chosen = Client().get("/en/sources/report/?fate=superseded").context["groups"]
    assert [(group.fate.value, group.total) for group in chosen] == [("superseded", 1)]


def test_a_retracted_source_says_so(record):
    state = {"state": "retracted", "state_date": "2026-05-03", "state_note_en": "All invented"}
    published("false", **state)
    record.development("event", source="false")

    said = read("/en/sources/false/")

    assert "Retracted · 3 May 2026" in said
    assert "All invented" in said
    assert "Retracted" in read("/en/sources/")


def test_a_source_that_nothing_cites_leads_on(five):
    said = read("/en/sources/dail/", 404)

    assert "No entry cites such a source" in said
    response = Client().get("/en/sources/dail/")
    assert [url for _title, url in response.context["similar"]] == ["/en/sources/daily/"]
    assert '<a href="/en/sources/">All sources</a>' in response.text
    assert "No entry cites such a source" in read("/en/sources/unread/", 404)
    assert "No entry cites such a source" in read("/en/sources/x/?as_of=2026-01-01", 404)


def test_before_it_was_cited_a_source_says_since_when_it_is(record):
    record.development("event")

    response = Client().get("/en/sources/report/?as_of=2020-01-01")

    assert response.status_code == 404
    assert "Report report" in response.text


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("fate=lost", "What became of it: “lost” is not one of: Withdrawn, Contradicted, "),
        ("page=2", "There is no page “2” of this list: it has 1 page."),
    ],
)
def test_what_the_page_cannot_understand_it_says_in_words(record, query, message):
    record.development("event")

    assert message in read(f"/en/sources/report/?{query}", 400)


def test_many_statements_are_in_pages_with_as_many_queries_as_few(
    record, django_assert_max_num_queries
):
    for number in range(3):
        record.development(f"event-{number}")
    with django_assert_max_num_queries(8) as few:
        Client().get("/en/sources/report/")
    for number in range(3, 53):
        record.development(f"event-{number}")

    with django_assert_max_num_queries(len(few)):
        first = Client().get("/en/sources/report/")
    second = Client().get("/en/sources/report/?page=2")

    numbers = [len(group.statements) for group in first.context["groups"]]
    assert (numbers, first.context["groups"][0].total) == ([50], 53)
    assert [len(group.statements) for group in second.context["groups"]] == [3]
    assert first.context["leaf"].next_url == "/en/sources/report/?page=2"
    assert len(first.context["strip"]) == 53


def test_the_list_asks_as_much_for_many_sources_as_for_one(record, django_assert_max_num_queries):
    record.development("event", source="first")
    with django_assert_max_num_queries(5) as few:
        Client().get("/en/sources/")
    for number in range(50):
        record.development(f"event-{number}", source=f"source-{number:02}")

    with django_assert_max_num_queries(len(few)):
        response = Client().get("/en/sources/")

    assert len(response.context["rows"]) == 40
    assert "51 sources" in read("/en/sources/?page=2")


def test_the_map_of_the_site_has_all_sources(five):
    assert "/en/sources/wire/" in Client().get("/sitemap-sources.xml").text
    assert "/en/sources/<" in Client().get("/sitemap-pages.xml").text
    assert "/sitemap-sources.xml" in Client().get("/sitemap.xml").text
