"""A quantity with its unit, as precisely as it is known and no more."""

from collections.abc import Iterable
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.fields import AmountField
from events.models.part import Part
from events.models.units import Unit
from events.vocabulary import Qualifier


class Amount(Part):
    """A value, or a low and a high end, or all three. It may be below zero: a correction."""

    value = AmountField(_("value"))
    low = AmountField(_("low"))
    high = AmountField(_("high"), help_text=_("Alone, it means “up to”. Below zero: a correction."))
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        verbose_name=_("unit"),
        null=True,
        blank=True,
        related_name="%(class)ss",
    )
    qualifier = models.CharField(
        _("qualifier"), max_length=12, choices=Qualifier, default=Qualifier.EXACTLY
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=(
                    (Q(low__isnull=True) | Q(value__isnull=True) | Q(low__lte=F("value")))
                    & (Q(high__isnull=True) | Q(value__isnull=True) | Q(high__gte=F("value")))
                    & (Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")))
                ),
                name="%(class)s_low_value_high",
                violation_error_message=_("The value lies between its low and its high end."),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        numbers = self.numbers
        value, low, high = (numbers.get(name) for name in ("value", "low", "high"))
        if low is not None and high is not None and low > high:
            message = _("The low end is above the high one: exchange them, or correct one.")
            raise ValidationError({"high": message})
        is_below = value is not None and low is not None and value < low
        if is_below or (value is not None and high is not None and value > high):
            message = _("The value lies outside of its low and high end: correct one of them.")
            raise ValidationError({"value": message})

    @property
    def numbers(self) -> dict[str, Decimal]:
        """Its numbers by field, without what was typed that is none."""
        given = {"value": self.value, "low": self.low, "high": self.high}
        return {
            name: number
            for name, number in given.items()
            if isinstance(number, Decimal) and number.is_finite()
        }

    @property
    def quantities(self) -> Iterable[Decimal]:
        return [number for number in (self.value, self.low, self.high) if number is not None]
