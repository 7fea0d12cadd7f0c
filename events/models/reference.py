"""What entries name: processes, actors, topics, measures and sources.

Desk tables: no public code reads them.
"""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.log import Tag
from events.models.fields import EDTFField
from events.models.text import check_text
from events.vocabulary import ActorKind, Facet

ALPHA_2 = re.compile(r"[A-Z]{2}")


class Slugged(models.Model):
    """Something with a short name for its address, and only characters that a text may have."""

    slug = models.SlugField(
        _("short name for addresses"),
        max_length=80,
        unique=True,
        help_text=_("Lower-case letters, digits and hyphens: “coalition-of-the-willing”."),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        check_text(self)


class Reference(Slugged):
    """What documents name. Once one does, its short name is part of public addresses for good."""

    FACET: ClassVar[str]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        before = type(self)._default_manager.filter(pk=self.pk).values_list("slug", flat=True)
        for slug in before:
            if slug != self.slug and Tag.objects.filter(facet=self.FACET, slug=slug).exists():
                message = _("The record has published “%(slug)s” and has to keep this short name.")
                raise ValidationError({"slug": ValidationError(message, params={"slug": slug})})


class Process(Reference):
    """A negotiation that is tracked."""

    FACET = Facet.PROCESS

    name = models.CharField(_("name"), max_length=200)
    summary = models.TextField(
        _("summary"),
        blank=True,
        validators=[MaxLengthValidator(2_000)],
        help_text=_("Markdown, without HTML."),
    )

    class Meta:
        verbose_name = _("process")
        verbose_name_plural = _("processes")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name or self.slug


class Actor(Reference):
    """A country, an organisation, a coalition or a person."""

    FACET = Facet.RECORD

    kind = models.CharField(_("kind"), max_length=12, choices=ActorKind)
    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(
        _("country code"),
        max_length=2,
        blank=True,
        help_text=_("Two capital letters (ISO 3166-1 alpha-2), for countries only: “DE”."),
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

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="country") & ~Q(country="") | ~Q(kind="country") & Q(country=""),
                name="actor_country_code_of_countries_only",
                violation_error_message=_(
                    "A country needs its two-letter code; other actors have none."
                ),
            ),
            models.UniqueConstraint(
                fields=["country"],
                condition=~Q(country=""),
                name="actor_one_per_country",
                violation_error_message=_("Another actor has this country code."),
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
        errors: dict[str, Any] = {}
        if self.country and not ALPHA_2.fullmatch(self.country):
            errors["country"] = _("Two capital letters, as in “DE”.")
        if self.represents is not None:
            if self.represents == self:
                errors["represents"] = _("An actor cannot represent itself.")
            elif self.represents.kind == ActorKind.PERSON:
                errors["represents"] = _("A person represents a country or an organisation.")
        if self.pk and self.kind != ActorKind.COALITION and self.memberships.exists():
            errors["kind"] = _("This actor has members, so it has to stay a coalition.")
        if self.pk and self.kind != ActorKind.PERSON and self.offices.exists():
            errors["kind"] = _("This actor has offices, so it has to stay a person.")
        if (
            self.kind == ActorKind.PERSON
            and self.pk
            and (self.representatives.exists() or self.offices_for.exists())
        ):
            errors["kind"] = _("Other persons represent this actor, so it cannot be a person.")
        if errors:
            raise ValidationError(errors)


class Topic(Reference):
    """A proposal that an actor can support or oppose."""

    FACET = Facet.TOPIC

    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(
        _("description"), blank=True, validators=[MaxLengthValidator(2_000)]
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name or self.slug


class Measure(Reference):
    """What a reported figure counts: countries, leaders, per cent of a text agreed."""

    FACET = Facet.MEASURE

    name = models.CharField(_("name"), max_length=100, help_text=_("As it follows the number."))
    counts_actors = models.BooleanField(
        _("counts who takes part"),
        default=False,
        help_text=_("Such a figure stands beside the number of actors that are named."),
    )

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name or self.slug


class Source(Reference):
    """A publication. What is not known about it stays empty."""

    FACET = Facet.SOURCE

    title = models.CharField(
        _("title"), max_length=300, help_text=_("In the language of the publication.")
    )
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    archive_url = models.URLField(_("archived at"), max_length=1000, blank=True)
    language = models.CharField(
        _("language"), max_length=12, help_text=_("Its tag, as in “de” or “pt-BR”.")
    )
    published_on = EDTFField(_("published on"), blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.language and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", self.language):
            raise ValidationError({"language": _("A language tag such as “de” or “pt-BR”.")})
