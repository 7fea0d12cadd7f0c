"""A window of days: what was in it for certain, and how many more can have been."""

import re
from html import unescape

import pytest

from tests.views.timeline.reading import titles

JANUARY = "from=2026-01-01&to=2026-01-31"


@pytest.fixture
def days(record):
    """Entries whose titles are their dates."""

    def make(*dates):
        for number, day in enumerate(dates):
            record.development(f"on-{number}", date=day, title_en=f"Title {day}")

    return make


def said(response):
    """The text of the page, and the links in it by their words."""
    text = unescape(response.text)
    links = {
        " ".join(words.split()): url
        for url, words in re.findall(r'<a href="([^"]*)">([^<]+)', text)
    }
    return " ".join(re.sub(r"<[^>]+>", "", text).split()), links


def test_what_was_in_it_for_certain_is_listed(client, days):
    days("2026-01-06", "2026-01", "2026", "../2026-01-06", "2025-12/2026-02", "2025-12-31~")

    response = client.get(f"/en/timeline/?{JANUARY}")

    assert titles(response) == ["2026-01-06", "2026-01", "2025-12/2026-02"]
    assert response.context["total"] == 3
    _text, links = said(response)
    more = links["3 more can have been in this time"]
    assert more == f"/en/timeline/?{JANUARY}&when=possible"

    wider = client.get(more)

    assert titles(wider) == [
        *("../2026-01-06", "2026-01-06", "2026-01", "2026", "2025-12-31~", "2025-12/2026-02"),
    ]
    text, links = said(wider)
    assert "more can have been" not in text
    assert links["Only what was in this time for certain"] == f"/en/timeline/?{JANUARY}"


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("en", 1, "1 more can have been in this time"),
        ("en", 2, "2 more can have been in this time"),
        ("de", 1, "1 weiterer kann in diese Zeit fallen"),
        ("de", 2, "2 weitere können in diese Zeit fallen"),
    ],
)
def test_one_or_several_more(client, days, language, number, words):
    days("2026-01-06", *["../2026-01-06"] * number)

    _text, links = said(client.get(f"/{language}/timeline/?{JANUARY}"))

    assert links[words] == f"/{language}/timeline/?{JANUARY}&when=possible"


def test_the_way_back_in_german(client, days):
    days("2026-01-06", "../2026-01-06")

    _text, links = said(client.get(f"/de/timeline/?{JANUARY}&when=possible"))

    assert links["Nur, was sicher in diese Zeit fällt"] == f"/de/timeline/?{JANUARY}"


@pytest.mark.parametrize("query", ["", "?year=2026", f"?{JANUARY}", f"?{JANUARY}&when=possible"])
def test_where_nothing_more_can_have_been_nothing_is_said(client, days, query):
    days("2026-01-06", "2026-01-07")

    text, links = said(client.get(f"/en/timeline/{query}"))

    assert "2026-01-06" in text
    assert "can have been in this time" not in text
    assert "Only what was in this time for certain" not in links


def test_a_window_with_one_end_has_the_same(client, days):
    days("2026-01-06", "../2026-01-06", "2025-12-31")

    since = client.get("/en/timeline/?from=2026-01-01")
    until = client.get("/en/timeline/?to=2026-01-06")

    assert titles(since) == ["2026-01-06"]
    assert since.context["perhaps"].count == 1
    # By then, it has been for certain.
    assert titles(until) == ["../2026-01-06", "2026-01-06", "2025-12-31"]
    assert until.context["perhaps"] is None


def test_with_nothing_for_certain_the_rest_is_a_link_away(client, days):
    days("../2026-01-06")

    response = client.get("/en/timeline/?from=1999-01-01&to=1999-12-31")

    assert titles(response) == []
    _text, links = said(response)
    assert titles(client.get(links["1 more can have been in this time"])) == ["../2026-01-06"]


def test_other_filters_and_the_order_stay_and_the_place_does_not(client, record):
    record.development("one", date="2026-01-06", actors=["france"])
    record.development("two", date="2026-01-07", actors=["france"])
    record.development("three", date="../2026-01-06", actors=["france"])
    record.development("four", date="../2026-01-06", actors=["poland"])
    start = f"/en/timeline/?{JANUARY}&actor=france&order=oldest&limit=1"

    second = client.get(client.get(start).context["next_url"])

    assert "cursor=" in second.request["QUERY_STRING"]
    assert second.context["perhaps"].count == 1
    assert second.context["perhaps"].url == f"{start}&when=possible"


def test_pages_go_on_with_what_is_possible(client, days):
    days("2026-01-06", "../2026-01-06", "2026-01", "2026")

    found, url = [], f"/en/timeline/?{JANUARY}&when=possible&limit=1"
    while url:
        response = client.get(url)
        found += titles(response)
        url = response.context["next_url"]

    assert found == ["../2026-01-06", "2026-01-06", "2026", "2026-01"]


def test_emptying_the_window_in_the_form_leads_to_the_whole_list(client, days):
    days("2026-01-06", "2025-01-06")
    form = client.get(f"/en/timeline/?{JANUARY}&when=possible&filters=open").context["form"]
    assert ("when", "possible") in form.kept

    response = client.get("/en/timeline/?from=&to=&when=possible", follow=True)

    assert (response.status_code, len(titles(response))) == (200, 2)
