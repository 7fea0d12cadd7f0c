"""Where a document stands in the list, and which stances it holds."""

from datetime import UTC, date, datetime
from typing import Any

import orjson
import pytest

from events.documents import indexing
from events.documents.cited import in_brief
from events.documents.indexing import PlaceInList
from events.log.sorting import sort_key
from tests.documents.rendered import document_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(
    ("edtf", "begins", "ends", "early", "at", "month"),
    [
        *(
            (edtf, (first, last), (first, last), early, at, month)
            for edtf, first, last, early, at, month in [
                ("2026-01-06", "2026-01-06", "2026-01-06", False, "2026-01-06", 202601),
                ("2025", "2025-01-01", "2025-12-31", False, "2025-01-01", 202500),
                ("2025-21", "2025-03-01", "2025-05-31", False, "2025-03-01", 202500),
                ("202X", "2020-01-01", "2029-12-31", False, "2020-01-01", 202030),
                ("9999", "9999-01-01", "9999-12-31", False, "9999-01-01", 999900),
                # What is about a day, a month or a year can have been before it.
                ("2024-02~", "2024-01-17", "2024-03-15", True, "2024-02-01", 202400),
                ("2024-02-15~", "2024-02-12", "2024-02-18", True, "2024-02-15", 202402),
                ("2025~", "2024-07-01", "2026-06-30", True, "2025-01-01", 202530),
                # Only by when is known.
                ("../2026-01-06", None, "2026-01-06", True, "2026-01-06", 202651),
                ("[..2026-01-06]", None, "2026-01-06", True, "2026-01-06", 202651),
                ("../2025-12", None, "2025-12-31", True, "2025-12-31", 202562),
                ("../2026", None, "2026-12-31", True, "2026-12-31", 202650),
                ("../2026~", None, "2027-06-30", True, "2026-12-31", 202630),
                # Nothing is known.
                ("XXXX-12-24", None, None, True, "0001-01-01", 0),
            ]
        ),
        (
            *("2022-05/2023-09", ("2022-05-01", "2022-05-31"), ("2023-09-01", "2023-09-30")),
            *(False, "2022-05-01", 202205),
        ),
        (
            *("2026/..", ("2026-01-01", "2026-12-31"), ("9999-12-31", None)),
            *(False, "2026-01-01", 202600),
        ),
        (
            *("2025-11-15/..", ("2025-11-15", "2025-11-15"), ("9999-12-31", None)),
            *(False, "2025-11-15", 202511),
        ),
        (
            *("2025-11-15/", ("2025-11-15", "2025-11-15"), ("2025-11-15", None)),
            *(False, "2025-11-15", 202511),
        ),
        (
            *("/2026-01", (None, "2026-01-31"), ("2026-01-01", "2026-01-31")),
            *(True, "2026-01-31", 202651),
        ),
    ],
)
def test_a_place_is_the_bounds_of_the_date_and_where_the_list_has_it(
    edtf: str,
    begins: tuple[str | None, str],
    ends: tuple[str, str | None],
    early: bool,
    at: str,
    month: int,
) -> None:
    document: Any = {"date": {"edtf": edtf}, "rank": 3}
    earliest, latest_start = map(day, begins)
    earliest_end, latest = map(day, ends)
    sort = sort_key(date.fromisoformat(at), 3, 7)
    assert indexing.place(document, 7) == PlaceInList(
        earliest, latest_start, earliest_end, latest, early, sort, month
    )


def utc(hour: int, minute: int) -> datetime:
    return datetime(2026, 1, 6, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("edtf", "at"),
    [
        ("2026-01-06T09:30:00Z", utc(9, 30)),
        ("2026-01-06T09:30:00", utc(9, 30)),
        ("2026-01-06T09:30:00+01:00", utc(8, 30)),
        ("2026-01-06T09:30:00Z/2026-01-07", utc(9, 30)),
        # Only when it ends has a time.
        ("2026-01-06/2026-01-07T09:30:00Z", date(2026, 1, 6)),
    ],
)
def test_what_has_a_time_stands_at_its_instant(edtf: str, at: date) -> None:
    document: Any = {"date": {"edtf": edtf}, "rank": 3}
    place = indexing.place(document, 7)
    assert (place.sort, place.month, place.early) == (sort_key(at, 3, 7), 202601, False)


@pytest.mark.parametrize(
    ("edtf", "since", "possible", "vague"),
    [
        ("2026-01-06", date(2026, 1, 6), date(2026, 1, 6), False),
        ("2025-09", date(2025, 9, 30), date(2025, 9, 1), True),
        ("2025~", date(2026, 6, 30), date(2024, 7, 1), True),
        ("[2025-09-01..2025-09-09]", date(2025, 9, 9), date(2025, 9, 1), True),
        # The first of several began it.
        ("{2025-09-01,2025-10-02}", date(2025, 9, 1), date(2025, 9, 1), False),
        ("../2026-01-06", date(2026, 1, 6), None, True),
        ("2026-01-06/..", date(2026, 1, 6), date(2026, 1, 6), False),
        ("/2026-01", date(2026, 1, 31), None, True),
        ("XXXX-12-24", None, None, True),
        (
            "2026-01-06T09:30:00+01:00",
            *(utc(8, 30), utc(8, 30), False),
        ),
    ],
)
def test_from_when_a_position_holds_and_can_hold(
    edtf: str, since: date | None, possible: date | None, vague: bool
) -> None:
    document: Any = {"date": {"edtf": edtf}, "rank": 3, "stance": "supports"}
    time = indexing.time_of_stance(document, 7)
    assert (time.since, time.possible, time.vague) == (
        since and sort_key(since, 3, 7),
        sort_key(possible, 3, 7) if possible else 0,
        vague,
    )


@pytest.mark.parametrize(
    ("edtf", "holds_until", "ends_by"),
    [
        ("2026-01-06", date.max, date.max),
        ("2025~", date.max, date.max),
        ("../2026-01-06", date.max, date.max),
        ("2026-01-06/..", date.max, date.max),
        ("2022-05/2023-09", date(2023, 9, 1), date(2023, 9, 30)),
        ("2022/2023-09-05", date(2023, 9, 5), date(2023, 9, 5)),
        # It has ended, and nobody says when.
        ("2025-11-15/", date(2025, 11, 15), date.max),
        ("/2026-01", date(2026, 1, 1), date(2026, 1, 31)),
    ],
)
def test_until_when_a_position_holds_and_can_hold(
    edtf: str, holds_until: date, ends_by: date
) -> None:
    document: Any = {"date": {"edtf": edtf}, "rank": 3, "stance": "supports"}
    time = indexing.time_of_stance(document, 7)
    assert (time.holds_until, time.ends_by) == (holds_until, ends_by)


@pytest.mark.parametrize("edtf", ["2024-05-09", "2024-05-09/2024-05-12", "2024-05-09/"])
def test_what_is_taken_back_stays_so(edtf: str) -> None:
    document: Any = {"date": {"edtf": edtf}, "rank": 3, "stance": "taken-back"}
    time = indexing.time_of_stance(document, 7)
    assert (time.since, time.holds_until, time.ends_by) == (
        *(sort_key(date(2024, 5, 9), 3, 7), date.max, date.max),
    )


def test_every_holder_holds_the_stance_on_every_topic_and_nobody_else() -> None:
    entry = record.position(topic="force", stance="conditional", publish=False)
    record.person("envoy", represents="poland")
    record.part(entry, "germany", "holder", order=1)
    record.part(entry, "envoy", "speaker", order=2)
    entry.topics.add(record.topic("talks"))
    document = document_of(entry)
    held = sorted(indexing.stances(document))
    assert [tuple(stance[:3]) for stance in held] == [
        ("france", "force", "conditional"),
        ("france", "talks", "conditional"),
        ("germany", "force", "conditional"),
        ("germany", "talks", "conditional"),
    ]
    assert orjson.loads(held[1].cell) == {
        "actor": "france",
        "country": "FR",
        "topic": "talks",
        "stance": "conditional",
        "entry": {"id": document["id"], "slug": document["slug"]},
        "date": document["date"],
        "speakers": ["envoy"],
        "attribution": {},
        "basis": None,
        "source": in_brief(document),
    }


def test_only_positions_hold_stances() -> None:
    for make in (record.summit, record.commitment, record.development, record.question):
        entry = make(topics=["force"], actors=["france"], publish=False)
        assert indexing.stances(document_of(entry)) == []
