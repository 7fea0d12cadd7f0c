"""Forms of the desk that somebody has open, with what was typed into them and is not saved."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class OpenForm(models.Model):
    """One page with a form, from when it was opened until it is saved. All times are those of the
    database's server. What was typed stays until it is saved or thrown away."""

    token = models.UUIDField(primary_key=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+"
    )
    # The name of the model and the primary key of the record; 0 for one that is being added.
    kind = models.CharField(max_length=20)
    key = models.BigIntegerField(default=0)
    # What the form would send, as a browser encodes it; empty as long as nothing was typed.
    text = models.TextField(blank=True)
    # What readers would get of it, as JSON; empty unless a preview was asked for.
    document = models.TextField(blank=True)
    typed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = ()
        indexes = [
            # Who has a record open.
            models.Index(fields=["kind", "key"], name="open_form_of_thing"),
            # What an account has not saved.
            models.Index(fields=["account"], name="open_form_by_account"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.account_id}"
