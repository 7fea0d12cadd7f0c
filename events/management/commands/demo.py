"""`manage.py demo`: the data that an empty site starts with. `make run` calls it each time."""

import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import CommandError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from events import importing
from events.desk import roles
from events.engines import lock_log
from events.management.publishing import PublishingCommand
from events.models import Process

PLAN = settings.BASE_DIR / "fixtures" / "record" / "plan.yaml"
USERNAME = "editor"


class Command(PublishingCommand):
    help = (
        "Brings in the first record and makes an editor's account with a generated password, where "
        "the database has neither a process nor an account. Otherwise it changes nothing. With "
        "FILE, the site begins with the records of that file instead."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?")

    def handle(self, *, file: Path | None, **options: Any) -> None:
        # All in one transaction: a start that is interrupted leaves nothing, and the next one
        # begins again. The password is printed inside it, so that no account is kept whose password
        # nobody has seen.
        with transaction.atomic():
            with connection.cursor() as cursor:
                # Of two starts at the same moment, the second waits and finds the data of the
                # first.
                lock_log(cursor, connection)
            if Process.objects.exists() or get_user_model().objects.exists():
                self.stdout.write(_("The data that is here already is kept."))
                return
            count = self._load(file) if file else self._bring_in()
            password = self._create_editor()
            self._tell(count, password)

    def _bring_in(self) -> int:
        try:
            return importing.bring_in(PLAN).entries
        except importing.LoadError as error:
            raise CommandError(f"{PLAN}: {error}") from error

    def _load(self, file: Path) -> int:
        try:
            entries = importing.load(file).entries
        except importing.LoadError as error:
            raise CommandError(f"{file}: {error}") from error
        for entry, problems in importing.publish(entries):
            if problems:
                raise CommandError(f"{file}: {entry.slug}: {' '.join(map(str, problems))}")
        return len(entries)

    def _create_editor(self) -> str:
        roles.ensure()
        password = secrets.token_urlsafe(12)
        editor = get_user_model().objects.create_user(USERNAME, password=password, is_staff=True)
        editor.groups.add(Group.objects.get(name=roles.EDITORS))
        return password

    def _tell(self, count: int, password: str) -> None:
        site = f"http://localhost:{settings.PORT}"
        rows = [
            (_("Page"), f"{site}/"),
            (_("Admin"), f"{site}/admin/"),
            (_("API"), f"{site}/api/v1/"),
            (_("Account"), USERNAME),
            (_("Password"), password),
        ]
        width = max(len(label) for label, _value in rows)
        self.stdout.write(_("Loaded and published %d entries.") % count)
        for label, value in rows:
            self.stdout.write(f"  {label:<{width}}  {value}")
        self.stdout.write(_("The password is shown only this once. To set another one:"))
        self.stdout.write(f"  make manage ARGS='changepassword {USERNAME}'")
        self.stdout.flush()
