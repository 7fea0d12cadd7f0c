"""What the timeline costs: its queries, and what is asked for again unchanged."""

from datetime import date

import pytest
from django.utils import timezone


@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("", 5),  # newest version, counts, page, the word “planned”, last event on record
        ("?filters=open", 6),  # and choices
        ("?actor=actor-1", 7),  # its number, its name; then they are counted
        ("?cursor=AAIAAAAAAAAA", 6),  # and what is before
    ],
)
def test_the_number_of_queries_does_not_grow(
    client, record, django_assert_num_queries, query, queries
):
    for number in range(3):
        record.position(f"stand-{number}", holder=f"actor-{number}")
    with django_assert_num_queries(queries):
        client.get(f"/en/timeline/{query}")
    for number in range(3, 10):
        record.position(f"stand-{number}", holder=f"actor-{number}", topic=f"topic-{number}")
    with django_assert_num_queries(queries):
        client.get(f"/en/timeline/{query}")
    # The last event on record is asked for when there is something new.
    with django_assert_num_queries(queries - 1):
        client.get(f"/en/timeline/{query}")


def test_a_page_that_has_not_changed_costs_one_query(client, site, django_assert_num_queries):
    etag = client.get("/en/timeline/")["ETag"]

    with django_assert_num_queries(1):
        response = client.get("/en/timeline/", headers={"If-None-Match": etag})

    assert (response.status_code, response.content) == (304, b"")
    assert "s-maxage" in response["Cache-Control"]


@pytest.mark.parametrize("path", ["/en/timeline/", "/en/"])
def test_a_publication_changes_the_etag_of_a_list(client, site, path):
    etag = client.get(path)["ETag"]
    site.record.development("news")

    assert client.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_the_etag_differs_by_language_and_day(client, site, monkeypatch):
    english, german = client.get("/en/timeline/")["ETag"], client.get("/de/timeline/")["ETag"]
    monkeypatch.setattr(timezone, "localdate", lambda value=None: date(2030, 1, 1))

    assert len({english, german, client.get("/en/timeline/")["ETag"]}) == 3
