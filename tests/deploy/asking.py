"""Asking a site that runs, as a browser or a program would."""

import http.client
import json
import re
import subprocess
import sys
import urllib.parse
from typing import NamedTuple

from tests.deploy.conftest import COMMON
from tests.deploy.machines import ROOT
from tests.waiting import PATIENCE, until


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    text: str

    @property
    def cache(self) -> str | None:
        """Whether the proxy had it: HIT, MISS, STALE …"""
        return self.headers["X-Cache"]


def ask(url: str, **headers: str) -> Answer:
    """The answer to GET. Headers have underscores for hyphens."""
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", parts._replace(scheme="", netloc="").geturl(), headers=named)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read().decode(errors="replace"))
    finally:
        connection.close()


def ask_kept(url: str, **headers: str) -> Answer:
    """The answer that the proxy has kept, which it may have a moment after it was first given."""
    answers: list[Answer] = []

    def is_kept() -> bool:
        answers.append(ask(url, **headers))
        return answers[-1].cache == "HIT"

    until(is_kept, f"{url} is kept")
    return answers[-1]


def addresses(site) -> list[str]:
    """The pages of the sitemap, some forms of what is on them, and the API's."""
    found: list[str] = []
    for part in re.findall(
        r"<loc>[^<]*?(/sitemap-[^<]*)</loc>", ask(f"{site.url}/sitemap.xml").text
    ):
        found += re.findall(r"<loc>https?://[^/]*(/[^<]*)</loc>", ask(site.url + part).text)
    return sorted({*found, "/", "/api/v1/entries/", "/api/v1/changes/?after=0", "/robots.txt"})


PUBLISHER = """
import json, sys
import django
django.setup()
from django.db import connection
from events import publishing
from events.models import Development
for line in sys.stdin:
    slug, title = json.loads(line)
    entry = Development.objects.get(slug=slug)
    entry.title_en = entry.title_de = title
    entry.save()
    print(publishing.publish(entry).seq, flush=True)
"""


class Publisher:
    """Publishes as the desk does, in a process of its own that keeps its connection."""

    def __init__(self, url: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PUBLISHER],
            cwd=ROOT,
            env=COMMON | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tracker.settings"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def publish(self, slug: str, title: str) -> int:
        """Give the entry a title; the seq of the version."""
        self.process.stdin.write(json.dumps([slug, title]) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        self.process.communicate(timeout=PATIENCE)
