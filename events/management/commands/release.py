"""`manage.py release`: freezes the record under a name, and says what has changed since then."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from events import desk, releases
from events.management.publishing import RecordedCommand
from events.models import Entry


class Command(RecordedCommand):
    help = (
        "Freezes the record as it is now under a name that never stands for anything else: tables, "
        "documents, a codebook and checksums, and what has changed since the release before. With "
        "--remake, makes the files anew that a redaction has taken away."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("name", nargs="?", help="such as v1.0; else the day, as in 2026-11-27")
        parser.add_argument("--remake", action="store_true", help="no new release")

    def handle(self, *, name: str | None, remake: bool, **options: Any) -> None:
        by = self.account(options["by"])
        desk.require(by, desk.Right.PUBLISH, Entry)
        if remake and name:
            raise CommandError(_("--remake makes all missing files anew, and takes no name."))
        with tqdm(desc="Writing", unit=" files", disable=not sys.stderr.isatty()) as bar:

            def watch(path: str) -> None:
                bar.set_postfix_str(path)
                bar.update()

            if remake:
                done = releases.remake(watch)
            else:
                try:
                    done = [releases.make(name or self._today(), by=by, watch=watch)]
                except releases.CannotRelease as error:
                    raise CommandError(str(error)) from error
        for release in done:
            self.stdout.write(self._told(release))
        if not done:
            self.stdout.write(_("No files are missing."))

    def _today(self) -> str:
        return timezone.localdate().isoformat()

    def _told(self, release: releases.Release) -> str:
        size = sum(file["bytes"] for file in release.files)
        changed = ", ".join(f"{number:,} {what}" for what, number in release.changed.items())
        since = f"; since {release.previous}: {changed}" if release.previous else ""
        return (
            f"Released {release.name}: the record up to version {release.seq:,}, "
            f"{len(release.files)} files with {size:,} bytes{since}."
        )
