"""Which tests are run for a mutant, and in which order."""

import pytest
from coverage import CoverageData

from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.reaching import LONGEST, SOON, Reach, digest, near

PATH = "events/public/versions/naming.py"
TEXT = """\
LIMIT = 50


def first(rows):
    return rows[0]


def last(rows):
    return rows[-1]
"""
OWN = "tests/public/versions/test_naming.py"


def reach(executed: dict[int, list[str]], seconds: dict[str, float], text: str = TEXT) -> Reach:
    """The tests by the line of the module that they execute; `text`: as it was then."""
    lines = CoverageData(no_disk=True)
    for line, tests in executed.items():
        for test in tests:
            lines.set_context(test)
            lines.add_lines({PATH: [line]})
    return Reach(seconds, {PATH: digest(text.encode())}, lines)


def mutant(line: int, path: str = PATH) -> Mutant:
    return next(one for one in mutants_of(path, TEXT) if one.line == line)


def test_tests_that_execute_the_line_are_run_and_the_nearest_and_quickest_of_them_first() -> None:
    near_ones = [f"{OWN}::test_a", f"{OWN}::test_b", "tests/public/versions/test_served.py::test"]
    others = ["tests/public/names/test_tags.py::test", "tests/api/test_paging.py::test"]
    seconds = dict.fromkeys([*near_ones, *others], 0.1) | {f"{OWN}::test_a": 0.2}
    known = reach({5: [*others, *near_ones], 9: [f"{OWN}::test_last"]}, seconds)
    assert known.tests_of(mutant(5)) == (
        [near_ones[1], near_ones[0], near_ones[2], others[0], others[1]],
        [],
    )


def test_what_takes_long_is_run_only_after_the_rest_and_only_so_much_of_it() -> None:
    tests = [f"{OWN}::test_{number:03}" for number in range(100)]
    known = reach({5: tests}, dict.fromkeys(tests, 0.5))
    soon, then = known.tests_of(mutant(5))
    assert len(soon) == SOON / 0.5
    assert soon + then == tests[: int(LONGEST / 0.5)]


def test_a_test_that_takes_long_by_itself_is_run_where_there_is_no_other() -> None:
    known = reach({5: [f"{OWN}::test"]}, {f"{OWN}::test": LONGEST + 1.0})
    assert known.tests_of(mutant(5)) == ([f"{OWN}::test"], [])


def test_what_is_done_at_import_is_noticed_by_those_that_execute_anything_else() -> None:
    tests = {5: [f"{OWN}::test_first"], 9: [f"{OWN}::test_last"]}
    known = reach({1: [""], **tests}, {f"{OWN}::test_first": 0.1, f"{OWN}::test_last": 0.2})
    assert known.tests_of(mutant(1)) == ([f"{OWN}::test_first", f"{OWN}::test_last"], [])


def test_of_a_module_that_has_changed_no_line_is_known() -> None:
    tests = {5: [f"{OWN}::test_first"], 9: [f"{OWN}::test_last"]}
    seconds = {f"{OWN}::test_first": 0.1, f"{OWN}::test_last": 0.2}
    known = reach(tests, seconds, text="# As it was.\n")
    assert known.tests_of(mutant(9)) == ([f"{OWN}::test_first", f"{OWN}::test_last"], [])


def test_where_no_test_is_known_those_of_the_package_are_run_and_else_all() -> None:
    tests = ["tests/dates/languages/test_a.py::test", "tests/dates/test_b.py::test"]
    known = reach({}, dict.fromkeys([tests[1], tests[0], "tests/public/test_c.py::test"], 0.1))
    of_dates = known.tests_of(mutant(1, "events/dates/languages/german.py"))
    assert of_dates == (tests, [])
    of_another = known.tests_of(mutant(1, "events/desk/roles.py"))
    assert of_another == ([*tests, "tests/public/test_c.py::test"], [])


@pytest.mark.parametrize(
    ("test", "parts"),
    [
        ("tests/public/versions/test_naming.py::test_a[tests/x::y]", 4),
        ("tests/public/versions/naming/test_words.py::test", 4),
        ("tests/public/versions/test_served.py::test", 3),
        ("tests/public/names/test_naming.py::test", 2),
        ("tests/test_words.py::test", 1),
    ],
)
def test_a_test_is_near_by_the_folders_that_it_shares(test: str, parts: int) -> None:
    assert near(PATH, test) == parts
