import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from tests.views.reading import words

pytestmark = pytest.mark.django_db


def numbers(response):
    """The divisions by label, each with its options and their numbers."""
    return {
        division.label: {
            option.label: option.number for option in [*division.options, *division.folded]
        }
        for division in response.context["divisions"]
    }


def found(response):
    return {
        group.kind: [hit.item.slug for hit in group.hits] for group in response.context["groups"]
    }


def test_results_are_grouped_by_kind(client, site):
    response = client.get("/en/search/?q=title")

    assert found(response) == {
        "summit": ["paris", "berlin"],
        "commitment": ["promise", "older-promise"],
        "position": ["refusal", "stand"],  # known to the month only, which ends later
        "development": ["event"],
        "question": ["answered", "unclear"],
    }
    assert "Meetings 2 6 January 2026" in words(response)
    assert "<mark>Title</mark> of paris" in response.text


def test_the_numbers_add_up(client, site):
    response = client.get("/en/search/?q=title")
    total = response.context["total"]
    divisions = numbers(response)

    assert total == 9 == public.count(public.Filters(q="title"))
    everything, *kinds = response.context["tabs"]
    assert everything.number == sum(tab.number for tab in kinds) == total
    assert sum(divisions["Year"].values()) == total
    assert sum(divisions["Process"].values()) == total
    assert "9 entries" in words(response)


def test_each_number_is_what_its_link_finds(client, site):
    response = client.get("/en/search/?q=title")
    links = [(tab.number, tab.url) for tab in response.context["tabs"]]
    for division in response.context["divisions"]:
        links += [(option.number, option.url) for option in division.options]

    assert len(links) > 12
    for number, url in links:
        assert client.get(url).context["total"] == number, url


def test_what_is_on_is_taken_away_by_its_link(client, site):
    response = client.get("/en/search/?q=title&year=2026&process=peace&actor=germany")

    on = [o for d in response.context["divisions"] for o in d.options if o.current]
    assert [(option.label, option.url) for option in on] == [
        ("2026", "/en/search/?q=title&process=peace&actor=germany"),
        ("Process peace", "/en/search/?q=title&year=2026&actor=germany"),
        ("Germany", "/en/search/?q=title&year=2026&process=peace"),
    ]
    assert [(chip.name, chip.value) for chip in response.context["form"].chips] == [
        ("Year", "2026"),
        ("Process", "Process peace"),
        ("Actor", "Germany"),
    ]


def test_umlauts_and_compounds(client, record):
    record.development("a", title_en="Exercise", title_de="Große Übung")
    record.development("b", title_en="Troops", title_de="Truppeneinsatz")

    assert "<mark>Übung</mark>" in client.get("/de/search/?q=Uebung").text
    assert "Truppen<mark>einsatz</mark>" in client.get("/de/search/?q=einsatz").text
    english = client.get("/en/search/?q=%C3%9Cbung").text
    assert '<bdi lang="de">Große <mark>Übung</mark></bdi>' in english


def test_names_lead_to_their_pages(client, record):
    source = record.source("report")
    source.url, source.title = "https://example.org/germany", "Germany decides"
    source.publisher_en = "A paper"
    source.save()
    record.development("event", actors=["germany"], topics=["force"])

    response = client.get("/en/search/?q=german")

    listed = {
        group["label"]: [(link.name.plain, link.url) for link in group["links"]]
        for group in response.context["names"]
    }
    assert listed == {
        "Actors": [("Germany", "/en/actors/germany/")],
        "Sources": [("Germany decides", "https://example.org/germany")],
    }
    topics = client.get("/en/search/?q=topic").context["names"]
    assert [(link.name, link.url) for link in topics[0]["links"]] == [
        ("Topic force", "/en/topics/force/")
    ]


def test_names_are_few(client, record):
    record.development("event", actors=[f"house-{number:02}" for number in range(12)])

    [group] = client.get("/en/search/?q=house").context["names"]

    assert (len(group["links"]), group["more"]) == (8, 4)


def test_a_kind_is_paged(client, record):
    for number in range(45):
        record.development(f"e{number}", date=f"2025-01-{number % 28 + 1:02}")

    first = client.get("/en/search/?q=title&kind=development")
    second = client.get(first.context["next_url"])
    third = client.get(second.context["next_url"])

    slugs = [slug for page in (first, second, third) for slug in found(page)["development"]]
    assert len(slugs) == len(set(slugs)) == 45
    assert third.context["next_url"] == ""
    back = client.get(third.context["previous_url"])
    assert found(back) == found(second)
    assert second.context["total"] == 45


def test_the_form_before_anything_is_asked(client, site):
    response = client.get("/en/search/")

    assert response.status_code == 200
    assert not response.context["asked"]
    assert "Titles, summaries, names, quotes and sources are searched" in words(response)
    assert 'name="robots"' not in response.text


def test_results_are_not_for_search_engines(client, site):
    assert '<meta name="robots" content="noindex">' in client.get("/en/search/?q=paris").text


def test_empty_fields_are_left_out_of_the_address(client, site):
    response = client.get("/en/search/?q=paris&from=&to=&utm=x")

    assert (response.status_code, response["Location"]) == (302, "/en/search/?q=paris")


def test_nothing_found_shows_the_way_on(client, site):
    response = client.get("/en/search/?q=nowhere")
    assert "No entry fits. Try fewer words" in words(response)

    response = client.get("/en/search/?q=paris&kind=question")
    assert response.context["form"].reset_url == "/en/search/?q=paris"
    assert "Search for the words alone" in words(response)
    assert [tab.label for tab in response.context["tabs"] if tab.current] == ["Questions"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("q=" + "x" * 10_000, "Search for at most 200 characters; these are 10000."),
        ("q=" + "%C3%BC" * 10_000, "Search for at most 200 characters; these are 10000."),
        ("q=...%21", "There is no letter or digit to search for."),
        ("q=a%00b", "A value cannot hold the character U+0000."),
        ("q=paris&from=2026-02-01&to=2026-01-01", "The window ends before it begins."),
        ("q=paris&from=yesterday", "“yesterday” is not a day."),
        ("q=paris&year=MMXXVI", "“MMXXVI” is not a year."),
        ("q=paris&year=0", "“0” is not a year."),
        ("q=paris&year=2025&year=2026", "Give this parameter once."),
        ("q=paris&actor=nobody", "Nothing public has “nobody”. Used most: "),
        ("q=paris&kind=war", "Kind: “war” is not one of: Meetings, Commitments, Positions, "),
        ("q=paris&as_of=soon", "“soon” is neither a date nor a time."),
        ("q=paris&kind=summit&cursor=x", "Place in the list: This is no place in a list."),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_cannot_be_meant_is_said_in_place_and_nothing_is_lost(
    client, site, language, query, message
):
    response = client.get(f"/{language}/search/?{query}")

    assert response.status_code == 400
    assert 'class="error"' in response.text
    if language == "en":
        assert message in unescape(response.text)
    asked = client.get(f"/en/search/?{query}").wsgi_request.GET
    typed = re.search(r'<input id="filter-q"[^>]* value="([^"]*)"', response.text)[1]
    assert unescape(typed) == asked.get("q", "")
    for name in ("from", "to"):
        [shown] = re.findall(rf'<input id="filter-{name}"[^>]* value="([^"]*)"', response.text)
        assert shown == asked.get(name, "")


def test_the_rest_is_searched_for_all_the_same(client, site):
    response = client.get("/en/search/?q=paris&from=2026-02-01&to=2025-01-01")

    assert response.context["asked"]
    assert [chip.name for chip in response.context["form"].chips] == ["From"]


def test_markup_is_text(client, record):
    record.development("event", title_en="<script>x</script> kyiv")

    response = client.get("/en/search/?q=%3Cscript%3Ekyiv%27%3E%3C/script%3E")
    page = client.get("/en/search/?q=kyiv+script")

    assert response.status_code == 200
    assert "<script>" not in response.text.replace("<script src=", "")
    assert "&lt;<mark>script</mark>&gt;" in page.text
    assert "<script>" not in page.text


def test_the_record_as_it_stood(client, record):
    event = record.development("event", title_en="Old words")
    then = public.timestamp(publishing.standing(event).published_at)
    event.title_en = "New words"
    event.save()
    publishing.publish(event)

    response = client.get("/en/search/", {"q": "words", "as_of": then})

    assert found(response) == {"development": ["event"]}
    assert "Old <mark>words</mark>" in response.text
    assert "You see an earlier version of this record: that of" in response.text
    [group] = response.context["groups"]
    assert "as_of=" in group.url
    assert "as_of=" in group.hits[0].item.url


def test_too_many_to_count_is_said(client, site, monkeypatch):
    monkeypatch.setattr("events.public.lists.search.MOST_COUNTED", 3)

    response = client.get("/en/search/?q=title")

    assert list(numbers(response)) == ["Year"]
    assert "Narrow these down to see those numbers." in words(response)


def test_years_beyond_a_few_are_folded(client, record):
    for year in range(2010, 2025):
        record.development(f"e{year}", date=str(year))

    response = client.get("/en/search/?q=title")

    [years] = [d for d in response.context["divisions"] if d.label == "Year"]
    assert (len(years.options), len(years.folded)) == (8, 7)
    assert "7 more" in words(response)


def test_queries_do_not_grow(client, record, django_assert_num_queries):
    # With more than are shown of a kind, those with the whole words are found apart.
    for number in range(6):
        record.development(f"e{number}", actors=[f"a{number}"], topics=[f"t{number}"])
    with CaptureQueriesContext(connection) as few:
        client.get("/en/search/?q=title")
    for number in range(6, 14):
        record.development(f"e{number}", actors=[f"a{number}"], topics=[f"t{number}"])
        record.question(f"q{number}")
    with django_assert_num_queries(len(few)):
        client.get("/en/search/?q=title")
