"""What a commitment depends on, in words."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.documents.shapes import Commitment
from events.presenting.wording import Text, text
from events.vocabulary import ConditionState

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


def condition(document: Commitment) -> WordedCondition | None:
    """What a commitment depends on: “Condition, not met yet: a ceasefire”."""
    record = document["condition"]
    if not record:
        return None
    state = record["state"] or ""
    label = str(CONDITIONS.get(state, _("On condition")))
    return WordedCondition(label, text(record["text"]), state)
