"""Which positions hold on a day, held against a plain model: every reading of every date."""

from datetime import date, timedelta
from itertools import product
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import public
from events.presenting.positions import standings
from events.presenting.wording import Links
from tests.record import Record

record = Record()

FIRST = date(2025, 3, 1)
DAYS = 8
STANCES = ("supports", "opposes", "taken-back")


class Said(NamedTuple):
    """A position. `begins`: every day on which it can have begun, as numbers from `FIRST`; `ends`:
    every day that can be its last, None if it has no end."""

    edtf: str
    begins: range
    ends: range | None
    stance: str
    rank: int


def day(number: int) -> date:
    return FIRST + timedelta(number)


@st.composite
def positions(draw: st.DrawFn) -> Said:
    kind = draw(st.sampled_from(["day", "some", "either", "by", "about", "interval", "since"]))
    one, other = sorted((draw(st.integers(0, DAYS)), draw(st.integers(0, DAYS))))
    begins, ends = range(one, one + 1), None
    if kind == "some" and other > one:
        edtf, begins = f"[{day(one)}..{day(other)}]", range(one, other + 1)
    elif kind == "either" and other > one:
        edtf, begins = f"[{day(one)},{day(other)}]", range(one, other + 1, other - one)
    elif kind == "by":
        # Longer ago than anything else.
        edtf, begins = f"../{day(one)}", range(-20, one + 1)
    elif kind == "about":
        edtf, begins = f"{day(one)}~", range(one - 3, one + 4)
    elif kind == "interval":
        edtf, ends = f"{day(one)}/{day(other)}", range(other, other + 1)
    elif kind == "since":
        edtf = f"{day(one)}/.."
    else:
        edtf = f"{day(one)}"
    stance = draw(st.sampled_from(STANCES))
    # What is taken back stays so, whatever end its date has.
    ends = None if stance == "taken-back" else ends
    return Said(edtf, begins, ends, stance, draw(st.integers(0, 2)))


def readings(said: list[Said], on: int) -> set[str | None]:
    """The stance on that day in each reading, or that it is taken back; None: nothing holds."""
    found: set[str | None] = set()
    for starts in product(*(one.begins for one in said)):
        begun = [
            (start, one.rank, number, one)
            for number, (start, one) in enumerate(zip(starts, said, strict=True))
            if start <= on
        ]
        *_order, last = max(begun, default=(0, 0, 0, None))
        if last is None or (last.ends and last.ends[-1] < on):
            found.add(None)
        else:
            found.add(last.stance)
    return found


class ReadingsTest(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(st.lists(positions(), min_size=1, max_size=3), st.integers(-4, DAYS + 4))
    def test_what_is_so_in_every_reading_is_certain_and_in_some_possible(
        self, said: list[Said], on: int
    ) -> None:
        for number, one in enumerate(said):
            record.position(f"p{number}", date=one.edtf, stance=one.stance, rank=one.rank)
        expected = readings(said, on)

        cells = public.matrix(day(on)).cells

        if len(expected) == 1:
            [stance] = expected
            held = [(cell.stance, cell.certain) for cell in cells]
            assert held == ([(stance, True)] if stance else [])
        else:
            assert not any(cell.certain for cell in cells)
            assert {cell.stance for cell in cells} == expected - {None}
        around = [day(on - 1), day(on), day(on + 1)]
        through = public.held_through(around, ["force", "nothing"])
        for near in around:
            matrix = public.matrix(near)
            assert through.on[near] == [*matrix.cells, *matrix.ended]
        # What is taken back is in no camp.
        names: Any = {"france": {"en": "France"}, "force": {"en": "Force"}}
        shown = standings(names, names, cells, Links(day(on)))
        camps = {camp.stance.value for topic in shown for camp in topic.camps}
        assert camps == expected - {None, "taken-back"}
        of_actor = public.held_by("france", day(on))
        on_topic = public.held_on("force", day(on))
        for held_positions in (of_actor, on_topic):
            told = [(one.entry, one.stance, one.certain) for one in held_positions if not one.ended]
            assert sorted(told) == sorted(
                (cell.position["entry"]["slug"], cell.stance, cell.certain) for cell in cells
            )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2024-04-30", [("supports", True)]),
        ("2024-05-01", [("taken-back", False), ("supports", False)]),
        ("2024-05-30", [("taken-back", False), ("supports", False)]),
        ("2024-05-31", [("taken-back", True)]),
        ("2030-01-01", [("taken-back", True)]),
    ],
)
def test_what_is_taken_back_some_day_of_a_month_may_hold_until_its_last(
    on: str, expected: list[tuple[str, bool]]
) -> None:
    record.position("support", holder="peru", date="2024-02-02")
    record.position("back", holder="peru", date="2024-05", stance="taken-back")

    cells = public.matrix(date.fromisoformat(on)).cells

    assert [(cell.stance, cell.certain) for cell in cells] == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2024-06-30", []),
        ("2024-07-01", [("opposes", False)]),
        ("2025-01-01", [("opposes", False)]),
        ("2026-06-29", [("opposes", False)]),
        ("2026-06-30", [("opposes", True)]),
    ],
)
def test_about_a_year_is_certain_when_no_later_day_can_be_meant(
    on: str, expected: list[tuple[str, bool]]
) -> None:
    record.position("one", date="2025~", stance="opposes")

    cells = public.matrix(date.fromisoformat(on)).cells

    assert [(cell.stance, cell.certain) for cell in cells] == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2022-04-30", []),
        ("2022-05-15", [False]),
        ("2022-05-31", [True]),
        ("2023-09-01", [True]),
        ("2023-09-02", [False]),
        ("2023-10-01", []),
        ("2026-11-26", []),
    ],
)
def test_a_position_with_an_end_holds_until_then(on: str, expected: list[bool]) -> None:
    record.position("one", date="2022-05/2023-09", stance="opposes")

    assert [cell.certain for cell in public.matrix(date.fromisoformat(on)).cells] == expected


@pytest.mark.django_db
@pytest.mark.parametrize("late_first", [True, False])
def test_of_two_on_one_day_the_later_instant_holds(late_first: bool) -> None:
    said = [("2024-11-19T09:15:00Z", "opposes"), ("2024-11-19T17:40:00Z", "conditional")]
    for number, (edtf, stance) in enumerate(reversed(said) if late_first else said):
        record.position(f"p{number}", date=edtf, stance=stance)

    [cell] = public.matrix(date(2024, 11, 19)).cells

    assert (cell.stance, cell.certain) == ("conditional", True)
