"""What is known of attempts to log in, so that all processes know the same."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LogInAttempts(models.Model):
    """Attempts to log in to an account from an address; with one of the two empty, to it from
    anywhere, or from there to any.

    Neither is in the table itself: `account` and `address` are keyed hashes, of names as they were
    typed, whether or not there is such an account.
    """

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    # Those that have failed since `since`.
    failures = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    # How often it was locked of late, and until when it is.
    locks = models.PositiveIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    # Until when it counts that somebody has logged in to this account from there.
    known_until = models.DateTimeField(null=True)
    # When all of this means nothing any more.
    expires = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        # They belong to accounts as a whole, whose model is not ours.
        permissions = [("manage_accounts", _("Can manage accounts"))]
        constraints = [
            models.UniqueConstraint(fields=["account", "address"], name="attempts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account[:8]} from {self.address[:8]}: {self.failures}"
