"""Which of several is the last that has begun, beside a model that goes through all readings."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.dates import certainty, parse
from tests.readings import FIRST, FOR_EVER, Read, day, read


def last(said: list[tuple[Read, bool]], on: int) -> dict[int | None, set[int]]:
    """The number of the one that is the last, None for none, in each reading of all the dates; with
    the days from which it is so, as numbers."""
    found: dict[int | None, set[int]] = {}
    for spans in product(*(one.spans for one, _ends in said)):
        begun = [
            (start, number, end if ends and one.ends else FOR_EVER)
            for number, ((start, end), (one, ends)) in enumerate(zip(spans, said, strict=True))
            if start <= on
        ]
        last = max((step for step in begun if step[2] >= on), default=None)
        # It is the last one again when what came after it is over.
        over = [end + 1 for *step, end in begun if last and tuple(step) > last[:2]]
        days = found.setdefault(last[1] if last else None, set())
        days |= {max([last[0], *over])} if last else set()
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(read(), st.booleans()), min_size=1, max_size=2), st.integers(-5, 20))
def test_what_is_so_in_every_reading_is_certain(said: list[tuple[Read, bool]], on: int) -> None:
    ending = {number for number, (_one, ends) in enumerate(said) if ends}

    found = certainty.latest([parse(one.edtf) for one, _ends in said], day(on), ending)

    model = last(said, on)
    rivals = {rival.number for rival in found.rivals}
    assert {found.number, *rivals} == model.keys()
    assert len(rivals) == len(found.rivals)
    assert found.number not in rivals
    if found.number is not None:
        assert said[found.number][0].begun(on) == {True}
    for rival in found.rivals:
        if rival.number is not None and rival.possibly:
            # Never later than it can have been.
            assert (rival.possibly - FIRST).days <= min(model[rival.number] | {on})


@pytest.mark.parametrize(
    ("dates", "on", "number", "rivals"),
    [
        (["2026-03"], "2026-03-10", None, [(0, "2026-03-01")]),
        (["2026-03"], "2026-03-31", 0, []),
        (["../2026-01-06"], "2025-01-01", None, [(0, None)]),
        (["2025~"], "2026-06-30", 0, []),
        (["2025~"], "2026-06-29", None, [(0, "2024-07-01")]),
        (["XXXX-05-01"], "2026-05-01", None, [(0, None)]),
        (["2026-01-10", "2026-01"], "2026-01-20", 0, [(1, "2026-01-10")]),
        (["2026-01-10", "2026-01"], "2026-02-20", 1, [(0, "2026-01-10")]),
        (["2026-01-10", "2026-01-10"], "2026-02-20", 1, []),
        (["2026-01-10T17:00:00Z", "2026-01-10T09:00:00Z"], "2026-01-10", 0, []),
        (["2026-01-10", "2026-01-10T09:00:00Z"], "2026-01-10", 1, []),
        # In Washington it is still the tenth when it is the eleventh in Kyiv already.
        (["2026-01-10T23:30:00-05:00", "2026-01-11T01:00:00+02:00"], "2026-01-11", 0, []),
    ],
)
def test_the_last_one_and_what_it_can_be_instead(
    dates: list[str], on: str, number: int | None, rivals: list[tuple[int | None, str | None]]
) -> None:
    found = certainty.latest([parse(edtf) for edtf in dates], date.fromisoformat(on))
    shown = [(one.number, str(one.possibly) if one.possibly else None) for one in found.rivals]
    assert (found.number, shown) == (number, rivals)


@pytest.mark.parametrize(
    ("on", "number", "rivals"),
    [
        ("2026-03-31", 1, []),
        ("2026-04-20", 1, [(0, "2026-04-02")]),
        ("2026-05-01", 0, []),
    ],
)
def test_what_was_before_is_the_last_again_when_another_one_is_over(
    on: str, number: int, rivals: list[tuple[int, str]]
) -> None:
    dates = [parse("2026-01-10"), parse("2026-03-01/2026-04")]
    found = certainty.latest(dates, date.fromisoformat(on), ending={1})
    assert (found.number, [(one.number, str(one.possibly)) for one in found.rivals]) == (
        number,
        rivals,
    )
