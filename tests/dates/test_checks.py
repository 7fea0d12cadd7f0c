"""A better wording, never another meaning; and days that may stand for a whole year."""

import pytest

from events.dates import (
    DateError,
    contradicts,
    looks_like_no_end,
    looks_like_year_only,
    parse,
)


@pytest.mark.parametrize(
    ("wording", "edtf", "another"),
    [
        ("mid-December 2025", "2025-12-15~", False),
        ("Mitte Dezember 2025", "2025-12-15~", False),
        ("15 December 2025", "2025-12-15~", False),
        ("December 2025", "2025-12-15~", True),
        ("late December 2025", "2025-12-15~", True),
        ("late October 2026", "[2026-10-21..2026-10-31]", False),
        ("about 15 December 2025", "2025-12-15", True),
        ("early 2026", "2026-02~", False),
        ("September 2025", "2025-09", False),
        ("1 September 2025", "2025-09", True),
        ("since mid-November 2025", "2025-11-15~/..", False),
        ("from 15 November 2025, end unknown", "2025-11-15~/..", True),
        ("2025", "2025~", False),
        ("before the turn of the year", "2025-12~", False),
        ("before the turn of the year 2025", "2025-12~", False),
        ("before the turn of the year 2026", "2025-12~", False),
        ("before the turn of the year 2027", "2025-12~", True),
        ("on the eve of the summit", "2026-01-06", False),
        ("on the eve of the January summit", "2026-01-06", False),
        ("on the eve of the December summit", "2026-01-06", True),
        ("am Vorabend des Dezember-Gipfels", "2026-01-06", True),
        ("they may have met, then went on a march", "2026-01-06", False),
        ("they may have met, in May perhaps", "2026-01-06", True),
        ("im märz, sagen manche", "2026-01-06", True),
        ("some time in the winter around January", "2025-24", False),
        ("some time in the winter around March", "2025-24", True),
        ("months earlier, in 2023 or so they say", "2025~", True),
        ("ever since the spring of 2027, say sources", "2025/..", False),
        ("ever since the spring of 2024, say sources", "2025/..", True),
        ("long before August", "../2026-01-06", False),
        ("ever since 0001, say the annals", "../2026-01-06", False),
        ("ever since 0000, say the annals", "../2026-01-06", True),
        ("until 9999, say the stars", "2026-01-06/..", False),
        ("long before August 2027", "../2026-01-06", True),
        ("with 26000 soldiers", "2026-01-06", False),
        ("", "2026-01-06", False),
    ],
)
def test_a_wording_contradicts_if_it_means_another_time(
    wording: str, edtf: str, another: bool
) -> None:
    assert contradicts(wording, parse(edtf), "en") is another
    assert contradicts(wording, parse(edtf), "de") is another


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(DateError, match="choose one of"):
        contradicts("2025", parse("2025"), "fr")


@pytest.mark.parametrize(
    ("edtf", "asked"),
    [
        ("2025-01-01", True),
        ("2025-12-31", True),
        ("2025-12-31~", True),
        ("2025?-01-01", True),
        ("2025-01-01/2025-12-31", True),
        ("2025-01-01/..", True),
        ("../2025-12-31", True),
        ("2025", False),
        ("2025-01", False),
        ("2025-12", False),
        ("2025-01-02", False),
        ("2025-01-01T00:00:00Z", False),
    ],
)
def test_the_turn_of_the_year_is_asked_about(edtf: str, asked: bool) -> None:
    assert looks_like_year_only(parse(edtf)) is asked


@pytest.mark.parametrize(
    ("edtf", "asked"),
    [
        ("2004-05-01/2999-12-31", True),
        ("2004-05-01/2999", True),
        ("2004/3000-01-01", True),
        ("2004/9998-12-31", True),
        ("9999-12-31", True),
        ("../9999", True),
        ("9999-12-31T23:59:59Z", True),
        ("2004/2099-12-31", True),
        ("2004/2100-12-31", True),
        ("2004/2100-01-01~", True),
        ("2004/2199-12-31", True),
        ("2004/2200-12-31", True),
        ("[2004..2999]", True),
        ("25XX", True),
        ("2004/..", False),
        ("2999/..", False),
        ("2004/2100", False),
        ("../2100", False),
        ("2004/2098-12-31", False),
        ("2004/2100-06-30", False),
        ("1999-12-31", False),
        ("XXXX", False),
        ("1XXX", False),
    ],
)
def test_a_year_that_stands_for_no_end_is_asked_about(edtf: str, asked: bool) -> None:
    assert looks_like_no_end(parse(edtf)) is asked
