"""How wide texts are, at least as wide as in the widest font."""

import pytest
from django.conf import settings
from PIL import ImageFont

from events.presenting.drawing.letters import width_of, wrapped

FONT = settings.BASE_DIR / "events/presenting/previews/fonts/DejaVuSans-Bold-subset.ttf"


@pytest.mark.parametrize(
    "text",
    ["Vereinigte Staaten", "WWW MMM", "illicit", "“Ready to help” – 90 %", "Größe, Œuvre, Łódź"],
)
def test_no_text_is_wider_than_it_is_reckoned(text):
    assert width_of(text, 100, bold=True) >= ImageFont.truetype(FONT, 100).getlength(text) * 0.98


def test_letters_of_other_scripts_have_room():
    assert width_of("汉字", 10) >= 20
    assert width_of("العربية", 10) >= 35
    assert width_of("é", 10) == width_of("e\u0301", 10) == width_of("e", 10)


def test_lines_are_no_wider_than_asked_and_nothing_is_lost():
    text = "Coalition of the Willing meets United States representatives in Paris"
    lines = wrapped(text, 120, 12)

    assert max(width_of(line, 12) for line in lines) <= 120
    assert " ".join(lines) == text


def test_a_word_that_is_too_long_is_parted():
    lines = wrapped("Verteidigungsausschussvorsitzende", 80, 12)

    assert len(lines) > 1
    assert "".join(lines) == "Verteidigungsausschussvorsitzende"
    assert max(width_of(line, 12) for line in lines) <= 80
