"""Runs the tests under `coverage`, to see which lines each of them executes and how long it takes.

What is found is kept in `var/mutation/`. After that, only test files that have changed are run. Of
a source that has changed, the lines are not known any more; when many have, all tests are run.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict

from coverage import Coverage, CoverageData

from tests.mutation.copying import MEASURED, ROOT
from tests.mutation.reaching import Reach, digest

KEPT = ROOT / "var" / "mutation"
# Tests of other things than the sources: of measurements, of a site in a browser, of these tools.
NOT_RUN = {"benchmarks", "browser", "mutation"}
# The share of the sources that may have changed before all tests are run again.
CHANGED = 0.25


class Found(TypedDict):
    """What running a test file has shown. `seconds`: by test, but for those that failed."""

    digest: str
    seconds: dict[str, float]


class Notes(TypedDict):
    """`sources`: the digests of the modules when all tests were run; `tests`: by file."""

    sources: dict[str, str]
    tests: dict[str, Found]


def measured(copy: Path, jobs: int) -> Reach:
    """What is known of the tests. What is not, is found out in the copy, `jobs` at a time."""
    sources, files = _digests(copy, "events", "*.py"), _digests(copy, "tests", "test_*.py")
    notes = _kept()
    changed = [path for path in sources if notes["sources"].get(path) != sources[path]]
    if len(changed) > CHANGED * len(sources):
        notes = {"sources": sources, "tests": {}}
    known = {path: found for path, found in notes["tests"].items() if path in files}
    new = [path for path in files if path not in known or known[path]["digest"] != files[path]]
    if new:
        print(f"Running the tests of {len(new)} files, to see which lines they execute …")
        known |= _found(copy, new, files, jobs, anew=not known)
        (KEPT / "tests.json").write_text(json.dumps({**notes, "tests": known}))
    lines = CoverageData(str(KEPT / "lines"))
    lines.read()
    seconds = [found["seconds"] for found in known.values()]
    return Reach(
        {test: time for of in seconds for test, time in of.items()}, notes["sources"], lines
    )


def _kept() -> Notes:
    try:
        notes: Notes = json.loads((KEPT / "tests.json").read_text())
    except FileNotFoundError:
        return {"sources": {}, "tests": {}}
    return notes


def _digests(copy: Path, folder: str, pattern: str) -> dict[str, str]:
    paths = [file.relative_to(copy) for file in sorted((copy / folder).rglob(pattern))]
    used = [path for path in paths if NOT_RUN.isdisjoint(path.parts)]
    return {str(path): digest((copy / path).read_bytes()) for path in used}


def _found(
    copy: Path, paths: Sequence[str], digests: Mapping[str, str], jobs: int, *, anew: bool
) -> dict[str, Found]:
    """What running these test files shows. The lines are put with those that are kept, or, anew,
    in their place."""
    folder = copy / MEASURED
    folder.mkdir(parents=True)
    _run(copy, paths, jobs)
    notes = [json.loads(file.read_text()) for file in folder.glob("*.json")]
    failed = {test for note in notes for test in note["failed"]}
    for test in sorted(failed):
        print(f"Left out, because it fails without any mutant: {test}")
    found: dict[str, Found] = {path: {"digest": digests[path], "seconds": {}} for path in paths}
    for note in notes:
        for test in note["seconds"].keys() - failed:
            found[test.partition("::")[0]]["seconds"][test] = note["seconds"][test]
    if not anew:
        shutil.copy(KEPT / "lines", folder / "lines.kept")
    lines = Coverage(data_file=folder / "lines", config_file=False)
    lines.combine()
    lines.save()
    KEPT.mkdir(parents=True, exist_ok=True)
    shutil.move(folder / "lines", KEPT / "lines")
    return found


def _run(copy: Path, paths: Sequence[str], jobs: int) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-n", str(jobs), "--dist", "worksteal"]
    command += ["-p", "no:cacheprovider", "--assert=plain", "--hypothesis-seed=0"]
    command += ["-p", "tests.mutation.plugin", *paths]
    environment = {name: it for name, it in os.environ.items() if name != "TEST_DATABASE_URL"}
    with subprocess.Popen(
        command,
        cwd=copy,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate()
        except BaseException:
            # Its own processes, too.
            os.killpg(process.pid, signal.SIGKILL)
            raise
    if process.returncode not in (0, 1):
        sys.exit(said)
