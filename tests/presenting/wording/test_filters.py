import pytest
from django.utils.translation import override

from events import public
from events.presenting.wording.filters import filters_worded, titled

NAMES = {
    "actor": {"france": {"en": "France", "de": "Frankreich"}},
    "topic": {"force": {"de": "Truppe"}},
    "process": {},
}


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, []),
        ({"kind": "summit"}, ["Meetings"]),
        ({"actors": ("france", "nobody")}, ["France", "nobody"]),
        ({"topic": "force", "stance": "opposes"}, ["Truppe", "Opposes"]),
        ({"status": "held", "role": "host", "process": "peace"}, ["peace", "Host", "Held"]),
        ({"q": "troops"}, ["“troops”"]),
    ],
)
def test_filters_are_said_in_words(filters, expected):
    assert filters_worded(public.Filters(**filters), NAMES) == expected


def test_days_are_said_in_words():
    moment = public.Moment.parse("2026-01-06")
    filters = public.parse({"from": ["2025-01-01"], "to": ["2025-12-31"]})

    assert filters_worded(filters, NAMES) == ["from 1 January 2025 on", "until 31 December 2025"]
    [said] = filters_worded(public.Filters(as_of=moment), NAMES)
    assert said.startswith("as the record stood on 6 January 2026")


def test_a_title_says_what_is_shown():
    assert titled("Record", []) == "Record"
    assert titled("Record", ["Meetings", "France"]) == "Record: Meetings · France"
