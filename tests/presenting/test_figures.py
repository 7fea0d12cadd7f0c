import pytest
from django.utils.translation import override

from events.presenting.figures import amount, counts, counts_line, number

EMPTY = {"value": None, "low": None, "high": None, "qualifier": "exactly"}


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ({"value": 26}, "26"),
        ({"value": 26, "qualifier": "about"}, "about 26"),
        ({"value": 26, "qualifier": "at-least"}, "at least 26"),
        ({"value": 26, "qualifier": "at-most"}, "at most 26"),
        ({"low": 24, "high": 30}, "24–30"),
        ({"value": 26, "low": 24, "high": 30}, "26 (24–30)"),
        ({"low": 24}, "at least 24"),
        ({"high": 30}, "at most 30"),
        ({"value": 0}, "0"),
        ({"value": 12500.5}, "12,500.5"),
    ],
)
def test_a_figure_as_it_was_reported(figure, said):
    assert amount(EMPTY | figure) == said


def test_numbers_are_written_in_the_readers_language():
    with override("de"):
        assert number(12500.5) == "12.500,5"


@pytest.mark.parametrize(
    ("reported", "named", "confirmed", "said"),
    [
        (None, 0, 0, "No source gives a number of those who take part."),
        (26, 0, 0, "A source speaks of 26 that take part. Which ones is not on record"),
        (26, 3, 1, "3 are known by name. 1 has confirmed it."),
        (1, 1, 0, "speaks of 1 that takes part. 1 is known by name. None of them has confirmed"),
    ],
)
def test_a_claim_is_not_a_count(reported, named, confirmed, said):
    record = {"reported": reported, "named": named, "confirmed": confirmed}

    assert said in counts(record).explanation


def test_counts_in_one_line():
    record = {"reported": None, "named": 3, "confirmed": 1}

    assert counts_line(record) == "– reported, 3 named, 1 confirmed"
