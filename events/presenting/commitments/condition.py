"""What a commitment depends on, in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.documents.progress import status_on
from events.documents.shapes import Commitment
from events.presenting.wording import Text, text
from events.vocabulary import CommitmentStatus, ConditionState

# A commitment with one of these has not begun, so a condition can keep it from beginning.
WAITING = (
    CommitmentStatus.UNDER_NEGOTIATION,
    CommitmentStatus.OPEN,
    CommitmentStatus.DELAYED,
)
CONDITIONS: dict[str, Promise] = {
    ConditionState.PENDING: _("Condition, not met yet"),
    ConditionState.MET: _("Condition, met"),
    ConditionState.FAILED: _("Condition, failed"),
}


@dataclass(frozen=True, slots=True)
class WordedCondition:
    """`label`: what the condition does to the commitment; its text follows."""

    label: str
    text: Text
    state: str  # as on record; empty if nothing is said of it


def condition(document: Commitment, day: date) -> WordedCondition | None:
    """What a commitment depends on: “Dormant until: a ceasefire” as long as that is awaited for
    certain on the day."""
    record = document["condition"]
    if not record:
        return None
    state = record["state"] or ""
    if state == ConditionState.PENDING and status_on(document, day).is_certainly(WAITING):
        label = str(_("Dormant until"))
    else:
        label = str(CONDITIONS.get(state, _("On condition")))
    return WordedCondition(label, text(record["text"]), state)
