"""What is typed into the search box, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.public.asking.wanted import Terms, Wanted, wanted


@pytest.mark.parametrize(
    ("text", "having", "without"),
    [
        ("troops Paris", Terms(("troops", "paris")), Terms()),
        ('"ground troops"', Terms((), (("ground", "troops"),)), Terms()),
        ("„Truppen am Boden“ Paris", Terms(("paris",), (("truppen", "am", "boden"),)), Terms()),
        ("«cessez-le-feu»", Terms((), (("cessez", "le", "feu"),)), Terms()),
        ("troops -Paris", Terms(("troops",)), Terms(("paris",))),
        ('troops -"ground troops"', Terms(("troops",)), Terms((), (("ground", "troops"),))),
        ("states -Guinea-Bissau", Terms(("states",)), Terms((), (("guinea", "bissau"),))),
        # A hyphen inside a word and a dash between two leave nothing out.
        ("Guinea-Bissau", Terms(("guinea", "bissau")), Terms()),
        ("Ukraine - Russia", Terms(("ukraine", "russia")), Terms()),
        ("Ukraine – Russia", Terms(("ukraine", "russia")), Terms()),
        ("U.S.", Terms(("us",)), Terms()),
        ('troops ""', Terms(("troops",)), Terms()),
        ("troops troops", Terms(("troops",)), Terms()),
    ],
)
def test_words_phrases_and_what_is_left_out(text: str, having: Terms, without: Terms) -> None:
    assert wanted(text) == Wanted(having, without)


@pytest.mark.parametrize("text", ['"ground troops', "troops „Paris", 'a "b" c "d'])
def test_a_phrase_that_does_not_end_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="quotation mark"):
        wanted(text)


@given(st.text('ab"-„“ .', max_size=20))
def test_whatever_is_typed_is_understood_or_refused_in_words(text: str) -> None:
    marks = sum(character in '"„“' for character in text)
    if marks % 2:
        with pytest.raises(ValueError, match=r"quotation mark .* two of them\.$"):
            wanted(text)
        return
    found = wanted(text)
    assert all([*found.having.words, *found.without.words])
    assert all(map(all, [*found.having.phrases, *found.without.phrases]))
