"""The state of play of a process, sentence by sentence, with what each one rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from events import dates
from events.documents.shapes import Published, PublishedOverview
from events.presenting.parts import EntryLink
from events.presenting.wording import (
    PARAGRAPHS,
    Links,
    Term,
    Text,
    ago,
    began,
    chosen,
    closed_lists,
    excerpt,
    linked_slugs,
    mark,
    render_linked,
    text,
)
from events.vocabulary import Basis

# What was known in one of these ways is weaker than what was in one before it.
BY_STRENGTH = [Basis.STATED, Basis.REPORTED, Basis.INFERRED]
# A state that is older is marked.
OLD = 90


@dataclass(frozen=True, slots=True)
class Sentence:
    """`basis`: the weakest of the entries that bear it; None where one has none on record.
    `sources`: how many these have, each counted once; 0 where one stands in the text under a name
    that it had before, so that nothing is said of them. `vague`: whether a day is not known.
    `overtaken`: those that were withdrawn or corrected since, each with what became of it."""

    html: SafeString
    basis: Term | None
    sources: int
    vague: bool
    overtaken: list[tuple[str, EntryLink]]


@dataclass(frozen=True, slots=True)
class StateInBrief:
    """`first`: its first sentence without links. `age`: how old it is; `old`: worth a mark.
    `language`: of the sentences, if it is not the reader's."""

    label: Text
    url: str
    age: str
    old: bool
    language: str | None
    first: str


@dataclass(frozen=True, slots=True)
class StateOfPlay(StateInBrief):
    history_url: str
    versions: int
    sentences: list[Sentence]


def in_brief(document: PublishedOverview, links: Links) -> StateInBrief:
    summary, language = chosen(document["summary"])
    since, today = began(document["date"]), date.fromisoformat(links.day)
    return StateInBrief(
        label=text(document["date"]["label"]),
        url=links.entry(document["slug"]),
        age=ago(since, today),
        old=_days(since, today) >= OLD,
        language=language,
        first=excerpt(summary, 300),
    )


def state_of_play(
    document: PublishedOverview, bearing: Mapping[str, Published], links: Links
) -> StateOfPlay:
    """`bearing`: the documents, by id, of the entries on which it rests and that stand."""
    brief = in_brief(document, links)
    summary, _language = chosen(document["summary"])
    return StateOfPlay(
        *(brief.label, brief.url, brief.age, brief.old, brief.language, brief.first),
        history_url=links.page("history", document["slug"]),
        versions=document["version"]["number"],
        sentences=[
            _sentence(part.strip(), document, bearing, links)
            for part in PARAGRAPHS.split(summary)
            if part.strip()
        ],
    )


def _days(since: dates.Turn, today: date) -> int:
    return (today - since.certainly).days if since.certainly else 0


def _sentence(
    written: str, document: PublishedOverview, bearing: Mapping[str, Published], links: Links
) -> Sentence:
    slugs = set(linked_slugs(written))
    linked = [link for link in document["rests_on"] if link["slug"] in slugs]
    stand = [bearing[link["id"] or ""] for link in linked if link["id"] in bearing]
    known = stand if len(linked) == len(slugs) else []
    html = render_linked(written, links.entry).removeprefix("<p>").removesuffix("</p>\n")
    return Sentence(
        html=mark_safe(html.removesuffix("</p>")),
        basis=closed_lists.basis(_weakest(one["basis"] for one in known)),
        sources=len({source["slug"] for one in known for source in one["sources"]}),
        vague=any(mark(one["date"]) for one in stand),
        overtaken=[
            *(
                (
                    str(_("withdrawn since")),
                    EntryLink(Text.of(link["slug"]), links.entry(link["slug"])),
                )
                for link in linked
                if link["id"] not in bearing
            ),
            *(
                (str(_("corrected since")), EntryLink(text(one["title"]), links.entry(one["slug"])))
                for one in stand
                if _corrected_after(one, document)
            ),
        ],
    )


def _weakest(found: Iterable[str | None]) -> str | None:
    bases = [Basis(basis) if basis else None for basis in found]
    known = [basis for basis in bases if basis]
    return max(known, key=BY_STRENGTH.index) if known and len(known) == len(bases) else None


def _corrected_after(one: Published, document: PublishedOverview) -> bool:
    """Whether readers were told of a newer version; names are renewed without a word."""
    version = one["version"]
    later = version["published_at"] > document["version"]["published_at"]
    return later and version["number"] > 1 and bool(version["note"])
