"""What became of the statements of a source, in words."""

import pytest
from django.utils.translation import override

from events.presenting.sources.fates import in_words
from events.public import Taken
from events.vocabulary import Fate


def some(fate: Fate, number: int) -> list[Taken]:
    return [Taken(1, 1, 1, 1, fate, cites=True, against=False)] * number


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1,201 statements rest on this source or name it: 1 was corrected or completed"),
        ("de", "1.201 "),
    ],
)
def test_large_numbers_are_written_as_the_language_does(language: str, said: str) -> None:
    with override(language):
        words = in_words([*some(Fate.STANDS, 1200), *some(Fate.CORRECTED, 1)])

    assert words.startswith(said)
    assert ("1,200" if language == "en" else "1.200") in words
