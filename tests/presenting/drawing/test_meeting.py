from datetime import date

import pytest
from django.utils.translation import override

from events.dates import parse
from events.presenting.drawing.meeting import ahead, wait
from events.presenting.wording.links import Links

TODAY = date(2026, 1, 10)


def dated(edtf):
    value = parse(edtf)
    return {
        "edtf": edtf,
        "earliest": value.earliest and value.earliest.isoformat(),
        "precision": value.precision,
        "approximate": value.approximate,
        "uncertain": value.uncertain,
        "label": {"en": value.label("en")},
    }


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2026-01-10", "today"),
        ("2026-01-11", "tomorrow"),
        ("2026-01-12", "in 2 days"),
        ("2026-03-11", "in 60 days"),
        ("2026-03-12", "in 2 months"),
        ("2026-04-09", "in 2 months"),
        ("2026-04-10", "in 3 months"),
        ("2028-01-10", "in 24 months"),
        ("2028-02-10", "in 2 years"),
        ("2026-01-09/2026-01-11", "under way"),
        ("2026-01-12~", "in the next few days"),
        ("2026-01-20~", "in about 10 days"),
        ("2026-01-20?", "in about 10 days"),
        # No more precisely than the date is known.
        ("2026-01", "this month"),
        ("2026-02", "next month"),
        ("2026-03", "in 2 months"),
        ("2027", "next year"),
        ("2030", "in 4 years"),
        ("2026", ""),
        ("2026-22", ""),
        ("../2026-02-01", ""),
        ("203X", ""),
        ("2027-24", ""),
        ("2026-02~", ""),
        ("2027~", ""),
        ("[2026-02-01..]", ""),
        # It began, and what came of it is not known; or it was, and will be.
        ("2026-01-09/", ""),
        ("{2026-01-09,2026-01-12}", ""),
        ("2026-01-08~/2026-01-12~", ""),
        ("2026-01-11T09:00:00+02:00", "tomorrow"),
    ],
)
def test_the_wait_is_as_precise_as_the_date(edtf, expected):
    assert wait(dated(edtf), TODAY) == expected


def test_a_meeting_is_named_in_the_readers_language():
    document = {"slug": "paris", "title": {"en": "Paris <2026>"}, "date": dated("2026-02-01")}

    with override("de"):
        meeting = ahead(document, Links(TODAY), TODAY)

    assert meeting.title == '<bdi lang="en">Paris &lt;2026&gt;</bdi>'
    assert meeting.url == "/de/entries/paris/"
