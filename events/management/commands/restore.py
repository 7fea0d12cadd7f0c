"""`manage.py restore FILE`: puts a backup into an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events import copies


class Command(BaseCommand):
    help = (
        "Puts a backup into the database that DATABASE_URL names, which has to be empty, and "
        "compares what is there then with the list beside the backup. A backup of a newer release "
        "is refused; one of an earlier release needs the commands that are named at the end."
    )
    # There is nothing yet that a check could ask.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="what `backup` has written")

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            left = copies.restore(file)
        except copies.BackupError as error:
            raise CommandError(str(error)) from error
        compared = "" if copies.list_of(file).exists() else ", with no list to compare it with"
        self.stdout.write(f"Restored {file}{compared}.")
        if left:
            commands = " and ".join(f"`manage.py {command}`" for command in left)
            self.stdout.write(f"It is of an earlier release. Run {commands}.")
