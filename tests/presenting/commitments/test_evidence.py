"""The latest of what a commitment's document dates."""

from datetime import date

import pytest
from django.utils.translation import override

from events import publishing
from events.presenting.commitments.evidence import Evidence, last_evidence

DAY = date(2026, 7, 1)


@pytest.fixture
def latest(record, read):
    def of(entry_date, changes=(), published="2020-01-01", day=DAY):
        promise = record.commitment("promise", date=entry_date, publish=False)
        source = record.source()
        source.published_on = published
        source.save()
        for change in changes:
            record.status(promise, "delayed", change)
        publishing.publish(promise)
        return last_evidence(read("promise"), day)

    return of


def test_the_entry_itself(latest):
    assert latest("2026-06-01") == Evidence("1 June 2026", "date of the entry", "30 days ago")


def test_a_source(latest):
    assert latest("2026-01-01", published="2026-06") == Evidence(
        "June 2026", "source", "at least 1 day ago"
    )


def test_a_change_of_status(latest):
    changes = ["2026-02", "2026-06-01"]
    assert latest("2026-01-01", changes, "2026-03-01") == Evidence(
        "1 June 2026", "change of status", "30 days ago"
    )


def test_a_source_without_a_date_is_no_evidence(latest):
    assert latest("2026-01-01", published="").what == "date of the entry"


def test_what_is_dated_after_the_day_is_none_yet(latest):
    found = latest("2026-01-01", ["2026-08-01"], "2026-09")
    assert found == Evidence("1 January 2026", "date of the entry", "6 months ago")


def test_nothing_was_heard_before_the_day(latest):
    assert latest("2026-01-01", published="2026-02", day=date(2025, 1, 1)) is None


def test_a_month_that_is_not_over_counts_to_the_day(latest):
    """A date within this month is not placed after one of today."""
    found = latest("2026-07-01", published="2026-07")
    assert found == Evidence("1 July 2026", "date of the entry", "today")


def test_of_what_goes_on_only_the_beginning_is_known(latest):
    found = latest("2026-01-01/..", published="2026-02-01")
    assert found == Evidence("1 February 2026", "source", "5 months ago")


@pytest.mark.parametrize("end", ["", ".."])
@pytest.mark.parametrize(("language", "label"), [("en", "1 June 2026"), ("de", "1. Juni 2026")])
def test_the_beginning_of_what_goes_on_is_told_as_a_day(latest, end, language, label):
    """“Since 1 June 2026, 30 days ago” would be no date of anything."""
    with override(language):
        assert latest(f"2026-06-01/{end}").label == label
