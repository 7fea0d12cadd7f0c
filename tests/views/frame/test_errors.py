import pytest
from django.db import OperationalError

from tests.views.reading import words
from tests.views.test_pages import Page

pytestmark = pytest.mark.django_db


def links(response):
    content = response.text[response.text.index("<main") :]
    return [link["href"] for link in Page(content[: content.index("</main>") + 7]).all("a")]


def test_an_address_with_a_slip_suggests_what_was_meant(client, record):
    record.summit("paris-2026", title_en="Summit in Paris", date="2026-01-06")

    response = client.get("/en/entries/paris-summit-2026/")

    assert response.status_code == 404
    assert "Did you mean one of these? Meeting Summit in Paris 6 January 2026" in words(response)
    assert links(response) == ["/en/entries/paris-2026/", "/en/timeline/"]


def test_actors_and_topics_are_suggested(client, record):
    record.development("event", actors=["france"], topics=["force"])

    assert "/en/actors/france/" in links(client.get("/en/nations/france/"))
    assert "/en/topics/force/" in links(client.get("/en/nations/force/"))


def test_drafts_and_what_was_withdrawn_are_not_suggested(client, record):
    record.summit("paris-2026", publish=False)

    assert links(client.get("/en/entries/paris-summit-2026/")) == ["/en/timeline/"]


def test_the_search_is_filled_in(client, record):
    page = Page(client.get("/de/entries/paris-summit_2026/").text)

    [field] = [field for field in page.all("input") if field["name"] == "q"]
    assert field["value"] == "paris summit 2026"
    assert page.all("html") == [{"lang": "de"}]
    assert any(form["action"] == "/de/search/" for form in page.all("form"))


@pytest.mark.parametrize(
    "path",
    ["/en/%00/", "/en/" + "x-" * 2000, "/en/%F0%9F%98%80/", "/en/entries/%27%25_%22/", "/.env"],
)
def test_whatever_the_address_is(client, record, path):
    record.development("event")

    assert client.get(path).status_code == 404


def test_a_database_that_fails_does_not_break_the_page(client, db, monkeypatch):
    def fail(*args):
        raise OperationalError

    monkeypatch.setattr("events.views.frame.errors.resembling", fail)

    response = client.get("/en/nowhere/")

    assert (response.status_code, links(response)) == (404, ["/en/timeline/"])


def test_queries_are_few(client, record, django_assert_max_num_queries):
    for number in range(9):
        record.development(f"talks-{number}", actors=[f"talks-{number}"])

    with django_assert_max_num_queries(12):
        client.get("/en/entries/talks-in-geneva-and-bern/")
