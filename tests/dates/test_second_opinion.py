"""The `edtf` package as a second opinion on the bounds, where both mean the same.

Left out are open and unknown ends (floats and ten invented years there), winters (31 December),
X in an interval (AttributeError), approximate and uncertain dates (padded there) and sets.
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
    assume("-24" not in text)
    assume("XX" not in text)
    value = parse(text)
    assert (value.earliest, value.latest) == bounds(text)


@pytest.mark.parametrize(
    "text", ["1985-04-12T23:20:30Z", "1964/2008", "2004-02-01/2005-02", "201X"]
)
def test_examples_of_the_specification_have_the_same_bounds(text: str) -> None:
    value = parse(text)
    assert (value.earliest, value.latest) == bounds(text)
