"""Releases: the record as it was at one time, frozen under a name that never stands for another.

Its files are in the database, because there they are in every backup and on every standby.
"""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.log.redactions import Redaction

# How many bytes a row has at most: what is sent is read row by row.
PIECE = 1 << 20
# As a folder and in an address: 2026-11-27, v1.0.
RELEASE_NAME = r"^[a-z0-9][a-z0-9._-]{0,59}$"


class Release(models.Model):
    """One release. `seq`: of the last version in it, published at `of`; `files`: what it has, in
    order: `path`, `media_type`, `bytes`, `sha256` and, of a table, `rows`. `changed`: how many
    entries were added, changed and withdrawn since the `previous` one, by these words.

    `redaction`: the last one after which the files were made anew, at `remade_at`; nothing else
    changes them. Whoever has the older ones finds out by the digests.
    """

    name = models.CharField(
        _("name"),
        max_length=60,
        unique=True,
        validators=[RegexValidator(RELEASE_NAME)],
    )
    seq = models.BigIntegerField()
    of = models.DateTimeField(_("state of"))
    made_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    shape = models.SmallIntegerField()
    previous = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    files = models.JSONField(default=list)
    changed = models.JSONField(default=dict)
    redaction = models.ForeignKey(Redaction, models.PROTECT, null=True, related_name="+")
    remade_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name


class ReleasePiece(models.Model):
    """A stretch of the bytes of a file of a release."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="pieces", db_index=False)
    path = models.CharField(max_length=100)
    number = models.IntegerField()
    data = models.BinaryField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["release", "path", "number"], name="release_piece_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path} {self.number}"


def drop_files(since: int) -> int:
    """Take away the files of the releases that have what was published at this seq or later: a
    redaction has changed it. They are made anew (`events.releases`). Returns of how many."""
    there = ReleasePiece.objects.values("release")
    touched = Release.objects.filter(seq__gte=since, pk__in=there)
    names = list(touched.values_list("pk", flat=True))
    ReleasePiece.objects.filter(release__in=names).delete()
    return len(names)
