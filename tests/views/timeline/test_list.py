"""The list of the timeline: where it opens, its months and its pages."""

import pytest
from django.utils import timezone

from tests.views.timeline.reading import headings, shown, titles

HTMX = {"HX-Request": "true"}


@pytest.fixture
def days(record):
    """Entries whose titles are their dates."""

    def make(*dates):
        for number, day in enumerate(dates):
            record.development(f"on-{number}", date=day, title_en=f"Title {day}")

    return make


def test_newest_first_opens_at_today(client, days):
    today = timezone.localdate().isoformat()
    days("2025-09-03", today, "9000-01-01", "9001-01-01")

    response = client.get("/en/timeline/")

    assert titles(response) == [today, "2025-09-03"]
    assert "2 later entries" in response.text
    assert titles(client.get(response.context["previous_url"])) == ["9001-01-01", "9000-01-01"]


def test_with_nothing_but_plans_the_list_opens_at_the_latest(client, days):
    days("9000-01-01", "9001-01-01")

    response = client.get("/en/timeline/")

    assert titles(response) == ["9001-01-01", "9000-01-01"]
    assert response.context["previous_url"] == ""


def test_oldest_first_opens_at_the_beginning(client, days):
    days("2025-09-03", "2024-01-01", "9000-01-01")

    response = client.get("/en/timeline/?order=oldest")

    assert titles(response) == ["2024-01-01", "2025-09-03", "9000-01-01"]


def test_a_window_opens_at_its_end(client, days):
    days("2025-09-03", "9000-01-01")

    assert titles(client.get("/en/timeline/?from=2025-01-01")) == ["9000-01-01", "2025-09-03"]


def test_a_date_without_a_month_is_in_none(client, days):
    days("2025", "2025-01-01", "2025-21", "202X", "2025-03", "2025-11-15~/..", "../2025-01")

    response = client.get("/en/timeline/?order=oldest")

    assert headings(response) == [
        ("2020s", True),
        ("2025", True),
        ("January 2025", False),
        ("By the end of January 2025", True),
        ("spring 2025", True),
        ("March 2025", False),
        ("November 2025", False),
    ]
    listed = response.text.partition('id="entries"')[2]
    # Three headings, two entries, one stop.
    assert listed.count("month not known") == 6
    assert listed.count("year not certain") == 2
    assert [(stop.label, stop.count) for stop in response.context["stops"]] == [
        ("2020, year not certain", "1"),
        ("2025, month not known", "2"),
        ("January 2025", "1"),
        ("by a day in January 2025", "1"),
        ("March 2025", "1"),
        ("November 2025", "1"),
    ]


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_the_way_to_what_was_by_a_day_leads_there(client, days, order):
    days("2024-12-31", "../2025", "2025-06-01", "../2025-06-30", "2026-01-01", "../2025-06-01")

    stops = client.get(f"/en/timeline/?order={order}").context["stops"]

    assert {stop.label: stop.count for stop in stops} == {
        "December 2024": "1",
        "June 2025": "1",
        "by a day in June 2025": "2",
        "by a day in 2025": "1",
        "January 2026": "1",
    }
    for stop in stops:
        found = headings(client.get(stop.url))
        if "by a day" in stop.label:
            assert any(heading.startswith("By ") for heading, _without_month in found)
    [of_year] = [stop for stop in stops if stop.label == "by a day in 2025"]
    assert ("By the end of 2025", True) in headings(client.get(of_year.url))


def test_every_entry_says_its_date_as_it_is_known(client, days):
    days("2025-09", "2025-12-15~", "../2026-01-06")

    marks = {item.label.plain: item.mark for item in shown(client.get("/en/timeline/"))}

    assert marks == {
        "September 2025": "day not known",
        "about 15 December 2025": "approximate",
        "by 6 January 2026": "day not known",
    }


def test_pages_follow_each_other_without_javascript(client, days):
    days(*(f"2025-09-{day:02}" for day in range(1, 8)))

    response, found = client.get("/en/timeline/?limit=3"), []
    while True:
        found += titles(response)
        if not response.context["next_url"]:
            break
        response = client.get(response.context["next_url"])

    assert found == [f"2025-09-{day:02}" for day in range(7, 0, -1)]
    assert response.context["groups"][0].continued
    assert titles(client.get(response.context["previous_url"])) == found[3:6]


def test_the_first_page_offers_nothing_before_it(client, days):
    days("2025-09-01", "2025-10-01")

    first = client.get("/en/timeline/").context["stops"][0]

    assert first.label == "October 2025"
    assert client.get(first.url).context["previous_url"] == ""


def test_more_is_loaded_in_place_from_the_same_address(client, days):
    days("2025-09-01", "2025-09-02", "2025-09-03")
    url = client.get("/en/timeline/?limit=1").context["next_url"]

    page, part = client.get(url), client.get(url, headers=HTMX)

    assert titles(page) == titles(part) == ["2025-09-02"]
    assert "<html" in page.text
    assert "<html" not in part.text
    assert "autofocus" in part.text
    assert page["ETag"] != part["ETag"]
    assert "HX-Request" in page["Vary"]


def test_months_lead_to_their_place_in_the_list(client, days):
    days("2025-09-01", "2025-10-01", "2025-10-31", "2025-12-05")

    for order, expected in (
        ("newest", ["2025-10-31", "2025-10-01", "2025-09-01"]),
        ("oldest", ["2025-10-01", "2025-10-31", "2025-12-05"]),
    ):
        stops = client.get(f"/en/timeline/?order={order}").context["stops"]
        [october] = [stop for stop in stops if stop.label == "October 2025"]
        assert (october.count, october.noun) == ("2", "entries")
        assert titles(client.get(october.url)) == expected


def test_many_months_become_years(client, days):
    days(*(f"20{year}-0{month}-01" for year in range(10, 20) for month in range(1, 5)))

    stops = client.get("/en/timeline/").context["stops"]

    assert [(stop.label, stop.count) for stop in stops[:2]] == [("2019", "4"), ("2018", "4")]
    assert titles(client.get(stops[1].url + "&limit=1")) == ["2018-04-01"]
