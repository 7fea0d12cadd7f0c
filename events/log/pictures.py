"""The bytes of pictures, by what they are: each made size once, whoever uses it."""

from collections.abc import Collection

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from events.engines import holds_tags
from events.log.versions import Tag, VersionIndex
from events.vocabulary import Facet


class PictureFile(models.Model):
    """One made size of a picture, as WebP. Its name is the SHA-256 of its bytes, so a name stands
    for the same bytes for good. In the database, because there they are in every backup and on
    every standby. Readers get it only as long as a version that they may read names it."""

    digest = models.CharField(max_length=64, primary_key=True)
    data = models.BinaryField()
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("bytes of a picture")
        verbose_name_plural = _("bytes of pictures")
        default_permissions = ()

    def __str__(self) -> str:
        return self.digest


def shown_pictures(digests: Collection[str]) -> set[str]:
    """Those of these made sizes that a version names, whether it stands or can only be read among
    the earlier ones: what was redacted names none."""
    tags = Tag.objects.filter(facet=Facet.PICTURE, slug__in=digests)
    named = tags.values_list("id", "slug", "standing")
    return {slug for key, slug, standing in named if standing or _is_named(key)}


def _is_named(tag: int) -> bool:
    holds, params = holds_tags(connection, "tags", [tag])
    return VersionIndex.objects.extra(where=[holds], params=params).exists()  # noqa: S610 - it is ours
