"""The parts of a commitment that are kept or broken each by itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.dated import said_first
from events.models.entries import Commitment
from events.models.fields import EDTFField
from events.models.part import Part


class CommitmentPart(Part):
    """One of several things that a commitment promises. What becomes of it is told by the status
    changes that name it by its `key`."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="parts")
    key = models.SlugField(
        _("short name"),
        max_length=60,
        help_text=_("By which status changes name it, as in “training”."),
    )
    text = models.CharField(
        _("text"), max_length=500, help_text=_("What this part of the commitment promises.")
    )
    deadline = EDTFField(
        _("deadline"), blank=True, help_text=_("Only where it differs from that of the whole.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("part of the commitment")
        verbose_name_plural = _("parts of the commitment")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "key"],
                name="commitment_part_once",
                violation_error_message=_("Another part has this short name."),
            ),
        ]

    def __str__(self) -> str:
        return said_first(self, "text") or self.key
