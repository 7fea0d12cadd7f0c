"""The zones that have a name, and the names that several have."""

import pytest

from events.dates import DateError, parse, understand
from events.dates.clock import AMBIGUOUS, ZONES


@pytest.mark.parametrize(("name", "offset"), ZONES.items(), ids=ZONES)
def test_a_zone_has_an_offset(name: str, offset: str) -> None:
    assert understand(f"6 January 2026, 14:30 {name.upper()}", "en") == parse(
        f"2026-01-06T14:30:00{offset}"
    )


@pytest.mark.parametrize(("name", "offsets"), AMBIGUOUS.items(), ids=AMBIGUOUS)
def test_a_name_of_several_zones_is_asked_about(name: str, offsets: tuple[str, str]) -> None:
    assert name not in ZONES
    with pytest.raises(DateError) as caught:
        understand(f"6 January 2026, 14:30 {name.upper()}", "en")
    assert caught.value.code == "zone"
    for offset in offsets:
        assert f"UTC{offset}" in str(caught.value)
        assert understand(f"6 January 2026, 14:30 UTC{offset}", "en") == parse(
            f"2026-01-06T14:30:00{offset}"
        )


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        *(("12 am", "00:00"), ("12:15 a.m.", "00:15"), ("1 am", "01:00"), ("11 A.M.", "11:00")),
        *(("12 pm", "12:00"), ("1pm", "13:00"), ("1.30 p. m.", "13:30"), ("11 pm", "23:00")),
    ],
)
def test_half_days_are_counted(typed: str, time: str) -> None:
    assert understand(f"6 January 2026, {typed}", "en").edtf == f"2026-01-06T{time}:00"


@pytest.mark.parametrize("typed", ["13 pm", "0 am", "1–13 pm"])
def test_no_half_day_has_more_than_twelve_hours(typed: str) -> None:
    with pytest.raises(DateError):
        understand(f"6 January 2026, {typed}", "en")
