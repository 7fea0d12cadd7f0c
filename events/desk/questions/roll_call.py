"""What is odd about a roll call, and may be right."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from events.desk.questions.doubts import Doubt
from events.models import Commitment, RollCallStage, stages
from events.publishing import Problem
from events.vocabulary import Stage


def too_early(commitment: Commitment) -> Iterator[Problem]:
    """Steps that come before those that lead to them: delivered, and announced later."""
    message = _(
        "“%(actor)s”: “%(late)s” comes before “%(early)s”. Are the dates right, or did it begin "
        "again in between?"
    )
    for (number, one), (place, other) in stages.pairs(_rows(commitment)):
        if not stages.is_forward(one) or not stages.is_forward(other):
            continue
        for at, earlier, later in ((number, one, other), (place, other, one)):
            if (
                stages.is_before(earlier, later)
                and stages.IN_ORDER[earlier.stage] > stages.IN_ORDER[later.stage]
            ):
                params = {
                    "actor": earlier.actor,
                    "late": earlier.get_stage_display(),
                    "early": later.get_stage_display(),
                }
                where = ("roll_call", at, "date")
                yield Problem(Doubt.STAGE_TOO_EARLY, where, message % params)


def declined_late(commitment: Commitment) -> Iterator[Problem]:
    """Who has agreed or signed does not decline any more, but withdraws."""
    message = _("“%(actor)s” declines after “%(step)s”. Has it withdrawn?")
    for (number, one), (place, other) in stages.pairs(_rows(commitment)):
        for at, declined, step in ((number, one, other), (place, other, one)):
            if (
                declined.stage == Stage.DECLINED
                and stages.is_forward(step)
                and step.stage != Stage.FLOATED
                and stages.is_before(step, declined)
            ):
                params = {"actor": declined.actor, "step": step.get_stage_display()}
                where = ("roll_call", at, "stage")
                yield Problem(Doubt.DECLINED_LATE, where, message % params)


def _rows(commitment: Commitment) -> list[RollCallStage]:
    return list(commitment.roll_call.all())
