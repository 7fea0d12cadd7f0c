"""Kills whatever publishes, again and again, and looks whether anything was lost:

    python -m benchmarks.kills [PUBLICATIONS] [--kills 200] [--embedded] [--seed 1]

A publisher publishes drafts one by one; an editor publishes others through the web server and
renames an actor; a worker publishes again what names it. One of them after another, or the database
server, is killed with SIGKILL in the middle of what it does, and started anew, until all is
published. Then nothing that was acknowledged may be missing, and whatever is derived has to be what
a rebuild makes of the log. The server starts from a wheel; the one that `TEST_DATABASE_URL` names
is not killed, and with `--embedded` there is none, but SQLite.
"""

import argparse
import os
import random
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from time import monotonic

import django
from django.core.management import call_command
from django.db import connections

from benchmarks import databases
from benchmarks.kills.server import MortalServer, mortal_server

# The entries that there are before. No benchmark has as many.
BEFORE = 307


def main() -> int:
    arguments = _arguments()
    with _database(arguments.embedded) as (url, server):
        databases.configure(url)
        django.setup()
        # Only now, because they import models.
        running, checking = (
            import_module(f"benchmarks.kills.{name}") for name in ("running", "checking")
        )
        keys, actor = running.fill(BEFORE, arguments.publications)
        began = monotonic()
        run = running.Run(keys, actor, random.Random(arguments.seed), server)
        try:
            kills = run.kill(arguments.kills)
            run.finish()
        finally:
            run.end()
        # They are to a server that was killed.
        connections.close_all()
        call_command("worker", "--once")
        faults = checking.check(
            run.before, keys, run.published, run.editor.pressed, actor, run.editor.names
        )
        faults["web servers and workers that ended by themselves"] = run.ended
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
def _database(embedded: bool) -> Iterator[tuple[str, MortalServer | None]]:
    """The address of a database, and the server of it that can be killed."""
    if embedded:
        with databases.embedded(BEFORE, fresh=True, drop=True) as (url, _filled):
            yield url, None
        return
    with ExitStack() as stack:
        server = None
        address = os.environ.get("TEST_DATABASE_URL")
        if not address:
            server = stack.enter_context(mortal_server())
            address = server.url
        made = databases.database(address, BEFORE, fresh=True, drop=True)
        url, _filled = stack.enter_context(made)
        yield url, server


if __name__ == "__main__":
    sys.exit(main())
