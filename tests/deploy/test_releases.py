"""The last release and this one side by side, behind the supplied proxy, while readers read and the
database is brought from the one to the other as docs/upgrading.md says."""

import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.deploy.asking import ask
from tests.deploy.conftest import COMMON
from tests.deploy.machines import ROOT, Cluster, process, proxy, ready
from tests.ports import free_port
from tests.waiting import until

RELEASES = ROOT / "tests/upgrades/README.md"


def last_release() -> str:
    """The commit that the newest of the kept databases is of."""
    return re.findall(r"^\| `([0-9a-f]{7})` \|", RELEASES.read_text(), re.MULTILINE)[-1]


@pytest.fixture(scope="module")
def before() -> Iterator[Path]:
    """The program of the last release."""
    with tempfile.TemporaryDirectory(prefix="record-before-") as name:
        folder = Path(name) / "record"
        git = ["git", "-C", str(ROOT), "worktree"]
        commit = last_release()
        added = subprocess.run(
            [*git, "add", "--detach", str(folder), commit], capture_output=True, check=False
        )
        if added.returncode:
            pytest.skip(f"the history of this clone does not go back to {commit}")
        try:
            locked = (folder / "requirements.txt").read_text()
            if locked != (ROOT / "requirements.txt").read_text():
                pytest.skip(f"{commit} needs other packages than this release")
            yield folder
        finally:
            subprocess.run([*git, "remove", "--force", str(folder)], check=True)


def manage(folder: Path, url: str, *arguments: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    settings = COMMON | {"DATABASE_URL": url}
    done = subprocess.run(
        command, cwd=folder, env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


class Reader(threading.Thread):
    """Reads through the proxy what nobody has asked for before, so that no stored page helps."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url, self.over = url, threading.Event()
        self.number = 0
        self.failed: list[tuple[str, object]] = []

    def run(self) -> None:
        days = (date(2000, 1, 1) + timedelta(days=number) for number in count())
        for day in days:
            if self.over.is_set():
                return
            for path in (f"/en/positions/?on={day}", f"/api/v1/matrix/?on={day}", "/en/timeline/"):
                try:
                    told: object = ask(self.url + path).status
                except OSError as error:
                    told = error
                self.number += 1
                if told != 200:
                    self.failed.append((path, told))

    def go_on(self, number: int = 40) -> None:
        enough = self.number + number
        until(lambda: self.number >= enough, f"{number} reads more")

    def stop(self) -> None:
        self.over.set()
        self.join()


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with tempfile.TemporaryDirectory(prefix="record-releases-") as name:
        Path(name).chmod(0o755)
        cluster = Cluster(Path(name) / "primary")
        cluster.initialise()
        cluster.start()
        cluster.sql("CREATE ROLE record LOGIN CREATEDB")
        cluster.sql("CREATE DATABASE record OWNER record")
        try:
            yield cluster
        finally:
            cluster.stop()


def test_readers_notice_nothing_of_an_upgrade(before, cluster, tmp_path):
    gunicorn = [sys.executable, "-m", "gunicorn", "tracker.wsgi"]
    settings = COMMON | {"DATABASE_URL": cluster.url, "PATH": os.environ["PATH"]}
    ports = {"old": free_port(), "new": free_port(), "proxy": free_port()}
    for command in ("migrate", "demo"):
        manage(before, cluster.url, command)
    manage(before, cluster.url, "collectstatic", "--no-input", "--verbosity", "0")
    with ExitStack() as stack:
        # It says of each request that it comes too late.
        quiet = {"folder": before, "stderr": subprocess.DEVNULL}
        old = stack.enter_context(
            process(gunicorn, settings | {"PORT": str(ports["old"])}, **quiet)
        )
        until(lambda: ready(ports["old"]), "the last release is ready")
        # As docs/operating.md says: those of the new one beside the others.
        url = stack.enter_context(
            proxy(tmp_path / "nginx", ports["new"], ports["old"], ports["proxy"], upgrading=True)
        )
        reader = Reader(url)
        reader.start()
        try:
            reader.go_on()
            stack.enter_context(process(gunicorn, settings | {"PORT": str(ports["new"])}))
            reader.go_on()
            manage(ROOT, cluster.url, "migrate", "--no-input")
            reader.go_on()
            manage(ROOT, cluster.url, "rebuild", "--if-needed")
            reader.go_on()
            until(lambda: ready(ports["new"]), "this release is ready")
            old.terminate()
            old.wait()
            reader.go_on()
        finally:
            reader.stop()

    print(f"{reader.number} reads during an upgrade, {len(reader.failed)} failed")
    assert reader.failed == []
