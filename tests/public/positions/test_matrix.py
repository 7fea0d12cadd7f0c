from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from events.public import Moment
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def stances(on: str = "2026-12-31", **options: Any) -> dict[tuple[str, str], str]:
    matrix = public.matrix(date.fromisoformat(on), **options)
    return {(cell.actor, cell.topic): cell.stance for cell in matrix.cells}


def test_the_latest_position_by_date_holds() -> None:
    record.position("late", topic="force", stance="opposes", date="2026-01-06")
    record.position("early", topic="force", stance="supports", date="2025-09")
    assert stances() == {("france", "force"): "opposes"}
    assert stances("2025-12-31") == {("france", "force"): "supports"}
    assert stances("2025-08-31") == {}


def test_on_the_same_day_the_editors_order_decides() -> None:
    record.position("second", stance="opposes", rank=2)
    record.position("first", stance="supports", rank=1)
    assert stances() == {("france", "force"): "opposes"}


def test_a_position_whose_start_is_open_is_certain_from_when_it_was_known() -> None:
    record.position("one", date="../2026-01-06")
    for day, certain in (("0001-01-01", False), ("2026-01-05", False), ("2026-01-06", True)):
        [cell] = public.matrix(date.fromisoformat(day)).cells
        assert (cell.certain, cell.day) == (certain, None)
        assert (cell.known_by, cell.possibly) == (date(2026, 1, 6), None)


def test_cells_name_their_holders_not_their_speakers() -> None:
    record.person("minister", represents="germany")
    record.position("one", holder="germany", speaker="minister", topic="force")
    matrix = public.matrix(date(2026, 12, 31))
    assert matrix.actors == {"germany": {"en": "Germany", "de": "Germany (de)"}}
    assert matrix.topics == {"force": {"en": "Topic force", "de": "Thema force"}}
    [cell] = matrix.cells
    assert cell.position["entry"]["slug"] == "one"


def test_the_matrix_of_one_process() -> None:
    record.position("one", holder="france", process="peace")
    record.position("two", holder="germany", process="other")
    assert stances(process="other") == {("germany", "force"): "supports"}
    assert stances(process="unknown") == {}


def test_the_matrix_as_the_record_stood() -> None:
    entry = record.position("one", stance="supports")
    then = Moment("", publishing.standing(entry).published_at)
    entry.stance = "opposes"
    entry.save()
    publishing.publish(entry)
    publishing.withdraw(record.position("two", holder="germany"))
    record.position("draft", holder="poland", publish=False)
    assert stances() == {("france", "force"): "opposes"}
    assert stances(as_of=then) == {("france", "force"): "supports"}


def test_the_matrix_costs_the_same_whatever_its_size() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as context:
            stances()
        return len(context)

    record.position("one")
    before = queries()
    for number, actor in enumerate(("germany", "poland", "ukraine")):
        record.position(f"e{number}", holder=actor, topic=f"t{number}")
    assert queries() == before


def test_what_a_cell_says() -> None:
    record.person("minister", represents="germany")
    record.position("one", holder="germany", speaker="minister", date="2025-09", stance="opposes")
    [cell] = public.matrix(date(2026, 12, 31)).cells
    document = public.entry("one").document
    assert (cell.actor, cell.topic, cell.stance) == ("germany", "force", "opposes")
    assert (cell.certain, cell.day, cell.seq) == (True, None, document["version"]["seq"])
    assert (cell.known_by, cell.possibly) == (date(2025, 9, 30), date(2025, 9, 1))
    assert cell.position == {
        "actor": "germany",
        "country": "DE",
        "topic": "force",
        "stance": "opposes",
        "entry": {"id": document["id"], "slug": "one"},
        "date": document["date"],
        "speakers": ["minister"],
        "attribution": {},
        "basis": None,
        "source": {
            "slug": "report",
            "title": "Report report",
            "language": "de",
            "publisher": None,
            "url": None,
            "archive_url": None,
            "published_on": "2026-01-06",
            "state": "published",
            "quote": "",
            "quote_language": "de",
            "others": 0,
        },
    }


def test_cells_stand_in_the_order_of_their_names() -> None:
    record.position("one", holder="poland", topic="aid")
    record.position("two", holder="france", topic="force")
    record.position("three", holder="france", topic="aid")
    matrix = public.matrix(date(2026, 12, 31))
    assert [(cell.actor, cell.topic) for cell in matrix.cells] == [
        *(("france", "aid"), ("france", "force"), ("poland", "aid")),
    ]
    assert (list(matrix.actors), list(matrix.topics)) == (["france", "poland"], ["aid", "force"])


def test_names_as_the_record_had_them() -> None:
    record.position("one", holder="germany")
    then = Moment("", publishing.standing(record.position("two", topic="aid")).published_at)
    germany, topic = record.actor("germany"), record.topic("force")
    germany.name_en, topic.name_en = "Federal Republic", "Peace force"
    germany.save()
    topic.save()
    publishing.republish(germany)
    publishing.republish(topic)
    today, earlier = (public.matrix(date(2026, 12, 31), as_of=moment) for moment in (None, then))
    assert today.actors["germany"]["en"] == "Federal Republic"
    assert today.topics["force"]["en"] == "Peace force"
    assert earlier.actors["germany"]["en"] == "Germany"
    assert earlier.topics["force"]["en"] == "Topic force"
    assert list(today.actors) == list(earlier.actors) == ["france", "germany"]


def test_one_process_of_several_on_the_same_matter() -> None:
    """Both ways to find the latest position agree."""
    record.position("late", stance="opposes", date="2026-01-06", process="other")
    record.position("early", stance="supports", date="2025-09")
    record.position("corrected", stance="supports", date="2025-10", process="other")
    entry = record.position("again", stance="undecided", date="2025-12", process="other")
    entry.stance = "conditional"
    entry.save()
    publishing.publish(entry)
    assert stances() == stances(process="other") == {("france", "force"): "opposes"}
    assert stances(process="peace") == {("france", "force"): "supports"}
    assert stances("2025-12-31", process="other") == {("france", "force"): "conditional"}
    assert stances("2025-12-31") == {("france", "force"): "conditional"}


def test_the_ends_of_the_calendar() -> None:
    record.position("one", date="9999-12-31")
    assert stances("9999-12-31") == {("france", "force"): "supports"}
    assert stances("0001-01-01") == {}
