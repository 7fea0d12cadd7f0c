"""What became of the statements that were taken from a source, in words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from events.documents.reading import quote_language
from events.documents.shapes import Citation, Published
from events.presenting.parts import number_worded, passage, web_address
from events.presenting.wording import (
    Links,
    Term,
    Text,
    closed_lists,
    day_worded,
    edtf_worded,
    enumerated,
    mark,
    text,
    text_in,
)
from events.public import Statement, Taken
from events.vocabulary import CitationStance, Fate

SIGNS = {
    Fate.WITHDRAWN: "×",
    Fate.CONTRADICTED: "≠",
    Fate.ANSWERED: "✓",
    Fate.CORRECTED: "↻",
    Fate.SUPERSEDED: "›",
    Fate.OPEN: "?",
    Fate.STANDS: "=",
}
# Within the sentence that sums up.
SUMS = {
    Fate.WITHDRAWN: ngettext_lazy("%(number)s was withdrawn", "%(number)s were withdrawn", "count"),
    Fate.CONTRADICTED: ngettext_lazy(
        "%(number)s is contradicted", "%(number)s are contradicted", "count"
    ),
    Fate.ANSWERED: ngettext_lazy(
        "%(number)s is a question that was answered",
        "%(number)s are questions that were answered",
        "count",
    ),
    Fate.CORRECTED: ngettext_lazy(
        "%(number)s was corrected or completed",
        "%(number)s were corrected or completed",
        "count",
    ),
    Fate.SUPERSEDED: ngettext_lazy(
        "%(number)s was superseded", "%(number)s were superseded", "count"
    ),
    Fate.OPEN: ngettext_lazy(
        "%(number)s is a question still open", "%(number)s are questions still open", "count"
    ),
    Fate.STANDS: ngettext_lazy("%(number)s stands", "%(number)s stand", "count"),
}
# So many statements have a cell each; more are told by their numbers alone.
MOST_CELLS = 104


@dataclass(frozen=True, slots=True)
class Became:
    """Something that became of a statement: what, the entry or version that says so, and when."""

    said: Text
    title: Text
    url: str
    when: str


@dataclass(frozen=True, slots=True)
class FateOfStatement:
    """A statement as the last version that cites the source has it. `title` is empty where nothing
    of it is left; `passage`: where the quote stands, if that is on the web; `against`: the source
    contradicts it. `became`: all that is known, the first being why it stands where it does."""

    title: Text
    url: str
    kind: Term
    date: Text
    mark: str
    basis: Term | None
    quote: Text
    locator: str
    passage: str
    against: bool
    became: list[Became]


@dataclass(frozen=True, slots=True)
class FateGroup:
    """Those on this page with one fate. `total`: on all pages."""

    fate: Term
    total: int
    statements: list[FateOfStatement]


@dataclass(frozen=True, slots=True)
class FateTally:
    """How many have a fate. `share`: of a hundred, for the bar; `start`: where it begins."""

    fate: Term
    number: int
    start: float
    share: float


def tallies(taken: Iterable[Taken]) -> list[FateTally]:
    """For every fate, in order, also those that none has."""
    counts = Counter(one.fate for one in taken)
    total = max(counts.total(), 1)
    found, start = [], 0.0
    for fate in Fate:
        share = round(100 * counts[fate] / total, 2)
        found.append(FateTally(_term(fate), counts[fate], round(start, 2), share))
        start += share
    return found


def strip(taken: Sequence[Taken]) -> list[Term]:
    """A cell for each statement, in the order of the groups; empty for more than can be shown."""
    if len(taken) > MOST_CELLS:
        return []
    order = list(Fate)
    return [_term(one.fate) for one in sorted(taken, key=lambda one: order.index(one.fate))]


def in_words(taken: Sequence[Taken]) -> str:
    """“26 statements were taken from it: 3 were corrected, 1 was superseded and 22 stand.”"""
    counts = Counter(one.fate for one in taken)
    parts = [
        str(SUMS[fate] % {"count": counts[fate], "number": number_worded(counts[fate])})
        for fate in Fate
        if counts[fate]
    ]
    said = ngettext(
        "%(number)s statement rests on this source or names it: %(parts)s.",
        "%(number)s statements rest on this source or name it: %(parts)s.",
        len(taken),
    )
    return said % {"number": number_worded(len(taken)), "parts": enumerated(parts)}


def groups(
    statements: Iterable[Statement], taken: Iterable[Taken], source: str, links: Links
) -> list[FateGroup]:
    """`statements`: those of one page, in the order of their fates; `taken`: all there are."""
    counts = Counter(one.fate for one in taken)
    return [
        FateGroup(_term(fate), counts[fate], [_row(one, source, links) for one in some])
        for fate, some in groupby(statements, key=lambda one: one.taken.fate)
    ]


def _term(fate: Fate) -> Term:
    return Term(fate.value, str(fate.label), f"fate-{fate.value}", SIGNS[fate])


def _row(one: Statement, source: str, links: Links) -> FateOfStatement:
    said = one.said
    cited = _citation(said, source) if said else None
    return FateOfStatement(
        title=text(said["title"]) if said else Text.of(""),
        url=links.entry(one.now.slug) if one.document else links.page("history", one.now.slug),
        kind=closed_lists.kind(one.now.kind),
        date=text(said["date"]["label"]) if said else Text.of(""),
        mark=mark(said["date"]) if said else "",
        basis=closed_lists.basis(said["basis"]) if said else None,
        quote=text_in(cited["quote"], quote_language(cited)) if cited else Text.of(""),
        locator=cited["locator"] if cited else "",
        passage=passage(web_address(cited["url"]), cited["quote"]) if cited else "",
        against=one.taken.against,
        became=list(_became(one, source, links)),
    )


def _became(one: Statement, source: str, links: Links) -> Iterator[Became]:
    document = one.document
    if document is None:
        yield _of_version(one, _("withdrawn"), links)
        return
    yield from _against(one, document, source, links)
    if one.answer:
        yield _of_entry(_("answered:"), one.answer, links)
    if not one.taken.cites:
        yield Became(Text.of(_("no longer rests on this source")), Text.of(""), "", "")
    if one.corrections:
        yield _of_version(one, _("corrected"), links)
    elsewhere = False
    for later in one.later:
        same = document["kind"] == later["kind"] == "position" and (
            document["stance"] == later["stance"]
        )
        elsewhere |= same
        words = _("said again:") if same else _("later:")
        yield _of_entry(words, later, links)
    if one.taken.fate == Fate.OPEN:
        yield Became(Text.of(_("no answer on record")), Text.of(""), "", "")
    elif one.taken.fate == Fate.STANDS:
        others = [
            cited for cited in _cited(document, CitationStance.SUPPORTS) if cited["slug"] != source
        ]
        if others:
            words = ngettext(
                "%(number)d other source bears it out",
                "%(number)d other sources bear it out",
                len(others),
            )
            yield Became(Text.of(words % {"number": len(others)}), Text.of(""), "", "")
        elif not elsewhere:
            yield Became(Text.of(_("nothing else on record")), Text.of(""), "", "")


def _against(one: Statement, document: Published, source: str, links: Links) -> Iterator[Became]:
    """The sources that contradict it, and the entries."""
    for cited in _cited(document, CitationStance.CONTRADICTS):
        if cited["slug"] == source:
            yield Became(Text.of(_("this source contradicts it")), Text.of(""), "", "")
        else:
            title = text_in(cited["publisher"] or cited["title"], cited["languages"][0])
            when = edtf_worded(cited["published_on"])
            yield Became(Text.of(_("contradicted by")), title, links.source(cited["slug"]), when)
    for other in one.against:
        yield _of_entry(_("contradicted by:"), other, links)


def _of_entry(said: str, document: Published, links: Links) -> Became:
    stance = ""
    if document["kind"] == "position":
        stance = f" {closed_lists.stance(document['stance']).label} –"
    return Became(
        Text.of(f"{said}{stance}"),
        text(document["title"]),
        links.entry(document["slug"]),
        text(document["date"]["label"]).plain,
    )


def _of_version(one: Statement, said: str, links: Links) -> Became:
    """The newest version of which readers were told something, or the end of the entry."""
    version = one.corrections[0] if one.document and one.corrections else one.now
    when = day_worded(timezone.localdate(version.published_at))
    note = text(version.note)
    history = links.page("history", one.now.slug)
    compared = f"?from={version.number - 1}&to={version.number}" if one.document else ""
    words = f"{said}:" if note else said
    label = note or Text.of(_("version %(number)d") % {"number": version.number})
    separator = "&" if "?" in history else "?"
    return Became(Text.of(words), label, history + compared.replace("?", separator, 1), when)


def _cited(document: Published, stance: CitationStance) -> list[Citation]:
    return [cited for cited in document["sources"] if cited["stance"] == stance]


def _citation(document: Published, source: str) -> Citation | None:
    return next((cited for cited in document["sources"] if cited["slug"] == source), None)
