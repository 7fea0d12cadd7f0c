"""The site as it is served in production, for as long as a context lasts."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ports import free_port
from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """The address of a site with these variables, without a slash at the end."""
    port = free_port()
    url = f"http://localhost:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "tracker.wsgi"],
        cwd=ROOT,
        env=environment | {"BIND": "127.0.0.1", "PORT": str(port)},
        stderr=sys.stderr,
    )
    try:
        _wait(f"{url}/readyz", process)
        yield url
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=PATIENCE).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit(f"{url} did not answer.")
