"""The parts of a meeting: where it is, and when it was to be before it was moved."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events import dates
from events.models.dated import said_first
from events.models.entries import Summit
from events.models.fields import EDTFField, columns
from events.models.part import Part
from events.models.source import Source
from events.models.times import is_span


class MeetingPlace(Part):
    """A place of a meeting. The first one says by which clock its times are told."""

    summit = models.ForeignKey(
        Summit, models.CASCADE, verbose_name=_("meeting"), related_name="places"
    )
    name = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("The town or the building.")
    )
    country = models.CharField(
        _("country"), max_length=2, blank=True, help_text=_("Two letters: “FR”.")
    )
    zone = models.CharField(
        _("time zone"),
        max_length=50,
        blank=True,
        help_text=_(
            "As in “Europe/Paris”. A time that is given without a zone is one by the clocks of the "
            "first place."
        ),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("place of a meeting")
        verbose_name_plural = _("places of a meeting")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return said_first(self, "name") or self.country

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.country and not _is_code(self.country):
            errors["country"] = _("Two capital letters, as in “FR”.")
        if self.zone and self.zone not in dates.zones.names():
            errors["zone"] = _unknown_zone(self.zone)
        if not self.country and not any(getattr(self, column) for column in columns("name")):
            errors[NON_FIELD_ERRORS] = _("Name the place or its country.")
        if errors:
            raise ValidationError(errors)


class EarlierDate(Part):
    """A date for which a meeting was planned before it was moved, and who says so."""

    summit = models.ForeignKey(
        Summit, models.CASCADE, verbose_name=_("meeting"), related_name="earlier_dates"
    )
    date = EDTFField(_("date"), help_text=_("For when it had been planned."))
    moved_on = EDTFField(
        _("moved on"),
        blank=True,
        help_text=_("When it was moved or put off; empty where that is not known."),
    )
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        verbose_name=_("source"),
        null=True,
        blank=True,
        related_name="earlier_dates",
        help_text=_("Needed where the entry cites more than one."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("earlier date")
        verbose_name_plural = _("earlier dates")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.date

    def clean(self) -> None:
        super().clean()
        if is_span(self.moved_on):
            raise ValidationError({"moved_on": _("One date stands here, not a span of time.")})


def _is_code(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()


def _unknown_zone(name: str) -> ValidationError:
    found = dates.zones.nearest(name)
    if not found:
        message = _("There is no time zone “%(zone)s”. Write it as in “Europe/Paris”.")
        return ValidationError(message, params={"zone": name})
    return ValidationError(
        _("There is no time zone “%(zone)s”. Did you mean %(nearest)s?"),
        params={"zone": name, "nearest": ", ".join(found)},
    )
