"""What commands that publish have in common."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.desk import WrongDerivation


class PublishingCommand(BaseCommand):
    """Says in one line why nothing can be published, where the derived tables are not ours."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except WrongDerivation as error:
            raise CommandError(str(error)) from error
