"""What a filtered view shows, in words: the title of its feed and of its calendar."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from events.presenting.wording.closed_lists import KINDS
from events.presenting.wording.dates import day_worded, moment_worded
from events.presenting.wording.texts import chosen
from events.public import Filters
from events.vocabulary import (
    CommitmentStatus,
    Facet,
    Kind,
    QuestionStatus,
    Role,
    Stance,
    SummitStatus,
)

STATUSES = {
    value: label
    for choices in (QuestionStatus, CommitmentStatus, SummitStatus)
    for value, label in choices.choices
}


def filters_worded(
    filters: Filters, names: Mapping[str, Mapping[str, Mapping[str, str]]]
) -> list[str]:
    """The filters that are on, each in a few words. `names`: by facet, slug and language."""

    def name(facet: str, slug: str | None) -> str:
        return (chosen(names.get(facet, {}).get(slug))[0] or slug) if slug else ""

    found = [
        str(KINDS[Kind(filters.kind)]) if filters.kind else "",
        name(Facet.PROCESS, filters.process),
        *(name(Facet.ACTOR, slug) for slug in filters.actors),
        str(Role(filters.role).label) if filters.role else "",
        name(Facet.TOPIC, filters.topic),
        str(Stance(filters.stance).label) if filters.stance else "",
        str(STATUSES[filters.status]) if filters.status else "",
        _("from %(day)s on") % {"day": day_worded(filters.start)} if filters.start else "",
        _("until %(day)s") % {"day": day_worded(filters.end)} if filters.end else "",
        _("“%(words)s”") % {"words": filters.q} if filters.q else "",
        _("as the record stood on %(moment)s") % {"moment": moment_worded(filters.as_of.until)}
        if filters.as_of
        else "",
    ]
    return [part for part in found if part]


def titled(site: str, parts: list[str]) -> str:
    """The site's name, and what of it is shown."""
    return f"{site}: {' · '.join(parts)}" if parts else site
