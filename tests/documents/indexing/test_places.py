"""Where a document stands in the list, and which stances it holds."""

from datetime import date
from typing import Any

import orjson
import pytest

from events.documents import indexing
from events.documents.indexing import PlaceInList
from events.log.sorting import sort_key
from tests.documents.rendered import document_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "day", "month"),
    [
        ("2026-01-06", date(2026, 1, 6), date(2026, 1, 6), date(2026, 1, 6), 202601),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), date(2025, 1, 1), 202500),
        ("2025-21", date(2025, 3, 1), date(2025, 5, 31), date(2025, 3, 1), 202500),
        ("2026/..", date(2026, 1, 1), None, date(2026, 1, 1), 202600),
        ("../2026", None, date(2026, 12, 31), date(2026, 12, 31), 202612),
        ("2024-02~", date(2024, 1, 17), date(2024, 3, 15), date(2024, 2, 1), 202402),
        ("XXXX", None, None, date(1, 1, 1), 100),
        ("2025-11-15/..", date(2025, 11, 15), None, date(2025, 11, 15), 202511),
        ("2025-11-15/", date(2025, 11, 15), None, date(2025, 11, 15), 202511),
        ("../2026-01-06", None, date(2026, 1, 6), date(2026, 1, 6), 202601),
        ("9999", date(9999, 1, 1), date(9999, 12, 31), date(9999, 1, 1), 999900),
    ],
)
def test_a_place_is_the_bounds_of_the_date_and_where_the_list_has_it(
    edtf: str, earliest: date | None, latest: date | None, day: date, month: int
) -> None:
    document: Any = {"date": {"edtf": edtf}, "rank": 3}
    assert indexing.place(document, 7) == PlaceInList(earliest, latest, sort_key(day, 3, 7), month)


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
        "topic": "talks",
        "stance": "conditional",
        "entry": document["slug"],
        "date": document["date"],
        "speaker": "envoy",
        "attribution": {},
    }


def test_only_positions_hold_stances() -> None:
    for make in (record.summit, record.commitment, record.development, record.question):
        entry = make(topics=["force"], actors=["france"], publish=False)
        assert indexing.stances(document_of(entry)) == []
