"""Databases that can be taken away from a site: a PostgreSQL server of their own, a file."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psutil
import psycopg

from tests.serving import ROOT

QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class File:
    """SQLite in a file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "site.sqlite3"
        self.url = f"sqlite:///{self.path}"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another process is writing."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")

    @contextmanager
    def gone(self) -> Iterator[None]:
        """Nothing that could be opened is where the file was."""
        kept = self.path.with_name("kept")
        for path in self._files():
            path.rename(path.with_name(path.name.replace(self.path.name, kept.name)))
        self.path.mkdir()
        try:
            yield
        finally:
            self.path.rmdir()
            for path in list(kept.parent.glob(f"{kept.name}*")):
                path.rename(path.with_name(path.name.replace(kept.name, self.path.name)))

    def _files(self) -> list[Path]:
        return list(self.path.parent.glob(f"{self.path.name}*"))


class Server:
    """A PostgreSQL that started for the tests. `process`: its first process, the postmaster."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder

    @property
    def process(self) -> psutil.Process:
        pid = (self.folder / "postmaster.pid").read_text().splitlines()[0]
        return psutil.Process(int(pid))

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """It takes connections and questions, and says nothing."""
        stopped = [self.process, *self.process.children()]
        for process in stopped:
            process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            for process in stopped:
                process.send_signal(signal.SIGCONT)

    @contextmanager
    def gone(self) -> Iterator[None]:
        """It has stopped, and is started again in the end."""
        process = self.process
        program = Path(process.exe()).with_name("pg_ctl")
        command: list[Any] = [program, "-D", self.folder, "-l", self.folder / "log"]
        owner = process.uids().real
        subprocess.run([*command, "-m", "fast", "stop"], check=True, user=owner, **QUIET)
        try:
            yield
        finally:
            sockets = ["-o", f'-h "" -k {self.folder}']
            subprocess.run([*command, "-w", *sockets, "start"], check=True, user=owner, **QUIET)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another session is publishing."""
        with psycopg.connect(self.url, application_name="a publisher that hangs") as other:
            other.execute("SELECT pg_advisory_xact_lock(%s)", [0x7265636F7264])
            yield
            other.rollback()


def environment(url: str) -> dict[str, str]:
    return {
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
        "HTTPS": "off",
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "used by the tests only",
        "THREADS": "4",
    }


def manage(url: str, *arguments: str, **more: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, check=True, cwd=ROOT, env=environment(url) | more, capture_output=True)
