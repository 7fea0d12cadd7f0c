"""`manage.py rebuild`: rebuilds what is derived from the log."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from events import publishing
from events.management.publishing import PublishingCommand


class Command(PublishingCommand):
    help = (
        "Writes index rows, words, stances and tags again from the versions. What this release has "
        "written is written again piece by piece, beside readers and editors; interrupted, it goes "
        "on behind the last piece. What another release has written is written in one transaction: "
        "nobody can publish meanwhile."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="do nothing unless an earlier release wrote the rows",
        )
        parser.add_argument(
            "--back",
            action="store_true",
            help="even where a newer release wrote the rows: after going back to this one",
        )
        parser.add_argument(
            "--progress", action="store_true", help="show progress even where it is no terminal"
        )

    def handle(self, *, if_needed: bool, back: bool, progress: bool, **options: Any) -> None:
        if if_needed and not publishing.rebuild_needed():
            return
        done = 0
        with tqdm(
            total=publishing.versions_in_log(),
            desc=_("Rebuilding"),
            file=sys.stderr,
            disable=not (progress or sys.stderr.isatty()),
        ) as bar:
            try:
                for done in publishing.rebuild(back=back):
                    bar.update(done - bar.n)
            except publishing.BeingRebuilt as other:
                message = _("It is being rebuilt already: %(done)d of %(total)d versions are done.")
                raise CommandError(message % {"done": other.done, "total": other.total}) from other
        message = _("Versions read: %d. Everything derived from them was rebuilt.")
        self.stdout.write(message % done)
