from datetime import date

import pytest
from django.utils import timezone

from events import public, publishing

HTMX = {"HX-Request": "true"}


@pytest.fixture
def days(record):
    """Entries whose titles are their dates."""

    def make(*dates):
        for number, day in enumerate(dates):
            record.development(f"on-{number}", date=day, title_en=f"Title {day}")

    return make


def titles(response):
    return [item.title.plain.removeprefix("Title ") for item in shown(response)]


def shown(response):
    return [item for group in response.context["groups"] for item in group.items]


def headings(response):
    return [(group.heading, group.without_month) for group in response.context["groups"]]


def test_newest_first_opens_at_today(client, days):
    today = timezone.localdate().isoformat()
    days("2025-09-03", today, "9000-01-01", "9001-01-01")

    response = client.get("/en/timeline/")

    assert titles(response) == [today, "2025-09-03"]
    assert "2 later entries, after today" in response.text
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
        ("spring 2025", True),
        ("March 2025", False),
        ("November 2025", False),
    ]
    assert response.text.count("month not known") == 7  # three headings, two entries, two stops


def test_every_entry_says_its_date_as_it_is_known(client, days):
    days("2025-09", "2025-12-15~", "../2026-01-06")

    marks = {item.label.plain: item.mark for item in shown(client.get("/en/timeline/"))}

    assert marks == {
        "September 2025": "day not known",
        "about 15 December 2025": "approximate",
        "up to 6 January 2026": "latest possible date",
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


def test_filters_are_in_the_form_and_can_be_taken_away(client, site):
    url = "/en/timeline/?kind=position&actor=germany&topic=force&stance=supports"

    response = client.get(f"{url}&filters=open")

    form = response.context["form"]
    assert [item.slug for item in shown(response)] == ["stand"]
    assert {field.name: field.value for field in form.fields if field.value} == {
        "actor": "germany",
        "topic": "force",
        "stance": "supports",
    }
    assert [(chip.name, chip.value) for chip in form.chips] == [
        ("Kind", "Positions"),
        ("Actor", "Germany"),
        ("Topic", "Topic force"),
        ("Stance", "Supports"),
    ]
    rest = "kind=position&topic=force&stance=supports&filters=open"
    assert form.chips[1].url == f"/en/timeline/?{rest}"


def test_only_what_is_published_can_be_chosen(client, site):
    site.record.development("draft", actors=["nobody-yet"], publish=False)

    form = client.get("/en/timeline/?filters=open").context["form"]
    [actors] = [field for field in form.fields if field.name == "actor"]

    assert "nobody-yet" not in dict(actors.options)
    assert dict(actors.options)["germany"] == "Germany"


def test_empty_fields_of_the_form_leave_the_address(client, db):
    response = client.get("/en/timeline/?q=peace&kind=&from=&utm_source=x")

    assert (response.status_code, response["Location"]) == (302, "/en/timeline/?q=peace")


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("kind=feast", "Kind: “feast” is not one of: Meetings (summit), "),
        ("q=%00", {"q"}),
        ("q=" + "x" * 10_000, {"q"}),
        ("q=!!!", {"q"}),
        ("actor=nobody", {"actor"}),
        ("actor=%00", {"actor"}),
        ("from=2026-02-30", {"from"}),
        ("from=2024-02-01&to=2024-01-01", {"to"}),
        ("from=x&to=y&stance=z", {"from", "to", "stance"}),
        ("as_of=9999-01-01", set()),
        ("as_of=yesterday", set()),
        ("cursor=abc", "Place in the list: This is no place in a list."),
        ("limit=0", "Entries per page: “0” is not a whole number from 1 to 200."),
        ("order=random", "Order: “random” is not one of: newest first (newest), "),
    ],
)
def test_a_value_that_cannot_be_meant_is_said_and_the_rest_holds(client, site, query, wrong):
    response = client.get(f"/en/timeline/?topic=force&{query}")

    assert response.status_code == 400
    assert "ETag" not in response
    form = response.context["form"]
    said = {field.name for field in [form.search, *form.fields] if field.errors}
    if isinstance(wrong, str):
        [beyond] = form.errors
        assert (said, beyond[: len(wrong)]) == (set(), wrong)
    else:
        assert (said, form.errors) == (wrong, [])
    assert {item.slug for item in shown(response)} == {"paris", "stand", "refusal", "unclear"}


def test_the_record_as_it_stood(client, site):
    past = client.get("/en/timeline/?as_of=2020-01-01")
    today = client.get(f"/en/timeline/?as_of={timezone.localdate()}")

    assert (past.status_code, shown(past)) == (200, [])
    assert "On 1 January 2020, nothing was on record yet." in past.text
    assert '<a href="/en/timeline/">Back to today</a>' in past.text
    assert all("?as_of=" in item.url for item in shown(today))
    assert "noindex" in past.text


def test_search_finds_words(client, site):
    assert [item.slug for item in shown(client.get("/en/timeline/?q=refusal"))] == ["refusal"]


def test_a_search_that_finds_nothing_shows_the_way_out(client, site):
    response = client.get("/en/timeline/?q=unheard")

    assert response.status_code == 200
    assert "No entry fits." in response.text


@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ("", 5),  # last seq, counts, page, next meeting twice
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


def test_a_page_that_has_not_changed_costs_one_query(client, site, django_assert_num_queries):
    etag = client.get("/en/timeline/")["ETag"]

    with django_assert_num_queries(1):
        response = client.get("/en/timeline/", headers={"If-None-Match": etag})

    assert (response.status_code, response.content) == (304, b"")
    assert "s-maxage" in response["Cache-Control"]


@pytest.mark.parametrize("path", ["/en/timeline/", "/en/", "/en/entries/stand/", "/en/about/"])
def test_a_publication_changes_the_etag(client, site, path):
    etag = client.get(path)["ETag"]
    site.record.development("news")

    assert client.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_the_etag_differs_by_language_and_day(client, site, monkeypatch):
    english, german = client.get("/en/timeline/")["ETag"], client.get("/de/timeline/")["ETag"]
    monkeypatch.setattr(timezone, "localdate", lambda value=None: date(2030, 1, 1))

    assert len({english, german, client.get("/en/timeline/")["ETag"]}) == 3


def test_withdrawn_entries_leave_the_list(client, site):
    publishing.withdraw(site.summit)

    assert "paris" not in {item.slug for item in shown(client.get("/en/timeline/"))}
    assert public.count(public.Filters()) == 8
