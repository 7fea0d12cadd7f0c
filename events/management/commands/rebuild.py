"""`manage.py rebuild`: makes anew what is derived from the log."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from events import public, publishing


class Command(BaseCommand):
    help = (
        "Writes index rows, words, stances and tags again from the versions, in one transaction. "
        "Readers see the old rows until it is done; nobody can publish meanwhile."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--progress", action="store_true", help="show progress even where it is no terminal"
        )

    def handle(self, *, progress: bool, **options: Any) -> None:
        done = 0
        with tqdm(
            total=public.last_seq(),
            desc=_("Rebuilding"),
            file=sys.stderr,
            disable=not (progress or sys.stderr.isatty()),
        ) as bar:
            for done in publishing.rebuild():
                bar.update(done - bar.n)
        message = _("Versions read: %d. All that is derived from them is written anew.")
        self.stdout.write(message % done)
