"""A plugin of pytest that notes which lines each test executes, and how long it takes.

    python -m pytest -n 2 -p tests.mutation.plugin

Every process writes what it saw to `var/measured/`: a data file of `coverage`, in which the context
is the test, and a JSON object with `seconds` by test (of processor time) and the tests that failed.

Whoever imports this is measured from then on, at twice the time.
"""

import json
import os
from collections.abc import Iterator
from time import process_time

import coverage
import pytest

from tests.mutation.copying import MEASURED

seconds: dict[str, float] = {}
failed: set[str] = set()
lines = coverage.Coverage(
    data_file=MEASURED / "lines", data_suffix=True, include=["events/*"], config_file=False
)
lines.set_option("run:relative_files", True)
lines.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    lines.switch_context(item.nodeid)
    begin = process_time()
    result = yield
    seconds[item.nodeid] = process_time() - begin
    lines.switch_context("")
    return result


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.failed:
        failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    lines.stop()
    lines.save()
    found = {"seconds": seconds, "failed": sorted(failed)}
    (MEASURED / f"{os.getpid()}.json").write_text(json.dumps(found))
