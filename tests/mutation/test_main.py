"""What is asked for, and what is told."""

import sys

import pytest

from tests.mutation.__main__ import PACKAGES, arguments, candidates, report
from tests.mutation.copying import ROOT
from tests.mutation.equivalents import equivalents
from tests.mutation.mutants import mutants_of
from tests.mutation.workers import Verdict

CHECKS = "events/dates/checks.py"


def test_without_further_words_a_hundred_of_the_packages_that_say_what_is_public() -> None:
    asked = arguments([])
    assert (asked.paths, asked.number, asked.all, asked.seed, asked.jobs) == (
        *(PACKAGES, 100, False, 1, 2),
    )
    assert all((ROOT / package / "__init__.py").is_file() for package in PACKAGES)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["--number", "0"], "argument --number: “0” is no number from 1 on."),
        (["--jobs", "-1"], "argument --jobs: “-1” is no number from 1 on."),
        (["--number", "many"], "argument --number: “many” is no number from 1 on."),
        (["events/nowhere.txt"], "“events/nowhere.txt” is no module or package below events/."),
        (["tests"], "“tests” is no module or package below events/."),
        (["events/../README.md"], "“events/../README.md” is no module or package below events/."),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(
    command: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        arguments(command)
    assert refused.value.code == 2
    assert said in capsys.readouterr().err


def test_what_measures_is_imported_only_where_something_is_measured(
    pytestconfig: pytest.Config,
) -> None:
    """It would make all tests of the process take twice as long, whatever they test."""
    plugin = "tests.mutation.plugin"
    assert (plugin in sys.modules) == pytestconfig.pluginmanager.hasplugin(plugin)


def test_mutants_that_are_known_to_be_equivalent_are_no_candidates() -> None:
    every = mutants_of(CHECKS, (ROOT / CHECKS).read_text())
    found = candidates([CHECKS, CHECKS])
    left_out = [mutant.name for mutant in every if mutant not in found]
    assert left_out
    assert left_out == [mutant.name for mutant in every if mutant.name in equivalents()]


def test_the_share_is_told_by_package_and_each_survivor_with_its_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, *_, last = candidates([CHECKS])
    other = next(iter(candidates(["events/desk/roles.py"])))
    report(
        [
            Verdict(last, "survived", "", 7),
            Verdict(first, "survived", "", 12),
            Verdict(first, "killed", "tests/dates/test_checks.py::test", 1),
            Verdict(other, "timeout", "", 3),
        ]
    )
    assert capsys.readouterr().out.splitlines() == [
        "",
        f"{CHECKS}:{first.line} survived 12 tests",
        *first.diff,
        "",
        f"{CHECKS}:{last.line} survived 7 tests",
        *last.diff,
        "",
        "events/dates             1 of     3 killed: 33.3%",
        "events/desk              1 of     1 killed: 100.0%",
        "in all                   2 of     4 killed: 50.0%",
    ]
