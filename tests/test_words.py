import pytest
from hypothesis import given
from hypothesis import strategies as st

from events import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Übung", ["uebung"]),
        ("Uebung", ["uebung"]),
        ("ÜBUNG", ["uebung"]),
        ("U\u0308bung", ["uebung"]),
        ("Straße", ["strasse"]),
        ("Zelenskýj's Kyïv", ["zelenskyj", "s", "kyiv"]),
        ("Łódź, Århus", ["lodz", "arhus"]),
        ("90 per cent (27/35)", ["90", "per", "cent", "27", "35"]),
        ("cease-fire_line", ["cease", "fire", "line"]),
        ("мир", ["мир"]),
        ("the U.S. and the U.S.A.", ["the", "us", "and", "the", "usa"]),
        ("der Vertrag, z.B. Art. 5.", ["der", "vertrag", "zb", "art", "5"]),
        ("v.2.beta, e.g.this", ["v", "2", "beta", "e", "g", "this"]),
        ("", []),
        ("— … “”", []),
        ("🕊️", []),
    ],
)
def test_words_have_one_spelling(text: str, expected: list[str]) -> None:
    assert words.words(text) == expected


def test_a_word_is_cut_at_its_longest() -> None:
    assert words.words("x" * 300) == ["x" * words.LONGEST]


@given(st.text())
def test_normalised_words_stay_as_they_are(text: str) -> None:
    once = words.words(text)
    assert words.words(" ".join(once)) == once


@given(st.text())
def test_words_hold_nothing_that_a_query_could_trip_over(text: str) -> None:
    # Words go into LIKE patterns and quoted lexemes without being escaped.
    assert not set("".join(words.words(text))) & set("%_'\\ ,&|!():*\0")


@pytest.mark.parametrize(
    ("word", "term", "held"),
    [
        ("truppeneinsatz", "einsatz", True),
        ("signatory", "nato", False),  # fewer than five letters: where a word begins
        ("natos", "nato", True),
        ("nato", "natos", False),
        ("uk", "uk", True),  # fewer than four: as a word
        ("ukraine", "uk", False),
        ("ukraine", "ukr", False),
        ("ukraine", "ukra", True),
    ],
)
def test_what_a_search_finds_in_a_word(word, term, held):
    assert words.holds(word, term) is held


@pytest.mark.parametrize(
    ("word", "term", "named"),
    [
        ("ukraine", "uk", False),
        ("ukraine", "ukra", True),
        ("uk", "uk", True),
        ("slowakei", "slowak", True),
        ("tschechoslowakei", "slowakei", False),
    ],
)
def test_what_a_search_finds_in_a_name(word, term, named):
    assert words.names(word, term) is named


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Türkiye", "TURKIYE"),
        ("Türkiye", "Tuerkiye"),
        ("Guinea-Bissau", "guinea  bissau"),
        ("Åland", "Aland"),
        ("Weißrussland", "WEISSRUSSLAND"),
        ("Україна", "УКРАЇНА"),
    ],
)
def test_names_that_are_spelt_alike(one: str, other: str) -> None:
    assert words.spellings(one) & words.spellings(other)


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("…", "—"), ("Mali", "Malta")])
def test_names_that_are_not(one: str, other: str) -> None:
    assert not words.spellings(one) & words.spellings(other)
