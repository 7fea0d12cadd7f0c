"""The web server and the worker of `make run`."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ports import free_port
from tests.waiting import PATIENCE, until

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path):
    found = {
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "HTTPS": "off",
        "PATH": os.environ["PATH"],
        "PORT": str(free_port()),
        "PYTHONWARNINGS": "ignore:No directory at",
        "SECRET_KEY": "used by the tests only",
    }
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, cwd=ROOT, env=found, check=True)
    return found


def lines_until(run, text):
    """What is said until a line with this text, which is the last one."""
    said = []
    for line in run.stderr:
        said.append(line)
        if text in line:
            return said
    raise AssertionError("".join(said))


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_both_run_and_both_stop_and_a_worker_that_ends_is_told_of(environment, stop):
    with subprocess.Popen(
        [sys.executable, "-m", "tracker.running"],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        try:
            begun: set[str] = set()
            while begun != {"site", "worker"}:
                line = run.stderr.readline()
                assert line
                begun |= {"site"} if "The site is at" in line else set()
                if "Worker " in line and "has started" in line:
                    begun.add("worker")
                    pid = int(line.partition("Worker ")[2].split(":")[1])
            assert is_alive(pid)
            if stop == signal.SIGINT:
                os.kill(pid, signal.SIGKILL)
                told = lines_until(run, "The worker has ended (-9)")[-1]
                assert told.endswith("Start another one: make manage ARGS=worker\n")
        finally:
            run.send_signal(stop)
        run.stderr.read()
        assert run.wait(PATIENCE) == 0
    until(lambda: not is_alive(pid), "the worker has ended")
