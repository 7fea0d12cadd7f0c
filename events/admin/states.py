"""What readers see of an entry, in words for its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from events.admin.controls import day
from events.desk import DID, State, state
from events.models import Entry, Version
from events.vocabulary import Action


@dataclass(frozen=True)
class EntryState:
    """The state of one entry, its versions, newest first, and where readers find it."""

    state: State
    versions: Sequence[Version]

    @property
    def latest(self) -> Version | None:
        return self.versions[0] if self.versions else None

    @property
    def public_slug(self) -> str | None:
        """None if readers see nothing."""
        public = self.state in (State.PUBLIC, State.EDITED)
        return self.latest.slug if self.latest and public else None

    @property
    def sentence(self) -> str:
        if self.latest is None:
            return _("Readers do not see this entry yet.")
        values = {"time": moment(self.latest.published_at), "number": self.latest.number}
        sentences = {
            State.PUBLIC: _("Readers have seen version %(number)s since %(time)s."),
            State.EDITED: _("Edited since: readers still see version %(number)s (%(time)s)."),
            State.WITHDRAWN: _("Withdrawn (%(time)s). Readers see that there was an entry."),
        }
        if self.state == State.WITHDRAWN and self.latest.action == Action.REDACTED:
            return _("Redacted (%(time)s). Readers see that there was an entry.") % values
        return sentences[self.state] % values


def standing(entry: Entry) -> EntryState:
    versions = list(
        Version.objects.filter(entry=entry.pk)
        .annotate(did=DID)
        .defer("document")
        .select_related("published_by")
        .order_by("-number")
    )
    latest = versions[0] if versions else None
    return EntryState(state(entry, latest.did if latest else None), versions)


def moment(when: datetime) -> str:
    """A time as readers of the desk's language write it, in the time zone of the site."""
    local = localtime(when)
    return f"{day(local.date().isoformat())}, {local:%H:%M}"
