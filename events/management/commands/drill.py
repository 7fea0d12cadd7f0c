"""`manage.py drill FILE`: tries whether a backup can be restored, and compares what it holds."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events import copies


class Command(BaseCommand):
    help = (
        "Restores a backup into a database of its own, which is gone afterwards, and compares: all "
        "its tables with the list beside it, its log with the site's, what is derived with a "
        "rebuild. Fails if anything differs. On PostgreSQL the role has to be able to make "
        "databases: ALTER ROLE … CREATEDB."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="what `backup` has written")

    def handle(self, *, file: Path, **options: Any) -> None:
        differences: list[str] = []
        if not copies.list_of(file).exists():
            self.stdout.write(f"There is no {copies.list_of(file)} to compare the backup with.")
        try:
            for finding in copies.drill(file):
                outcome = "different" if finding.differences else "equal"
                self.stdout.write(f"{finding.subject:<20}{outcome:<11}{finding.compared}")
                differences += finding.differences
        except copies.BackupError as error:
            raise CommandError(str(error)) from error
        if differences:
            raise CommandError("\n  ".join(["The backup is not the record:", *differences]))
