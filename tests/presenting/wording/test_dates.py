from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from events.documents.rendering.records import date_of
from events.presenting.wording.dates import (
    Dated,
    dated,
    dated_or_none,
    day_worded,
    edtf_worded,
    mark,
    moment_worded,
    month_name,
    notes,
    sort_day,
    told_apart,
)


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
        ("../2026-01-06", "day not known"),
        ("/2026-01-06", "start not known"),
        ("2025-11/..", "goes on"),
        ("2025-11/", "end not known"),
        ("[2025-12-01,2025-12-03]", "one of these dates"),
        ("[2025-12-01..]", "day not known"),
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
            ["The date is approximate."],
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


def test_moments_are_told_apart():
    minute = datetime(2026, 1, 6, 14, 30, tzinfo=UTC)
    second, other = minute.replace(second=7), minute.replace(second=7, microsecond=5000)

    assert told_apart() == []
    assert told_apart(minute, minute.replace(minute=31)) == [
        "6 January 2026, 14:30 UTC",
        "6 January 2026, 14:31 UTC",
    ]
    assert told_apart(minute, second, minute) == [
        "6 January 2026, 14:30:00 UTC",
        "6 January 2026, 14:30:07 UTC",
        "6 January 2026, 14:30:00 UTC",
    ]
    assert told_apart(second, other)[1] == "6 January 2026, 14:30:07.005000 UTC"


@pytest.mark.parametrize(
    ("edtf", "words"), [(None, ""), ("2026-01", "January 2026"), ("nonsense", "nonsense")]
)
def test_the_date_of_a_source(edtf, words):
    assert edtf_worded(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2026-01-06", ""),
        ("2025-09", "Tag nicht bekannt"),
        ("2025-21", "Monat nicht bekannt"),
        ("2025", "Monat nicht bekannt"),
        ("202X", "Jahr nicht bekannt"),
        ("2025-12-15~", "ungefähr"),
        ("2025?", "unsicher"),
        ("../2026-01-06", "Tag nicht bekannt"),
        ("2025-11/..", "dauert an"),
        ("2025-11/", "Ende nicht bekannt"),
        ("[2025-12-01,2025-12-03]", "eines dieser Daten"),
    ],
)
def test_how_imprecise_a_date_is_in_german(edtf, expected):
    with override("de"):
        assert mark(date_of(edtf)) == expected


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-21", ["Known to the season of the year; the month is not known."]),
        ("202X", ["Known to the decade; the year is not known."]),
        ("20XX", ["Known to the century; the year is not known."]),
        (
            "2025-11/",
            ["Known to the month; the day is not known.", "When it ended is not known."],
        ),
        (
            "[2025-12-01,2025-12-03]",
            ["It is one of these dates; which one is not known."],
        ),
        (
            "2025%",
            [
                "The date is approximate.",
                "The date is uncertain: the sources leave it in doubt.",
            ],
        ),
        ("2025-12-14/2025-12-15", []),
        ("[2025-12-01..]", ["It is one day of this time; which one is not known."]),
    ],
)
def test_more_that_is_known_in_sentences(edtf, said):
    assert notes(date_of(edtf)) == said


def test_what_is_known_in_german_sentences():
    with override("de"):
        assert notes(date_of("2025-11~/..")) == [
            "Es dauert an: Ein Ende ist nicht bekannt.",
            "Das Datum ist ungefähr.",
        ]
        assert notes(date_of("../2025?")) == [
            "Bekannt ist das Jahr, nicht Monat und Tag.",
            "Dies ist der spätestmögliche Zeitpunkt; wie viel früher es war, ist nicht bekannt.",
            "Das Datum ist unsicher: Die Quellen lassen es offen.",
        ]


@pytest.mark.parametrize(
    "edtf",
    ["2026-01-06?", "2025-12-14/2025-12-15", "../2026-01-06", "2025", "[2025-12-01,2025-12-03]"],
)
def test_no_machine_gets_a_day_that_is_in_doubt(edtf):
    assert dated(date_of(edtf)).machine == ""


def test_a_date_for_a_template():
    assert dated(date_of("2025-12-15~")) == Dated(
        label="about 15 December 2025",
        edtf="2025-12-15~",
        mark="approximate",
        notes=["The date is approximate."],
        machine="",
    )


def test_the_words_of_an_editor_go_before_those_of_the_date():
    record = date_of("2025-09", {"en": "in <early> autumn"})

    assert dated(record).label == "in &lt;early&gt; autumn"
    with override("de"):
        assert dated(record).label == "September 2025"


@pytest.mark.parametrize("record", [None, {}])
def test_no_date_is_none(record):
    assert dated_or_none(record) is None


def test_a_date_that_may_be_missing_is_a_date():
    assert dated_or_none(date_of("2026")) == dated(date_of("2026"))


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2026-01-06", "2026-01-06"),
        ("2025", "2025-01-01"),
        ("2025-09/2025-11", "2025-09-01"),
        ("2025-11/..", "2025-11-01"),
        ("../2026-01-06", "2026-01-06"),
        ("../2026-02", "2026-02-28"),
    ],
)
def test_the_day_at_which_a_date_stands(edtf, day):
    assert sort_day(date_of(edtf)) == day


@pytest.mark.parametrize(
    ("day", "english", "german"),
    [
        (date(2026, 1, 6), "6 January 2026", "6. Januar 2026"),
        (date(2024, 2, 29), "29 February 2024", "29. Februar 2024"),
    ],
)
def test_days_are_worded_like_the_record(day, english, german):
    assert day_worded(day) == english
    assert f"1 {month_name(day.year, day.month)}" == f"1 {english.partition(' ')[2]}"
    with override("de"):
        assert day_worded(day) == german


def test_moments_are_in_the_time_zone_of_the_site():
    with timezone.override("Europe/Berlin"):
        assert moment_worded(datetime(2025, 12, 31, 23, 5, tzinfo=UTC)) == (
            "1 January 2026, 00:05 CET"
        )
        assert moment_worded(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)) == "1 July 2026, 14:00 CEST"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("", ""), ("2026-01-06", "6. Januar 2026"), ("2025-21~", "etwa Frühjahr 2025")],
)
def test_the_date_of_a_source_in_german(edtf, words):
    with override("de"):
        assert edtf_worded(edtf) == words
