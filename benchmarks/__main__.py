"""Measures the record against plain ways to do the same: `make bench`, or

    python -m benchmarks [ENTRIES] [--embedded] [--only answers filters] [--seconds 3]

Fills a database of its own on the server that `TEST_DATABASE_URL` (or `--url`) names, where it
stays for the next run; without one, on a server that starts from a wheel and is gone afterwards.
With `--embedded` it is a file of SQLite below `var/`, which stays, too.
Prints a table of ratios, each between two medians from the same run, whose turns alternated.
"""

import argparse
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from time import perf_counter

import django
import psycopg
from django.core.management import call_command
from django.utils import timezone
from tqdm import tqdm

from benchmarks import databases
from benchmarks.comparing import Result, table
from tests import postgres

# Each is a module below `measurements/` with `measure(seconds)`; publishing comes last, because it
# adds to the record.
MEASUREMENTS = (
    *("answers", "taking", "filters", "ages", "addresses", "readings", "parsing"),
    *("writers", "renames"),
)


def main() -> int:
    arguments = _arguments()
    with _database(arguments) as (url, filled):
        databases.configure(url)
        django.setup()
        if not filled:
            _fill(arguments.entries, url)
        print(_described(url, arguments.entries), flush=True)
        results = list(_measured(arguments.only, arguments.seconds))
    print(table(results))
    return 0 if all(result.met for result in results) else 1


@contextmanager
def _database(arguments: argparse.Namespace) -> Iterator[tuple[str, bool]]:
    """The address of the database, and whether it is filled already."""
    size = {"fresh": arguments.fresh, "drop": arguments.drop}
    if arguments.embedded:
        with databases.embedded(arguments.entries, **size) as found:
            yield found
        return
    if arguments.url:
        os.environ["TEST_DATABASE_URL"] = arguments.url
    size["drop"] |= not os.environ.get("TEST_DATABASE_URL")
    with (
        postgres.server() as server,
        databases.database(server, arguments.entries, **size) as found,
    ):
        yield found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("entries", nargs="?", type=int, default=100_000)
    engine = parser.add_mutually_exclusive_group()
    engine.add_argument("--url", help="a database on the server to use")
    engine.add_argument("--embedded", action="store_true", help="SQLite, in a file of its own")
    parser.add_argument("--fresh", action="store_true", help="fill the database anew")
    parser.add_argument("--drop", action="store_true", help="leave no database behind")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, default=MEASUREMENTS)
    parser.add_argument("--seconds", type=float, default=3, help="how long each line is measured")
    return parser.parse_args()


def _fill(entries: int, url: str) -> None:
    filling = import_module("benchmarks.record.filling")
    start = perf_counter()
    call_command("migrate", verbosity=0)
    filling.fill(entries, timezone.now())
    databases.mark_filled(url)
    print(f"Filled in {perf_counter() - start:.0f} seconds.", file=sys.stderr)


def _measured(names: tuple[str, ...], seconds: float) -> Iterator[Result]:
    progress = tqdm([name for name in MEASUREMENTS if name in names], leave=False)
    for name in progress:
        # Imported here, because models can be imported only after Django is set up.
        module = import_module(f"benchmarks.measurements.{name}")
        measure: Callable[[float], Iterator[Result]] = module.measure
        for result in measure(seconds):
            progress.set_description(f"measured {result.name}")
            yield result


def _described(url: str, entries: int) -> str:
    return (
        f"{entries:,} entries; {_engine(url)}; "
        f"{os.cpu_count()} processors; Python {sys.version.split()[0]}, "
        f"Django {django.__version__}; {timezone.now():%Y-%m-%d}."
    )


def _engine(url: str) -> str:
    if url.startswith("sqlite:"):
        return f"SQLite {sqlite3.sqlite_version}"
    with psycopg.connect(url) as connection:
        version = connection.info.parameter_status("server_version")
        row = connection.execute("SHOW fsync").fetchone()
    from_wheel = "" if os.environ.get("TEST_DATABASE_URL") else " from a wheel"
    careful = "" if row and row[0] == "on" else ", without fsync"
    return f"PostgreSQL {version}{from_wheel}{careful}"


if __name__ == "__main__":
    sys.exit(main())
