"""What an entry still needs before readers may see it."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from events import dates
from events.documents.rendering import LINKS, texts
from events.log import STANDS, VersionIndex
from events.models import Commitment, Entry, Figure, Position
from events.vocabulary import CitationStance, Role


class Surroundings:
    """What is public and matters to some entries: what they name, and who has their addresses."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        entries = list(entries)
        named = {target.pk for entry in entries for target in named_entries(entry)}
        wanted = Q(slug__in=[entry.slug for entry in entries]) | Q(entry__in=named)
        rows = VersionIndex.objects.filter(wanted, superseded_by=STANDS)
        self.entry_at: dict[str, int] = dict(rows.values_list("slug", "entry"))
        self.public = set(self.entry_at.values())


def named_entries(entry: Entry) -> list[Entry]:
    """The entries that it names: these have to be public before it is."""
    targets = (getattr(entry, link) for link in LINKS.get(type(entry), ()))
    return [target for target in targets if target is not None]


def check(entry: Entry, around: Surroundings | None = None) -> list[str]:
    """Everything that is missing, a sentence each in the reader's language; empty: it is ready.

    `around`: given where many entries are checked, so that each does not ask again.
    """
    around = around or Surroundings([entry])
    return [
        *_basics(entry),
        *_sources(entry),
        *_figures(entry),
        *(_position(entry) if isinstance(entry, Position) else []),
        *_address(entry, around),
        *_named_entries(entry, around),
    ]


def _basics(entry: Entry) -> list[str]:
    problems = []
    if not texts(entry, "title"):
        problems.append(_("The title is missing."))
    try:
        dates.parse(entry.date)
    except dates.DateError:
        problems.append(_("The date is missing or cannot be understood."))
    return problems


def _sources(entry: Entry) -> list[str]:
    stances = {citation.stance for citation in entry.citations.all()}
    if CitationStance.SUPPORTS in stances:
        return []
    if stances:
        return [_("Every cited source contradicts the entry; none supports it.")]
    return [_("A source is missing: cite at least one that supports the entry.")]


def _figures(entry: Entry) -> list[str]:
    problems = []
    cited = {citation.source_id for citation in entry.citations.all()}
    by_measure: dict[str, list[Figure]] = defaultdict(list)
    for figure in entry.figures.all():
        by_measure[str(figure.measure)].append(figure)
        params = {"figure": figure}
        if figure.source_id is None and len(cited) > 1:
            problems.append(_("Say which source the figure “%(figure)s” is from.") % params)
        if figure.source_id is not None and figure.source_id not in cited:
            problems.append(_("The source of the figure “%(figure)s” is not cited.") % params)
    for measure, figures in by_measure.items():
        preferred = [figure for figure in figures if figure.preferred]
        if len(figures) > 1 and not (preferred and texts(preferred[0], "reason")):
            problems.append(
                _("There are several figures for “%(measure)s”: prefer one, and say why.")
                % {"measure": measure}
            )
    if isinstance(entry, Commitment):
        uncited = [str(c.source) for c in entry.status_changes.all() if c.source_id not in cited]
        problems += [
            _("The source of a status change, “%(source)s”, is not cited.") % {"source": source}
            for source in uncited
        ]
    return problems


def _position(entry: Position) -> list[str]:
    problems = []
    roles = [part.role for part in entry.participations.all()]
    if Role.HOLDER not in roles:
        problems.append(_("A position needs an actor who holds it."))
    if roles.count(Role.SPEAKER) > 1:
        problems.append(_("A position has one speaker; the others need positions of their own."))
    if not entry.topics.all():
        problems.append(_("A position needs a topic."))
    return problems


def _address(entry: Entry, around: Surroundings) -> list[str]:
    if around.entry_at.get(entry.slug, entry.pk) == entry.pk:
        return []
    message = _("Another entry is still public under the short name “%(slug)s”.")
    return [message % {"slug": entry.slug}]


def _named_entries(entry: Entry, around: Surroundings) -> list[str]:
    message = _("It names “%(title)s”, which is not public. Publish that first.")
    return [
        message % {"title": target}
        for target in named_entries(entry)
        if target.pk not in around.public
    ]
