"""What the commands have in common that change what was published."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from events import desk
from events.management.publishing import RecordedCommand

YES = ("y", "yes", "j", "ja")


class RedactingCommand(RecordedCommand):
    """Says what will happen, and asks before it does."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--yes", action="store_true", help="do it without a question, as where nobody is asked"
        )

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except (desk.CannotRedact, desk.AlreadyAnonymous) as error:
            raise CommandError(str(error)) from error

    def confirm(self, lines: Iterable[str], question: str, *, yes: bool) -> None:
        """Say what will happen, and ask whether it shall."""
        for line in lines:
            self.stdout.write(line)
        if yes:
            return
        if not sys.stdin.isatty():
            raise CommandError(_("Nobody can be asked here: say --yes, or --dry-run to look only."))
        self.stdout.write(f"{question} [y/N] ", ending="")
        self.stdout.flush()
        if input().strip().lower() not in YES:
            raise CommandError(_("Nothing was changed."))
