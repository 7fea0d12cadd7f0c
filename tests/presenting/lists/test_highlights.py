import unicodedata
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events import words
from events.presenting.lists.highlights import Match, compose, marked, matches


def marks(text, q):
    text = compose(text)
    return str(marked(text, matches(text, words.words(q))))


@pytest.mark.parametrize(
    ("text", "q", "html"),
    [
        ("A meeting in Paris", "paris", "A meeting in <mark>Paris</mark>"),
        ("Eine Übung", "Uebung", "Eine <mark>Übung</mark>"),
        ("Eine Uebung", "übung", "Eine <mark>Uebung</mark>"),
        ("Der Truppeneinsatz", "einsatz", "Der Truppen<mark>einsatz</mark>"),
        # Shorter than five letters: at the beginning of words only.
        ("Signatory NATO natos", "nato", "Signatory <mark>NATO</mark> <mark>nato</mark>s"),
        ("Große Straße", "strasse", "Große <mark>Straße</mark>"),
        ("Volodymyr Zelenský", "zelensky", "Volodymyr <mark>Zelenský</mark>"),
        ("Im Grünen", "grue", "Im <mark>Grü</mark>nen"),
        ("<b>Paris</b> & more", "paris", "&lt;b&gt;<mark>Paris</mark>&lt;/b&gt; &amp; more"),
        ("nothing here", "paris", "nothing here"),
        ("Paris, Paris", "paris", "<mark>Paris</mark>, <mark>Paris</mark>"),
        # What overlaps is one mark.
        ("Friedenstruppe", "friedens denstruppe", "<mark>Friedenstruppe</mark>"),
        ("banananas", "banan", "<mark>banan</mark>anas"),
        ("anananan", "anana", "<mark>ananana</mark>n"),
        ("snake_case", "case", "snake_<mark>case</mark>"),
        ("😀 Kyjiw 🇺🇦", "kyjiw", "😀 <mark>Kyjiw</mark> 🇺🇦"),
        ("מדינת ישראל", "ישראל", "מדינת <mark>ישראל</mark>"),
        ("", "paris", ""),
    ],
)
def test_what_is_marked(text, q, html):
    assert marks(text, q) == html


def test_letters_and_their_marks_are_not_parted():
    decomposed = unicodedata.normalize("NFD", "Übung é")

    assert marks(decomposed, "uebung") == "<mark>Übung</mark> é"
    # There is no character for an x with a stroke above.
    assert marks("x\u0301yz", "xyz") == "<mark>x\u0301yz</mark>"
    assert marks("yx\u0301 a", "yx") == "<mark>yx\u0301</mark> a"


def test_where_and_what():
    assert matches("Berlin, Paris", ["paris", "berl"]) == [
        Match(0, 4, "berl"),
        Match(8, 13, "paris"),
    ]


def test_a_text_is_put_on_one_line():
    assert compose("a\n\n b\tc ") == "a b c"


@given(st.text(max_size=60), st.text(max_size=12))
def test_a_word_is_marked_exactly_where_a_search_finds_it(text, q):
    text = compose(text)
    for term in words.words(q):
        # What a search sees is the text as a whole; each letter by itself gives the same words.
        assert bool(matches(text, [term])) == any(
            words.holds(word, term) for word in words.words(text)
        )


@given(st.text(max_size=60), st.text(max_size=12))
def test_marking_loses_nothing(text, q):
    text = compose(text)
    html = marks(text, q)

    assert unescape(html.replace("<mark>", "").replace("</mark>", "")) == unescape(
        str(marked(text, []))
    )
