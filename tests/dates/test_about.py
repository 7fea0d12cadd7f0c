"""How wide “about” is; `test_edtf` has the bounds of whole dates."""

from datetime import date

import pytest

from events.dates import parse
from events.dates.about import widened


@pytest.mark.parametrize(
    ("unit", "first", "last", "wider"),
    [
        ("day", "2025-12-15", "2025-12-15", ("2025-12-12", "2025-12-18")),
        ("month", "2026-02-01", "2026-02-28", ("2026-01-17", "2026-03-15")),
        ("season", "2025-12-01", "2026-02-28", ("2025-10-01", "2026-04-30")),
        ("quarter", "2026-10-01", "2026-12-31", ("2026-08-01", "2027-02-28")),
        ("quadrimester", "2026-05-01", "2026-08-31", ("2026-03-01", "2026-10-31")),
        ("half-year", "2026-01-01", "2026-06-30", ("2025-10-01", "2026-09-30")),
        ("year", "2025-01-01", "2025-12-31", ("2024-07-01", "2026-06-30")),
        ("decade", "1990-01-01", "1999-12-31", ("1985-01-01", "2004-12-31")),
        ("century", "1900-01-01", "1999-12-31", ("1850-01-01", "2049-12-31")),
        ("millennium", "1000-01-01", "1999-12-31", ("0500-01-01", "2499-12-31")),
        ("century", "9900-01-01", "9999-12-31", ("9850-01-01", "9999-12-31")),
        ("decade", "0010-01-01", "0019-12-31", ("0005-01-01", "0024-12-31")),
        ("year", "0001-01-01", "0001-12-31", ("0001-01-01", "0002-06-30")),
        ("month", "9999-12-01", "9999-12-31", ("9999-11-16", "9999-12-31")),
    ],
)
def test_half_of_the_unit_is_added_on_each_side(
    unit: str, first: str, last: str, wider: tuple[str, str]
) -> None:
    found = widened(date.fromisoformat(first), date.fromisoformat(last), unit)  # type: ignore[arg-type]
    assert tuple(day.isoformat() for day in found) == wider


@pytest.mark.parametrize(
    ("text", "as_wide_as"),
    [
        ("2004-06~-11", "2004~"),
        ("2004~-06-11", "2004~"),
        ("2004-~06-11", "2004-06~"),
        ("2004-06-~11", "2004-06-11~"),
        ("?2004-06-~11", "2004-06-11~"),
        ("2004-~21", "2004-21~"),
        ("2004-06-11%", "2004-06-11~"),
    ],
)
def test_a_part_that_is_approximate_makes_it_as_wide_as_that_part(
    text: str, as_wide_as: str
) -> None:
    value, wide = parse(text), parse(as_wide_as)
    assert (value.earliest, value.latest) == (wide.earliest, wide.latest)
