"""The web server and the Makefile, as whoever runs them meets them."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ports import free_port
from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
# The database of these tests is empty.
NOT_MIGRATED = "The database lacks migrations. Run `manage.py migrate`.\n"


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def environment(tmp_path, port):
    return {
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "HTTPS": "off",
        "PATH": os.environ["PATH"],
        "PORT": str(port),
        # The tests do not collect static files, which is worth a warning on a site.
        "PYTHONWARNINGS": "ignore:No directory at",
        "SECRET_KEY": "used by the tests only",
    }


def serve(environment):
    return subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "tracker.wsgi"],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_server_says_where_it_is_and_stops_when_told_to(environment, port, stop):
    with serve(environment) as server:
        try:
            lines = [server.stderr.readline(), server.stderr.readline()]
            connection = http.client.HTTPConnection("localhost", port, timeout=PATIENCE)
            connection.request("GET", "/healthz")
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
        finally:
            server.send_signal(stop)

        assert lines == [
            NOT_MIGRATED,
            f"The site is at http://localhost:{port}/\n",
        ]
        assert (answer.status, body) == (200, b'{"status": "ok"}')
        assert server.wait(timeout=PATIENCE) == 0


def test_at_a_terminal_it_says_how_to_stop_it(environment, port):
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "gunicorn", "tracker.wsgi"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=theirs) as server:
        os.close(theirs)
        try:
            with os.fdopen(ours) as terminal:
                lines = [terminal.readline(), terminal.readline()]
        finally:
            server.terminate()
    assert lines[1] == f"The site is at http://localhost:{port}/ — Ctrl-C stops it.\n"


def test_a_port_that_is_taken(environment, port):
    with socket.create_server(("127.0.0.1", port)), serve(environment) as server:
        _, message = server.communicate(timeout=PATIENCE)

    assert server.returncode == 1
    assert message == (
        f"{NOT_MIGRATED}Cannot listen on 127.0.0.1:{port}: Address already in use. "
        "Set PORT to a free port, as in `make run PORT=8001`.\n"
    )


@pytest.mark.parametrize(("demo", "commands"), [("on", ["demo"]), ("off", ["roles"])])
def test_a_site_begins_with_the_first_record_or_without(demo, commands):
    asked = [shutil.which("make"), "--dry-run", "--always-make", "run", f"DEMO={demo}"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout

    run = re.findall(r"manage\.py (\w+)", said.partition("manage.py migrate")[2])
    assert [command for command in run if command in ("demo", "roles")] == commands


def test_make_says_what_is_missing_when_no_python_will_do(tmp_path):
    """A machine with nothing but a shell, make and an old Python."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "find", "rm"):
        (programs / name).symlink_to(shutil.which(name))
    old = programs / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()

    process = subprocess.run(
        [shutil.which("make"), "run"],
        check=False,
        cwd=tmp_path,
        env={"PATH": str(programs)},
        capture_output=True,
        text=True,
    )

    assert process.returncode == 2
    assert process.stdout == ""
    assert process.stderr.splitlines()[:3] == [
        "No Python was found that is 3.11 or newer and has the modules venv and ensurepip.",
        "On Debian and Ubuntu: apt install python3 python3-venv. To name one yourself:",
        "  make run PYTHON=/path/to/python3",
    ]
