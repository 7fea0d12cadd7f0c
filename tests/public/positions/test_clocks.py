"""A position holds from its day by the clocks where it was said; which one is the last goes by the
instant."""

from datetime import date

import pytest
from django.test import Client

from events import public
from events.public.positions.days import turns
from tests.record import Record

pytestmark = pytest.mark.django_db

WASHINGTON = "2026-01-10T23:30:00-05:00"  # 04:30 on the eleventh in UTC
KYIV = "2026-01-11T00:30:00+02:00"  # 22:30 on the tenth in UTC


@pytest.fixture
def record() -> Record:
    return Record()


def held(on: str, process: str | None = None) -> list[tuple[str, date | None]]:
    cells = public.matrix(date.fromisoformat(on), process).cells
    assert all(cell.certain for cell in cells)
    for cell in cells:
        assert cell.day == cell.known_by == cell.possibly
    listed = public.held_by("france", date.fromisoformat(on))
    assert [one.stance for one in listed] == [cell.stance for cell in cells]
    return [(cell.stance, cell.day) for cell in cells]


@pytest.mark.parametrize("process", [None, "peace"])
@pytest.mark.parametrize(
    ("edtf", "day", "before"),
    [(WASHINGTON, "2026-01-10", "2026-01-09"), (KYIV, "2026-01-11", "2026-01-10")],
)
def test_it_holds_from_the_day_of_the_place(
    record: Record, edtf: str, day: str, before: str, process: str | None
) -> None:
    record.position("stand", date=edtf)

    assert held(before, process) == []
    assert held(day, process) == [("supports", date.fromisoformat(day))]
    assert held("2026-02-01", process) == [("supports", date.fromisoformat(day))]
    assert turns(date(2026, 1, 1)).days == [date.fromisoformat(day)]


def test_the_later_instant_is_the_last(record: Record) -> None:
    record.position("kyiv", date=KYIV, stance="opposes")
    record.position("washington", date=WASHINGTON, stance="supports")

    assert held("2026-01-10") == [("supports", date(2026, 1, 10))]
    # What is dated the eleventh in Kyiv was said six hours before.
    assert held("2026-01-11") == [("supports", date(2026, 1, 10))]
    assert turns(date(2026, 1, 10)).days == [date(2026, 1, 10), date(2026, 1, 11)]


def test_the_nearest_days_are_those_of_the_places(record: Record) -> None:
    for number, edtf in enumerate([WASHINGTON, KYIV, "2026-01-12", "2026-01-08"]):
        record.position(f"stand-{number}", date=edtf, topic=f"topic-{number}")

    few = turns(date(2026, 1, 11), limit=1)

    assert few.days == []
    assert (few.first, few.before, few.after, few.last) == tuple(
        date(2026, 1, day) for day in (8, 10, 12, 12)
    )


def test_it_is_new_on_its_day(record: Record, client: Client) -> None:
    record.position("stand", date=WASHINGTON)

    def places(on: str) -> list[bool]:
        table = client.get("/en/positions/", {"on": on}).context["table"]
        return [place.new for row in table.rows for place in row.places if place]

    assert places("2026-01-10") == [True]
    assert places("2026-01-11") == [False]
    api = client.get("/api/v1/matrix/", {"on": "2026-01-10"}).json()["positions"]
    assert [cell["since"] for cell in api] == [
        {"certainly": "2026-01-10", "possibly": "2026-01-10"}
    ]
    changes = {"from": "2026-01-09", "to": "2026-01-10"}
    assert client.get("/en/positions/changes/", changes).context["counts"]["first"] == 1
