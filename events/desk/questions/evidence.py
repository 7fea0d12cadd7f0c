"""What is odd about the evidence for an entry, and about a source."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from events import dates
from events.desk.questions.doubts import Doubt
from events.models import Actor, Commitment, Entry, Source, Summit, read_date
from events.publishing import Problem, Where
from events.vocabulary import CitationStance, SourceState, SummitStatus


def retracted(entry: Entry) -> Iterator[Problem]:
    """Whether all that bears the entry out has been retracted."""
    states = {
        citation.source.state
        for citation in entry.citations.all()
        if citation.stance == CitationStance.SUPPORTS
    }
    if states == {SourceState.RETRACTED}:
        message = _("Every source that supports this has been retracted. Does it still hold?")
        yield Problem(Doubt.RETRACTED, ("citations",), message)


def older(entry: Entry) -> Iterator[Problem]:
    """Sources that came out before what they are to bear out began. What is still to come may
    have been announced."""
    if not (isinstance(entry, Summit) and entry.status != SummitStatus.HELD):
        began = _began(entry.date)
        for number, citation in enumerate(entry.citations.all()):
            if citation.stance == CitationStance.SUPPORTS:
                where = ("citations", number, "source")
                yield from _older(citation.source, began, where)
    if isinstance(entry, Commitment):
        for number, change in enumerate(entry.status_changes.all()):
            where = ("status_changes", number, "source")
            yield from _older(change.source, _began(change.date), where)
        for number, step in enumerate(entry.roll_call.all()):
            yield from _older(step.source, _began(step.date), ("roll_call", number, "source"))


def older_than_facts(actor: Actor) -> Iterator[Problem]:
    """Sources that came out before what they are to bear out of an actor."""
    yield from _older(actor.since_source, _began(actor.since), ("since_source",))
    yield from _older(actor.until_source, _began(actor.until), ("until_source",))
    for rows, name in (
        *(("memberships", "since"), ("offices", "since")),
        *(("successors", "date"), ("former_names", "until")),
    ):
        for number, row in enumerate(getattr(actor, rows).select_related("source")):
            yield from _older(row.source, _began(getattr(row, name)), (rows, number, "source"))


def told_too_early(source: Source) -> Iterator[Problem]:
    """A correction or retraction from before the source came out, or of which nothing is said."""
    if source.state == SourceState.PUBLISHED:
        return
    if source.state_date and source.published_on:
        told, published = read_date(source.state_date), read_date(source.published_on)
        first = published.earliest if published else None
        if told and told.latest and first and told.latest < first:
            message = _("This is before the source was published. Is that right?")
            yield Problem(Doubt.TOLD_TOO_EARLY, ("state_date",), message)
    if not source.state_date and source.state_source is None:
        message = _("Since when is that so, and who says so? Readers will want to know.")
        yield Problem(Doubt.TOLD_BY_NOBODY, ("state_date",), message)


def _older(source: Source | None, began: date | None, where: Where) -> Iterator[Problem]:
    published = read_date(source.published_on) if source else None
    if began and published and published.latest and published.latest < began:
        message = _("The source “%(source)s” is older than what it is to bear out. Is that right?")
        yield Problem(Doubt.OLDER, where, message % {"source": source})


def _began(edtf: str) -> date | None:
    """The first day on which it can have begun; None if nobody knows, or it is still to come."""
    value = read_date(edtf)
    if value is None or dates.certainty.begun(value, timezone.localdate()) == dates.Certainty.NO:
        return None
    return dates.certainty.since(value).possibly
