"""Cursors: texts that were given out are read, all others refused."""

from base64 import urlsafe_b64encode
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.log.sorting import LAST_ENTRY, LAST_RANK, sort_key
from events.public import Cursor, NameCursor

SORTS = st.integers(0, 2**63 - 1)
# Texts of any kind, and some that look like cursors.
TEXTS = st.text(max_size=20) | st.binary(max_size=12).map(
    lambda data: urlsafe_b64encode(data).decode()
)


@settings(deadline=None)
@given(SORTS, st.booleans())
def test_a_cursor_is_a_text_and_back(sort, backwards):
    cursor = Cursor(sort, backwards)
    assert Cursor.parse(str(cursor)) == cursor


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.booleans())
def test_a_name_cursor_is_a_text_and_back(slug, backwards):
    cursor = NameCursor(slug, backwards)
    assert NameCursor.parse(str(cursor)) == cursor


@pytest.mark.parametrize("kind", [Cursor, NameCursor])
def test_any_text_is_read_or_refused(kind):
    @settings(deadline=None, max_examples=300)
    @given(TEXTS)
    def read(text):
        try:
            cursor = kind.parse(text)
        except ValueError as error:
            assert "no place in a list" in str(error)  # noqa: PT017
        else:
            assert str(cursor) == text

    read()


@settings(deadline=None)
@given(SORTS, st.sampled_from(["{} ", " {}", "{}=", "{}\n", "{}A", "é{}"]))
def test_one_place_has_one_text(sort, change):
    with pytest.raises(ValueError, match="no place in a list"):
        Cursor.parse(change.format(Cursor(sort)))


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 8, b"\0" * 10, b"\2" + b"\0" * 8, b"\0" + b"\xff" * 8, b"\1\x80" + b"\0" * 7],
)
def test_what_no_place_looks_like(data):
    with pytest.raises(ValueError, match="no place in a list"):
        Cursor.parse(urlsafe_b64encode(data).decode())


@settings(deadline=None)
@given(st.dates(), st.dates(), st.integers(0, LAST_RANK), st.integers(1, LAST_ENTRY))
def test_a_list_opened_at_a_day_goes_on_with_its_entries(opened, day, rank, entry):
    key = sort_key(day, rank, entry)
    assert (key < Cursor.opening(opened, "newest").sort) == (day <= opened)
    assert (key > Cursor.opening(opened, "oldest").sort) == (day >= opened)
    assert Cursor(key).day == day


def test_a_day_that_no_date_can_have():
    assert Cursor(0).day is None
    assert Cursor(2**63 - 1).day is None
    assert Cursor(sort_key(date.max, LAST_RANK, LAST_ENTRY)).day == date.max
