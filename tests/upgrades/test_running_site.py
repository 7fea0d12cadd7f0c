"""A site that runs while another release derives anew what it reads."""

import http.client
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from events.log.derivation import DERIVATION
from tests.log.derived_by import derived_by
from tests.ports import free_port
from tests.upgrades.elsewhere import elsewhere, load
from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
BEHIND = (
    "The tables that are derived from the log are behind this release. "
    "Run `manage.py rebuild`. Until then readers are told to come back later.\n"
)


class Running:
    """The site as a server process on a port of its own."""

    def __init__(self, url, *command):
        self.port = free_port()
        settings = {
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATABASE_POOL": "2",
            # The first answers of a process take longest, and how long is not what is tested.
            "ANSWER_SECONDS": "0",
            "PORT": str(self.port),
            "PYTHONWARNINGS": "ignore:No directory at",
        }
        self.process = subprocess.Popen(
            [sys.executable, *(str(self.port) if word == "PORT" else word for word in command)],
            cwd=ROOT,
            env=os.environ | settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def status(self, path):
        until = time.monotonic() + PATIENCE
        while True:
            connection = http.client.HTTPConnection("localhost", self.port, timeout=PATIENCE)
            try:
                connection.request("GET", path)
                return connection.getresponse().status
            except ConnectionRefusedError:
                assert time.monotonic() < until
                assert self.process.poll() is None
                time.sleep(0.1)
            finally:
                connection.close()

    def end(self):
        self.process.terminate()
        return self.process.communicate(timeout=PATIENCE)[1]


@pytest.mark.parametrize(
    "command",
    [["-m", "gunicorn", "tracker.wsgi"], ["manage.py", "runserver", "--noreload", "PORT"]],
    ids=["gunicorn", "runserver"],
)
def test_it_says_so_at_its_start_and_sees_at_once_what_changes(tmp_path, transactional_db, command):
    paths = ["/en/feed.atom", "/api/v1/entries/", "/readyz"]
    with elsewhere(tmp_path) as url:
        load(ROOT / "tests" / "upgrades" / "7828057")
        call_command("migrate", verbosity=0)
        site = Running(url, *command)
        try:
            behind = [site.status(path) for path in paths]
            call_command("rebuild", verbosity=0)
            ours = [site.status(path) for path in paths]
            derived_by(DERIVATION + 1)
            ahead = [site.status(path) for path in paths]
        finally:
            said = site.end()

    assert (behind, ours, ahead) == ([503] * 3, [200] * 3, [503] * 3)
    assert said.count(BEHIND) == 1
