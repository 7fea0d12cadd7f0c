"""What was changed of what had been published: the one exception to a log that only grows.

A redaction is a fact like a version. It says who had what replaced, why and on what ground, and for
each version which places of its document; never what stood there. Triggers refuse any other change
of a version, and every change of these rows.
"""

import uuid

import orjson
from django.conf import settings
from django.db import models
from django.db.models import Subquery
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from events.log.versions import Version
from events.vocabulary import Ground

# What else the key of the site is used for gives other digests.
SALT = "events.log.redactions.RedactedAddress"


class Redaction(models.Model):
    """One act. `erased`: whether the text is gone, rather than only closed to readers. `seq`: of
    the last version that was appended to tell of it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True)
    seq = models.BigIntegerField(db_index=True)
    ground = models.CharField(_("ground"), max_length=16, choices=Ground)
    # What readers are told, as JSON text by language.
    reason = models.TextField(_("reason"))
    erased = models.BooleanField(default=True)
    # What was blanked on the desk, so that it can be done again; nothing if it was left.
    desk = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.ground}"

    @property
    def told(self) -> dict[str, str]:
        """The reason by language."""
        found: dict[str, str] = orjson.loads(self.reason)
        return found


class RedactedVersion(models.Model):
    """What a redaction changed of one version. `places`: JSON text, a list of paths in the document
    (`events.documents.redacting`), the empty path for all of it. `after`: the SHA-256 of what is
    left, in hexadecimal digits, empty if there is none. What was there before has none: from its
    hash a short text, such as a number, could be found by trying. The times, only where that of the
    version was put right."""

    redaction = models.ForeignKey(Redaction, models.PROTECT, related_name="versions")
    version = models.ForeignKey(Version, models.PROTECT, db_column="seq", related_name="redactions")
    places = models.TextField()
    after = models.CharField(max_length=64, blank=True)
    time_before = models.DateTimeField(null=True)
    time_after = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["redaction", "version"], name="redacted_once_each"),
        ]

    def __str__(self) -> str:
        return f"{self.redaction_id}: {self.version_id}"

    @property
    def paths(self) -> list[tuple[str | int, ...]]:
        """The places as paths."""
        return [tuple(path) for path in orjson.loads(self.places)]


class RedactedAddress(models.Model):
    """An address that an entry had, so that no other is ever published under it. `digest`: made
    with the secret key of the site, so that whoever has the database alone cannot find out by
    trying which it was."""

    redaction = models.ForeignKey(Redaction, models.PROTECT, related_name="+")
    entry = models.IntegerField()
    digest = models.CharField(max_length=64, db_index=True)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["redaction", "digest"], name="redacted_address_once_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.redaction_id}: {self.entry}"

    @staticmethod
    def digests(slug: str) -> list[str]:
        """What may be kept of an address: by the key of today, and by those of before."""
        keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        return [salted_hmac(SALT, slug, key, algorithm="sha256").hexdigest() for key in keys]


# The id of the last redaction, beside what the ORM reads; null if there was none.
LAST_REDACTION = Subquery(Redaction.objects.order_by("-pk").values("uid")[:1])
# What names it (`since_redaction`), beside what other statements read; empty if there was none.
REDACTION = (
    "COALESCE((SELECT SUBSTR(REPLACE(CAST(uid AS text), '-', ''), 1, 12)"
    " FROM events_redaction ORDER BY id DESC LIMIT 1), '')"
)


def since_redaction(state: object, redaction: uuid.UUID | str | None) -> str:
    """What names a state of the record, or of a part of it, for good: with the last redaction, if
    there was one. After an older copy of the record took the place of a newer one, the numbers of
    its versions come again, but not what was redacted."""
    name = redaction.hex[:12] if isinstance(redaction, uuid.UUID) else redaction
    return f"{state}.{name}" if name else str(state)
