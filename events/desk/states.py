"""What readers see of an entry: nothing yet, what editors see, an earlier version, or nothing any
more."""

from typing import Any

from django.db.models import (
    Case,
    CharField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _

from events.models import Entry, Version
from events.vocabulary import Action


class State(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLIC = "public", _("Public")
    EDITED = "edited", _("Public, edited since")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# What a version did to its entry: a redaction leaves one that stands, or does not.
DID = Case(
    When(document=None, then=Value(Action.WITHDRAWN)),
    default=Value(Action.PUBLISHED),
    output_field=CharField(),
)


def with_state(entries: QuerySet[Any]) -> QuerySet[Any]:
    """The entries with what `CONDITIONS` need: what their latest version did."""
    latest = Version.objects.filter(entry=OuterRef("pk")).order_by("-number")
    did = latest.annotate(did=DID).values("did")[:1]
    return entries.annotate(latest_action=Subquery(did))


# The four cases as conditions; `state`, below, tells them for one row.
CONDITIONS = {
    State.DRAFT: Q(latest_action=None),
    State.PUBLIC: Q(latest_action=Action.PUBLISHED, edited_at=F("public_edited_at")),
    State.EDITED: Q(latest_action=Action.PUBLISHED)
    & (Q(public_edited_at=None) | ~Q(edited_at=F("public_edited_at"))),
    State.WITHDRAWN: Q(latest_action=Action.WITHDRAWN),
}


def state(entry: Entry, latest_action: str | None) -> State:
    """The state of an entry, given what its latest version did; None if it has no version."""
    if latest_action is None:
        return State.DRAFT
    if latest_action == Action.WITHDRAWN:
        return State.WITHDRAWN
    return State.PUBLIC if entry.edited_at == entry.public_edited_at else State.EDITED


def not_withdrawn(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Those of the entries that are not withdrawn from the public record."""
    draft, published = CONDITIONS[State.DRAFT], Q(latest_action=Action.PUBLISHED)
    return with_state(entries).filter(draft | published)
