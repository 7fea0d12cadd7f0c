"""Kills whatever publishes, again and again, and looks whether anything was lost:

    python -m benchmarks.kills [PUBLICATIONS] [--kills 200] [--embedded] [--seed 1]

A publisher publishes drafts one by one; an editor publishes others through the web server and
renames an actor; a worker publishes again what names it. One of the three processes after another
is killed with SIGKILL in the middle of what it does, and started anew, until all is published. Then
nothing that was acknowledged may be missing, and whatever is derived has to be what a rebuild makes
of the log. On SQLite (`--embedded`), or on the server that `TEST_DATABASE_URL` names, or else on
one that starts from a wheel.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from time import monotonic

import django
from django.core.management import call_command

from benchmarks import databases
from tests import postgres

# The entries that there are before. No benchmark has as many.
BEFORE = 307


def main() -> int:
    arguments = _arguments()
    with _database(arguments.embedded) as url:
        databases.configure(url)
        django.setup()
        # Only now, because they import models.
        running, checking = (
            import_module(f"benchmarks.kills.{name}") for name in ("running", "checking")
        )
        keys, actor = running.fill(BEFORE, arguments.publications)
        began = monotonic()
        run = running.Run(keys, actor, random.Random(arguments.seed))
        try:
            kills = run.kill(arguments.kills)
            run.finish()
        finally:
            run.end()
        call_command("worker", "--once")
        faults = checking.check(
            run.before, keys, run.published, run.editor.pressed, actor, run.editor.names
        )
    done = len(run.published) + len(run.editor.pressed)
    print(
        f"{kills} kills ({', '.join(f'{name} {number}' for name, number in run.kills.items())}) in "
        f"{monotonic() - began:.0f} s; {done:,} of {len(keys):,} publications and "
        f"{len(run.editor.names)} renames acknowledged."
    )
    for fault, number in faults.items():
        print(f"{number:>7} {fault}")
    return 1 if any(faults.values()) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.kills",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("publications", nargs="?", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--embedded", action="store_true", help="on SQLite")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


@contextmanager
def _database(embedded: bool) -> Iterator[str]:
    if embedded:
        with databases.embedded(BEFORE, fresh=True, drop=True) as (url, _filled):
            yield url
        return
    with (
        postgres.server() as server,
        databases.database(server, BEFORE, fresh=True, drop=True) as (url, _filled),
    ):
        yield url


if __name__ == "__main__":
    sys.exit(main())
