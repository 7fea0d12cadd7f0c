"""In what amounts are counted: currencies, soldiers, per cent; the site's own list.

A desk table: no public code reads it. What documents say of a unit is complete in them.
"""

import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.reference import Reference
from events.vocabulary import Facet

CURRENCY = re.compile(r"[A-Z]{3}")


class Unit(Reference):
    """A unit of amounts. “Million euros” is 1,000,000 times the unit “euros”, so that amounts in
    both add up."""

    FACETS = (Facet.UNIT,)

    name = models.CharField(
        _("name"),
        max_length=100,
        help_text=_("As it follows a number: “soldiers”, “million euros”."),
    )
    one = models.CharField(
        _("name after the number 1"),
        max_length=100,
        blank=True,
        help_text=_("“soldier”. Empty if it is the same."),
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        blank=True,
        help_text=_("Its three-letter code (ISO 4217), for money only: “EUR”."),
    )
    base = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("multiple of"),
        null=True,
        blank=True,
        related_name="multiples",
        help_text=_("The unit in which amounts of this one are added up: of millions, “euros”."),
    )
    times = models.DecimalField(
        _("times"),
        max_digits=24,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.000001"))],
        help_text=_("How many of those it is: 1000000."),
    )

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(base__isnull=True, times__isnull=True)
                | Q(base__isnull=False, times__isnull=False, times__gt=0),
                name="unit_multiple_is_whole",
                violation_error_message=_(
                    "Another unit and how many times that one it is go together."
                ),
            ),
            models.CheckConstraint(
                condition=Q(base__isnull=True) | ~Q(base=F("id")),
                name="unit_is_no_multiple_of_itself",
                violation_error_message=_("A unit cannot be a multiple of itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.slug

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.currency and not CURRENCY.fullmatch(self.currency):
            errors["currency"] = _("Three capital letters, as in “EUR”.")
        if self.base is not None:
            if self.base == self:
                errors["base"] = _("A unit cannot be a multiple of itself.")
            elif self.base.base_id is not None:
                message = _("“%(unit)s” is itself a multiple: name “%(base)s”, and how many.")
                params = {"unit": self.base, "base": self.base.base}
                errors["base"] = ValidationError(message, params=params)
            elif self.pk and self.multiples.exists():
                errors["base"] = _("Other units are multiples of this one, so it cannot be one.")
            elif self.currency and self.currency != self.base.currency:
                message = _("“%(base)s” has another currency.")
                params = {"base": self.base}
                errors["currency"] = ValidationError(message, params=params)
        if errors:
            raise ValidationError(errors)
