"""What an entry still needs before readers may see it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from events import dates
from events.documents.rendering import named_entries, texts
from events.log import STANDS, VersionIndex, end_of_log
from events.models import (
    LINK,
    Commitment,
    Entry,
    Figure,
    Measure,
    Overview,
    Position,
    Question,
    Summit,
    Walk,
    read_date,
    taken,
)
from events.publishing import roll_call, walks
from events.publishing.linking import holders, is_redacted
from events.publishing.problems import Need, Problem, Where
from events.vocabulary import CitationStance, Role


class Surroundings:
    """What is public and matters to some entries: what they name, and what had their addresses."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Raises `WrongDerivation`."""
        end_of_log()
        entries = list(entries)
        named = {target.pk: target for entry in entries for _where, target in named_entries(entry)}
        rows = VersionIndex.objects.filter(entry__in=named, superseded_by=STANDS)
        standing = dict(rows.values_list("entry", "slug")) if named else {}
        self.public = set(standing)
        # By id, the slug under which readers know each of those named.
        self.slugs = {str(named[key].uid): slug for key, slug in standing.items()}
        self.holders = holders(entry.slug for entry in entries)


def check(entry: Entry, around: Surroundings | None = None) -> list[Problem]:
    """Everything that is missing, in the active language; empty if the entry is ready.

    `around`: given when many entries are checked, so that each one need not ask again.
    """
    around = around or Surroundings([entry])
    return [
        *_basics(entry),
        *_grounds(entry),
        *_figures(entry),
        *(_parts(entry) if isinstance(entry, Commitment) else []),
        *(_status_changes(entry) if isinstance(entry, Commitment) else []),
        *(_earlier_dates(entry) if isinstance(entry, Summit) else []),
        *(roll_call.check(entry, _cited(entry)) if isinstance(entry, Commitment) else []),
        *(_position(entry) if isinstance(entry, Position) else []),
        *(_answer(entry) if isinstance(entry, Question) else []),
        *_address(entry, around),
        *_named_entries(entry, around),
    ]


def gone(entry: Entry) -> Problem:
    """What is wrong with a draft that was deleted after it was chosen to be published."""
    message = _("“%(title)s” was deleted in the meantime.")
    return Problem(Need.DRAFT, (), message % {"title": entry})


def shows_closed(entry: Entry) -> Problem:
    """What is wrong with a draft that says what was closed to readers."""
    message = _(
        "It says something that was closed to readers. Change that, or have whoever runs the site "
        "publish it so: “publish --show-closed %(slug)s”."
    )
    return Problem(Need.CLOSED, (), message % {"slug": entry.slug})


def _basics(entry: Entry) -> Iterator[Problem]:
    if not texts(entry, "title"):
        yield Problem(Need.TITLE, ("title",), _("The title is missing."))
    if not entry.processes.all():
        message = _("The process is missing: say to which the entry belongs, one or several.")
        yield Problem(Need.PROCESS, ("processes",), message)
    try:
        dates.parse(entry.date)
    except dates.DateError:
        message = _("The date is missing or cannot be understood.")
        yield Problem(Need.DATE, ("date",), message)


def _grounds(entry: Entry) -> Iterator[Problem]:
    """On what it rests: sources or, of a text about entries, these."""
    if isinstance(entry, Overview):
        yield from _sentences(entry)
    elif isinstance(entry, Walk):
        yield from walks.check(entry)
    else:
        yield from _sources(entry)


def _sources(entry: Entry) -> Iterator[Problem]:
    stances = {citation.stance for citation in entry.citations.all()}
    if not stances:
        message = _("A source is missing: cite at least one that supports the entry.")
        yield Problem(Need.SOURCE, ("citations",), message)
    elif CitationStance.SUPPORTS not in stances:
        message = _("Every cited source contradicts the entry; none supports it.")
        yield Problem(Need.SUPPORT, ("citations",), message)


def _sentences(entry: Overview) -> Iterator[Problem]:
    """A state of play rests on entries, which have the sources."""
    sentences, linked = list(entry.sentences()), entry.linked()
    if not sentences:
        message = _("The summary is missing: a paragraph for each sentence.")
        yield Problem(Need.SENTENCES, ("summary",), message)
    for _language, sentence in sentences:
        slugs = LINK.findall(sentence)
        params = {"sentence": sentence[:60]}
        if not slugs:
            message = _(
                "“%(sentence)s …” rests on no entry. Link one on the words that it bears out: "
                "[the words](short-name-of-the-entry)."
            )
            yield Problem(Need.SENTENCE_LINK, ("summary",), message % params)
        for slug in slugs:
            if slug not in linked:
                message = _("“%(slug)s”, in “%(sentence)s …”, is the short name of no other entry.")
                yield Problem(
                    Need.SENTENCE_TARGET, ("summary",), message % (params | {"slug": slug})
                )


def _figures(entry: Entry) -> Iterator[Problem]:
    cited = _cited(entry)
    by_measure: dict[Measure, list[tuple[int, Figure]]] = defaultdict(list)
    for number, figure in enumerate(entry.figures.all()):
        by_measure[figure.measure].append((number, figure))
        where: Where = ("figures", number, "source")
        params = {"figure": figure}
        if figure.source_id is None and len(cited) > 1:
            message = _("Say which source the figure “%(figure)s” is from.")
            yield Problem(Need.FIGURE_SOURCE, where, message % params)
        if figure.source_id is not None and figure.source_id not in cited:
            message = _("The source of the figure “%(figure)s” is not cited.")
            yield Problem(Need.FIGURE_CITATION, where, message % params)
    for measure, figures in by_measure.items():
        if len(figures) > 1:
            yield from _preference(measure, figures)


def _preference(measure: Measure, figures: list[tuple[int, Figure]]) -> Iterator[Problem]:
    # At most one: a constraint of the table.
    preferred = [(number, figure) for number, figure in figures if figure.preferred]
    if preferred and texts(preferred[0][1], "reason"):
        return
    number, lacking = (preferred[0][0], "reason") if preferred else (figures[0][0], "preferred")
    message = _("There are several figures for “%(measure)s”: prefer one, and say why.")
    where: Where = ("figures", number, lacking)
    yield Problem(Need.PREFERENCE, where, message % {"measure": measure})


def _parts(entry: Commitment) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for number, part in enumerate(entry.parts.all()):
        where: Where = ("parts", number, "text")
        promised = texts(part, "text")
        if not promised:
            message = _("The part “%(part)s” has no text: say what it promises.")
            yield Problem(Need.PART_TEXT, where, message % {"part": part.key})
        same = next((seen[text] for text in promised.values() if text in seen), None)
        if same:
            message = _("The parts “%(one)s” and “%(other)s” promise the same.")
            yield Problem(Need.PART_TWICE, where, message % {"one": same, "other": part.key})
        seen |= dict.fromkeys(promised.values(), part.key)


def _status_changes(entry: Commitment) -> Iterator[Problem]:
    cited = _cited(entry)
    parts = ["", *(part.key for part in entry.parts.all())]
    for number, change in enumerate(entry.status_changes.all()):
        if change.source_id not in cited:
            message = _("The source of a status change, “%(source)s”, is not cited.")
            where: Where = ("status_changes", number, "source")
            yield Problem(Need.STATUS_CITATION, where, message % {"source": change.source})
        if change.part not in parts:
            message = _("A status change names a part that is not there, “%(part)s”.")
            message = message % {"part": change.part}
            if known := ", ".join(parts[1:]):
                message += " " + _("The parts are: %(parts)s.") % {"parts": known}
            yield Problem(Need.STATUS_PART, ("status_changes", number, "part"), message)


def _earlier_dates(entry: Summit) -> Iterator[Problem]:
    cited = _cited(entry)
    for number, earlier in enumerate(entry.earlier_dates.all()):
        where: Where = ("earlier_dates", number, "source")
        if earlier.source_id is None and len(cited) > 1:
            message = _("Say which source the earlier date “%(date)s” is from.")
            yield Problem(Need.EARLIER_SOURCE, where, message % {"date": earlier})
        if earlier.source_id is not None and earlier.source_id not in cited:
            message = _("The source of an earlier date, “%(source)s”, is not cited.")
            yield Problem(Need.EARLIER_CITATION, where, message % {"source": earlier.source})


def _position(entry: Position) -> Iterator[Problem]:
    roles = [part.role for part in entry.participations.all()]
    if Role.HOLDER not in roles:
        message = _("A position needs an actor who holds it.")
        yield Problem(Need.HOLDER, ("participations",), message)
    if not entry.stance:
        message = _("The stance is missing: say whether it supports or opposes the topic.")
        yield Problem(Need.STANCE, ("stance",), message)
    if not entry.topics.all():
        yield Problem(Need.TOPIC, ("topics",), _("A position needs a topic."))


def _answer(entry: Question) -> Iterator[Problem]:
    answer = entry.answered_by
    when = read_date(answer.date) if answer else None
    if when and dates.certainty.begun(when, timezone.localdate()) == dates.Certainty.NO:
        message = _(
            "“%(answer)s” is still to come, so that it cannot have answered the question yet. "
            "Leave the question open until then."
        )
        yield Problem(Need.ANSWER_AHEAD, ("answered_by",), message % {"answer": answer})


def _address(entry: Entry, around: Surroundings) -> Iterator[Problem]:
    holder = around.holders.get(entry.slug, entry.pk)
    if holder != entry.pk:
        yield address_taken(entry.slug, holder)


def address_taken(slug: str, holder: int) -> Problem:
    """What is wrong with the address of an entry, if another one (by primary key) had it before."""
    if is_redacted(slug):
        # Which entry had it is nobody's business any more.
        message = _("The address “%(slug)s” was redacted, so nothing is published under it.")
        return Problem(Need.ADDRESS, ("slug",), message % {"slug": slug})
    return Problem(Need.ADDRESS, ("slug",), taken(slug, Entry.objects.get(pk=holder)))


def _named_entries(entry: Entry, around: Surroundings) -> Iterator[Problem]:
    message = _("It names “%(title)s”, which is not public. Publish that first.")
    in_text = isinstance(entry, Overview)
    for named, target in named_entries(entry):
        if target.pk not in around.public:
            where: Where = ("summary",) if in_text else named
            yield Problem(Need.PUBLIC_LINK, where, message % {"title": target})


def _cited(entry: Entry) -> set[int]:
    return {citation.source_id for citation in entry.citations.all()}
