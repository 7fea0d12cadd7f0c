import pytest

from events.views.frame import accents


@pytest.mark.parametrize(
    ("asked", "colour"),
    [
        *(("0b4a86", "0b4a86"), ("#0B4A86", "0b4a86"), (" #06C ", "0066cc"), ("fff", "ffffff")),
        *(("blue", ""), ("#12345", ""), ("0b4a86ff", ""), ("", ""), ("٣٣٣", ""), ("{}*{}", "")),
    ],
)
def test_a_colour_has_six_digits(asked, colour):
    assert accents.hexadecimal(asked) == colour


@pytest.mark.parametrize(
    ("colour", "readable"),
    [
        ("0b4a86", ("light",)),
        ("8fc3f5", ("dark",)),
        # In the middle: on neither.
        ("888888", ()),
        ("000000", ("light",)),
        ("ffffff", ("dark",)),
    ],
)
def test_a_colour_is_for_the_grounds_on_which_it_can_be_read(colour, readable):
    assert accents.schemes(colour) == readable


def test_the_contrast_is_that_of_wcag():
    assert round(accents.contrast("000000", "#ffffff"), 2) == 21
    assert round(accents.contrast("#777777", "ffffff"), 2) == 4.48
    assert accents.contrast("0b4a86", "0b4a86") == 1


def test_whoever_asks_for_more_contrast_keeps_the_colours_of_the_site():
    assert accents.style_sheet("0b4a86") == (
        "@media not (prefers-contrast: more) {\n"
        "  :root { --link: #0b4a86; --accent: #0b4a86; }\n"
        "}\n"
    )
