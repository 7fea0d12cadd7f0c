"""`manage.py publish`: publishes many entries of the desk at once."""

import re
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from events import desk
from events.management.publishing import RecordedCommand
from events.models import Entry, Process

# “de”, and not the beginning of a text that has an equals sign.
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Command(RecordedCommand):
    help = (
        "Publishes all entries of a process that are ready, withdrawn ones aside, and says of the "
        "others what is missing. What has not changed is passed over, so that a run that was "
        "interrupted goes on where it stopped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("process", help="the short name of the process")
        parser.add_argument(
            "--note",
            action="append",
            default=[],
            metavar="LANGUAGE=TEXT",
            help="what was corrected, for readers, as in de=Ein Tippfehler: once for each language",
        )
        parser.add_argument(
            "--show-closed",
            action="append",
            default=[],
            metavar="ENTRY",
            help="the short name of an entry that may show readers again what was closed to them",
        )
        parser.add_argument(
            "--progress", action="store_true", help="show progress even where it is no terminal"
        )

    def handle(
        self,
        *,
        process: str,
        note: list[str],
        progress: bool,
        show_closed: list[str],
        **options: Any,
    ) -> None:
        if not Process.objects.filter(slug=process).exists():
            names = ", ".join(Process.objects.values_list("slug", flat=True)) or "–"
            message = _("There is no process “%(slug)s”. There are: %(names)s.")
            raise CommandError(message % {"slug": process, "names": names})
        told = by_language(note)
        if question := desk.only_in_some_languages(told):
            self.stderr.write(self.style.WARNING(question))
        entries = desk.not_withdrawn(Entry.objects.filter(processes__slug=process))
        by = self.account(options["by"])
        closed = dict(entries.filter(slug__in=show_closed).values_list("slug", "pk"))
        if unknown := [slug for slug in show_closed if slug not in closed]:
            message = _("There is no record “%(name)s”.")
            raise CommandError(message % {"name": ", ".join(unknown)})
        public, refused = 0, []
        with (
            desk.together(len(entries)),
            tqdm(
                desk.publish_many(entries, by=by, note=told, show_closed=closed.values()),
                total=len(entries),
                desc=_("Publishing"),
                file=sys.stderr,
                disable=not (progress or sys.stderr.isatty()),
            ) as outcomes,
        ):
            for entry, outcome in outcomes:
                if isinstance(outcome, desk.NotPublishable):
                    refused += [f"{entry.slug}: {problem}" for problem in outcome.problems]
                else:
                    public += 1
        self.stdout.write(_("Public entries: %d.") % public)
        if refused:
            raise CommandError("\n  ".join([_("On the desk, but not published:"), *refused]))


def by_language(notes: list[str]) -> dict[str, str]:
    """Texts by language, from `en=…`; one without a language is in the first one of the site."""
    codes = [code for code, _name in settings.LANGUAGES]
    found: dict[str, str] = {}
    for note in notes:
        before, is_given, text = note.partition("=")
        code, said = (before, text) if is_given and LANGUAGE.fullmatch(before) else (codes[0], note)
        if code not in codes:
            message = _("The languages of the record are: %s.")
            raise CommandError(message % ", ".join(codes))
        if code in found:
            message = _("The note is there twice in the language “%s”.")
            raise CommandError(message % code)
        found[code] = said.strip()
    return {code: said for code, said in found.items() if said}
