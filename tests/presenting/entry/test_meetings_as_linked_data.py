"""A meeting as schema.org has it: its times, its places, and when it was to be before."""

import json

import pytest

from events import publishing
from tests.presenting.entry.linked import told_of


def test_a_meeting_is_an_event(record, read, links):
    record.summit(
        "paris",
        date="2025-09",
        topics=["force"],
        place_en="Paris",
        place_country="FR",
        summary_en="They **met**.",
        publish=False,
    )
    meeting = record.summit("berlin", status="postponed", place_country="DE", publish=False)
    record.part(meeting, "france", "host")
    record.part(meeting, "germany", "participant", status="attended")
    record.part(meeting, "russia", "participant", status="absent")
    record.part(meeting, "nato", "observer")
    publishing.publish(meeting)

    told = told_of(read("berlin"), links)

    assert told == {
        "@type": "Event",
        "@id": f"urn:uuid:{meeting.uid}",
        "identifier": str(meeting.uid),
        "name": "Title of berlin",
        "startDate": "2026-01-06",
        "endDate": "2026-01-06",
        "disambiguatingDescription": "6 January 2026",
        "eventStatus": "https://schema.org/EventPostponed",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressCountry": "DE"},
        },
        "organizer": [{"@type": "Country", "name": "France"}],
        "attendee": [
            {"@type": "Country", "name": "Germany"},
            {"@type": "Organization", "name": "Nato"},
        ],
    }


EVENT = ("eventStatus", "previousStartDate", "eventAttendanceMode", "location")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"earlier": ["2021-11-04"]},
            {"eventStatus": "EventRescheduled", "previousStartDate": "2021-11-04"},
        ),
        (
            {"status": "held", "earlier": ["2021-11-04", "2021-11", "2021-11-15~"]},
            {"eventStatus": "EventRescheduled", "previousStartDate": ["2021-11-04", "2021-11"]},
        ),
        ({"status": "postponed"}, {"eventStatus": "EventPostponed"}),
        (
            {"status": "postponed", "earlier": ["2021-11-04"]},
            {"eventStatus": "EventPostponed", "previousStartDate": "2021-11-04"},
        ),
        (
            {"status": "cancelled", "earlier": ["2021-11-04"]},
            {"eventStatus": "EventCancelled", "previousStartDate": "2021-11-04"},
        ),
        (
            {"format": "call"},
            {
                "eventAttendanceMode": "OnlineEventAttendanceMode",
                "location": {"@type": "VirtualLocation"},
            },
        ),
        (
            {"mode": "hybrid", "places": [("Doha", "", ""), ("Cairo", "", "")]},
            {
                "eventAttendanceMode": "MixedEventAttendanceMode",
                "location": [
                    {"@type": "Place", "name": "Doha"},
                    {"@type": "Place", "name": "Cairo"},
                    {"@type": "VirtualLocation"},
                ],
            },
        ),
    ],
)
def test_a_meeting_that_was_moved_or_is_online(record, read, links, fields, expected):
    record.summit(date="2021-10-27", **fields)
    usual = {"eventStatus": "EventScheduled"}

    told = told_of(read("meeting"), links)

    found = {name: told[name] for name in EVENT if name in told}
    for name in found.keys() & {"eventStatus", "eventAttendanceMode"}:
        found[name] = found[name].removeprefix("https://schema.org/")
    assert found == usual | expected


def test_a_meeting_at_a_place_is_one_in_person(record, read, links):
    record.summit(place_en="Doha")

    told = told_of(read("meeting"), links)["eventAttendanceMode"]
    assert told == "https://schema.org/OfflineEventAttendanceMode"


@pytest.mark.parametrize(
    ("date", "zone", "expected"),
    [
        (
            *("2025-08-13T15:00:00+02", ""),
            {"startDate": "2025-08-13T15:00:00+02:00"},
        ),
        (
            *("2026-01-06T14:30:00", "Europe/Paris"),
            {"startDate": "2026-01-06T14:30:00+01:00"},
        ),
        (
            *("2026-01-06T13:30:00Z/2026-01-06T15:00:00Z", "Europe/Paris"),
            {
                "startDate": "2026-01-06T14:30:00+01:00",
                "endDate": "2026-01-06T16:00:00+01:00",
            },
        ),
    ],
)
def test_the_time_of_a_meeting_has_its_offset(record, read, links, date, zone, expected):
    record.summit(date=date, places=[("There", "", zone)])

    told = told_of(read("meeting"), links)

    assert {name: told[name] for name in told if name.endswith("Date")} == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-09", {"startDate": "2025-09", "endDate": "2025-09"}),
        ("2025-12-15~", {}),
        ("2025-21", {}),
        ("2025-11-15/..", {"startDate": "2025-11-15"}),
    ],
)
def test_a_vague_day_of_a_meeting_stands_in_words(record, read, links, date, expected):
    record.summit(date=date)
    document = read("meeting")

    told = told_of(document, links)

    assert {name: told[name] for name in told if name.endswith("Date")} == expected
    assert told["disambiguatingDescription"] == document["date"]["label"]["en"]
    assert document["date"]["earliest"] not in json.dumps(told).replace("2025-11-15", "")


def test_a_call_is_online_and_has_no_end_that_nobody_told(record, read, links):
    record.summit("call", format="call", date="2025-08-13T15:00:00+02:00")

    event = told_of(read("call"), links)

    assert event["startDate"] == "2025-08-13T15:00:00+02:00"
    assert event["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert "endDate" not in event
