"""A commitment across meetings: each time that it was made, side by side, and what changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.documents.shapes import Commitment, Restated
from events.presenting.commitments.counts_picture import CountsPicture, picture
from events.presenting.parts import EntryLink, NamedEntries, number_worded
from events.presenting.wording import (
    Dated,
    Links,
    Term,
    Text,
    chosen,
    closed_lists,
    dated,
    render,
    text,
)
from events.vocabulary import Domain, Firmness, Kind, Restatement

# What a later commitment does to an earlier one, as said of the earlier one.
PASSIVE: dict[str, Promise] = {
    Restatement.RESTATES: gettext_lazy("Restated by"),
    Restatement.STRENGTHENS: gettext_lazy("Strengthened by"),
    Restatement.SOFTENS: gettext_lazy("Softened by"),
    Restatement.REPLACES: gettext_lazy("Replaced by"),
}
# A sign for the direction, so that the eye can follow a line.
SIGNS: dict[str, str] = {
    Restatement.RESTATES: "=",
    Restatement.STRENGTHENS: "↑",
    Restatement.SOFTENS: "↓",
    Restatement.REPLACES: "→",
}


@dataclass(frozen=True, slots=True)
class TermChange:
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LineageStep:
    """One commitment of the line. `how`: what it does to the one that `of` links to."""

    title: Text
    url: str
    current: bool
    date: Dated
    status: Term | None
    how: Term | None
    of: EntryLink | None
    made_at: EntryLink | None
    summary: SafeString
    language: str | None
    picture: CountsPicture | None
    firmness: str
    changes: list[TermChange]


def steps(
    document: Commitment,
    earlier: Iterable[Commitment],
    later: Iterable[Commitment],
    meetings: Mapping[str, Text],
    links: Links,
) -> list[LineageStep]:
    """The line in order, with the commitment itself among the others; empty if it is alone.

    `meetings`: the titles of those at which they were made, by slug.
    """
    line = [*earlier, document, *later]
    if len(line) == 1:
        return []
    by_slug = {item["slug"]: item for item in line}
    titles = {slug: text(item["title"]) for slug, item in by_slug.items()}
    named = NamedEntries({**meetings, **titles}, links)
    return [_step(item, document, _before(item, line, by_slug), named) for item in line]


def restated_by(documents: Iterable[Commitment], links: Links) -> list[tuple[str, EntryLink]]:
    """The commitments that restate another one, each with how, as said of that one."""
    return [
        (
            str(PASSIVE.get(restates["how"], "")),
            EntryLink(text(document["title"]), links.entry(document["slug"])),
        )
        for document in documents
        if (restates := document["restates"])
    ]


def how(restates: Restated | None) -> Term | None:
    if not restates:
        return None
    label, value = closed_lists.label(Restatement, restates["how"]), restates["how"]
    return Term(value, label, value, SIGNS.get(value, ""))


def _before(
    item: Commitment, line: list[Commitment], by_slug: dict[str, Commitment]
) -> Commitment | None:
    restates = item["restates"]
    if not restates:
        return None
    if restates["slug"] in by_slug:
        return by_slug[restates["slug"]]
    # The other has a new slug: then it is the one before this in the line.
    place = line.index(item)
    return line[place - 1] if place else None


def _step(
    item: Commitment, current: Commitment, before: Commitment | None, named: NamedEntries
) -> LineageStep:
    summary, language = chosen(item["summary"])
    links = named.links
    return LineageStep(
        text(item["title"]),
        links.entry(item["slug"]),
        item is current,
        dated(item["date"]),
        closed_lists.status(Kind.COMMITMENT, item["status"]),
        how(item["restates"]),
        named.link(before["slug"]) if before else None,
        named.link(item["made_at"]),
        render(summary),
        language,
        picture(item["counts"]),
        closed_lists.label(Firmness, item["firmness"]),
        list(_changes(before, item)) if before else [],
    )


def _changes(before: Commitment, after: Commitment) -> Iterator[TermChange]:
    was, now = _compared(before), _compared(after)
    for name, value in now.items():
        if value != was[name]:
            yield TermChange(name, was[name], value)


def _compared(document: Commitment) -> dict[str, str]:
    deadline, condition = document["deadline"], document["condition"]
    counts = document["counts"]
    domains = sorted(closed_lists.label(Domain, domain) for domain in document["domains"])
    return {
        _("Firmness"): closed_lists.label(Firmness, document["firmness"]),
        _("Domains"): ", ".join(domains),
        _("Condition"): text(condition["text"]).plain if condition else "",
        _("Deadline"): text(deadline["label"]).plain if deadline else "",
        _("Reported"): number_worded(counts["reported"]),
        _("Named"): number_worded(counts["named"]),
        _("Confirmed"): number_worded(counts["confirmed"]),
    }
