"""Tokens, by which programs write: what each may do, until when, and how much it does."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ApiToken(models.Model):
    """What a program shows in place of an account, which it acts for and never exceeds.

    It is never deleted: the audit names it. The text that is shown is not here; `TokenSecret` has
    digests of it.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account")
    )
    name = models.CharField(
        _("name"), max_length=80, help_text=_("What uses it, such as “Import of votes”.")
    )
    # Values of `events.vocabulary.Scope`.
    scopes = models.JSONField(_("scopes"), default=list)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(
        _("expires"), null=True, blank=True, help_text=_("Empty: never.")
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    # To the minute.
    last_used_at = models.DateTimeField(_("last used"), null=True)

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class TokenSecret(models.Model):
    """The digest of a text that shows a token. While one takes the place of another, both do."""

    token = models.ForeignKey(ApiToken, models.CASCADE, related_name="secrets")
    digest = models.CharField(max_length=64, unique=True)
    # What the text begins with, for people to tell it apart by.
    beginning = models.CharField(max_length=20)
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.beginning}…"


class TokenUse(models.Model):
    """How often a token has written within a minute since 1970."""

    token = models.ForeignKey(ApiToken, models.CASCADE, related_name="+", db_index=False)
    minute = models.BigIntegerField(db_index=True)
    writes = models.IntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["token", "minute"], name="token_use_once"),
        ]

    def __str__(self) -> str:
        return f"{self.token_id} at {self.minute}: {self.writes}"
