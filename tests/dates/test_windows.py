"""What a database has to know of a date beside its bounds."""

from datetime import date

import pytest

from events.dates import parse
from events.dates.windows import days_of_year, stretches


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-01-06", []),
        ("2025~", []),
        ("2022/2023", []),
        ("[2025-12-01..2025-12-20]", []),
        ("[2025-12-14,2025-12-15]", []),
        ("[2025-12-14,2025-12-16]", [("not", "2025-12-15", "2025-12-15")]),
        (
            "[2025-01,2025-03,2025-12-24]",
            [("not", "2025-02-01", "2025-02-28"), ("not", "2025-04-01", "2025-12-23")],
        ),
        ("[..2025-01-05,2025-01-07]", [("not", "2025-01-06", "2025-01-06")]),
        ("[2025-01-05..2025-01-20,2025-01-07,2025-01-22]", [("not", "2025-01-21", "2025-01-21")]),
        (
            "{2025-12-14,2025-12-16}",
            [
                ("not", "2025-12-15", "2025-12-15"),
                ("was", "2025-12-14", "2025-12-14"),
                ("was", "2025-12-16", "2025-12-16"),
            ],
        ),
        # What was on some day of March was in each window that has all of March.
        (
            "{2025-01-05,2025-03}",
            [
                ("not", "2025-01-06", "2025-02-28"),
                ("was", "2025-01-05", "2025-01-05"),
                ("was", "2025-03-31", "2025-03-01"),
            ],
        ),
        ("XXXX", []),
        ("XXXX-12-25", [("yearly", "0004-12-25", "0004-12-25")]),
        ("XXXX-02", [("yearly", "0004-02-01", "0004-02-29")]),
    ],
)
def test_what_is_told(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(one.telling, str(one.first), str(one.last)) for one in stretches(parse(text))] == told


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-01-06", "2026-01-20", [("01-06", "01-20")]),
        ("2025-12-20", "2026-01-05", [("12-20", "12-31"), ("01-01", "01-05")]),
        ("2024-02-01", "2024-03-01", [("02-01", "03-01")]),
        ("2025-02-01", "2025-03-01", [("02-01", "02-28"), ("03-01", "03-01")]),
        ("2025-02-01", "2025-02-28", [("02-01", "02-28")]),
        ("2020-01-01", "2029-01-01", None),
    ],
)
def test_the_days_of_the_year_that_a_window_has(
    start: str, end: str, days: list[tuple[str, str]] | None
) -> None:
    found = days_of_year(date.fromisoformat(start), date.fromisoformat(end))
    if days is None:
        assert found is None
    else:
        assert [(f"{first:%m-%d}", f"{last:%m-%d}") for first, last in found] == days
