"""What readers call the parameters of an address, and the values of those that take one of a closed
list: in chips, tabs and messages alike."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from events.presenting.wording import KINDS
from events.vocabulary import (
    CommitmentStatus,
    Domain,
    Firmness,
    QuestionStatus,
    Role,
    Stance,
    SummitStatus,
)

STATUSES: dict[str, Any] = {
    value: label
    for choices in (QuestionStatus, CommitmentStatus, SummitStatus)
    for value, label in choices.choices
}
NAMES: Mapping[str, Any] = {
    "q": gettext_lazy("Search"),
    "kind": gettext_lazy("Kind"),
    "process": gettext_lazy("Process"),
    "actor": gettext_lazy("Actor"),
    "role": gettext_lazy("Role of the actor"),
    "topic": gettext_lazy("Topic"),
    "stance": gettext_lazy("Stance"),
    "status": gettext_lazy("Status"),
    "firmness": gettext_lazy("Firmness"),
    "domain": gettext_lazy("Domain"),
    "year": gettext_lazy("Year"),
    "from": gettext_lazy("From"),
    "to": gettext_lazy("Until"),
    "as_of": gettext_lazy("As the record stood on"),
    "on": gettext_lazy("Day"),
    "by": gettext_lazy("View"),
    "lanes": gettext_lazy("Lanes"),
    "order": gettext_lazy("Order"),
    "limit": gettext_lazy("Entries per page"),
    "page": gettext_lazy("Page"),
    "actors": gettext_lazy("Page of actors"),
    "cursor": gettext_lazy("Place in the list"),
    "before": gettext_lazy("Place in the list"),
}
WORDS: Mapping[str, Mapping[str, Any]] = {
    "kind": {kind.value: label for kind, label in KINDS.items()},
    "role": dict(Role.choices),
    "stance": dict(Stance.choices),
    "status": STATUSES,
    "firmness": dict(Firmness.choices),
    "domain": dict(Domain.choices),
    "order": {"newest": gettext_lazy("newest first"), "oldest": gettext_lazy("oldest first")},
    "lanes": {
        "kind": gettext_lazy("By kind"),
        "actor": gettext_lazy("By actor"),
        "topic": gettext_lazy("By topic"),
    },
    "by": {
        "status": gettext_lazy("By status"),
        "actor": gettext_lazy("By actor"),
        "map": gettext_lazy("Who contributes what"),
        "age": gettext_lazy("By age"),
        "topic": gettext_lazy("By topic"),
    },
}
