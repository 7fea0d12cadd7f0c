"""What a search finds: what people type for whom and what they mean."""

import pytest

from events import publishing
from events.models import Position
from tests.views.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(record):
    """Actors and a topic with other names, each in one entry, and an entry on none of them."""
    for slug, others in {
        "united-kingdom": ("UK", "Britain", "Großbritannien"),
        "united-states": ("US", "U.S.", "USA"),
        "ukraine": (),
        "zelenskyy": ("Zelenskiy", "Selenskyj"),
    }.items():
        for text in others:
            record.alias(slug, text)
    topic = record.topic("ground-troops")
    topic.other_names_en = "peacekeepers\nboots on the ground"
    topic.other_names_de = "Bodentruppen"
    topic.save()
    record.development("london", actors=["united-kingdom"], date="2026-01-01")
    record.development("washington", actors=["united-states"], date="2026-01-02")
    record.development("kyiv", actors=["ukraine"], date="2026-01-03", title_en="Troops leave Kyiv")
    record.development("president", actors=["zelenskyy"], date="2026-01-04")
    record.position("no-troops", "germany", "ground-troops", date="2026-01-05")
    record.summit("paris", title_en="In Paris", format="summit", date="2026-01-06")
    return record


def found(client, q):
    """The entries that a search finds, and what it says of names."""
    response = client.get("/en/search/", {"q": q})
    assert response.status_code == 200
    groups = response.context["groups"]
    return {hit.item.slug for group in groups for hit in group.hits}


def names(client, q):
    listed = client.get("/en/search/", {"q": q}).context["names"]
    return {link.name.plain for group in listed for link in group["links"]}


@pytest.mark.parametrize(
    ("q", "slugs"),
    [
        ("UK", {"london"}),
        ("Britain", {"london"}),
        ("Großbritannien", {"london"}),
        ("Grossbritannien", {"london"}),
        ("US", {"washington"}),
        ("U.S.", {"washington"}),
        ("USA", {"washington"}),
        ("Zelenskiy", {"president"}),
        ("Selenskyj", {"president"}),
        ("peacekeepers", {"no-troops"}),
        ("boots on the ground", {"no-troops"}),
        ('"boots on the ground"', {"no-troops"}),
        ('"ground the on boots"', set()),
        ("Bodentruppen", {"no-troops"}),
        ("troops", {"kyiv", "no-troops"}),
        ("troops -Kyiv", {"no-troops"}),
        ("Gipfel", {"paris"}),
        ("summit Paris", {"paris"}),
        ("Treffen Paris", {"paris"}),
    ],
)
def test_what_is_typed_finds_what_is_meant(client, known, q, slugs):
    assert found(client, q) == slugs


@pytest.mark.parametrize(
    ("q", "named"),
    [
        ("UK", {"United Kingdom"}),
        ("ukra", {"Ukraine"}),
        ("peacekeepers", {"Topic ground-troops"}),
        ("kraine", set()),
    ],
)
def test_names_are_never_found_by_what_is_inside_them(client, known, q, named):
    assert names(client, q) == named


def test_a_misspelled_word_leads_to_the_right_one(client, known):
    response = client.get("/en/search/?q=trrops")

    assert response.context["instead"]["respelled"]["q"] == "troops"
    assert '<a href="/en/search/?q=troops"><bdi>troops</bdi></a>' in response.text
    assert found(client, "troops")


def test_who_finds_nothing_is_led_to_actors_and_topics(client, known):
    response = client.get("/en/search/?q=Zelenzkiy+xyzzy")

    assert "No entry fits." in words(response)
    assert '<a href="/en/actors/zelenskyy/">' in response.text
    assert '<a href="/en/topics/ground-troops/">' in response.text
    assert '<a href="/en/actors/">All actors</a>' in response.text


def test_finding_nothing_takes_few_queries(client, known, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        client.get("/en/search/?q=trrops+xyzzy+qwertz+plugh")


def test_whole_words_come_before_parts_of_others(client, record):
    for day in range(1, 7):
        record.development(f"later-{day}", title_en="Troopship", date=f"2026-02-0{day}")
    record.development("early", title_en="A troop", date="2026-01-01")
    response = client.get("/en/search/?q=troop")

    assert response.context["groups"][0].hits[0].item.slug == "early"
    assert "whole words first, then by date" in words(response)


@pytest.mark.parametrize(
    ("q", "said"),
    [
        ('"boots on', 'The quotation mark " has no other one.'),
        ("-troops", "That says only what is to be left out."),
        ("- – …", "There is no letter or digit to search for."),
    ],
)
def test_what_is_not_understood_is_said_in_place(client, known, q, said):
    response = client.get("/en/search/", {"q": q})

    assert response.status_code == 400
    assert said in words(response)
    assert client.get("/api/v1/entries/", {"q": q}).json()["errors"]["q"][0].startswith(said)


def test_a_new_name_of_a_topic_is_found_once_its_entries_are_published_again(client, known):
    topic = known.topic("ground-troops")
    topic.other_names_en = "infantry"
    topic.save()
    publishing.publish(Position.objects.get(slug="no-troops"))

    assert found(client, "infantry") == {"no-troops"}
    assert found(client, "peacekeepers") == set()
