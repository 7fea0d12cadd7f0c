"""The audit: who did what on the desk, when, and to what. A trigger forbids changing a line."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from events.log import Redaction
from events.vocabulary import DeskAction


class AuditLine(models.Model):
    """One action. Its object is kept as values, because it may be gone later.

    `by` is None for the system, that is, a command of the site. An account that has done something
    can no longer be deleted, only deactivated.
    """

    action = models.CharField(max_length=12, choices=DeskAction)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+"
    )
    # The name of the model; for an entry, that of its kind.
    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()
    # For entries. Reference data keeps its short name for good once it is public.
    uid = models.UUIDField(null=True)
    slug = models.CharField(max_length=80)
    # The details, as values: `events.desk.sentences` makes a sentence of them in the reader's
    # language.
    params = models.JSONField(default=dict)
    # The last redaction that took a text out of this line; null for nearly all.
    redaction = models.ForeignKey(
        Redaction, models.PROTECT, null=True, db_index=False, related_name="+"
    )

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        indexes = [
            # The history of one record of the desk.
            models.Index(fields=["kind", "key", "id"], name="audit_of_thing"),
            # The latest actions of an account.
            models.Index(fields=["by", "-id"], name="audit_by_account"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}: {self.kind} {self.slug}"


class RedactedLine(models.Model):
    """What a redaction leaves of a line, on record before the line is changed: a trigger allows
    that change and no other. It has nothing of what was there before."""

    redaction = models.ForeignKey(Redaction, models.PROTECT, related_name="+")
    line = models.ForeignKey(AuditLine, models.PROTECT, related_name="+")
    slug = models.CharField(max_length=80)
    params = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["redaction", "line"], name="redacted_line_once_each"),
        ]

    def __str__(self) -> str:
        return f"{self.redaction_id}: {self.line_id}"
