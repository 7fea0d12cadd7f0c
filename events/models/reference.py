"""What entries name: processes, topics and measures.

Desk tables: no public code reads them.
"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.log import Tag
from events.models.text import check_text
from events.vocabulary import Facet

# How many topics can lie above a topic, one above another.
MOST_WIDER = 4


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
    """A proposal that an actor can support or oppose. It may belong to a wider one."""

    FACETS = (Facet.TOPIC,)

    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(
        _("description"), blank=True, validators=[MaxLengthValidator(2_000)]
    )
    other_names = models.TextField(
        _("other names"),
        blank=True,
        validators=[MaxLengthValidator(1_000)],
        help_text=_(
            "What else it is called, one name in each line, as in “boots on the ground”. They are "
            "searched."
        ),
    )
    wider = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("wider topic"),
        related_name="narrower",
        help_text=_(
            "To which this one belongs. What is on this topic is found under the wider one, too; "
            "who stands where is told of each by itself."
        ),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(wider=F("id")),
                name="topic_not_within_itself",
                violation_error_message=_("A topic cannot belong to itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.slug

    def clean(self) -> None:
        super().clean()
        if self.wider is None:
            return
        if self.wider == self:
            raise ValidationError({"wider": _("A topic cannot belong to itself.")})
        above = [self.wider, *self.wider.wider_ones()]
        if self in above:
            message = _("“%(wider)s” belongs to “%(topic)s” already, so it cannot be wider.")
            params = {"wider": self.wider, "topic": self}
            raise ValidationError({"wider": ValidationError(message, params=params)})
        if len(above) + self._levels_below(MOST_WIDER) > MOST_WIDER:
            message = _("A topic can have at most %(most)d wider ones above it, one above another.")
            raise ValidationError({"wider": ValidationError(message, params={"most": MOST_WIDER})})

    def wider_ones(self) -> list["Topic"]:
        """The topics to which it belongs, from the nearest to the widest."""
        found: list[Topic] = []
        topic = self
        # Two editors can close a circle at the same moment, which neither could have been told.
        while len(found) < MOST_WIDER and topic.wider and topic.wider != self:
            topic = topic.wider
            found.append(topic)
        return found

    def _levels_below(self, most: int) -> int:
        """How many levels of narrower topics there are, up to one more than `most`."""
        level = [self.pk] if self.pk else []
        for depth in range(most + 1):
            level = list(Topic.objects.filter(wider__in=level).values_list("pk", flat=True))
            if not level:
                return depth
        return most + 1


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
