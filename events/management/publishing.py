"""What commands that publish have in common."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.desk import WrongDerivation
from events.documents.upgrading import NewerShape


class PublishingCommand(BaseCommand):
    """Says in one line why nothing can be published or derived, if a table or a document is another
    release's."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except (WrongDerivation, NewerShape) as error:
            raise CommandError(str(error)) from error
