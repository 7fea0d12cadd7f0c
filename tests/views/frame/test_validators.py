"""The tag of a page changes when what is on it does, and not with the whole record."""

from datetime import date

import pytest
from django.utils import timezone

from events import publishing
from events.models import Development
from events.views.frame import validators
from events.views.frame.look import USUAL
from events.views.frame.validators import Address, Memory
from tests.record import Record

ENTRY, LIST = "/en/entries/one/", "/en/timeline/"


@pytest.fixture
def record(db):
    record = Record()
    record.development("one")
    # What comes before and after an entry stands on its page.
    record.development("before", date="2025-12-01")
    record.development("after", date="2026-01-20")
    return record


@pytest.fixture
def another_process(monkeypatch):
    """The next request is answered by a process that has made no page yet."""
    return lambda: monkeypatch.setattr(validators, "_memory", Memory(10))


def again(client, path, tag, **more):
    answer = client.get(path, headers={"If-None-Match": tag, **more})
    return answer.status_code, answer.get("ETag")


def test_what_is_published_elsewhere_leaves_an_entry_as_it_is(client, record):
    entry, listed = client.get(ENTRY)["ETag"], client.get(LIST)["ETag"]
    record.development("two", date="2025-01-01")

    assert again(client, ENTRY, entry) == (304, entry)
    assert again(client, LIST, listed)[0] == 200


def test_a_correction_changes_its_entry(client, record):
    tag = client.get(ENTRY)["ETag"]
    entry = Development.objects.get(slug="one")
    entry.title_en = "Corrected"
    entry.save()
    publishing.publish(entry)

    status, now = again(client, ENTRY, tag)
    assert (status, now != tag) == (200, True)


def test_a_page_is_made_once_after_a_publication(client, record, django_assert_num_queries):
    tag = client.get(ENTRY)["ETag"]
    record.development("two", date="2025-01-01")

    assert again(client, ENTRY, tag)[0] == 304
    with django_assert_num_queries(1):
        assert again(client, ENTRY, tag) == (304, tag)


def test_a_process_that_has_not_made_the_page_asks_one_query(
    client, record, another_process, django_assert_num_queries
):
    tag = client.get(ENTRY)["ETag"]
    another_process()

    with django_assert_num_queries(1):
        assert again(client, ENTRY, tag) == (304, tag)


def test_a_process_that_has_not_made_the_page_finds_it_unchanged(client, record, another_process):
    tag = client.get(ENTRY)["ETag"]
    record.development("two", date="2025-01-01")
    another_process()

    assert again(client, ENTRY, tag) == (304, tag)
    # It names the page in its new state, too.
    assert client.get(ENTRY)["ETag"].partition(".")[0] == tag.partition(".")[0]


def test_a_tag_is_compared_weakly_and_among_others(client, record):
    tag = client.get(ENTRY)["ETag"]
    record.development("two", date="2025-01-01")

    assert again(client, ENTRY, f'"x", W/{tag}')[0] == 304
    assert again(client, ENTRY, '"x.y"')[0] == 200


def test_a_compressed_page_is_found_unchanged(client, record):
    tag = client.get(ENTRY, headers={"Accept-Encoding": "gzip"})["ETag"]
    record.development("two", date="2025-01-01")

    assert tag.startswith("W/")
    assert again(client, ENTRY, tag, **{"Accept-Encoding": "gzip"}) == (304, tag)


def test_the_tag_of_another_address_names_nothing_here(client, record):
    record.development("two", date="2025-01-01")
    tag = client.get(ENTRY)["ETag"]
    record.development("three", date="2025-01-02")

    assert again(client, "/en/entries/two/", tag)[0] == 200
    assert again(client, "/de/entries/one/", tag)[0] == 200
    listed = client.get(LIST)["ETag"]
    assert again(client, LIST, listed, **{"HX-Request": "true"})[0] == 200
    assert again(client, f"/en/embed{ENTRY.removeprefix('/en')}", tag)[0] == 200


def test_another_day_makes_another_page_only_where_it_says_so(client, record, monkeypatch):
    tag, listed = client.get("/sitemap-pages.xml")["ETag"], client.get(LIST)["ETag"]
    monkeypatch.setattr(timezone, "localdate", lambda value=None: date(2030, 1, 1))

    assert again(client, "/sitemap-pages.xml", tag)[0] == 304
    assert again(client, LIST, listed)[0] == 200


def test_the_star_asks_whether_there_is_a_page(client, record):
    assert again(client, ENTRY, "*")[0] == 304
    assert again(client, "/en/entries/none/", "*")[0] == 404


def test_only_so_many_pages_are_remembered():
    memory = Memory(2)
    pages = [Address("", name, "", False, False, USUAL) for name in "abc"]
    for page in pages:
        memory.keep(page, "now", page.path.upper())

    assert [memory.recall(page, "now") for page in pages] == ["", "B", "C"]
    assert memory.recall(pages[-1], "then") == ""


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 302),
        ("/en/nothing/", 404),
        ("/en/entries/none/", 404),
        ("/en/timeline/?x=y", 302),
        ("/robots.txt", 200),
        ("/en/entries/", 301),
        ("/api/v1/entries", 308),
        (ENTRY, 200),
    ],
)
def test_caches_are_told_of_everything_public(client, record, path, status):
    answer = client.get(path)

    assert answer.status_code == status
    for word in ("public", "stale-while-revalidate=", "stale-if-error="):
        assert word in answer["Cache-Control"]


@pytest.mark.parametrize(("path", "status"), [("/en/about/", 405), ("/healthz", 405)])
def test_what_is_refused_is_kept_by_nobody(client, record, path, status):
    answer = client.post(path)

    assert (answer.status_code, answer["Cache-Control"]) == (status, "no-store")


def test_no_cache_answers_for_long_while_the_site_is_down(client, record, settings):
    """Nobody tells caches of others what was redacted, whatever this site's own are told."""
    settings.PURGE_URLS = ["https://cache.example"]

    for path in (ENTRY, "/api/v1/entries/", "/api/v1/entries/?as_of=2020-01-01"):
        assert "stale-if-error=600" in client.get(path)["Cache-Control"]
