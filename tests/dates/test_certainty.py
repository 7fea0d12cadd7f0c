"""What is certain, possible and impossible, beside a model that goes through all readings.

A reading is a set of days. The model knows what a text says from how it was put together here, and
not from the bounds that the package finds in it: a day, or “about” a day, which is seven.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.dates import Certainty, Turn, certainty, parse

BEFORE, AFTER = -40, 40  # stand for all days before and after those that are written
DAY_0 = date(2026, 1, 15)
Reading = frozenset[int]


def day(number: int) -> date:
    return DAY_0 + timedelta(days=number)


@dataclass(frozen=True)
class Model:
    """A text and all its readings; `lasts` says whether it has an end at all."""

    text: str
    readings: list[Reading]
    lasts: bool = False


@dataclass(frozen=True)
class Written:
    number: int
    about: bool

    @property
    def text(self) -> str:
        return day(self.number).isoformat() + ("~" if self.about else "")

    @property
    def days(self) -> range:
        wide = 3 if self.about else 0
        return range(self.number - wide, self.number + wide + 1)


written = st.builds(Written, st.integers(-6, 6), st.booleans())
ordered = st.tuples(written, written).map(lambda two: sorted(two, key=lambda one: one.number))


def lasting(begins: range, ends: range) -> Iterator[Reading]:
    for first, last in product(begins, ends):
        if first <= last:
            yield frozenset(range(first, last + 1))


def points(days: range) -> list[Reading]:
    return [frozenset({number}) for number in days]


@st.composite
def intervals(draw: st.DrawFn) -> Model:
    first, last = draw(ordered)
    everything = range(BEFORE, AFTER + 1)
    kind = draw(st.sampled_from(["a/b", "a/..", "a/", "../b", "/b"]))
    match kind:
        case "a/b":
            return Model(
                f"{first.text}/{last.text}", list(lasting(first.days, last.days)), lasts=True
            )
        case "a/..":
            goes_on = [frozenset(range(start, AFTER + 1)) for start in first.days]
            return Model(f"{first.text}/..", goes_on)
        case "a/":
            return Model(f"{first.text}/", list(lasting(first.days, everything)), lasts=True)
        case "../b":
            return Model(f"../{last.text}", points(range(BEFORE, last.days[-1] + 1)))
    return Model(f"/{last.text}", list(lasting(everything, last.days)), lasts=True)


@st.composite
def members(draw: st.DrawFn) -> tuple[str, list[Reading], list[Reading], bool]:
    """A member of a set: its text, its readings as one of several and as one that was, too."""
    if draw(st.booleans()):
        one = draw(written)
        return one.text, points(one.days), points(one.days), False
    first, last = draw(ordered)
    return (
        f"{first.text}..{last.text}",
        points(range(first.days[0], last.days[-1] + 1)),
        list(lasting(first.days, last.days)),
        True,
    )


@st.composite
def sets(draw: st.DrawFn) -> Model:
    chosen = draw(st.lists(members(), min_size=1, max_size=3))
    text = ",".join(member[0] for member in chosen)
    if draw(st.booleans()):
        return Model(f"[{text}]", [reading for _, one, _, _ in chosen for reading in one])
    together = [
        frozenset().union(*several) for several in product(*(all_of for _, _, all_of, _ in chosen))
    ]
    return Model(f"{{{text}}}", together, lasts=any(lasts for *_, lasts in chosen))


models = st.one_of(
    written.map(lambda one: Model(one.text, points(one.days))), intervals(), intervals(), sets()
)


def judged(readings: list[Reading], days: Reading) -> Certainty:
    met = [bool(reading & days) for reading in readings]
    if all(met):
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if any(met) else Certainty.NO


@settings(deadline=None, max_examples=150)
@given(models, st.integers(-12, 12), st.integers(0, 8))
def test_a_day_and_a_window_are_judged_as_all_readings_say(
    model: Model, first: int, length: int
) -> None:
    value = parse(model.text)
    window = frozenset(range(first, first + length + 1))
    assert certainty.on(value, day(first)) == judged(model.readings, frozenset({first}))
    assert certainty.within(value, day(first), day(first + length)) == judged(
        model.readings, window
    )
    before = frozenset(range(BEFORE, first + 1))
    assert certainty.within(value, None, day(first)) == judged(model.readings, before)
    assert certainty.begun(value, day(first)) == judged(model.readings, before)
    after = frozenset(range(first, AFTER + 1))
    assert certainty.within(value, day(first), None) == judged(model.readings, after)


@settings(deadline=None, max_examples=150)
@given(models)
def test_beginning_and_end_are_those_of_all_readings(model: Model) -> None:
    value = parse(model.text)
    begins = [min(reading) for reading in model.readings]
    ends = [max(reading) for reading in model.readings]

    def known(number: int) -> date | None:
        return day(number) if BEFORE < number < AFTER else None

    assert certainty.since(value) == Turn(known(max(begins)), known(min(begins)))
    expected = Turn(known(max(ends)), known(min(ends))) if model.lasts else None
    assert certainty.until(value) == expected


@settings(deadline=None, max_examples=150)
@given(models, st.integers(-12, 12), st.integers(0, 8))
def test_the_four_bounds_never_claim_more_than_all_readings(
    model: Model, first: int, length: int
) -> None:
    """What others ask of a database, which knows the bounds only."""
    value = parse(model.text)
    start, end = day(first), day(first + length)
    answer = certainty.within(value, start, end)
    if (value.latest_start or date.max) <= end and (value.earliest_end or date.min) >= start:
        assert answer == Certainty.CERTAIN
    if (value.earliest or date.min) > end or (value.latest or date.max) < start:
        assert answer == Certainty.NO


@pytest.mark.parametrize(
    ("text", "start", "end", "answer"),
    [
        ("2025-09", "2025-09-14", "2025-09-14", "possible"),
        ("2025-09", "2025-09-01", "2025-09-30", "certain"),
        ("2025-09", "2025-10-01", None, "no"),
        ("2022/2023", "2022-12-31", "2023-01-01", "certain"),
        ("2022/2023", "2022-12-30", "2022-12-30", "possible"),
        ("2022/2023", "2022-12-31", "2022-12-31", "certain"),
        ("2025/..", "2400-01-01", "2400-01-01", "certain"),
        ("2025/", "2400-01-01", "2400-01-01", "possible"),
        ("../2026-01-06", None, "1990-01-01", "possible"),
        ("../2026-01-06", None, "2026-01-06", "certain"),
        ("../2026-01-06", "2026-01-07", None, "no"),
        ("{2025-12-14,2025-12-16}", "2025-12-15", "2025-12-15", "no"),
        ("{2025-12-14,2025-12-16}", "2025-12-15", "2025-12-16", "certain"),
        ("[2025-12-14,2025-12-16]", "2025-12-15", "2025-12-16", "possible"),
        ("[2025-12-14,2025-12-16]", "2025-12-15", "2025-12-15", "no"),
        ("2025~", "2024-07-01", "2024-07-01", "possible"),
        ("2025~", "2024-07-01", "2026-06-30", "certain"),
        ("2026-01-06T14:30:00Z", "2026-01-06", "2026-01-06", "certain"),
        ("2026-01-06", "2026-02-01", "2026-01-01", "no"),
        ("XXXX", "2026-01-01", "2026-01-01", "possible"),
        ("XXXX", None, None, "certain"),
        ("XXXX-01-06", "2026-01-06", "2026-01-06", "possible"),
        ("XXXX-01-06", "2026-01-07", "2027-01-05", "no"),
        ("XXXX-01-06", "2026-01-07", "2027-01-06", "possible"),
        ("XXXX-01-06", None, "0001-01-05", "no"),
        ("XXXX-01-06", None, None, "certain"),
        ("XXXX-02-29", "2024-02-29", "2024-02-29", "possible"),
        ("XXXX-02-29", "2025-01-01", "2028-02-28", "no"),
        ("XXXX-02-29", "1896-03-01", "1904-02-28", "no"),
        ("XXXX-02-29", "1896-03-01", "1904-02-29", "possible"),
        ("XXXX-02", "2025-02-28", "2025-02-28", "possible"),
    ],
)
def test_a_window_is_judged(text: str, start: str | None, end: str | None, answer: str) -> None:
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    assert certainty.within(parse(text), first, last) == answer


@pytest.mark.parametrize(
    ("text", "began", "ended"),
    [
        ("2026-01-06", ("2026-01-06", "2026-01-06"), None),
        ("2025", ("2025-12-31", "2025-01-01"), None),
        ("2022-05/2023-09", ("2022-05-31", "2022-05-01"), ("2023-09-30", "2023-09-01")),
        ("2014/..", ("2014-12-31", "2014-01-01"), None),
        ("2014/", ("2014-12-31", "2014-01-01"), (None, "2014-01-01")),
        ("/2023-09", ("2023-09-30", None), ("2023-09-30", "2023-09-01")),
        ("../2023-09", ("2023-09-30", None), None),
        ("{2014..}", ("2014-12-31", "2014-01-01"), None),
        ("{2014,2016}", ("2014-12-31", "2014-01-01"), None),
        ("{2014,2016..2018}", ("2014-12-31", "2014-01-01"), ("2018-12-31", "2018-01-01")),
        ("[2014..]", (None, "2014-01-01"), None),
        ("XXXX", (None, None), None),
    ],
)
def test_when_it_began_and_ended_is_said_twice(
    text: str, began: tuple[str | None, str | None], ended: tuple[str | None, str | None] | None
) -> None:
    def days(turn: Turn | None) -> tuple[str | None, ...] | None:
        return turn and tuple(day.isoformat() if day else None for day in turn)

    assert days(certainty.since(parse(text))) == began
    assert days(certainty.until(parse(text))) == ended


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2025-01-09", "2025-01-10", True),
        ("2025-01-10", "2025-01-10", False),
        ("2025-01", "2025-02", True),
        ("2025-01", "2025-01-31", False),
        ("../2025-01", "2025-02", True),
        # By the clock, whatever the day is called at the place.
        ("2025-01-10T10:00Z", "2025-01-10T12:00Z", True),
        ("2025-01-10T01:00+09:00", "2025-01-09T20:00Z", True),
        ("2025-01-09T20:00Z", "2025-01-10T01:00+09:00", False),
        ("2025-01-10T10:00", "2025-01-10T12:00", True),
        # Where a zone is not known, the day is.
        ("2025-01-10T10:00", "2025-01-10T12:00Z", False),
        ("2025-01-09T10:00", "2025-01-10T12:00Z", True),
        ("2025-01-10", "2025-01-10T12:00Z", False),
    ],
)
def test_one_date_is_before_another_by_the_instant_or_the_day(
    one: str, other: str, expected: bool
) -> None:
    assert certainty.precedes(parse(one), parse(other)) is expected
