from collections.abc import Callable
from pathlib import Path

import pytest

from events.desk import Problem, Where
from events.importing import LoadError, load
from events.importing.problems import located

File = Callable[..., Path]
Line = Callable[[str], int]


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ((), "Wrong."),
        (("summits", "oslo-2"), "line 2: summits: oslo-2: Wrong."),
        (("summits", "oslo-2", "title", "de"), "line 4: summits: oslo-2: title: de: Wrong."),
        (
            ("summits", "oslo-2", "actors", 0, "role"),
            "line 5: summits: oslo-2: actors 1: role: Wrong.",
        ),
    ],
)
def test_a_problem_is_told_with_its_line_and_its_keys(where: Where, told: str) -> None:
    problem = Problem("invalid", where, "Wrong.")
    assert str(located(problem, lambda where: len(where) or None)) == told


@pytest.mark.django_db
def test_a_second_place_is_told_too(file: File, line: Line) -> None:
    with pytest.raises(LoadError) as raised:
        load(file(("  rain:\n", "  when:\n")))
    assert str(raised.value) == (
        f"line {line('  when:')}: questions: when: This short name is taken already. "
        f"See developments: when, line {line('  rain:')}."
    )


def test_problems_are_told_in_the_order_of_the_file() -> None:
    problems = [Problem("invalid", ("a",) * number, str(number)) for number in (2, 0, 1)]
    error = LoadError(located(problem, len) for problem in problems)
    assert [problem.problem.message for problem in error.problems] == ["0", "1", "2"]
