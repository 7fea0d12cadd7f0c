"""Countries, organisations, coalitions and persons, as they are today.

A desk table: no public code reads it. What held of an actor for a time stands in tables beside it.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from events.models.fields import EDTFField
from events.models.reference import Reference
from events.models.source import Source
from events.models.text import in_any_case
from events.models.times import ends_before, is_span, overlap
from events.vocabulary import BODIES, ActorKind, Facet, has_form_of_code


class Actor(Reference):
    """A country, an organisation, a coalition or a person."""

    # Entries that carry its record, and those with a record that names it.
    FACETS = (Facet.RECORD, Facet.REFERRED)

    kind = models.CharField(_("kind"), max_length=12, choices=ActorKind)
    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(
        _("country code"),
        max_length=6,
        blank=True,
        help_text=_(
            "For countries, by ISO 3166: “DE”; of a part of a state “GB-SCT”; of a former one “SU” "
            "or “SUHH”. Empty where a country has none. Two of different times can share a code."
        ),
    )
    office = models.CharField(
        _("office"), max_length=200, blank=True, help_text=_("For persons: “Chancellor”.")
    )
    represents = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("represents"),
        null=True,
        blank=True,
        related_name="representatives",
        help_text=_("For persons: the country or organisation they usually speak for."),
    )
    description = models.CharField(_("description"), max_length=500, blank=True)
    since = EDTFField(
        _("exists since"),
        blank=True,
        help_text=_(
            "The first day of a state or organisation, the birth of a person. Empty where it is "
            "not known or does not matter."
        ),
    )
    since_source = models.ForeignKey(
        Source,
        models.PROTECT,
        verbose_name=_("source of the beginning"),
        null=True,
        blank=True,
        related_name="began",
    )
    until = EDTFField(
        _("existed until"),
        blank=True,
        help_text=_("The last day. Empty for what goes on. Entries of later days are asked about."),
    )
    until_source = models.ForeignKey(
        Source,
        models.PROTECT,
        verbose_name=_("source of the end"),
        null=True,
        blank=True,
        related_name="ended",
    )

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="country") | Q(country=""),
                name="actor_country_code_of_countries_only",
                violation_error_message=_("Only a country has a country code."),
            ),
            models.CheckConstraint(
                condition=Q(represents__isnull=True) | ~Q(represents=F("id")),
                name="actor_does_not_represent_itself",
                violation_error_message=_("An actor cannot represent itself."),
            ),
            models.CheckConstraint(
                condition=Q(represents__isnull=True) | Q(kind="person"),
                name="actor_only_persons_represent",
                violation_error_message=_("Only a person represents somebody."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.slug

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {**self._wrong_code(), **self._wrong_time(), **self._wrong_name()}
        if self.represents is not None:
            if self.represents == self:
                errors["represents"] = _("An actor cannot represent itself.")
            elif self.kind and self.kind != ActorKind.PERSON:
                errors["represents"] = _("Only a person represents somebody.")
            elif self.represents.kind == ActorKind.PERSON:
                errors["represents"] = _("A person represents a country or an organisation.")
        if self.pk and (bound := self._bound_to_its_kind()):
            errors["kind"] = bound
        if errors:
            raise ValidationError(errors)

    def _wrong_code(self) -> dict[str, Any]:
        if not self.country:
            return {}
        if self.kind and self.kind != ActorKind.COUNTRY:
            return {"country": _("Only a country has a country code.")}
        if not has_form_of_code(self.country):
            message = _(
                "A code of ISO 3166: two capital letters as in “DE”, a part of a state as in "
                "“GB-SCT”, a former state as in “YUCS”. Leave it empty where a country has none."
            )
            return {"country": message}
        others = Actor.objects.filter(country=self.country).exclude(pk=self.pk)
        mine = self.since, self.until
        same = next((actor for actor in others if overlap(mine, (actor.since, actor.until))), None)
        if same is None:
            return {}
        message = _(
            "“%(name)s” has this country code at the same time. Two states can share a code if one "
            "had ended before the other began: say so by “exists since” and “existed until”."
        )
        return {"country": ValidationError(message, params={"name": same})}

    def _wrong_time(self) -> dict[str, Any]:
        errors: dict[str, Any] = {
            name: _("One date stands here, not a span of time.")
            for name in ("since", "until")
            if is_span(getattr(self, name))
        }
        if not errors and ends_before(self.until, self.since):
            errors["until"] = _("It ends before it begins: give a later day, or correct “since”.")
        return errors

    def _wrong_name(self) -> dict[str, Any]:
        """Names that are on file as another name of somebody else."""
        errors: dict[str, Any] = {}
        for name in name_columns():
            text = getattr(self, name)
            if not text:
                continue
            same = in_any_case("aliases__text", text)
            if other := Actor.objects.filter(same).exclude(pk=self.pk).first():
                message = _("“%(name)s” is on file as another name of “%(actor)s”.")
                params = {"name": text, "actor": other}
                errors[name] = ValidationError(message, params=params)
        return errors

    def _bound_to_its_kind(self) -> Any:
        """Why it has to stay what it is, if its kind no longer fits; else None."""
        is_person = self.kind == ActorKind.PERSON
        if self.kind not in BODIES and self.memberships.exists():
            return _("This actor has members, so it has to stay a coalition or an organisation.")
        if not is_person and self.offices.exists():
            return _("This actor has offices, so it has to stay a person.")
        if is_person and (self.representatives.exists() or self.offices_for.exists()):
            return _("Other persons represent this actor, so it cannot be a person.")
        if is_person and (self.successors.exists() or self.predecessors.exists()):
            return _("This actor has successors or predecessors, so it cannot be a person.")
        return None


def name_columns() -> list[str]:
    """The columns of the name, one for each language of the record."""
    return [
        build_localized_fieldname("name", language)
        for language in settings.MODELTRANSLATION_LANGUAGES
    ]
