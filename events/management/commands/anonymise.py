"""`manage.py anonymise`: takes out of an account whatever names a person."""

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import desk
from events.management.publishing import named
from events.management.redacting import RedactingCommand


class Command(RedactingCommand):
    help = (
        "Replaces the name, the user name and the mail address of an account, ends its sessions "
        "and lets nobody log in with it any more. What it published and did stays. It cannot be "
        "taken back."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("user", help="the user name of the account")

    def handle(self, *, user: str, yes: bool, **options: Any) -> None:
        by = self.account(options["by"])
        account = named(user)
        question = _("Anonymise the account “%(name)s” for good?") % {"name": user}
        self.confirm([], question, yes=yes)
        ended = desk.anonymise(account, by=by)
        message = ngettext(
            "It is “%(name)s” from now on. %(count)s session was ended.",
            "It is “%(name)s” from now on. %(count)s sessions were ended.",
            ended,
        )
        self.stdout.write(message % {"name": account.username, "count": ended})
