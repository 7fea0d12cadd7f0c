"""`manage.py repair_times`: puts times of the log right that lie ahead of the clock."""

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from events import desk
from events.management.commands.publish import by_language
from events.management.redacting import RedactingCommand


class Command(RedactingCommand):
    help = (
        "Says which versions have a time ahead of the clock of the database's server, because it "
        "was wrong when they were published, and with --apply gives them the latest time that is "
        "not. First see that the clock is right now. Each change is on record, as a redaction is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--apply", action="store_true", help="do it, and not only say it")
        parser.add_argument(
            "--reason",
            action="append",
            default=[],
            metavar="LANGUAGE=TEXT",
            help="what happened, for readers, if there is more to say: once for each language",
        )

    def handle(self, *, apply: bool, reason: list[str], yes: bool, **options: Any) -> None:
        by = self.account(options["by"])
        lines = [
            f"{one.version.slug} v{one.version.number} (seq {one.version.seq}): "
            f"{one.version.published_at:%Y-%m-%d %H:%M:%S.%f} → {one.time:%Y-%m-%d %H:%M:%S.%f}"
            for one in desk.repairs()
        ]
        if not lines:
            self.stdout.write(_("No time of the log lies ahead of the server's clock."))
            return
        if not apply:
            for line in [*lines, _("Nothing was changed. --apply does it.")]:
                self.stdout.write(line)
            return
        self.confirm(lines, _("Put these times right?"), yes=yes)
        done = desk.repair_times(by_language(reason), by=by)
        message = _("Redaction %(id)s is done; version %(seq)d tells of it.")
        self.stdout.write(message % {"id": done.uid, "seq": done.seq})
