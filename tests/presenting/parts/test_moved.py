import pytest
from django.utils.translation import override

from events import publishing
from events.presenting.parts import moved
from events.presenting.wording.closed_lists import Term


@pytest.mark.parametrize(
    ("earlier", "english", "german"),
    [
        ([], "", ""),
        (
            ["2021-11-04"],
            "first planned for 4 November 2021",
            "zunächst für den 4. November 2021 geplant",
        ),
        (
            ["2021-11-04", "2021-11-10"],
            "first planned for 4 November 2021, then for 10 November 2021",
            "zunächst für den 4. November 2021, dann für den 10. November 2021 geplant",
        ),
        (
            ["2021-11", "2021-11-15~", "2022"],
            ("first planned for November 2021, then about 15 November 2021, then for 2022"),
            "zunächst für November 2021, dann um den 15. November 2021, dann für 2022 geplant",
        ),
        (
            ["2021-11-04T10:00:00Z"],
            "first planned for 4 November 2021, 10:00 UTC",
            "zunächst für den 4. November 2021, 10:00 Uhr UTC geplant",
        ),
        (
            ["../2021-11-04"],
            "first planned by 4 November 2021",
            "zunächst spätestens 4. November 2021 geplant",
        ),
    ],
)
def test_for_when_a_meeting_was_planned(record, read, earlier, english, german):
    record.summit(date="2021-10-27", earlier=earlier)
    document = read("meeting")

    assert moved.first_planned(document) == english
    with override("de"):
        assert moved.first_planned(document) == german


@pytest.mark.parametrize(
    ("status", "earlier", "expected"),
    [
        ("planned", ["2021-11-04"], True),
        ("held", ["2021-11-04"], True),
        ("postponed", ["2021-11-04"], False),
        ("cancelled", ["2021-11-04"], False),
        ("held", [], False),
    ],
)
def test_what_has_another_date_than_before_was_moved(record, read, status, earlier, expected):
    record.summit(date="2021-10-27", status=status, earlier=earlier)
    badge = moved.badge(read("meeting"))

    assert badge == (Term("moved", "Moved", "mixed") if expected else None)


@pytest.mark.parametrize(
    ("moved_on", "english", "german"),
    [
        ("", "", ""),
        ("2021-10-20", "moved on 20 October 2021", "verlegt am 20. Oktober 2021"),
        ("2021-10", "moved: October 2021", "verlegt: Oktober 2021"),
        ("../2021-10-20", "moved: by 20 October 2021", "verlegt: spätestens 20. Oktober 2021"),
    ],
)
def test_when_it_was_moved_and_who_says_so(record, read, moved_on, english, german):
    meeting = record.summit(date="2021-10-27", publish=False)
    source = record.source("report")
    record.earlier_date(meeting, "2021-11-04", moved_on=moved_on, source=source, note_en="storm")
    publishing.publish(meeting)
    document = read("meeting")

    [earlier] = moved.earlier_dates(document)
    assert (earlier.date.label, earlier.moved_on) == ("4 November 2021", english)
    assert (earlier.source, earlier.note) == ("report", "storm")
    with override("de"):
        assert moved.earlier_dates(document)[0].moved_on == german
