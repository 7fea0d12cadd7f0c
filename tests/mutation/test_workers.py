"""Mutants that are tried out, in a copy that is as before afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from coverage import CoverageData

from tests.mutation.copying import ROOT, copies
from tests.mutation.mutants import Mutant
from tests.mutation.reaching import Reach, digest
from tests.mutation.workers import Worker, verdicts
from tests.waiting import PATIENCE, until

PATH = "events/public/versions/naming.py"
TESTS = ["tests/public/versions/test_naming.py::test_a_limit_takes_the_first_ones"]
# Let them take as long as they like: what takes too long is not what is tested.
KNOWN = Reach(dict.fromkeys(TESTS, PATIENCE), {}, CoverageData(no_disk=True))


@pytest.fixture(scope="module")
def tree() -> Iterator[Path]:
    with copies(1) as [tree]:
        yield tree


def contents(tree: Path) -> dict[str, str]:
    files = [file for file in (tree / "events").rglob("*") if file.suffix != ".pyc"]
    return {
        str(file.relative_to(tree)): digest(file.read_bytes()) for file in files if file.is_file()
    }


def mutant(gone: str, come: str) -> Mutant:
    """The module with one text in place of another."""
    text = (ROOT / PATH).read_text()
    start = text.index(gone)
    return Mutant(PATH, text, start, start + len(gone), come, range(1, 2))


def processes(tree: Path) -> list[str]:
    """Those that work in the tree."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            folder = os.readlink(process / "cwd")
        except OSError:
            continue
        if folder.startswith(str(tree)):
            found.append(process.name)
    return found


def test_a_mutant_is_killed_or_survives_and_nothing_stays_changed(tree: Path) -> None:
    before = contents(ROOT)
    limit = mutant("ORDER BY place.sort", "ORDER BY -place.sort")
    broken = mutant("from events", "from event")
    same = mutant("LIMIT = 50", "LIMIT = 40")
    found = {verdict.mutant: verdict for verdict in verdicts([limit, broken, same], KNOWN, [tree])}
    assert [(found[one].outcome, found[one].by) for one in (limit, broken, same)] == [
        ("killed", TESTS[0]),
        ("killed", ""),
        ("survived", ""),
    ]
    assert contents(tree) == contents(ROOT) == before
    nothing_is_left(tree)


def nothing_is_left(tree: Path) -> None:
    """One that was killed is there a moment longer."""
    until(lambda: processes(tree) == [], "no process is left")


def test_a_worker_that_is_told_to_end_leaves_nothing_behind(tree: Path) -> None:
    before = contents(tree)
    worker = Worker(tree)
    slow = mutant("LIMIT = 50", "import time; time.sleep(1000)")
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(worker.verdict, slow, KNOWN)
        until(lambda: contents(tree) != before, "the mutant is there")
        worker.end()
        with pytest.raises(RuntimeError, match="has ended"):
            asked.result()
    assert contents(tree) == before
    nothing_is_left(tree)


@pytest.mark.parametrize(("told", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_an_interruption_leaves_nothing_behind(tmp_path: Path, told: int, code: int) -> None:
    before = contents(ROOT)
    command = [sys.executable, "-m", "tests.mutation", "events/words.py", "--number", "3"]
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        until(lambda: processes(tmp_path), "it has begun")
        process.send_signal(told)
        process.communicate()
    assert process.returncode == code
    assert contents(ROOT) == before
    assert list(tmp_path.iterdir()) == []
    nothing_is_left(tmp_path)
