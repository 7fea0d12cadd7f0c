"""Who is a member of a coalition. A desk table: no public code reads it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.dated import ends_before
from events.models.fields import EDTFField
from events.models.reference import Actor
from events.vocabulary import ActorKind, MemberRole


class Membership(models.Model):
    """An actor's membership of a coalition, in what role, and since and until when, if known."""

    coalition = models.ForeignKey(
        Actor,
        models.CASCADE,
        verbose_name=_("coalition"),
        related_name="memberships",
        limit_choices_to={"kind": ActorKind.COALITION},
    )
    actor = models.ForeignKey(
        Actor, models.PROTECT, verbose_name=_("member"), related_name="coalitions"
    )
    role = models.CharField(_("role"), max_length=12, choices=MemberRole, default=MemberRole.MEMBER)
    since = EDTFField(_("since"), blank=True)
    until = EDTFField(_("until"), blank=True)

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["role", "actor__slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "actor", "since"],
                name="membership_once",
                violation_error_message=_("This member is listed already."),
            ),
            models.CheckConstraint(
                condition=~Q(coalition=F("actor")),
                name="membership_not_in_itself",
                violation_error_message=_("A coalition cannot be a member of itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} – {self.coalition}"

    def clean(self) -> None:
        super().clean()
        if self.coalition_id is None or self.actor_id is None:
            return
        if self.coalition.kind != ActorKind.COALITION:
            raise ValidationError({"coalition": _("Only a coalition has members.")})
        if self.actor_id == self.coalition_id:
            raise ValidationError({"actor": _("A coalition cannot be a member of itself.")})
        if ends_before(self.until, self.since):
            message = _("It ends before it begins: give a later day, or correct “since”.")
            raise ValidationError({"until": message})
        if self._closes_a_circle():
            message = _("%(member)s has %(coalition)s among its members already.")
            params = {"member": self.actor, "coalition": self.coalition}
            raise ValidationError({"actor": ValidationError(message, params=params)})

    def _closes_a_circle(self) -> bool:
        seen: set[int] = set()
        level = {self.actor_id}
        while level:
            if self.coalition_id in level:
                return True
            seen |= level
            members = Membership.objects.filter(coalition__in=level)
            level = set(members.values_list("actor_id", flat=True)) - seen
        return False
