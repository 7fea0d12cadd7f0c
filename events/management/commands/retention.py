"""`manage.py retention`: deletes what need not be kept any longer."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from events.desk import open_forms, pictures


class Command(BaseCommand):
    help = (
        "Deletes sessions of the desk that are over (`SESSION_DAYS`), pictures that were uploaded "
        "more than a day ago and that nothing uses, and what was typed at the desk and not saved "
        "for 90 days; run it once a day. The site keeps nothing else of anybody who reads it, and "
        "sends nobody mail about it."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        over = Session.objects.filter(expire_date__lt=timezone.now())
        deleted, _rows = over.delete()
        # What was known of them beside, such as the browser.
        left = Session.objects.values("session_key")
        UserSession.objects.exclude(session_key__in=left).delete()
        self.stdout.write(_("Sessions deleted: %d.") % deleted)
        self.stdout.write(_("Sizes of unused pictures deleted: %d.") % pictures.sweep())
        forgotten = open_forms.forget_old()
        self.stdout.write(_("Forms that were left open, deleted: %d.") % forgotten)
