"""Snapshots: each text that a record of the desk has had. A trigger forbids changing one."""

from typing import Any

import orjson
from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from events.log import Redaction
from events.models.audit import AuditLine
from events.vocabulary import Occasion

# After which a record had this text on the desk. The others are texts that it might have had.
KEPT = (
    *(Occasion.FOUND, Occasion.SAVED, Occasion.RESTORED, Occasion.MERGED),
    Occasion.REDACTED,
)


class Snapshot(models.Model):
    """A record as somebody wrote it: whole, as plain values that could be loaded again.

    `by` is None for the system; `line`: the line of the audit that tells of the same save;
    `opened_from`: what whoever wrote it had before them.
    """

    occasion = models.CharField(max_length=12, choices=Occasion)
    at = models.DateTimeField(db_default=Now())
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+"
    )
    # The name of the model; for an entry, that of its kind. It may be gone later.
    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()
    # JSON, as text: it is read whole, and a redaction has its digest on record.
    text = models.TextField()
    line = models.ForeignKey(AuditLine, models.PROTECT, null=True, db_index=False, related_name="+")
    opened_from = models.ForeignKey(
        "self", models.PROTECT, null=True, db_index=False, related_name="+"
    )
    # The last redaction that took a text out of it; null for nearly all.
    redaction = models.ForeignKey(
        Redaction, models.PROTECT, null=True, db_index=False, related_name="+"
    )

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        indexes = [
            # The texts of one record of the desk.
            models.Index(fields=["kind", "key", "id"], name="snapshot_of_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.kind} {self.key}, {self.occasion}"

    @property
    def record(self) -> dict[str, Any]:
        """The record as plain values."""
        found: dict[str, Any] = orjson.loads(self.text)
        return found


def as_text(record: dict[str, Any]) -> str:
    """Plain values as a snapshot keeps them."""
    return orjson.dumps(record).decode()


class RedactedSnapshot(models.Model):
    """What a redaction leaves of a snapshot, on record before the snapshot is changed: a trigger
    allows that change and no other. `after`: its SHA-256."""

    redaction = models.ForeignKey(Redaction, models.PROTECT, related_name="+")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="+")
    after = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["redaction", "snapshot"], name="redacted_snapshot_once_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.redaction_id}: {self.snapshot_id}"
