"""What holds for every date, every text and every language."""

import re
import string
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from events.dates import LANGUAGES, DateError, contradicts, parse, understand
from events.dates.lexicon import months_named
from events.dates.wording import notation
from tests.dates.strategies import accepted

T = TypeVar("T")
languages = st.sampled_from(sorted(LANGUAGES))
WORDS = sorted(
    {
        *(
            "14",
            "6.",
            "2026",
            "2025-12",
            "31",
            "14:30",
            "3/4/2026",
            "2010s",
            "–",
            "-",
            "/",
            ",",
            "?",
        ),
        *("(", ")", ";", "[", "]", "..", "~", "XX", "Z", "+05:30", "6th", "201X", "0000", "9999"),
        *(word for table in LANGUAGES.values() for name in table.months for word in (name,)),
        *(word for t in LANGUAGES.values() for words in t.phrases.values() for word in words),
        *(word for t in LANGUAGES.values() for words in t.weekdays for word in words),
        *(word for t in LANGUAGES.values() for word in t.parts.values()),
    }
)
anything = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="0123456789-/.,~?%XTZ:+[]{} Y", max_size=40),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.text(alphabet=string.printable, max_size=60),
    st.builds(
        lambda text, at, extra: text[:at] + extra + text[at:],
        accepted(),
        st.integers(0, 40),
        st.text(max_size=2),
    ),
)
often = settings(deadline=None, max_examples=120)


def outcome(read: Callable[[str], T], text: str) -> T | DateError:
    try:
        return read(text)
    except DateError as error:
        return error


@often
@given(accepted())
def test_every_date_is_in_order_and_keeps_its_canonical_string(text: str) -> None:
    value = parse(text)
    again = parse(value.edtf)
    assert again == value
    assert hash(again) == hash(value)
    assert again.edtf == value.edtf
    for field in fields(value):
        assert getattr(again, field.name) == getattr(value, field.name)
    assert (value.earliest is None) == (value.start_is != "known")
    assert (value.latest is None) == (value.end_is != "known")
    if not value.approximate:
        assert value.sort_day == (value.earliest or value.latest or date.min)
    if value.earliest and value.latest:
        assert value.earliest <= value.latest
        assert value.days == (value.latest - value.earliest).days + 1
    assert value.approximate == ("~" in text or "%" in text)
    assert value.uncertain == ("?" in text or "%" in text)


@settings(deadline=None, max_examples=400)
@given(accepted(), languages, languages)
@example("../1990-XX-XX~", "de", "de")
def test_every_label_is_understood_as_the_same_date(text: str, language: str, reader: str) -> None:
    value = parse(text)
    label = value.label(language)
    assert understand(label, reader) == value
    assert not contradicts(label, value, reader)


@settings(deadline=None, max_examples=250)
@given(accepted(), languages)
def test_no_label_is_more_precise_than_its_date(text: str, language: str) -> None:
    """It names no month, no day and no hour that is not written in the date."""
    value = parse(text)
    label = value.label(language)
    if not re.search(r"\d{2}:\d{2}", value.edtf):
        assert not re.search(r"\d:\d", label)
    dates = re.findall(r"([\dX]{4})[~?%]?(?:-[~?%]?(\d\d|XX))?(?:[~?%]?-[~?%]?(\d\d))?", value.edtf)
    assert months_named(label) <= {int(month) for _, month, _ in dates if month.isdigit()}
    numbers = {int(number) for number in re.findall(r"(?<![\d:+−])\d{1,2}(?![\d:])", label)}
    days = {int(day) for _, _, day in dates if day}
    parts = {1, 2, 3, 4}  # of quarters and other parts of a year, which German numbers
    years = {int(year[length:]) for year, _, _ in dates for length in (0, 2) if year.isdigit()}
    ends = {number + 1 for number in years}  # of winters
    decades = {int(year[:3]) * 10 + n for year, _, _ in dates for n in (0, 9) if year[:3].isdigit()}
    centuries = {int(year[:2]) + 1 for year, _, _ in dates if year[:2].isdigit()}
    offsets = {int(number) for number in re.findall(r"\d\d", value.edtf.partition("T")[2])}
    assert numbers <= days | parts | years | ends | decades | centuries | offsets


@settings(deadline=None, max_examples=250)
@given(anything, languages)
def test_any_text_is_a_date_or_a_date_error(text: str, language: str) -> None:
    for read in (parse, lambda typed: understand(typed, language)):
        value = outcome(read, text)
        if isinstance(value, DateError):
            assert value.message(language)
        else:
            assert parse(value.edtf) == value
            assert value.label(language)


@often
@given(anything, accepted(), languages)
def test_any_wording_can_be_held_against_any_date(text: str, edtf: str, language: str) -> None:
    assert contradicts(text, parse(edtf), language) in (True, False)


@often
@given(anything, languages)
def test_the_notation_of_any_text_has_single_spaces(text: str, language: str) -> None:
    written = outcome(lambda typed: notation(typed, LANGUAGES[language]), text)
    assert "  " not in str(written)


@pytest.mark.parametrize("value", [None, 2026, b"2026", ["2026"], 20.26, object()])
def test_what_is_no_text_is_a_date_error(value: object) -> None:
    for read in (parse, lambda typed: understand(typed, "en")):
        with pytest.raises(DateError, match=type(value).__name__):
            read(value)  # type: ignore[arg-type]
