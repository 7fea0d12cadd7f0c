"""`manage.py promoted`: after a promotion, names the new primary, so that no desk uses another."""

import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from events.engines import is_postgresql, is_standby, name_primary, primary_id


class Command(BaseCommand):
    help = (
        "Gives the PostgreSQL server that has just been promoted a name of its own. A desk with "
        "PRIMARY_ID set to it writes to no other server: not to the primary of before, should it "
        "come back, nor to another standby that was promoted, too."
    )

    def handle(self, **options: Any) -> None:
        if not is_postgresql(connection):
            raise CommandError("Only a PostgreSQL server can be promoted.")
        if is_standby(connection):
            raise CommandError(
                "The server that DATABASE_URL names is still a standby. Promote it first: "
                "SELECT pg_promote()."
            )
        before = primary_id(connection)
        name = secrets.token_hex(8)
        name_primary(connection, name)
        if before:
            self.stdout.write(f"It was called {before}, as the primary of before still is.")
        self.stdout.write(f"Set PRIMARY_ID={name} for the desk and restart it.")
