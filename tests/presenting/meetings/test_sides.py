"""What a comparison says of each meeting: of what sort it was, when, for when it was planned."""

from datetime import date

import pytest
from django.utils.translation import override

from events import publishing
from events.presenting.meetings.comparison import days_of, side, state


@pytest.mark.parametrize(
    ("dated", "first", "last"),
    [
        ("2026-01-06", date(2026, 1, 6), date(2026, 1, 6)),
        ("2025-12-14/2025-12-15", date(2025, 12, 15), date(2025, 12, 15)),
        ("2026-01", date(2026, 1, 1), date(2026, 1, 31)),
        ("2026-01-06~", date(2026, 1, 3), date(2026, 1, 9)),
        ("2026-01-06/..", date(2026, 1, 6), date(2026, 1, 6)),
        ("2026-01/..", date(2026, 1, 1), date(2026, 1, 31)),
        ("../2026-01-06", date.min, date(2026, 1, 6)),
        ("XXXX-01-06", date.min, date.max),
    ],
)
def test_the_days_on_which_a_meeting_can_have_been(record, read, dated, first, last):
    record.summit("paris", date=dated)

    assert days_of(read("paris")) == (first, last)


@pytest.mark.parametrize(
    ("raised", "dated", "told"),
    [
        ("2026-01-10", "2026-01-10", "open"),
        ("2026-01-11", "2026-01-10", "not-raised"),
        # The meeting was on some day of January.
        ("2026-01-10", "2026-01", "not-certain"),
        ("2026-01-01", "2026-01", "open"),
        ("2026-02-01", "2026-01", "not-raised"),
        ("2026-01-10", "../2026-01-20", "not-certain"),
        ("2026-01-10", "XXXX", "not-certain"),
        # Whether it stayed open after that, nobody has said.
        ("2025-05/2025-11", "2026-01-10", "not-certain"),
        ("2025-05/2025-11", "2025-10-10", "open"),
        ("2025-05/", "2025-10-10", "not-certain"),
        ("2025-05/..", "2026-01-10", "open"),
    ],
)
def test_whether_a_question_was_open_at_a_meeting_of_which_the_day_is_not_known(
    record, read, raised, dated, told
):
    record.question("who", date=raised)
    record.summit("paris", date=dated)

    assert state(read("who"), None, *days_of(read("paris"))).value == told


def test_a_meeting_that_was_moved(record, read, links):
    summit = record.summit(
        "doha",
        date="2021-10-27",
        level="ministers",
        mode="hybrid",
        place_en="Doha",
        place_country="QA",
        status="held",
        publish=False,
    )
    record.earlier_date(summit, "2021-11-04", moved_on="2021-10-20", note_en="A storm")
    record.earlier_date(summit, "2021-11-10", order=1)
    publishing.publish(summit)
    meeting = read("doha")

    found = side(meeting, links)
    assert found.about == "Summit of leaders · Ministers · In person and online · Doha, Qatar"
    assert found.planned == "first planned for 4 November 2021, then for 10 November 2021"
    assert found.badge.label == "Moved"
    assert [(one.date.label, one.moved_on, one.note) for one in found.moves] == [
        ("4 November 2021", "moved on 20 October 2021", "A storm")
    ]
    with override("de"):
        found = side(meeting, links)
        assert (
            found.planned
            == "zunächst für den 4. November 2021, dann für den 10. November 2021 geplant"
        )
        assert found.badge.label == "Verlegt"


def test_a_meeting_that_was_put_off_and_has_no_new_date(record, read, links):
    record.summit("doha", date="2021-11-04", status="postponed", earlier=["2021-10-27"])

    found = side(read("doha"), links)

    assert (found.status.label, found.badge) == ("Postponed", None)
    assert found.planned == "first planned for 27 October 2021"
