"""Runs a command with `SITE_URL` and `LARGE_SITE_URL` naming running sites.

    python -m tests.browser.sites pytest tests/browser

They are the sites that `SITE_URL` already names (`LARGE_SITE_URL`, if left out, is the same), or
else two that start here as in production, each with a database of its own in a temporary folder:
one with the demo and some hard cases, one with some thousands of invented entries. The exit code
is the command's.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.postgres import run
from tests.serving import ROOT, served

# What each site is filled with, by the name of the variable that tells where it is.
ENTRIES = os.environ.get("LARGE_SITE_ENTRIES", "5000")
FILLINGS = {
    "SITE_URL": (
        [sys.executable, "manage.py", "demo", "fixtures/ukraine-peace.yaml"],
        [sys.executable, "-m", "tests.browser.records"],
    ),
    "LARGE_SITE_URL": ([sys.executable, "-m", "tests.browser.records", ENTRIES],),
}


@contextmanager
def sites() -> Iterator[dict[str, str]]:
    """The addresses, without a slash at the end, of sites that exist as long as the context."""
    if url := os.environ.get("SITE_URL"):
        large = os.environ.get("LARGE_SITE_URL") or url
        yield {"SITE_URL": url.rstrip("/"), "LARGE_SITE_URL": large.rstrip("/")}
        return
    with tempfile.TemporaryDirectory(prefix="tracker-sites-") as folder, ExitStack() as servers:
        environments = {name: environment(Path(folder) / f"{name}.sqlite3") for name in FILLINGS}
        with ThreadPoolExecutor() as pool:
            list(pool.map(_fill, FILLINGS, environments.values()))
        yield {name: servers.enter_context(served(env)) for name, env in environments.items()}


def environment(database: Path) -> dict[str, str]:
    return os.environ | {
        "ALLOWED_HOSTS": "localhost",
        # How long answers take is not what is tested here, on whatever machine.
        "ANSWER_SECONDS": "0",
        "DATABASE_URL": f"sqlite:///{database}",
        "DEBUG": "off",
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
        "HTTPS": "off",
        "LOG_LEVEL": "ERROR",
        "SECRET_KEY": "used by the browser tests only",
        "STATEMENT_SECONDS": "0",
        "TIME_ZONE": "UTC",
    }


def _fill(name: str, environment: dict[str, str]) -> None:
    for command in ([sys.executable, "manage.py", "migrate", "--verbosity", "0"], *FILLINGS[name]):
        done = subprocess.run(
            command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True
        )
        if done.returncode:
            sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def main(command: list[str]) -> int:
    # A signal to end leaves the context, so that the servers end, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with sites() as urls:
        return run(command, urls)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
