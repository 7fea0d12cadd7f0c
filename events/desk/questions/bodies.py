"""What is odd about the members of a body."""

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from events.desk.questions.doubts import Doubt
from events.models import Actor, Membership, overlap
from events.publishing import Problem


def overlapping(body: Actor) -> Iterator[Problem]:
    """Memberships of one actor that for certain were at the same time."""
    rows = enumerate(body.memberships.select_related("actor"))
    for (_first, one), (number, other) in combinations(rows, 2):
        if one.actor_id == other.actor_id and overlap(_time(one), _time(other)):
            message = _("%(member)s is a member twice at the same time. Is that right?")
            where = ("memberships", number)
            yield Problem(Doubt.MEMBER_TWICE, where, message % {"member": one.actor})


def _time(membership: Membership) -> tuple[str, str]:
    return membership.since, membership.until
