"""`manage.py bring_in PLAN`: a record that is brought in whole, with the times of its versions."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from events import importing
from events.management.publishing import RecordedCommand


class Command(RecordedCommand):
    help = (
        "Brings a record into an empty log, all of it or nothing, and keeps the times at which its "
        "versions were published, in their order; each of them says for good that its time was "
        "brought in, and when it really was loaded. PLAN is a YAML file that lists the files to "
        "load, each with the time of its publication; fixtures/record/plan.yaml is one."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("plan", type=Path)

    def handle(self, *, plan: Path, **options: Any) -> None:
        try:
            brought = importing.bring_in(plan, by=self.account(options["by"]))
        except importing.LoadError as error:
            raise CommandError(f"{plan}: {error}") from error
        message = _("Brought in %(versions)d versions of %(entries)d entries.")
        self.stdout.write(message % brought._asdict())
