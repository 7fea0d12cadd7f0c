"""What held of an actor for a time: the offices of a person, and names that are no longer in use.

Desk tables: no public code reads them. What an actor is today stands in its own row (`Actor`).
"""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.actor import Actor
from events.models.fields import EDTFField, columns
from events.models.source import Source
from events.models.text import check_text
from events.models.times import ends_before, is_span
from events.vocabulary import ActorKind


class SourcedFact(models.Model):
    """Something that is known of an actor, and who says so."""

    source = models.ForeignKey(
        Source,
        models.PROTECT,
        verbose_name=_("source"),
        null=True,
        blank=True,
        related_name="%(class)s_facts",
        help_text=_("Who says so. Please name one wherever there is one."),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        check_text(self)


class DatedFact(SourcedFact):
    """Something that held of an actor until some day."""

    until = EDTFField(_("until"), blank=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if is_span(self.until):
            raise ValidationError({"until": _("One date stands here, not a span of time.")})


class Office(DatedFact):
    """An office that a person held for a time, and for whom. One can hold several at once."""

    actor = models.ForeignKey(
        Actor, models.CASCADE, verbose_name=_("person"), related_name="offices"
    )
    title = models.CharField(_("title"), max_length=200, help_text=_("As in “Foreign Minister”."))
    represents = models.ForeignKey(
        Actor,
        models.PROTECT,
        verbose_name=_("represents"),
        null=True,
        blank=True,
        related_name="offices_for",
        help_text=_("The country or organisation for which this person spoke in this office."),
    )
    since = EDTFField(_("since"), blank=True, help_text=_("Empty where that is not known."))
    until = EDTFField(
        _("until"),
        blank=True,
        help_text=_(
            "The last day. Empty where that is not known; the office that began last goes on."
        ),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return said_first(self, "title")

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if is_span(self.since):
            errors["since"] = _("One date stands here, not a span of time.")
        elif ends_before(self.until, self.since):
            errors["until"] = _("It ends before it begins: give a later day, or correct “since”.")
        if self.actor_id is not None and self.actor.kind != ActorKind.PERSON:
            errors[NON_FIELD_ERRORS] = _("Only a person has an office.")
        if self.represents is not None and self.represents.kind == ActorKind.PERSON:
            errors["represents"] = _("A person represents a country or an organisation.")
        if errors:
            raise ValidationError(errors)


class FormerName(DatedFact):
    """What an actor was called until some day."""

    actor = models.ForeignKey(
        Actor, models.CASCADE, verbose_name=_("actor"), related_name="former_names"
    )
    name = models.CharField(_("name"), max_length=200)
    until = EDTFField(_("until"), help_text=_("The last day on which it had this name."))

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        ordering = ["id"]

    def __str__(self) -> str:
        return said_first(self, "name")

    def clean(self) -> None:
        super().clean()
        said = {column: getattr(self, column) for column in columns("name")}
        said = {column: name for column, name in said.items() if name}
        if not said or self.actor_id is None:
            return
        if self._is_present(said) and not self._had_another_since():
            message = _("This is its present name. A former one differs from it.")
            raise ValidationError({next(iter(said)): message})

    def _is_present(self, said: dict[str, str]) -> bool:
        return all(getattr(self.actor, column) == name for column, name in said.items())

    def _had_another_since(self) -> bool:
        """Whether the actor was called otherwise in between, and has come back to its old name."""
        if self.actor.pk is None:
            return False
        others = FormerName.objects.filter(actor=self.actor).exclude(pk=self.pk)
        return any(ends_before(self.until, other.until) for other in others)


def said_first(instance: models.Model, field: str) -> str:
    """A translated text in the first language that has it, whoever asks."""
    return next((text for name in columns(field) if (text := getattr(instance, name))), "")
