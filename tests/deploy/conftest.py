"""A site on several servers: a primary with two standbys, a desk by way of PgBouncer, a reader on
the first standby, and nginx in front. It stands for all tests, which lead from one state to the
next: they run in the order of the files, in one process."""

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.deploy.machines import (
    ROOT,
    Cluster,
    pooler,
    process,
    proxy,
    ready,
)
from tests.ports import free_port
from tests.waiting import PATIENCE, until

METRICS_TOKEN = "used by the tests of the deployment only"
COMMON = {
    "PATH": os.environ["PATH"],
    "SECRET_KEY": "used by the tests of the deployment only",
    "HTTPS": "off",
    "TRUST_PROXY": "on",
    "PYTHONWARNINGS": "ignore:No directory at",
    "WEB_CONCURRENCY": "2",
    "METRICS_TOKEN": METRICS_TOKEN,
    # The first answers of a process take longest, and how long is not what is tested here.
    "ANSWER_SECONDS": "60",
}


class Site:
    """The servers, and what can be done with them."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self.stack = folder, stack
        self.primary, self.standby, self.spare = (
            Cluster(folder / name) for name in ("primary", "standby", "spare")
        )
        self.desk_port, self.reader_port, self.port = free_port(), free_port(), free_port()
        self.programs: dict[str, subprocess.Popen] = {}
        self.url = self.pooled = self.name = ""

    def manage(self, *arguments: str, cluster: Cluster | None = None, **environment: str):
        """A command of the site, by default at the primary; what it did."""
        url = (cluster or self.primary).url
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=COMMON | {"PATH": self.path, "DATABASE_URL": url} | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def path(self) -> str:
        """With the programs of the server first: `pg_dump` has to be as new as it is."""
        return f"{self.primary.programs}{os.pathsep}{os.environ['PATH']}"

    def done(self, *arguments: str, **more) -> str:
        process = self.manage(*arguments, **more)
        assert process.returncode == 0, process.stderr
        return process.stdout

    def serve(self, name: str, port: int, url: str, **environment: str) -> None:
        command = [sys.executable, "-m", "gunicorn", "tracker.wsgi"]
        settings = COMMON | {"DATABASE_URL": url, "PORT": str(port)} | environment
        self.programs[name] = self.stack.enter_context(process(command, settings))
        until(lambda: ready(port), f"{name} is ready")

    def stop(self, name: str) -> None:
        self.programs[name].terminate()
        self.programs[name].wait(PATIENCE)


def started(folder: Path, stack: ExitStack) -> Site:
    """All servers, which end with `stack`."""
    folder.chmod(0o755)
    site = Site(folder, stack)
    site.primary.initialise()
    stack.callback(site.primary.stop)
    site.primary.start()
    roles = (ROOT / "deploy/postgresql/roles.sql").read_text()
    for statement in filter(str.strip, roles.split(";\n")):
        site.primary.sql(statement)
    site.done("migrate", "--no-input", "--verbosity", "0")
    site.done("demo", "fixtures/ukraine-peace.yaml")
    for standby in (site.standby, site.spare):
        standby.copy(site.primary)
        stack.callback(standby.stop)
        standby.start()
    site.pooled = stack.enter_context(pooler(folder / "pgbouncer", site.primary, free_port()))
    site.serve("desk", site.desk_port, site.pooled, DATABASE_PREPARE="off")
    site.serve("reader", site.reader_port, site.standby.url, ROLE="reader")
    site.url = stack.enter_context(
        proxy(folder / "nginx", site.desk_port, site.reader_port, site.port)
    )
    return site


@pytest.fixture(scope="session")
def site():
    with tempfile.TemporaryDirectory(prefix="record-deploy-") as name, ExitStack() as stack:
        yield started(Path(name), stack)
