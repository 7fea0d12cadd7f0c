"""What entries name: processes, topics and measures.

Desk tables: no public code reads them.
"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.log import Tag
from events.models.text import check_text
from events.vocabulary import Facet


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

    # Of the tags by which the public entries that name it are found. The first one has its name.
    FACETS: ClassVar[tuple[str, ...]]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        before = type(self)._default_manager.filter(pk=self.pk).values_list("slug", flat=True)
        for slug in before:
            if slug != self.slug and Tag.objects.filter(facet__in=self.FACETS, slug=slug).exists():
                message = _("The record has published “%(slug)s” and has to keep this short name.")
                raise ValidationError({"slug": ValidationError(message, params={"slug": slug})})


class Process(Reference):
    """A negotiation that is tracked."""

    FACETS = (Facet.PROCESS,)

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


class Topic(Reference):
    """A proposal that an actor can support or oppose."""

    FACETS = (Facet.TOPIC,)

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

    FACETS = (Facet.MEASURE,)

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
