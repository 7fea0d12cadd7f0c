"""What readers see of an entry: nothing yet, what editors see, an earlier version, nothing more."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextChoices
from django.utils.timezone import localtime
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from events.admin.controls import day
from events.models import Entry, Version
from events.vocabulary import Action


class State(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLIC = "public", _("Public")
    EDITED = "edited", _("Public, edited since")
    WITHDRAWN = "withdrawn", _("Withdrawn")


def with_state(entries: QuerySet[Any]) -> QuerySet[Any]:
    """The entries with what `State` follows from: action and time of their latest version."""
    latest = Version.objects.filter(entry=OuterRef("pk")).order_by("-number")
    return entries.annotate(
        latest_action=Subquery(latest.values("action")[:1]),
        latest_at=Subquery(latest.values("published_at")[:1]),
    )


# The same four cases once as conditions and once, below, for one row.
CONDITIONS = {
    State.DRAFT: Q(latest_action__isnull=True),
    State.PUBLIC: Q(latest_action=Action.PUBLISHED, edited_at__lte=F("latest_at")),
    State.EDITED: Q(latest_action=Action.PUBLISHED, edited_at__gt=F("latest_at")),
    State.WITHDRAWN: Q(latest_action=Action.WITHDRAWN),
}


def state(action: str | None, at: datetime | None, edited_at: datetime) -> State:
    """The state of an entry by its latest version: what it did, and when; None without one."""
    if action is None or at is None:
        return State.DRAFT
    if action == Action.WITHDRAWN:
        return State.WITHDRAWN
    return State.EDITED if edited_at > at else State.PUBLIC


@dataclass(frozen=True)
class Standing:
    """The state of one entry, its versions, newest first, and where readers find it."""

    state: State
    versions: list[Version]

    @property
    def latest(self) -> Version | None:
        return self.versions[0] if self.versions else None

    @property
    def public_slug(self) -> str | None:
        """None where readers see nothing."""
        public = self.latest and self.latest.action == Action.PUBLISHED
        return self.latest.slug if self.latest and public else None

    @property
    def sentence(self) -> str:
        if self.latest is None:
            return _t("Readers do not see this entry yet.")
        values = {"time": moment(self.latest.published_at), "number": self.latest.number}
        sentences = {
            State.PUBLIC: _t("Readers have seen version %(number)s since %(time)s."),
            State.EDITED: _t("Edited since: readers still see version %(number)s (%(time)s)."),
            State.WITHDRAWN: _t("Withdrawn (%(time)s). Readers see that there was an entry."),
        }
        return sentences[self.state] % values


def standing(entry: Entry) -> Standing:
    versions = list(
        Version.objects.filter(entry=entry.pk)
        .defer("document")
        .select_related("published_by")
        .order_by("-number")
    )
    latest = versions[0] if versions else None
    current = state(
        latest.action if latest else None,
        latest.published_at if latest else None,
        entry.edited_at,
    )
    return Standing(current, versions)


def moment(when: datetime) -> str:
    """A time as readers of the desk's language write it, in the time zone of the site."""
    local = localtime(when)
    return f"{day(local.date().isoformat())}, {local:%H:%M}"
