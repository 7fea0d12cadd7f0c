"""`manage.py move --to DATABASE_URL`: the whole record into another database, of either engine."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from events import copies
from tracker import environment


class Command(BaseCommand):
    help = (
        "Copies the whole record, with accounts, rights and audit, into another database: from "
        "SQLite to PostgreSQL, back, or from one server to another. That database has to be "
        "migrated and to hold nothing. The log arrives byte for byte. Stop the site first: what is "
        "published while this runs is not copied. This database is not changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--to", required=True, metavar="DATABASE_URL", help="the address of the other database"
        )
        parser.add_argument(
            "--progress", action="store_true", help="show progress even where it is no terminal"
        )

    def handle(self, *, to: str, progress: bool, **options: Any) -> None:
        try:
            target = environment.database("--to", to, settings.BASE_DIR)
        except environment.Misconfigured as error:
            raise CommandError(str(error)) from error
        here = settings.DATABASES["default"]
        if all(target.get(key) == here.get(key) for key in ("ENGINE", "NAME", "HOST", "PORT")):
            raise CommandError("--to names the database that the record is in already.")
        shown = progress or sys.stderr.isatty()
        total = copies.rows_to_move() if shown else None
        with tqdm(total=total, desc="Moving", file=sys.stderr, disable=not shown) as bar:
            try:
                moved = copies.move(target, bar.update)
            except copies.BackupError as error:
                raise CommandError(str(error)) from error
        self.stdout.write(
            f"Moved {moved.rows:,} rows, {moved.versions:,} versions among them, and compared "
            "them; what is derived was made anew. Set DATABASE_URL to the new address."
        )
        if moved.missed:
            raise CommandError(
                f"{moved.missed:,} versions were published meanwhile and were not moved. Stop the "
                "site, empty the other database and begin again."
            )
