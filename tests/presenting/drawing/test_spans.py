from datetime import date

import pytest

from events.presenting.drawing.spans import opening


def days(window):
    return str(window.first_day), str(window.last_day)


def test_a_span_says_what_its_document_says(dated):
    span = dated("2025-11-15~/..")

    assert span.first == date(2025, 11, 12).toordinal()
    assert (span.last, span.goes_on, span.period) == (None, True, True)
    assert (span.approximate, span.uncertain) == (True, False)
    assert (span.title, span.label) == ("An event", "since about 15 November 2025")
    assert span.url == "/en/entries/event/"


def test_an_end_that_is_not_known_does_not_go_on(dated):
    assert not dated("2025-11-15/").goes_on
    assert not dated("../2025-11-15").goes_on


def test_lanes_are_what_an_entry_is_or_names(dated):
    assert dated("2026").lanes == ("development",)
    assert dated("2026", "topic").lanes == ("force",)
    # Whoever represents a country is drawn with it.
    assert dated("2026", "actor").lanes == ("merz", "germany", "france")


@pytest.mark.parametrize(
    ("edtfs", "window"),
    [
        (["2026-01-06"], ("2026-01-05", "2026-01-07")),
        (["2026-01-06", "2025-12-15", "2025-12-01"], ("2025-11-30", "2026-01-07")),
        (["2025"], ("2024-12-18", "2026-01-14")),
        (["../2026-01-06"], ("2026-01-05", "2026-01-07")),
        (["2026-01-01/.."], ("2025-12-31", "2026-01-02")),
        # What lasts for years among days is cut.
        ([*["2026-01-06"] * 9, "2026-01-01/2030"], ("2025-12-31", "2026-01-07")),
        (["0001-01-01"], ("0001-01-01", "0001-01-02")),
        (["9999-12-31"], ("9999-12-30", "9999-12-31")),
    ],
)
def test_a_drawing_opens_on_the_days_at_which_its_entries_stand(dated, edtfs, window):
    assert days(opening(dated(edtf) for edtf in edtfs)) == window
