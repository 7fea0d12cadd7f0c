"""The parts of an entry: who takes part, what was counted, given and changed, and who says so."""

import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events import dates
from events.models.actor import Actor
from events.models.amounts import Amount
from events.models.entries import Commitment
from events.models.entry import Entry
from events.models.fields import EDTFField, LanguageTagField
from events.models.part import Part
from events.models.reference import Measure
from events.models.source import Source
from events.vocabulary import (
    TRAITS,
    ActorKind,
    Attendance,
    Basis,
    CitationStance,
    CommitmentStatus,
    Kind,
    Role,
)

QUANTITY = {"max_digits": 15, "decimal_places": 3, "null": True, "blank": True}


class Participation(Part):
    """The role of an actor in an entry and, for a person, whom they represent there."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="participations")
    actor = models.ForeignKey(
        Actor, models.PROTECT, verbose_name=_("actor"), related_name="participations"
    )
    role = models.CharField(_("role"), max_length=12, choices=Role)
    status = models.CharField(_("attendance"), max_length=12, choices=Attendance, blank=True)
    represents = models.ForeignKey(
        Actor,
        models.PROTECT,
        verbose_name=_("represents"),
        null=True,
        blank=True,
        related_name="represented_in",
        help_text=_("Only where it differs from whom this person usually represents."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("actor in the entry")
        verbose_name_plural = _("actors in the entry")
        ordering = ["order", "id"]
        constraints = [
            # Somebody may speak for two bodies, which are two rows.
            models.UniqueConstraint(
                fields=["entry", "actor", "role", "represents"],
                name="participation_once_for_each",
                violation_error_message=_("This actor has this role already for the same body."),
            ),
            models.UniqueConstraint(
                fields=["entry", "actor", "role"],
                condition=Q(represents__isnull=True),
                name="participation_once_per_role",
                violation_error_message=_("This actor has this role already."),
            ),
            models.CheckConstraint(
                condition=Q(represents__isnull=True) | ~Q(represents=F("actor")),
                name="participation_does_not_represent_itself",
                violation_error_message=_("An actor cannot represent itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.get_role_display()})"

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        kind = self.entry.kind or getattr(self.entry, "KIND", "")
        if self.role and kind and self.role not in TRAITS[kind].roles:
            errors["role"] = ValidationError(
                _("An entry of this kind has the roles: %(roles)s."),
                params={"roles": ", ".join(str(role.label) for role in TRAITS[kind].roles)},
            )
        if self.status and kind and kind != Kind.SUMMIT:
            errors["status"] = _("Only a meeting has an attendance.")
        if self.represents_id is not None and self.actor_id is not None:
            if self.represents_id == self.actor_id:
                errors["represents"] = _("An actor cannot represent itself.")
            elif self.actor.kind != ActorKind.PERSON:
                errors["represents"] = _("Only a person represents somebody.")
        if errors:
            raise ValidationError(errors)


class Citation(Part):
    """The use of a source by one entry."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="citations")
    source = models.ForeignKey(
        Source, models.PROTECT, verbose_name=_("source"), related_name="citations"
    )
    locator = models.CharField(
        _("locator"),
        max_length=200,
        blank=True,
        help_text=_("Where in the source: page, paragraph, minute."),
    )
    quote = models.CharField(
        _("quote"), max_length=1000, blank=True, help_text=_("Short, in the words of the source.")
    )
    quote_language = LanguageTagField(
        _("language of the quote"),
        blank=True,
        help_text=_("Its tag, as in “uk”; empty where it is that of the source."),
    )
    stance = models.CharField(
        _("supports or contradicts"),
        max_length=12,
        choices=CitationStance,
        default=CitationStance.SUPPORTS,
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "source", "locator"],
                name="citation_once_per_place",
                violation_error_message=_("This source is cited at this place already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.locator}".rstrip()


class Figure(Amount):
    """A reported quantity. Two sources may give two; one of them is preferred, with a reason."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="figures")
    measure = models.ForeignKey(
        Measure, models.PROTECT, verbose_name=_("measure"), related_name="figures"
    )
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        verbose_name=_("source"),
        null=True,
        blank=True,
        related_name="figures",
        help_text=_("Needed where the entry cites more than one."),
    )
    preferred = models.BooleanField(_("preferred"), default=False)
    reason = models.CharField(_("why it is preferred"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["id"]
        constraints = [
            *Amount.Meta.constraints,
            models.CheckConstraint(
                condition=Q(value__isnull=False) | Q(low__isnull=False) | Q(high__isnull=False),
                name="figure_has_a_quantity",
                violation_error_message=_("A figure needs a value, a low or a high end."),
            ),
            models.UniqueConstraint(
                fields=["entry", "measure"],
                condition=Q(preferred=True),
                name="figure_one_preferred",
                violation_error_message=_("Only one figure of a measure is preferred."),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.measure_id is None or not self.measure.counts_actors:
            return
        below = {name for name, number in self.numbers.items() if number < 0}
        if below:
            message = _("Fewer than none of them: which number is meant?")
            raise ValidationError(dict.fromkeys(below, message))

    def __str__(self) -> str:
        value = "–" if self.value is None else f"{Decimal(self.value).normalize():f}"
        return f"{value} {self.measure}"


class StatusChange(Part):
    """A change of a commitment's status: when, and who says so."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="status_changes")
    part = models.SlugField(
        _("part"),
        max_length=60,
        blank=True,
        help_text=_(
            "The short name of the part whose status it is; empty for the commitment as a whole."
        ),
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=CommitmentStatus,
        help_text=_(
            "“Suspended” and “blocked” may end again by a later change. With a date to come, it is "
            "announced and not in force yet."
        ),
    )
    date = EDTFField(_("date"))
    by = models.ForeignKey(
        Actor,
        models.PROTECT,
        verbose_name=_("by whom"),
        null=True,
        blank=True,
        related_name="status_changes",
        help_text=_("Who suspended, blocked or ended it: a party, a parliament, a court."),
    )
    source = models.ForeignKey(
        Source, models.PROTECT, verbose_name=_("source"), related_name="status_changes"
    )
    locator = models.CharField(_("locator"), max_length=200, blank=True)
    basis = models.CharField(
        _("basis"),
        max_length=12,
        choices=Basis,
        blank=True,
        help_text=_("Who says that it has changed. Empty if not recorded."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("status change")
        verbose_name_plural = _("status history")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_status_display()} ({self.date})"

    @property
    def sort_key(self) -> tuple[datetime.datetime, int]:
        return dates.parse(self.date).instant, self.pk
