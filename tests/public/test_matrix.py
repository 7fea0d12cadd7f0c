from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from events.public import Moment
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def stances(on: str = "2026-12-31", **options: object) -> dict[tuple[str, str], str]:
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


def test_a_position_whose_start_is_open_counts_from_when_it_was_known() -> None:
    record.position("one", date="../2026-01-06")
    assert stances("2026-01-05") == {}
    assert stances("2026-01-06") == {("france", "force"): "supports"}


def test_cells_name_their_holders_not_their_speakers() -> None:
    record.person("minister", represents="germany")
    record.position("one", holder="germany", speaker="minister", topic="force")
    matrix = public.matrix(date(2026, 12, 31))
    assert matrix.actors == {"germany": {"en": "Germany", "de": "Germany (de)"}}
    assert matrix.topics == {"force": {"en": "Topic force", "de": "Thema force"}}
    [cell] = matrix.cells
    assert cell.document["slug"] == "one"


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
