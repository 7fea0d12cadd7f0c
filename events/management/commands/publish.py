"""`manage.py publish`: publishes many entries of the desk at once."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from events import desk
from events.management.publishing import PublishingCommand
from events.models import Entry, Process


class Command(PublishingCommand):
    help = (
        "Publishes all entries of a process that are ready, withdrawn ones aside, and says of the "
        "others what is missing. What has not changed is passed over, so that a run that was "
        "interrupted goes on where it stopped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("process", help="the short name of the process")
        parser.add_argument("--note", default="", help="what was corrected, for readers")
        parser.add_argument(
            "--progress", action="store_true", help="show progress even where it is no terminal"
        )

    def handle(self, *, process: str, note: str, progress: bool, **options: Any) -> None:
        if not Process.objects.filter(slug=process).exists():
            names = ", ".join(Process.objects.values_list("slug", flat=True)) or "–"
            message = _("There is no process “%(slug)s”. There are: %(names)s.")
            raise CommandError(message % {"slug": process, "names": names})
        entries = desk.not_withdrawn(Entry.objects.filter(process__slug=process))
        public, refused = 0, []
        with tqdm(
            desk.publish_many(entries, note=note),
            total=len(entries),
            desc=_("Publishing"),
            file=sys.stderr,
            disable=not (progress or sys.stderr.isatty()),
        ) as outcomes:
            for entry, outcome in outcomes:
                if isinstance(outcome, desk.NotPublishable):
                    refused += [f"{entry.slug}: {problem}" for problem in outcome.problems]
                else:
                    public += 1
        self.stdout.write(_("Public entries: %d.") % public)
        if refused:
            raise CommandError("\n  ".join([_("On the desk, but not published:"), *refused]))
