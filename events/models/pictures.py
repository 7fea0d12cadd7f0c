"""Pictures of an entry, an actor or a process: what is said of them. Their bytes are kept by what
they are (`events.log.pictures`)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models import identifiers
from events.models.actor import Actor
from events.models.dated import said_first
from events.models.entry import Entry
from events.models.part import Part
from events.models.reference import Process
from events.vocabulary import Licence


class Picture(Part):
    """A picture. `sizes`: what was made of the file that somebody uploaded, each a `digest` with
    its `width` and `height`, the smallest first."""

    sizes = models.JSONField(default=list, editable=False)
    caption = models.CharField(
        _("caption"), max_length=500, blank=True, help_text=_("What stands below it.")
    )
    description = models.CharField(
        _("description"),
        max_length=500,
        help_text=_("What is to be seen, for those who cannot see it. It is read out."),
    )
    credit = models.CharField(
        _("credit"), max_length=200, help_text=_("Who made it, as it is to be named.")
    )
    licence = models.CharField(
        _("licence"),
        max_length=16,
        choices=Licence,
        help_text=_("On what terms it may be shown here."),
    )
    origin = models.CharField(
        _("where it is from"),
        max_length=1000,
        blank=True,
        help_text=_("The page on which it was found, as in https://example.org/photo."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return said_first(self, "caption") or said_first(self, "description") or self.credit

    def clean(self) -> None:
        super().clean()
        if self.origin:
            try:
                self.origin = identifiers.secure_address(self.origin)
            except ValidationError as error:
                errors: dict[str, Any] = {"origin": error}
                raise ValidationError(errors) from error


class EntryPicture(Picture):
    """A picture of what an entry tells of."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="pictures")


class ActorPicture(Picture):
    """A picture of somebody, as whom readers know them today."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="pictures")


class ProcessPicture(Picture):
    """A picture that stands for a process."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="pictures")


PICTURES: tuple[type[Picture], ...] = (EntryPicture, ActorPicture, ProcessPicture)
