"""Which texts hold some words: the engine at hand, held against plain Python."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import words
from events.engines import holds_words, is_postgresql
from events.models import VersionText, Word
from events.words import BEGINS_FROM, INSIDE_FROM
from tests.engines.index import add, found

pytestmark = pytest.mark.django_db

TEXTS = {
    1: "Der Truppeneinsatz im Herbst",
    2: "Übung der NATO; 100% sicher",
    3: "A signatory's o'clock: it\\'s a_b & c | d",
    4: "",
    5: "Einsatz der Truppen 2026",
}


def add_texts(texts):
    add(*({"seq": seq} for seq in texts))
    split = {seq: set(words.words(text)) for seq, text in texts.items()}
    for seq, held in split.items():
        VersionText.objects.create(version_id=seq, words=held)
    Word.objects.bulk_create(
        [Word(text=word) for word in sorted(set().union(*split.values()))], ignore_conflicts=True
    )
    return split


def search(*terms, inside_from=INSIDE_FROM):
    condition = holds_words(connection, "t.words", terms, inside_from, BEGINS_FROM)
    if condition is None:
        return []
    return found(*condition, "events_versionindex i JOIN events_versiontext t ON t.seq = i.seq")


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("einsatz", [1, 5]),
        ("EINSATZ", [1, 5]),
        ("truppen", [1, 5]),
        ("neinsat", [1]),
        ("einsatz herbst", [1]),
        ("herbst einsatz", [1]),
        ("einsatz uebung", []),
        ("uebung", [2]),
        ("Übung", [2]),
        ("nato", [2]),  # a short one only where a word begins: not in “signatory”
        ("natory", [3]),
        ("sign", [3]),
        ("gnat", []),
        ("d", [3]),  # up to three letters only as a word
        ("de", []),
        ("der", [1, 2, 5]),
        ("trup", [1, 5]),
        ("er", []),
        ("100%", [2]),
        ("%", "nothing"),
        ("_", "nothing"),
        ("a_b", [3]),
        ("1%0", []),
        ("100_", [2]),
        ("o'clock", [3]),
        ("'", "nothing"),
        ("it\\'s & a | d", [3]),
        ("nothing of the kind", []),
        ("truppen nowhere", []),
        ("truppeneinsatzes", []),
        ("2026", [5]),
    ],
)
def test_words_inside_and_at_the_beginning_of_others(q, expected):
    add_texts(TEXTS)
    terms = words.words(q)
    assert (search(*terms) if terms else "nothing") == expected


def test_from_which_length_on_terms_are_found_inside():
    add_texts(TEXTS)
    assert search("nato", inside_from=4) == [2, 3]
    assert search("einsatz", inside_from=8) == [5]
    assert search("einsatz", inside_from=7) == [1, 5]


@pytest.mark.parametrize("absent", ["xyz", "xyzxyz"])
def test_a_word_that_the_record_does_not_have_is_not_found(absent):
    add_texts(TEXTS)
    found = holds_words(connection, "t.words", ["truppen", absent], INSIDE_FROM, BEGINS_FROM)
    # PostgreSQL looks up inside of which words a long one is, and then needs no search.
    assert (found is None) == (is_postgresql(connection) and len(absent) >= INSIDE_FROM)
    assert found is None or search("truppen", absent) == []


class WordsTest(TestCase):
    @settings(deadline=None, max_examples=40)
    @given(
        st.lists(st.text("abàßЖ '%_\\|&", max_size=14), min_size=1, max_size=5),
        st.text("abàßЖ '%_\\|&", max_size=9),
    )
    def test_a_search_is_that_of_plain_python(self, texts, q):
        split = add_texts(dict(enumerate(texts, 1)))
        terms = words.words(q)

        def has(term, held):
            if len(term) < BEGINS_FROM:
                return term in held
            if len(term) >= INSIDE_FROM:
                return any(term in word for word in held)
            return any(word.startswith(term) for word in held)

        expected = [
            seq for seq, held in split.items() if terms and all(has(term, held) for term in terms)
        ]
        assert (search(*terms) if terms else []) == expected
