"""`manage.py backup FILE`: a backup of the whole database, and beside it a list of its contents."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from events import copies


class Command(BaseCommand):
    help = (
        "Backs up the whole database while the site runs: an SQLite file, or an archive of "
        "pg_dump. Beside it, FILE.json lists what it holds, by which `restore` and `drill` judge "
        "it. The backup holds secrets, such as the hashes of passwords."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="where to; it must not be there yet")
        parser.add_argument(
            "--progress", action="store_true", help="show progress even where it is no terminal"
        )

    def handle(self, *, file: Path, progress: bool, **options: Any) -> None:
        shown = progress or sys.stderr.isatty()
        total = copies.count(connection) if shown else None
        with tqdm(total=total, desc="Backing up", file=sys.stderr, disable=not shown) as bar:
            try:
                listed = copies.back_up(file, bar.update)
            except copies.BackupError as error:
                raise CommandError(str(error)) from error
        rows = sum(table.rows for table in listed.tables.values())
        self.stdout.write(
            f"Backed up {len(listed.tables)} tables with {rows:,} rows, the log up to version "
            f"{listed.end:,}: {file} ({file.stat().st_size:,} bytes), and {copies.list_of(file)}."
        )
