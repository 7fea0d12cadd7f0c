from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override
from icalendar import Calendar

from events import dates, publishing
from events.documents.rendering.records import date_of
from events.feeds import calendar
from events.presenting.wording.links import Links

LINKS = Links(date(2026, 2, 1))


def absolute(url):
    return f"http://site.test{url}"


def written(documents, total=None):
    view = calendar.View(
        "Record: Summits",
        "en",
        "http://site.test/en/timeline/",
        "http://site.test/en/calendar.ics",
        len(documents) if total is None else total,
    )
    return calendar.render(view, documents, LINKS, absolute)


def read(documents, total=None):
    return Calendar.from_ical(written(documents, total))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2026-01-06", (date(2026, 1, 6), date(2026, 1, 7))),
        ("2025-12-14/2025-12-15", (date(2025, 12, 14), date(2025, 12, 16))),
        ("2024-02-28/2024-02-29", (date(2024, 2, 28), date(2024, 3, 1))),
        ("2026-01-06T14:30:00Z", (datetime(2026, 1, 6, 14, 30, tzinfo=UTC), None)),
        ("2026-01-06T14:30:00+01:00", (datetime(2026, 1, 6, 13, 30, tzinfo=UTC), None)),
        ("2026-01-06T14:30:00", (date(2026, 1, 6), date(2026, 1, 7))),
        (
            "2026-01-06T14:30:00+01:00/2026-01-06T16:00:00+01:00",
            (datetime(2026, 1, 6, 13, 30, tzinfo=UTC), datetime(2026, 1, 6, 15, tzinfo=UTC)),
        ),
        ("9999-12-31", (date(9999, 12, 31), None)),
    ],
)
def test_what_is_known_to_the_day_is_told(edtf, expected):
    assert calendar.days(date_of(edtf)) == expected


@pytest.mark.parametrize(
    "edtf",
    [
        *("2025-09", "2025", "2025-21", "202X", "2025-09/2025-10", "2025-09/2025-11-03"),
        *("2025-12-15~", "2025-12-15?", "2025-12-15%", "2025-12-15~/2025-12-17"),
        *("2025-12-15/..", "2025-12-15/", "../2025-12-15", "/2025-12-15"),
        *("[2025-12-14,2025-12-15]", "2025-12-XX"),
    ],
)
def test_what_is_not_known_to_the_day_is_not(edtf):
    assert dates.parse(edtf)
    assert calendar.days(date_of(edtf)) is None


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("{2026-04-02,2026-04-05..2026-04-07}", [("0402", "0403"), ("0405", "0408")]),
        ("{2026-04-02,2026-04-09}", [("0402", "0403"), ("0409", "0410")]),
        # A part of which the day is not known leaves out all.
        ("{2026-04-02,2026-05}", []),
        ("{2026-04-02,2026-04-05~}", []),
        ("{2026-04-02..}", []),
        ("{..2026-04-02}", []),
        ("[2026-04-02,2026-04-09]", []),
    ],
)
def test_several_days_that_all_were_are_one_event_each(record, read_document, edtf, expected):
    record.summit("berlin", date=edtf)

    events = read([read_document("berlin")]).events

    assert [(f"{one.start:%m%d}", f"{one.end:%m%d}") for one in events] == expected
    assert len({one["UID"] for one in events}) == len(expected)
    assert ("1 entry is left out" in str(read([read_document("berlin")])["DESCRIPTION"])) == (
        not expected
    )


def test_an_event_has_what_a_calendar_asks_for(record, read_document):
    record.summit(
        "paris",
        topics=["force"],
        status="held",
        place_en="Paris",
        place_country="FR",
        summary_en="They met, and **talked**; twice.",
    )
    document = read_document("paris")

    [event] = read([document]).walk("VEVENT")

    published = datetime.fromisoformat(document["version"]["published_at"]).replace(microsecond=0)
    assert {name: event.decoded(name) for name in event if name != "CATEGORIES"} == {
        "UID": document["id"],
        "SEQUENCE": 1,
        "DTSTAMP": published,
        "LAST-MODIFIED": published,
        "DTSTART": date(2026, 1, 6),
        "DTEND": date(2026, 1, 7),
        "SUMMARY": "Title of paris",
        "DESCRIPTION": (
            "Meeting · 6 January 2026 · Held\n\nThey met, and talked; twice.\n\n"
            "Sources: Report report\n\nhttp://site.test/en/entries/paris/"
        ),
        "STATUS": "CONFIRMED",
        "LOCATION": "Paris, France",
        "URL": "http://site.test/en/entries/paris/",
        "TRANSP": "TRANSPARENT",
    }
    assert event["DTSTART"].params == {"VALUE": "DATE"}
    assert event["CATEGORIES"].to_ical() == b"Meeting,Topic force"


@pytest.mark.parametrize(
    ("date", "zone", "lines"),
    [
        # Of one that begins at a time, nobody has said when it ended.
        (
            *("2026-01-06T14:30:00", "Europe/Paris"),
            ["DTSTART;TZID=Europe/Paris:20260106T143000"],
        ),
        (
            *("2021-10-27T11:00:00Z/2021-10-27T14:00:00Z", "Europe/Amsterdam"),
            [
                "DTSTART;TZID=Europe/Amsterdam:20211027T130000",
                "DTEND;TZID=Europe/Amsterdam:20211027T160000",
            ],
        ),
        (
            *("2026-07-06T09:00:00+03/2026-07-06T10:00:00+03", ""),
            ["DTSTART:20260706T060000Z", "DTEND:20260706T070000Z"],
        ),
        # By which clock is not known, so that only the day can be told.
        (
            *("2026-01-06T14:30:00", ""),
            ["DTSTART;VALUE=DATE:20260106", "DTEND;VALUE=DATE:20260107"],
        ),
    ],
)
def test_a_time_has_the_zone_of_the_place(record, read_document, date, zone, lines):
    record.summit("talks", date=date, places=[("There", "", zone)])

    text = written([read_document("talks")]).decode()

    events = text.partition("BEGIN:VEVENT")[2].split("\r\n")
    assert [line for line in events if line.startswith(("DTSTART", "DTEND"))] == lines
    assert text.count("BEGIN:VTIMEZONE") == bool(zone)


def test_a_calendar_describes_each_zone_that_it_names(record, read_document):
    for slug, day, zone in (
        ("paris", "2026-01-06T14:30:00", "Europe/Paris"),
        ("lyon", "2026-07-06T14:30:00", "Europe/Paris"),
        ("doha", "2024-07-06T14:30:00", "Asia/Qatar"),
    ):
        record.summit(slug, date=day, places=[(slug.title(), "", zone)])

    found = read([read_document(slug) for slug in ("paris", "lyon", "doha")])

    assert {zone["TZID"] for zone in found.walk("VTIMEZONE")} == {"Europe/Paris", "Asia/Qatar"}
    assert [event.decoded("DTSTART").astimezone(UTC) for event in found.walk("VEVENT")] == [
        datetime(2026, 1, 6, 13, 30, tzinfo=UTC),
        datetime(2026, 7, 6, 12, 30, tzinfo=UTC),
        datetime(2024, 7, 6, 11, 30, tzinfo=UTC),
    ]


def test_a_meeting_that_was_moved_says_for_when_it_was_planned(record, read_document):
    record.summit(date="2021-10-27", status="held", earlier=["2021-11-04"])

    [event] = read([read_document("meeting")]).walk("VEVENT")

    assert event.decoded("DTSTART") == date(2021, 10, 27)
    assert event["DESCRIPTION"].partition("\n")[0] == (
        "Meeting · 27 October 2021, first planned for 4 November 2021 · Held"
    )


def test_several_places_and_being_online_stand_in_the_location(record, read_document):
    record.summit("two", places=[("Doha", "QA", ""), ("Cairo", "EG", "")], mode="hybrid")
    record.summit("call", format="call")
    documents = [read_document(slug) for slug in ("two", "call")]

    assert [event["LOCATION"] for event in read(documents).walk("VEVENT")] == [
        "Doha, Qatar; Cairo, Egypt, and online",
        "online",
    ]


@pytest.mark.parametrize(
    ("status", "said", "title"),
    [
        ("planned", None, "Title of meeting"),
        ("held", "CONFIRMED", "Title of meeting"),
        ("postponed", "TENTATIVE", "Postponed: Title of meeting"),
        ("cancelled", "CANCELLED", "Cancelled: Title of meeting"),
    ],
)
def test_a_meeting_that_does_not_take_place_says_so(record, read_document, status, said, title):
    record.summit(status=status)

    [event] = read([read_document("meeting")]).walk("VEVENT")

    assert event.get("STATUS") == said
    assert event["SUMMARY"] == title


def test_a_new_version_has_the_same_uid_and_a_higher_sequence(record, read_document):
    meeting = record.summit()
    before = read([read_document("meeting")]).walk("VEVENT")[0]
    meeting.title_en = "Corrected"
    meeting.save()
    publishing.publish(meeting)

    after = read([read_document("meeting")]).walk("VEVENT")[0]

    assert (before["UID"], before["SEQUENCE"]) == (after["UID"], 1)
    assert (after["SEQUENCE"], after["SUMMARY"]) == (2, "Corrected")


def test_what_is_left_out_is_counted_and_said(record, read_document):
    record.summit("known")
    for number, day in enumerate(["2025-09", "2025-12-15~"]):
        record.summit(f"vague-{number}", date=day)
    documents = [read_document(slug) for slug in ("known", "vague-0", "vague-1")]

    found = read(documents, total=45_991)

    expected = (
        "1 entry. 2 entries are left out, because their day is not known for certain. Only the "
        "latest 3 of the 45,991 entries of this view were looked at; a filter makes it smaller."
    )
    # No standard says that this one is a text, so what reads it leaves it as it is.
    assert found["X-WR-CALDESC"] == expected.replace(",", "\\,").replace(";", "\\;")
    assert found["DESCRIPTION"] == expected
    assert found["X-WR-CALNAME"] == found["NAME"] == "Record: Summits"
    assert len(found.walk("VEVENT")) == 1
    assert b"2025" not in written(documents)


def test_a_calendar_survives_being_read_and_written(record, read_document):
    record.summit("paris", title_en="Ümläute, Kommas; Semikolons \\ und\nZeilen", actors=["france"])
    record.development("arabic", title_en="اجتماع في باريس " * 12)
    once = written([read_document("paris"), read_document("arabic")])

    again = Calendar.from_ical(once)

    assert again.to_ical() == once
    assert again.errors == []
    assert [event.errors for event in again.walk("VEVENT")] == [[], []]
    assert all(len(line) <= 75 for line in once.split(b"\r\n"))
    assert again.walk("VEVENT")[0]["SUMMARY"] == "Ümläute, Kommas; Semikolons \\ und\nZeilen"


def test_an_empty_calendar_is_one_too():
    found = read([])

    assert [component.name for component in found.subcomponents] == ["VTIMEZONE"]
    assert found["X-WR-CALDESC"] == "0 entries."
    assert found["X-PUBLISHED-TTL"] == "PT6H"


def test_texts_say_which_language_they_are_in(record, read_document):
    record.summit(title_en="", title_de="Nur auf Deutsch")

    with override("en"):
        [event] = read([read_document("meeting")]).walk("VEVENT")

    assert event["SUMMARY"].params == {"LANGUAGE": "de"}
    assert event["DESCRIPTION"].params == {"LANGUAGE": "en"}


def test_a_question_is_no_appointment(record, read_document):
    record.question("unclear", date="2026-01-06")
    record.development("event", date="2026-01-06")

    found = read([read_document("unclear"), read_document("event")])

    assert [str(event["SUMMARY"]) for event in found.walk("VEVENT")] == ["Title of event"]
    assert str(found["DESCRIPTION"]) == (
        "1 entry. 1 question is left out, because it is not open on one day only."
    )
