"""What stands for a page where a link to it is shown elsewhere: a picture of what it is about."""

import re
from html import unescape

import pytest
from django.test import Client

from events import desk
from tests.record import Record

pytestmark = pytest.mark.django_db

IMAGE = re.compile(r'<meta property="(og:image[^"]*)"\s+content="([^"]*)"')
CARD = "og:image", "http://testserver/en/card.png"


@pytest.fixture
def record(db) -> Record:
    return Record()


def images(path: str) -> list[tuple[str, str]]:
    response = Client().get(path)
    assert response.status_code == 200
    return [(name, unescape(value)) for name, value in IMAGE.findall(response.text)]


def of(picture) -> list[tuple[str, str]]:
    """What is said of a picture 800 pixels wide and 600 high."""
    return [
        ("og:image", f"http://testserver/pictures/{picture.sizes[-1]['digest']}.webp"),
        ("og:image:type", "image/webp"),
        ("og:image:width", "800"),
        ("og:image:height", "600"),
        ("og:image:alt", "Red and blue"),
    ]


def test_a_picture_of_an_entry_stands_before_its_card(record):
    entry = record.summit("paris", publish=False)
    record.picture(entry, (599, 400), order=1)
    large = record.picture(entry, (800, 600), order=2)
    record.picture(entry, (1000, 600), order=3)
    desk.publish(entry)

    found = images("/en/entries/paris/")

    assert found[:5] == of(large)
    assert found[5] == ("og:image", "http://testserver/en/entries/paris/card.png?version=1")


def test_without_one_that_is_large_enough_there_is_the_card_alone(record):
    entry = record.summit("paris", publish=False)
    record.picture(entry, (599, 400))
    desk.publish(entry)

    assert [name for name, _value in images("/en/entries/paris/")].count("og:image") == 1


def test_so_it_is_with_an_actor_and_a_process(record):
    person = record.picture(record.actor("france"), (800, 600))
    process = record.picture(record.process("peace"), (800, 600))
    record.summit("paris", actors=["france"])
    record.overview("state")

    assert images("/en/actors/france/")[:6] == [*of(person), CARD]
    assert images("/en/")[:6] == [*of(process), CARD]
    assert images("/en/timeline/?process=peace")[:6] == [*of(process), CARD]
    assert images("/en/timeline/")[0] == CARD


def test_the_timeline_of_a_process_shows_its_first_picture_where_it_begins(record):
    for order, credit in enumerate(("Ada", "Bob")):
        record.picture(record.process("peace"), (800, 600), credit=credit, order=order)
    for number in range(60):
        record.development(f"event-{number}", date=f"2025-01-{1 + number % 28:02}")

    first = Client().get("/en/timeline/?process=peace")
    following = re.search(r'href="([^"]*cursor=[^"]*)"', first.text)

    assert "Picture: Ada" in first.text
    assert "Picture: Bob" not in first.text
    assert "Picture: Ada" not in Client().get("/en/timeline/").text
    assert following
    assert "Picture: Ada" not in Client().get(unescape(following[1])).text
