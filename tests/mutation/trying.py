"""Tries mutants out, in a copy of the tree as the working folder.

    python -m tests.mutation.trying

Reads one JSON object a line: `path` and `text` of a module, the `tests` to run, in this order, and
`seconds` that they take otherwise. Answers with one: `outcome` (survived, killed or timeout) and
`by`, the test that has noticed, empty where none could even be collected. Each mutant gets a
process of its own, forked from this one, which has imported what takes long to import, and a
database that is ready.
"""

import json
import os
import re
import resource
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

import pytest

# What takes long to import and needs no settings.
IMPORTED = (
    *("hypothesis.core", "hypothesis.strategies", "django.core.management", "django.db.models"),
    *("django.forms", "django.test.client", "django.views.debug", "jinja2", "psycopg", "orjson"),
    *("lxml.etree", "nh3", "markdown_it", "icalendar"),
)
DATABASE = Path("var/database.sqlite3")
LOG = Path("var/tests.log")
# A mutant may take so many seconds of processor time, and so many times what the tests take as it
# is; and so many times that where the processor is busy with something else.
PATIENCE, PATIENT_FACTOR, IDLE_FACTOR = 20, 3, 8
MEMORY = 4 << 30  # bytes
FAILED = 70
ARGUMENTS = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--assert=plain"),
    *("--tb=no", "--reuse-db", "--hypothesis-seed=0"),
)
NOTICED = re.compile(r"^(?:FAILED|ERROR) ([^ ]+::.*?)(?: - .*)?$", re.MULTILINE)


class Only:
    """Runs these tests and no others, in this order; those that empty the tables come last."""

    def __init__(self, tests: list[str]) -> None:
        self.places = {test: place for place, test in enumerate(tests)}

    def pytest_sessionstart(self) -> None:
        from django.conf import settings

        shutil.copy(DATABASE, settings.DATABASES["default"]["TEST"]["NAME"])

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self.places]
        items.sort(key=lambda item: (_empties(item), self.places[item.nodeid]))


def _empties(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return marker is not None and bool(marker.kwargs.get("transaction"))


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for name in IMPORTED:
        import_module(name)
    _fork(_make_database, 600)
    for line in sys.stdin:
        request = json.loads(line)
        with changed(Path(request["path"]), request["text"]):
            answer = attempt(request["tests"], request["seconds"])
        print(json.dumps(answer), file=answers, flush=True)


@contextmanager
def changed(path: Path, text: str) -> Iterator[None]:
    before = path.read_bytes()
    try:
        path.write_text(text)
        yield
    finally:
        path.write_bytes(before)


def attempt(tests: list[str], seconds: float) -> dict[str, str]:
    files = list(dict.fromkeys(test.split("::")[0] for test in tests))
    status = _fork(lambda: pytest.main([*ARGUMENTS, *files], plugins=[Only(tests)]), seconds)
    if status in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return {"outcome": "survived", "by": ""}
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return {"outcome": "timeout", "by": ""}
    noticed = NOTICED.search(LOG.read_text())
    return {"outcome": "killed", "by": noticed[1] if noticed else ""}


def _fork(work: Callable[[], int], seconds: float) -> int:
    """The exit code of the work in a process of its own, or the signal that ended it, negative."""
    limit = PATIENCE + PATIENT_FACTOR * int(seconds)
    child = os.fork()
    if not child:
        code = FAILED
        try:
            os.setpgid(0, 0)
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            log = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(log, 1)
            os.dup2(log, 2)
            code = work()
        finally:
            if code == FAILED:
                traceback.print_exc()
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    try:
        # The child does so, too: whoever comes first.
        with suppress(OSError):
            os.setpgid(child, child)
        return _wait(child, time.monotonic() + IDLE_FACTOR * limit)
    finally:
        # And whatever it has started. Not before it is gone is the copy let go.
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(child, 0)


def _wait(child: int, until: float) -> int:
    while time.monotonic() < until:
        found, status = os.waitpid(child, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    return -signal.SIGKILL


def _make_database() -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.db import connection

    from tests.settings import SCRATCH

    SCRATCH.mkdir()
    made = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    shutil.move(made, DATABASE)
    shutil.rmtree(SCRATCH)
    return 0


if __name__ == "__main__":
    main()
