"""Which state or organisation came after which. A desk table: no public code reads it."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.actor import Actor
from events.models.dated import SourcedFact
from events.models.fields import EDTFField
from events.models.times import is_span
from events.vocabulary import ActorKind


class Succession(SourcedFact):
    """One actor comes after another, in whole or in part: of several, each has a row."""

    predecessor = models.ForeignKey(
        Actor, models.CASCADE, verbose_name=_("predecessor"), related_name="successors"
    )
    actor = models.ForeignKey(
        Actor, models.PROTECT, verbose_name=_("successor"), related_name="predecessors"
    )
    date = EDTFField(_("date"), blank=True, help_text=_("When the one came after the other."))

    class Meta:
        verbose_name = _("successor")
        verbose_name_plural = _("successors")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "actor"],
                name="succession_once",
                violation_error_message=_("This successor is listed already."),
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("actor")),
                name="succession_not_of_itself",
                violation_error_message=_("An actor cannot be its own successor."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.actor}"

    def clean(self) -> None:
        super().clean()
        if is_span(self.date):
            raise ValidationError({"date": _("One date stands here, not a span of time.")})
        if self.predecessor_id is None or self.actor_id is None:
            return
        if ActorKind.PERSON in (self.predecessor.kind, self.actor.kind):
            message = _("Persons have no successors: who came after them has an office with dates.")
            raise ValidationError({"actor": message})
        if self.actor_id == self.predecessor_id:
            raise ValidationError({"actor": _("An actor cannot be its own successor.")})
        if circle := self.circle():
            raise ValidationError({"actor": circle})

    def circle(self, unsaved: Iterable["Succession"] = ()) -> ValidationError | None:
        """What is wrong if it closes a circle with what is on file, and with other rows that are
        about to be saved; else None."""
        seen: set[int] = set()
        level = {self.actor_id}
        while level and self.predecessor_id not in level:
            seen |= level
            later = Succession.objects.filter(predecessor__in=level).exclude(pk=self.pk)
            found = set(later.values_list("actor_id", flat=True))
            found |= {row.actor_id for row in unsaved if row.predecessor_id in level}
            level = found - seen
        if not level:
            return None
        message = _("%(later)s comes before %(earlier)s already, so it cannot come after it.")
        return ValidationError(message, params={"later": self.actor, "earlier": self.predecessor})
