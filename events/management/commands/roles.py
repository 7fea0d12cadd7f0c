"""`manage.py roles`: create or update the groups of the desk."""

from typing import Any

from django.core.management.base import BaseCommand

from events.desk import roles


class Command(BaseCommand):
    help = "Create the groups of the desk, or bring their permissions up to date."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, count in roles.ensure().items():
            self.stdout.write(f"{name}: {count} permissions")
