"""The disk of the database is full: readers read, whoever saves keeps what was typed."""

import os
import random
import re
import sqlite3
import string
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.admin.desk import fields_of
from tests.faults.conftest import EDITOR
from tests.faults.databases import File, Server
from tests.faults.disks import full, small_disk
from tests.faults.sites import Answer, Site, served
from tests.pace import tries
from tests.waiting import until

READER, PROBE, LATE = 3.0, 0.1, 0.5
PAGES = ("/en/timeline/", "/api/v1/entries/?limit=3", "/en/about/")
ADD = "/admin/events/development/add/"


@pytest.fixture(scope="module")
def disk() -> Iterator[Path]:
    with small_disk() as disk:
        yield disk


@pytest.fixture(scope="module")
def full_site(database: File | Server, disk: Path, tmp_path_factory) -> Iterator[Site]:
    """A site whose database is on that disk, with somebody logged in."""
    url = _moved(database, disk)
    with served(url, tmp_path_factory.mktemp("full") / "log") as site:
        site.log_in(*EDITOR)
        yield site


def _moved(database: File | Server, disk: Path) -> str:
    """The address of a copy there. What SQLite has written beside its file is part of it."""
    if isinstance(database, File):
        path = disk / "site.sqlite3"
        with (
            closing(sqlite3.connect(database.path)) as here,
            closing(sqlite3.connect(path)) as there,
        ):
            here.backup(there)
        return f"sqlite:///{path}"
    owner = database.process.uids().real
    folder = disk / "tables"
    folder.mkdir()
    os.chown(folder, owner, -1)
    name = psycopg.conninfo.conninfo_to_dict(database.url)["dbname"]
    with psycopg.connect(database.url, autocommit=True, dbname="template1") as session:
        session.execute(f"CREATE TABLESPACE small LOCATION '{folder}'")
        session.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        session.execute(f'CREATE DATABASE full_site TEMPLATE "{name}" TABLESPACE small')
    return database.url.replace(f"/{name}?", "/full_site?")


def _settle(site: Site, disk: Path) -> None:
    """SQLite writes into its log again what room it has there already."""
    path = disk / "site.sqlite3"
    if path.exists():
        with closing(sqlite3.connect(path, timeout=10)) as session:
            session.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def draft(site: Site, slug: str) -> dict[str, Any]:
    """A form that needs some pages of the disk: nothing of it can be made shorter."""
    form = fields_of(site.get(ADD).body)
    process = re.findall(r"/admin/events/process/(\d+)/", site.get("/admin/events/process/").body)[
        0
    ]
    summary = "".join(random.Random(slug).choices(string.ascii_letters, k=19_000))
    said = {"title_en": "A draft", "title_de": "Ein Entwurf", "slug": slug, "date": "2026"}
    return form | said | {"processes": process, "summary_en": summary, "summary_de": summary}


def saved(site: Site, form: dict[str, Any]) -> None:
    answers: list[Answer] = []

    def is_back() -> bool:
        answers.append(site.post(ADD, form))
        return answers[-1].status != 503

    until(is_back, "it can be saved")
    told = (answers[-1].status, answers[-1].headers["location"])
    assert told == (302, "/admin/events/development/")


def slowest(answers: list[Answer]) -> float:
    return max(answer.seconds for answer in answers)


def test_readers_read_and_what_was_typed_is_kept(full_site: Site, disk: Path):
    site = full_site
    # The first answers of a process take longest.
    until(lambda: {site.get(path).status for path in PAGES * 4} == {200}, "the site is ready")
    for number, pace in enumerate(tries()):
        form = draft(site, f"while-the-disk-is-full-{number}")
        usual = slowest([site.get(path) for path in PAGES * 4])
        usual_form = site.post(ADD, form | {"slug": "Ä"}).seconds  # it is refused
        usual_health = slowest([site.health() for _time in range(5)])
        lines, began = site.lines(), time.monotonic()
        _settle(site, disk)

        with full(disk):
            answers = [site.get(path) for path in PAGES * 4]
            refused = [site.post(ADD, form) for _thread in range(4)]
            health = [site.health() for _time in range(5)]
            ready = site.get("/readyz")

        assert [answer.status for answer in answers] == [200] * len(answers)
        assert [answer.status for answer in refused] == [503] * 4
        for answer in refused:
            assert answer.headers["retry-after"] == "10"
            assert "There is no room left to save anything. Nothing was saved." in answer.body
            assert form["summary_en"] in answer.body
        assert {answer.status for answer in health} == {200}
        assert ready.status == 200
        assert site.lines() - lines <= 2 * (time.monotonic() - began) + 2
        assert "the disk of the database is full" in site.log.read_text()
        pace.judge("a reader", slowest(answers), READER, usual)
        pace.judge("whoever saves", slowest(refused), READER + LATE, usual_form)
        pace.judge("health", min(answer.seconds for answer in health), PROBE, usual_health)

        # There is room again, and nobody has restarted anything.
        saved(site, form)


@pytest.fixture(autouse=True)
def told(full_site: Site) -> Iterator[None]:
    yield
    with suppress(OSError):
        print(full_site.log.read_text()[-2000:])
