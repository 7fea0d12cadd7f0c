"""Which mutants there are, and which of them are drawn."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.mutation.mutants import Mutant, mutants_of, sample

ROOT = Path(__file__).resolve().parents[2]


def changes(text: str) -> list[list[str]]:
    return [mutant.diff for mutant in mutants_of("events/some.py", dedent(text))]


def module(path: str) -> list[Mutant]:
    return mutants_of(path, (ROOT / path).read_text())


def test_what_changes_is_shown_by_line() -> None:
    text = """\
        LIMIT = 50


        def some(rows):
            if not rows:
                return rows
            return rows[
                : LIMIT + 1
            ]
    """
    assert changes(text) == [
        ["-LIMIT = 50", "+LIMIT = None"],
        ["-LIMIT = 50", "+LIMIT = 51"],
        ["-    if not rows:", "+    if rows:"],
        ["-        : LIMIT + 1", "+        : LIMIT - 1"],
        ["-        : LIMIT + 1", "+        : LIMIT + 2"],
    ]
    found = mutants_of("events/some.py", dedent(text))
    assert [(mutant.line, list(mutant.statement)) for mutant in found] == [
        *((1, [1]), (1, [1]), (5, [5]), (8, [7, 8, 9]), (8, [7, 8, 9])),
    ]
    assert found[-1].mutated == dedent(text).replace("+ 1", "+ 2")


def test_what_is_decorated_is_changed_but_not_the_decorator() -> None:
    text = """\
        @lru_cache(maxsize=1)
        def name():
            return 0
    """
    assert changes(text) == [["-    return 0", "+    return 1"]]


@pytest.mark.parametrize(
    "text",
    [
        "name: Literal['one', 'two']",
        "def name(one: dict[str, Literal[1]]) -> Literal[2]: ...",
        "__all__ = ['one', 'two']",
        "if TYPE_CHECKING:\n    one = 1",
        "cast('date', one)",
        "Rows = list[tuple[int, str]]",
    ],
)
def test_what_only_readers_and_type_checkers_look_at_is_left_alone(text: str) -> None:
    assert changes(text) == []


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (" AND i.seq <= %s", []),
        ("SELECT v.seq FROM events_version v", []),
        ("FROM t WHERE facet = 'it'", ["from t where facet = 'it'", "FROM T WHERE FACET = 'IT'"]),
        ("i.tags", []),
        (" AND ", [" and "]),
        ("Role", ["role", "ROLE"]),
    ],
)
def test_sql_says_the_same_in_any_case(text: str, others: list[str]) -> None:
    said = [f"XX{text}XX", *others]
    assert changes(f'f(*"{text}")') == [[f'-f(*"{text}")', f'+f(*"{other}")'] for other in said]


def test_what_zip_makes_sure_of_is_so_in_any_case() -> None:
    zipped = "zip(*rows, strict=True)"
    assert changes(zipped) == [[f"-{zipped}", "+zip(strict=True)"]]


def test_a_match_in_a_function_loses_a_case_and_keeps_its_shape() -> None:
    text = """\
        def some(one):
            match one:
                case None:
                    return one
                case _:
                    return one.two
    """
    found = mutants_of("events/some.py", dedent(text))
    assert [mutant.diff for mutant in found] == [
        ["-        case None:", "-            return one"],
        ["-        case _:", "-            return one.two"],
    ]
    assert all(mutant.compiles for mutant in found)


@pytest.mark.parametrize("path", ["events/dates/checks.py", "events/public/versions/naming.py"])
def test_every_mutant_is_another_module_and_says_so(path: str) -> None:
    found = module(path)
    assert len(found) == len({mutant.mutated for mutant in found}) > 50
    for mutant in found:
        assert mutant.compiles
        assert mutant.mutated != mutant.text
        assert mutant.diff
        assert mutant.line in mutant.statement


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    found = module("events/dates/about.py")
    drawn = sample(found, 20, seed=1)
    assert len(set(drawn)) == 20
    assert sample(found, 20, seed=1) == drawn
    assert sample(reversed(found), 20, seed=1) == drawn
    assert sample(found, 10, seed=1) == drawn[:10]
    assert sample(found, 20, seed=2) != drawn
    assert sorted(map(found.index, sample(found, 10_000, seed=1))) == list(range(len(found)))


def test_a_sample_stays_when_lines_move() -> None:
    text = (ROOT / "events/dates/checks.py").read_text()
    before = sample(mutants_of("events/dates/checks.py", text), 20, seed=1)
    moved = text.replace("\n_YEAR", "\n# Years.\n\n_YEAR")
    after = sample(mutants_of("events/dates/checks.py", moved), 20, seed=1)
    assert [mutant.diff for mutant in after] == [mutant.diff for mutant in before]
