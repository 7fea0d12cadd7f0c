"""What commands that publish have in common, and those that somebody can be named for."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from events import desk
from events.documents.upgrading import NewerShape
from tracker.servers import wrong_server


class PublishingCommand(BaseCommand):
    """Says in one line why nothing can be published or derived: a table or a document is another
    release's, or the server is not the one to write to. The audit names the command."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        if told := wrong_server():
            raise CommandError(told)
        try:
            with desk.by_command(type(self).__module__.rpartition(".")[2]):
                return super().execute(*args, **options)
        except (desk.NotNow, NewerShape) as error:
            raise CommandError(str(error)) from error


class RecordedCommand(PublishingCommand):
    """Knows who does it. Where nobody is named it is the system, which may do everything."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--by",
            metavar="USER",
            help="the account that does it, on record and with its rights; else “the system”",
        )

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except desk.NotAllowed as error:
            raise CommandError(str(error)) from error

    def account(self, name: str | None) -> User | None:
        """The account that acts; None for the system."""
        if not name:
            return None
        found = named(name)
        if not found.is_active:
            message = _("The account “%(name)s” is not active, so nothing can be done by it.")
            raise CommandError(message % {"name": name})
        return found


def named(name: str) -> User:
    """The account with this name. Raises `CommandError`."""
    found = User.objects.filter(username=name).first()
    if found is None:
        raise CommandError(_("There is no account “%(name)s”.") % {"name": name})
    return found
