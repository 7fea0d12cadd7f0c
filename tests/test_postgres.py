"""The command that gives the tests a PostgreSQL server; `make test` shows that it can start one."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PRINT = "import os; print(os.environ['TEST_DATABASE_URL']); raise SystemExit(7)"


def run(**environment):
    return subprocess.run(
        [sys.executable, "-m", "tests.postgres", sys.executable, "-c", PRINT],
        check=False,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )


def test_a_server_that_is_named_is_used_and_the_exit_code_is_the_commands():
    url = "postgres://user:secret@host/name"

    process = run(TEST_DATABASE_URL=url)

    assert (process.stdout, process.returncode) == (f"{url}\n", 7)


def test_another_engine_is_no_postgresql():
    process = run(TEST_DATABASE_URL="sqlite:///var/db.sqlite3")

    assert (process.stdout, process.returncode) == ("", 1)
    assert process.stderr == (
        "TEST_DATABASE_URL should look like “postgres://user:password@host:5432/name”.\n"
    )
