"""Addresses that lead to the words that are quoted."""

from urllib.parse import unquote

import pytest

from events.presenting.parts.passages import fragment, passage

PAGE = "https://example.org/news/1"


def test_a_quote_leads_to_its_words():
    assert passage(PAGE, "no troops in Ukraine") == f"{PAGE}#:~:text=no%20troops%20in%20Ukraine"


def test_what_has_a_meaning_in_a_fragment_is_escaped():
    said = fragment("boots on the ground, planes & ships - all of it 100%")

    assert said == (
        ":~:text=boots%20on%20the%20ground%2C%20planes%20%26%20ships%20%2D%20all%20of%20it%20100%25"
    )
    assert not set(",&-").intersection(said.removeprefix(":~:text="))


def test_letters_of_every_language_and_line_breaks_are_one_text():
    assert unquote(fragment("„Wir  sind\nnicht bereit“")) == ":~:text=Wir sind nicht bereit"


def test_of_a_quote_with_something_left_out_the_longest_part_is_looked_for():
    said = fragment("He said […] that no troops would ever be sent … to [Ukraine]")

    assert unquote(said) == ":~:text=that no troops would ever be sent"


def test_a_long_passage_is_found_by_its_ends():
    said = unquote(fragment(" ".join(f"word{number}" for number in range(60))))

    start, end = said.removeprefix(":~:text=").split(",")
    assert start == "word0 word1 word2 word3 word4 word5"
    assert end == "word54 word55 word56 word57 word58 word59"


@pytest.mark.parametrize("words", ["", "no", "…", "[all of it]", "„Ja“"])
def test_nothing_is_looked_for_that_stands_in_too_many_places(words):
    assert fragment(words) == ""
    assert passage(PAGE, words) == PAGE


@pytest.mark.parametrize(
    ("url", "led"),
    [
        ("", ""),
        (f"{PAGE}#part-2", f"{PAGE}#part-2:~:text=no%20troops%20there"),
        (f"{PAGE}#:~:text=given", f"{PAGE}#:~:text=given"),
        ("https://example.org/paper.PDF", "https://example.org/paper.PDF"),
    ],
)
def test_an_address_keeps_what_it_has(url, led):
    assert passage(url, "no troops there") == led
