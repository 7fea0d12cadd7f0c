"""Which characters a text may hold, and how a form names the field that has another."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from events.models import Citation, Development, Source, Summit
from events.models.text import check_text, control_character, is_unseen


def complaints(instance):
    try:
        check_text(instance)
    except ValidationError as error:
        assert {found.code for said in error.error_dict.values() for found in said} == {  # noqa: PT017
            "control_character"
        }
        return error.message_dict
    return {}


def message(character):
    return [f"The character {character} cannot be part of a text. Please remove it."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("Straße 🕊️ мир 北京", None),
        ("one\ntwo\r\n\tthree", None),
        ("\u200fשלום\u200e", None),  # the direction of writing
        ("a\u00adb\u200db\ufeff\u2028", None),
        ("\ue000", None),  # private use
        ("a\u202eb", "U+202E"),  # the letters after it, backwards
        ("\0", "U+0000"),
        ("a\x07b", "U+0007"),
        ("a\x0bb", "U+000B"),
        ("\x1b[31m", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\x9f", "U+009F"),
        ("\ud800", "U+D800"),
        ("a\n\x08\x00", "U+0008"),
    ],
)
def test_the_first_character_that_no_text_may_hold(text, expected):
    assert control_character(text) == expected


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(), max_size=20) | st.text("ab\n\t\r\0\x1f\x80\ud800", max_size=8))
def test_it_is_the_first_one_of_those_categories(text):
    wrong = [
        c
        for c in text
        if c in "\u202d\u202e" or (unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t")
    ]
    assert control_character(text) == (f"U+{ord(wrong[0]):04X}" if wrong else None)


def test_every_field_that_is_wrong_is_named_by_its_language():
    entry = Summit(
        slug="fine", title_en="a\x01", title_de="fein", summary_de="b\x02", date_label_en="c\x03"
    )
    assert complaints(entry) == {
        "title_en": message("U+0001"),
        "summary_de": message("U+0002"),
        "date_label_en": message("U+0003"),
    }


def test_what_is_no_text_and_what_is_not_translated():
    assert complaints(Development(slug="fine", title_en="Fine", rank=3)) == {}
    assert complaints(Source(slug="s", title="a\0", publisher="b\x7f", language="de")) == {
        "title": message("U+0000"),
        "publisher": message("U+007F"),
    }


def test_parts_of_entries_are_checked_too():
    assert complaints(Citation(quote="said\x07", locator="p. 2", note_de="\x1b")) == {
        "quote": message("U+0007"),
        "note_de": message("U+001B"),
    }


@pytest.mark.parametrize("text", ["\u200b", " \u00a0", "\u3164", "\u2060\u200d", "\ufeff"])
def test_a_text_of_which_nothing_can_be_seen_is_none(text):
    assert is_unseen(text)


@pytest.mark.parametrize("text", ["", "a", ".", "\u200bא", "🕊️", "—"])
def test_what_can_be_seen_is_a_text(text):
    assert not is_unseen(text)
