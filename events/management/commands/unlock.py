"""`manage.py unlock`: let somebody try to log in again."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.admin import forget_attempts
from events.management.publishing import RecordedCommand

logger = logging.getLogger(__name__)


class Command(RecordedCommand):
    help = (
        "Lets everybody try again to log in to an account, or from an address, or at all. The log "
        "says who let them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("name", nargs="?", default="", help="of the account")
        parser.add_argument("--address", default="", help="from which it was tried")
        parser.add_argument("--all", action="store_true", help="every account, from everywhere")

    def handle(self, *, name: str, address: str, all: bool, **options: Any) -> None:  # noqa: A002
        if all == bool(name or address):
            raise CommandError(_("Name an account, or an address by --address, or say --all."))
        by = self.account(options["by"])
        count = forget_attempts(name, address)
        where = " ".join(filter(None, (name, address))) or "everywhere"
        logger.info("Locks lifted by %s: %d, %s", by or "the system", count, where)
        said = ngettext("%(count)d lock was lifted.", "%(count)d locks were lifted.", count)
        self.stdout.write(said % {"count": count})
