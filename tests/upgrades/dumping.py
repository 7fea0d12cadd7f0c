"""Keeps what databases of this release look like, for the tests of every release after it.

    python -m tests.upgrades.dumping 1.2

makes `tests/upgrades/1.2/`. README.md says when, and what for.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import psycopg

from tests.postgres import server
from tests.upgrades.databases import database_beside, dump_postgresql, dump_sqlite

ROOT = Path(__file__).resolve().parents[2]
STEPS = (
    ["manage.py", "migrate", "--verbosity", "0"],
    ["manage.py", "demo", "fixtures/ukraine-peace.yaml"],
    ["-m", "tests.upgrades.story"],
)
# Nobody needs one, and a password's digest is nothing to publish.
NO_PASSWORD = "UPDATE auth_user SET password = '!'"


def dump(folder: Path) -> None:
    folder.mkdir()
    with tempfile.TemporaryDirectory(prefix="tracker-dump-") as scratch:
        file = Path(scratch) / "db.sqlite3"
        fill(f"sqlite:///{file}")
        with closing(sqlite3.connect(file)) as database, database:
            database.execute(NO_PASSWORD)
        (folder / "sqlite.sql").write_text(dump_sqlite(file))
    with server() as url, database_beside(url, "tracker_dump") as filled:
        fill(filled)
        with psycopg.connect(filled) as connection:
            connection.execute(NO_PASSWORD)
        (folder / "postgresql.sql").write_text(dump_postgresql(filled))


def fill(url: str) -> None:
    """Fill an empty database with the program, each step in a process of its own."""
    settings = {"DATABASE_URL": url, "HTTPS": "off", "SECRET_KEY": "used for this dump only"}
    for step in STEPS:
        command = [sys.executable, *step]
        environment = os.environ | settings
        subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    dump(Path(__file__).parent / sys.argv[1])
