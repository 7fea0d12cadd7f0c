from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from events.documents import date_of
from events.presenting.dates import dated, mark, moment_worded, notes, worded


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2026-01-06", ""),
        ("2025-12-14/2025-12-15", ""),
        ("2025-09", "day not known"),
        ("2025-21", "month not known"),
        ("2025", "month not known"),
        ("202X", "year not known"),
        ("20XX", "year not known"),
        ("2025-12-15~", "approximate"),
        ("2025~", "approximate"),
        ("2025?", "uncertain"),
        ("2025%", "uncertain"),
        ("../2026-01-06", "latest possible date"),
        ("/2026-01-06", "latest possible date"),
        ("2025-11/..", "goes on"),
        ("2025-11/", "end not known"),
        ("[2025-12-01,2025-12-03]", "one of these dates"),
    ],
)
def test_how_imprecise_a_date_is(edtf, expected):
    assert mark(date_of(edtf)) == expected


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2026-01-06", []),
        ("2025-09", ["Known to the month; the day is not known."]),
        (
            "2025~",
            ["Known to the year; month and day are not known.", "The date is approximate."],
        ),
        ("2025-11-15~/..", ["It goes on: no end is known.", "The date is approximate."]),
        (
            "../2026-01-06",
            ["This is the latest possible date; how much earlier it was is not known."],
        ),
    ],
)
def test_what_is_known_in_sentences(edtf, said):
    assert notes(date_of(edtf)) == said


@pytest.mark.parametrize(
    ("edtf", "machine"),
    [("2026-01-06", "2026-01-06"), ("2026-01", ""), ("2026-01-06~", ""), ("2026-01-06/..", "")],
)
def test_machines_get_no_day_that_is_not_known(edtf, machine):
    assert dated(date_of(edtf)).machine == machine


def test_moments_are_worded_like_the_record():
    moment = datetime(2026, 1, 6, 14, 30, tzinfo=UTC)

    assert moment_worded(moment) == "6 January 2026, 14:30 UTC"
    with override("de"):
        assert moment_worded(moment) == "6. Januar 2026, 14:30 UTC"


@pytest.mark.parametrize(
    ("edtf", "words"), [(None, ""), ("2026-01", "January 2026"), ("nonsense", "nonsense")]
)
def test_the_date_of_a_source(edtf, words):
    assert worded(edtf) == words
