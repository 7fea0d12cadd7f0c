"""The `edtf` package as a second opinion on the bounds, where both mean the same.

Left out are open and unknown ends (floats and ten invented years there), winters (31 December),
X in an interval (AttributeError), parts of a year in an interval (refused there) and sets.

Approximate dates differ on purpose. There a date is widened by the whole of each unit that it has,
so that “about 2025” takes in all of 2024 and “about 15 December 2025” begins on 14 November 2024,
thirteen months before; and `lower_strict`, with which this compares, not at all. Here “about” has
one rule for all units, half of one on each side: `events/dates/about.py`.
"""

import re
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import assume, given, settings

from events.dates import parse
from tests.dates.strategies import digits, pairs


def bounds(text: str) -> tuple[date, date]:
    theirs = parse_edtf(text)
    first, last = theirs.lower_strict(), theirs.upper_strict()
    return date(*first[:3]), date(*last[:3])


@settings(deadline=None, max_examples=100)
@given(digits().filter(lambda parts: parts[1:] != ["24"]).map("-".join))
def test_single_dates_have_the_same_bounds(text: str) -> None:
    value = parse(text)
    assert (value.earliest, value.latest) == bounds(text)


@settings(deadline=None, max_examples=40)
@given(pairs().map("/".join).map(lambda text: re.sub("[~?%]", "", text)))
def test_intervals_have_the_same_bounds(text: str) -> None:
    assume(not re.search("-(?:24|3|4)", text))
    assume("XX" not in text)
    value = parse(text)
    assert (value.earliest, value.latest) == bounds(text)


@pytest.mark.parametrize(
    "text", ["1985-04-12T23:20:30Z", "1964/2008", "2004-02-01/2005-02", "201X"]
)
def test_examples_of_the_specification_have_the_same_bounds(text: str) -> None:
    value = parse(text)
    assert (value.earliest, value.latest) == bounds(text)
