from io import BytesIO

import pytest
from django.utils.translation import override
from PIL import Image, ImageColor

from events.presenting import previews as cards
from events.presenting.previews.drawing import WIDTH
from events.vocabulary import TRAITS, Kind


def opened(card):
    return Image.open(BytesIO(cards.png(card)))


def inked(image, box):
    """Is anything drawn in this part of the picture?"""
    part = image.convert("RGB").crop(box)
    return len(part.getcolors(maxcolors=1_000_000)) > 1


@pytest.fixture
def card(record, read):
    def make(**fields):
        record.summit("meeting", **fields)
        return cards.of_entry(read("meeting"))

    return make


def test_a_card_says_what_the_page_says_first(card):
    assert card(date="2025-09") == cards.PreviewCard(
        site="Record of diplomacy",
        label="Meeting",
        title="Title of meeting",
        language="en",
        foot="September 2025",
        colour="#8a5300",
    )


def test_it_is_in_the_language_of_the_reader(card):
    with override("de"):
        found = card(date="2025-12-15~")

    assert (found.title, found.language) == ("Titel von meeting", "de")
    assert "Dezember 2025" in found.foot


def test_a_title_that_cannot_be_written_gives_way_to_another(card):
    assert card(title_en="會議在巴黎").title == "Titel von meeting"


def test_without_a_title_the_date_is_there(card):
    found = card(title_en="會議在巴黎", title_de="會議", date="2025-09")

    assert (found.title, found.foot) == ("September 2025", "")


def test_a_picture_has_the_size_that_is_asked_for(card):
    image = opened(card())

    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert inked(image, (84, 200, 1116, 490))  # title
    assert inked(image, (84, 530, 1116, 610))  # date
    assert not inked(image, (1120, 0, 1200, 630))  # nothing runs over the edge


def test_the_site_has_a_card(db):
    assert opened(cards.of_site()).size == (1200, 630)
    with override("de"):
        assert cards.of_site().language == "de"


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Short", True),
        ("قمة", False),
        ("פגישה", False),
        ("Україна", True),
    ],
)
def test_a_title_begins_on_the_side_from_which_it_is_read(title, left):
    image = opened(cards.PreviewCard("Site", "Summit", title, "en", "2026", "#8a5300"))

    assert inked(image, (84, 225, 300, 490)) is left
    assert inked(image, (900, 225, 1116, 490)) is not left


@pytest.mark.parametrize(
    "title", ["word " * 500, "x" * 5000, "قمة " * 500, "\u202e\x00\x07", "⚔️ 🇺🇦"]
)
def test_whatever_the_title_a_card_keeps_its_form(title):
    image = opened(cards.PreviewCard("Site", "Summit", title, "en", "2026 " * 200, "#8a5300"))

    assert image.size == (1200, 630)
    assert not inked(image, (1120, 0, WIDTH, 630))


@pytest.mark.parametrize("kind", Kind)
def test_a_card_has_the_colour_of_the_kind(record, read, kind):
    record.entry(kind, "entry")
    image = opened(cards.of_entry(read("entry"))).convert("RGB")

    # The picture has 64 colours in all.
    assert image.getpixel((10, 300)) == pytest.approx(ImageColor.getrgb(TRAITS[kind].colour), abs=4)


def test_a_card_is_small_and_drawn_once():
    card = cards.PreviewCard("Site", "Summit", "Coalition " * 12, "en", "2026", "#8a5300")

    first = cards.png(card)

    assert len(first) < 60_000
    assert cards.png(card) is first
