"""Who is a member of a coalition or an organisation. A desk table: no public code reads it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.actor import Actor
from events.models.dated import DatedFact
from events.models.fields import EDTFField
from events.models.times import ends_before, is_span
from events.vocabulary import BODIES, MemberRole


class Membership(DatedFact):
    """An actor's membership of a body, in what role, and since and until when, if known."""

    # A coalition or an organisation.
    body = models.ForeignKey(
        Actor,
        models.CASCADE,
        verbose_name=_("coalition or organisation"),
        related_name="memberships",
    )
    actor = models.ForeignKey(
        Actor, models.PROTECT, verbose_name=_("member"), related_name="member_of"
    )
    role = models.CharField(_("role"), max_length=12, choices=MemberRole, default=MemberRole.MEMBER)
    since = EDTFField(_("since"), blank=True)
    until = EDTFField(_("until"), blank=True, help_text=_("The last day; empty where it goes on."))

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["role", "actor__slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "actor", "since"],
                name="membership_once",
                violation_error_message=_("This member is listed already."),
            ),
            models.CheckConstraint(
                condition=~Q(body=F("actor")),
                name="membership_not_in_itself",
                violation_error_message=_("An actor cannot be a member of itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} – {self.body}"

    def clean(self) -> None:
        super().clean()
        if is_span(self.since):
            raise ValidationError({"since": _("One date stands here, not a span of time.")})
        if self.body_id is None or self.actor_id is None:
            return
        if self.body.kind not in BODIES:
            raise ValidationError(_("Only a coalition or an organisation has members."))
        if self.actor_id == self.body_id:
            raise ValidationError({"actor": _("An actor cannot be a member of itself.")})
        if ends_before(self.until, self.since):
            message = _("It ends before it begins: give a later day, or correct “since”.")
            raise ValidationError({"until": message})
        if self._closes_a_circle():
            message = _("%(member)s has %(body)s among its members already.")
            params = {"member": self.actor, "body": self.body}
            raise ValidationError({"actor": ValidationError(message, params=params)})

    def _closes_a_circle(self) -> bool:
        seen: set[int] = set()
        level = {self.actor_id}
        while level:
            if self.body_id in level:
                return True
            seen |= level
            members = Membership.objects.filter(body__in=level)
            level = set(members.values_list("actor_id", flat=True)) - seen
        return False
