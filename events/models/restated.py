"""The earlier commitments that a commitment takes up, and what it does to each of them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.entries import Commitment
from events.models.part import Part
from events.vocabulary import Restatement

ITSELF = _("A commitment cannot restate itself, directly or through others.")


class Restated(Part):
    """An earlier commitment, and what a later one does to it."""

    later = models.ForeignKey(Commitment, models.CASCADE, related_name="restates")
    commitment = models.ForeignKey(
        Commitment,
        models.PROTECT,
        verbose_name=_("earlier commitment"),
        related_name="restated_by",
        help_text=_("The commitment that this one restates, strengthens, softens or replaces."),
    )
    how = models.CharField(_("what it does to the earlier one"), max_length=12, choices=Restatement)

    class Meta:
        verbose_name = _("earlier commitment")
        verbose_name_plural = _("earlier commitments")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["later", "commitment"],
                name="restated_once",
                violation_error_message=_(
                    "This earlier commitment is named already: say once what becomes of it."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(later=F("commitment")),
                name="restated_is_another",
                violation_error_message=_("A commitment cannot restate itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()}: {self.commitment}"

    def clean(self) -> None:
        super().clean()
        if self.later_id and self.commitment_id and self._leads_back():
            raise ValidationError({"commitment": ITSELF})

    def _leads_back(self) -> bool:
        """Does the earlier one take up the later one, directly or through others?"""
        found, seen = {self.commitment_id}, set[int]()
        while found:
            if self.later_id in found:
                return True
            seen |= found
            rows = Restated.objects.filter(later__in=found)
            found = set(rows.values_list("commitment", flat=True)) - seen
        return False
