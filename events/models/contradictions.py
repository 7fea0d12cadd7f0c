"""The entries that an entry contradicts: if it is true, they are not."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.entry import Entry
from events.models.part import Part
from events.vocabulary import TRAITS


class Contradiction(Part):
    """One entry that another one contradicts. Readers see it on both."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="contradicts")
    contradicted = models.ForeignKey(
        Entry,
        models.PROTECT,
        verbose_name=_("entry that it contradicts"),
        related_name="contradicted_by",
        help_text=_(
            "What cannot be true if this entry is. Readers see it on both. A position that "
            "somebody has changed is none: the later one follows by itself."
        ),
    )

    class Meta:
        verbose_name = _("contradiction")
        verbose_name_plural = _("contradictions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "contradicted"],
                name="contradicted_once",
                violation_error_message=_("This entry is named already among the contradicted."),
            ),
            models.CheckConstraint(
                condition=~Q(entry=F("contradicted")),
                name="contradicted_is_another",
                violation_error_message=_("An entry cannot contradict itself."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.contradicted)

    def clean(self) -> None:
        super().clean()
        if not self.contradicted_id:
            return
        if not TRAITS[self.contradicted.kind].drawn:
            message = _(
                "That is a text of the editors about entries. Name the entry that is contradicted."
            )
            raise ValidationError({"contradicted": message})
        said = Contradiction.objects.filter(
            entry=self.contradicted_id, contradicted=self.entry_id or 0
        )
        if self.entry_id and self.entry_id != self.contradicted_id and said.exists():
            message = _("That entry says already that it contradicts this one. Say it once.")
            raise ValidationError({"contradicted": message})
