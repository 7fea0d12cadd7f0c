"""A site that is served as in production, and what it answers."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.faults.databases import environment
from tests.ports import free_port
from tests.serving import ROOT
from tests.waiting import PATIENCE


@dataclass(frozen=True)
class Answer:
    """`seconds`: how long it took to the last byte."""

    status: int
    headers: dict[str, str]
    body: str
    seconds: float


class Site:
    """A running site. `log`: what it has written to the standard error stream."""

    def __init__(self, port: int, health_port: int, log: Path) -> None:
        self.port = port
        self.health_port = health_port
        self.log = log
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, "", headers)

    def post(self, path: str, fields: dict[str, Any]) -> Answer:
        """Send a form of the desk."""
        token = {"csrfmiddlewaretoken": self.cookies.get("desk-csrf", "")}
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(fields | token, doseq=True), form)

    def health(self) -> Answer:
        return _asked(self.health_port, "GET", "/healthz", "", {})

    def lines(self) -> int:
        """How many lines there are in the log."""
        return len(self.log.read_text().splitlines())

    def log_in(self, name: str, password: str) -> None:
        self.get("/admin/login/")
        answer = self.post("/admin/login/", {"username": name, "password": password})
        assert answer.status == 302, answer.body

    def _ask(self, method: str, path: str, body: str, headers: dict[str, str]) -> Answer:
        if path.startswith("/admin/") and self.cookies:
            kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers = {**headers, "Cookie": kept}
        answer = _asked(self.port, method, path, body, headers)
        for name, morsel in SimpleCookie(answer.headers.get("set-cookie", "")).items():
            self.cookies[name] = morsel.value
        return answer


def _asked(port: int, method: str, path: str, body: str, headers: dict[str, str]) -> Answer:
    began = time.monotonic()
    connection = http.client.HTTPConnection("localhost", port, timeout=PATIENCE)
    try:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        said: dict[str, str] = {}
        for name, value in answer.getheaders():
            said[name.lower()] = f"{said[name.lower()]}, {value}" if name.lower() in said else value
        text = answer.read().decode()
    finally:
        connection.close()
    return Answer(answer.status, said, text, time.monotonic() - began)


@contextmanager
def served(url: str, log: Path, **more: str) -> Iterator[Site]:
    """A site with the database at `url`, and with these settings beside the usual ones."""
    site = Site(free_port(), free_port(), log)
    ports = {"PORT": str(site.port), "HEALTH_PORT": str(site.health_port)}
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "tracker.wsgi"],
            cwd=ROOT,
            env=environment(url) | ports | more,
            stderr=stream,
        )
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and process.poll() is None:
            try:
                site.get("/readyz")
            except OSError:
                time.sleep(0.05)
            else:
                break
        yield site
    finally:
        process.terminate()
        process.wait(PATIENCE)
