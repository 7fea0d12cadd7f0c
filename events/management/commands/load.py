"""`manage.py load FILE`: brings a YAML file of records to the desk and publishes its entries."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from events import importing
from events.desk import By
from events.management.publishing import RecordedCommand

T = TypeVar("T")


class Command(RecordedCommand):
    help = (
        "Creates or updates records from a YAML file, all of them or none, and publishes its "
        "entries. With --check it says what is wrong, what would change and what could not be "
        "published, each with its line, and writes nothing. Dates are written in EDTF, in quotes: "
        '"2026-01-06", "2026-01" for a month, "2026-01-06~" for about a day, "2026-01-06/.." from '
        "a day on; words, as in the admin, are refused with what to write instead. "
        "fixtures/ukraine-peace.yaml explains all of the format."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--check", action="store_true", help="say what would change; write nothing"
        )
        parser.add_argument(
            "--no-publish",
            action="store_true",
            help="leave the entries as drafts on the desk, for editors to publish",
        )
        parser.add_argument(
            "--progress", action="store_true", help="show progress even where it is no terminal"
        )

    def handle(self, *, file: Path, check: bool, no_publish: bool, **options: Any) -> None:
        progress = options["progress"] or sys.stderr.isatty()
        by = self.account(options["by"])
        try:
            written = importing.load(
                file, by=by, keep=not check, watch=lambda rows: _bar(rows, _("Reading"), progress)
            )
        except importing.LoadError as error:
            raise CommandError(_refusal(file, error)) from error
        self._tell(written, check, options["verbosity"])
        if written.lacking and not no_publish:
            message = _("These entries would not be published:")
            lacking = map(str, written.located(written.lacking))
            raise CommandError("\n  ".join([message, *lacking]))
        if not (check or no_publish):
            self._publish(written, by, progress)

    def _tell(self, written: importing.Loaded, check: bool, verbosity: int) -> None:
        message = (
            _("It would create %(created)d, update %(updated)d, leave %(unchanged)d as they are.")
            if check
            else _("Created %(created)d, updated %(updated)d, left %(unchanged)d as they are.")
        )
        counts = {
            "created": len(written.created),
            "updated": len(written.updated),
            "unchanged": len(written.unchanged),
        }
        self.stdout.write(message % counts)
        # What is updated may have been edited on the desk since the last load.
        for place in written.updated:
            self.stdout.write("  " + _("updated: %s") % ": ".join(map(str, place)))
        if verbosity > 1 or check:
            for place in written.created:
                self.stdout.write("  " + _("created: %s") % ": ".join(map(str, place)))
        if written.renewing:
            message = ngettext(
                "Left to `manage.py worker`: to publish again %(count)s entry that names these.",
                "Left to `manage.py worker`: to publish again %(count)s entries that name these.",
                written.renewing,
            )
            self.stdout.write(message % {"count": written.renewing})
        if written.questions:
            self.stdout.write(_("Please check:"))
        for question in written.located(written.questions):
            self.stdout.write(f"  {question}")

    def _publish(self, written: importing.Loaded, by: By, progress: bool) -> None:
        kept_back = importing.withdrawn(written.entries)
        public = 0
        refused: list[str] = []
        outcomes = importing.publish(written.entries, by=by)
        total = len(written.entries) - len(kept_back)
        for entry, problems in _bar(outcomes, _("Publishing"), progress, total):
            public += not problems
            refused += map(str, written.located(written.refused(entry, problems)))
        self.stdout.write(_("Entries that are public: %d.") % public)
        for entry in kept_back:
            self.stdout.write(_("Left withdrawn: %s") % entry.slug)
        if refused:
            message = _("On the desk, but not published:")
            raise CommandError("\n  ".join([message, *refused]))


def _bar(items: Iterable[T], name: str, shown: bool, total: int | None = None) -> Iterable[T]:
    bar: Iterable[T] = tqdm(items, desc=name, total=total, file=sys.stderr, disable=not shown)
    return bar


def _refusal(file: Path, error: importing.LoadError) -> str:
    if len(error.problems) == 1:
        return f"{file}: {error.problems[0]}"
    heading = _("%(file)s: %(count)d problems; nothing was written.")
    params = {"file": file, "count": len(error.problems)}
    return "\n  ".join([heading % params, *map(str, error.problems)])
