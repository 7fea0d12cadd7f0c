"""The roll call of a commitment: what each actor has said and done about it, step by step."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.actor import Actor
from events.models.amounts import Amount
from events.models.entries import Commitment
from events.models.fields import EDTFField
from events.models.lists import Domain
from events.models.source import Source
from events.vocabulary import AmountForm, Stage


class RollCallStage(Amount):
    """One step of one actor: when, how much of what, and who says so."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="roll_call")
    actor = models.ForeignKey(Actor, models.PROTECT, verbose_name=_("actor"), related_name="stages")
    stage = models.CharField(
        _("stage"),
        max_length=20,
        choices=Stage,
        blank=True,
        help_text=_(
            "What it has said or done itself. Empty where a source only names it. “Announced” and "
            "what follows count as confirmed; who declined is no contributor."
        ),
    )
    date = EDTFField(
        _("date"),
        blank=True,
        help_text=_(
            "Of this step, not of the source. Empty where the day is not on record. What is still "
            "to come is announced, and not in force before."
        ),
    )
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        verbose_name=_("source"),
        null=True,
        blank=True,
        related_name="stages",
        help_text=_("One that the entry cites."),
    )
    locator = models.CharField(_("locator"), max_length=200, blank=True)
    domain = models.ForeignKey(
        Domain,
        models.PROTECT,
        verbose_name=_("domain"),
        null=True,
        blank=True,
        related_name="stages",
        help_text=_("If it is about one only: who declines troops may still give training."),
    )
    form = models.CharField(
        _("form"),
        max_length=12,
        choices=AmountForm,
        blank=True,
        help_text=_(
            "What has become of the amount. It is the whole up to this step; one below zero is "
            "added to what came before, as a correction."
        ),
    )
    quote = models.CharField(
        _("quote"), max_length=1000, blank=True, help_text=_("Short, in the words of the source.")
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    # From before stages had sources.
    carried_over = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("stage of an actor")
        verbose_name_plural = _("roll call")
        ordering = ["id"]
        constraints = [*Amount.Meta.constraints]

    def __str__(self) -> str:
        return " – ".join(filter(None, [str(self.actor), str(self.get_stage_display())]))

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.quantities and self.unit is None:
            errors["unit"] = _("An amount needs its unit: “euros”, “soldiers”.")
        if not self.quantities and self.unit is not None:
            errors["value"] = _("A unit needs the amount that it is the unit of.")
        elif not self.quantities and self.form:
            errors["form"] = _("There is no amount of which to say this.")
        if field := self._no_correction():
            errors[field] = _(
                "Below zero, an amount is a correction of what came before: give its value, or "
                "both of its ends below zero."
            )
        if self.source is None and not self.carried_over:
            errors["source"] = _("Say which of the cited sources this is from.")
        if errors:
            raise ValidationError(errors)

    def _no_correction(self) -> str:
        """A field with a number below zero that corrects nothing; empty if there is none."""
        numbers = self.numbers
        below = [name for name, number in numbers.items() if number < 0]
        is_whole = "value" in numbers or len(numbers) > 1
        return below[0] if below and not (is_whole and len(below) == len(numbers)) else ""
