"""`manage.py redactions`: lists redactions, does them again, proves them, purges caches."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import orjson
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from events import desk, releases
from events.management.redacting import RedactingCommand
from events.models import Redaction


class Command(RedactingCommand):
    help = (
        "list: what was redacted. export FILE: the same for another copy of the record. replay "
        "FILE: does it again there, as on a backup that was put back. prove ID: whether the "
        "versions still say what it left, and where the texts given on standard input still are, "
        "a text a line. purge: tells the caches of PURGE_URLS once more."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("what", choices=("list", "export", "replay", "prove", "purge"))
        parser.add_argument("of", nargs="?", help="a file, or the id of a redaction")

    def handle(self, *, what: str, of: str | None, **options: Any) -> None:
        if what in ("export", "replay", "prove") and not of:
            raise CommandError(_("Say which file or which redaction."))
        if what == "list":
            self._list()
        elif what == "export":
            self._export(Path(of or ""))
        elif what == "replay":
            self._replay(Path(of or ""), options["by"])
        elif what == "prove":
            self._prove(of or "")
        elif failures := desk.purge():
            raise CommandError("\n".join(failures))

    def _list(self) -> None:
        for one in Redaction.objects.order_by("pk"):
            versions = one.versions.count()
            self.stdout.write(f"{one.uid} {one.at:%Y-%m-%d} {one.ground} {versions} {one.reason}")

    def _export(self, file: Path) -> None:
        listed = list(desk.listed())
        file.write_bytes(orjson.dumps(listed, option=orjson.OPT_INDENT_2))
        self.stdout.write(_("Redactions written: %d.") % len(listed))

    def _replay(self, file: Path, name: str | None) -> None:
        by = self.account(name)
        try:
            listed = orjson.loads(file.read_bytes())
            ids = [listing["uid"] for listing in listed]
        except (OSError, ValueError, KeyError, TypeError) as error:
            message = _("%(file)s has no list of redactions: %(error)s")
            raise CommandError(message % {"file": file, "error": error}) from error
        failed = 0
        for uid, listing in zip(ids, listed, strict=True):
            try:
                said = self._again(listing, by)
            except desk.CannotReplay as error:
                said, failed = str(error), failed + 1
            self.stdout.write(f"{uid}: {said}")
        releases.remake()
        if failed:
            raise CommandError(_("Redactions that are not done here: %d.") % failed)

    def _again(self, listing: Any, by: Any) -> str:
        if desk.is_done(listing):
            return _("was done already")
        try:
            done = desk.replay(listing, by=by)
        except desk.CannotReplay:
            raise
        except desk.CannotRedact:
            return _("this copy of the record has nothing of it")
        return _("done, in %(count)d versions") % {"count": done.versions.count()}

    def _prove(self, name: str) -> None:
        redaction = next((one for one in Redaction.objects.all() if str(one.uid) == name), None)
        if redaction is None:
            raise CommandError(_("There is no redaction “%(name)s”.") % {"name": name})
        wrong = desk.changed_since(redaction)
        texts = [] if sys.stdin.isatty() else sys.stdin.read().splitlines()
        places = desk.where_is(texts)
        for version in wrong:
            self.stdout.write(_("Says something else than was left: %s") % version)
        for place in places:
            self.stdout.write(_("Still there: %s") % place)
        if wrong or places:
            raise CommandError(_("The redaction is not proven."))
        count = redaction.versions.count()
        self.stdout.write(_("Versions that say what was left of them: %d.") % count)
        if texts:
            self.stdout.write(_("No table of the database has what was looked for."))
