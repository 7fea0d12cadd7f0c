"""A commitment across meetings: each time that it was made, side by side, and what changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.documents.shapes import Commitment, Document, Restated
from events.presenting.commitments.counts_picture import CountsPicture, picture
from events.presenting.commitments.domains import domains
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
from events.vocabulary import Firmness, Restatement

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
class TakenUp:
    """An earlier commitment that one takes up, and what it does to it. `link`: None if it is gone
    from a line that shows only what stands."""

    how: Term
    link: EntryLink | None


@dataclass(frozen=True, slots=True)
class LineageStep:
    """One commitment of the line. `changes`: since the last of those that it takes up; `since` says
    which that is where there are several."""

    title: Text
    url: str
    current: bool
    date: Dated
    status: Term | None
    takes_up: list[TakenUp]
    made_at: EntryLink | None
    summary: SafeString
    language: str | None
    picture: CountsPicture | None
    firmness: str
    changes: list[TermChange]
    since: Text | None


def steps(
    document: Commitment,
    earlier: Iterable[Commitment],
    later: Iterable[Commitment],
    meetings: Mapping[str, Document],
    links: Links,
) -> list[LineageStep]:
    """The line in order, with the commitment itself among the others; empty if it is alone.

    `meetings`: those at which they were made, by id.
    """
    line = [*earlier, document, *later]
    if len(line) == 1:
        return []
    named = NamedEntries({**meetings, **{item["id"]: item for item in line}}, links)
    return [_step(item, document, line, named) for item in line]


def restated_by(
    document: Commitment, later: Iterable[Commitment], links: Links
) -> list[tuple[str, EntryLink]]:
    """The commitments that take up this one, each with how, as said of this one."""
    return [
        (
            str(PASSIVE.get(restated["how"], "")),
            EntryLink(text(one["title"]), links.entry(one["slug"])),
        )
        for one in later
        for restated in one["restates"]
        if restated["id"] == document["id"]
    ]


def taken_up(document: Commitment, named: NamedEntries) -> list[TakenUp]:
    """The earlier commitments that it takes up."""
    return [TakenUp(how(restated), named.link(restated)) for restated in document["restates"]]


def how(restated: Restated) -> Term:
    label, value = closed_lists.label(Restatement, restated["how"]), restated["how"]
    return Term(value, label, value, SIGNS.get(value, ""))


def _step(
    item: Commitment, current: Commitment, line: list[Commitment], named: NamedEntries
) -> LineageStep:
    summary, language = chosen(item["summary"])
    ids = {restated["id"] for restated in item["restates"]}
    before = [one for one in line if one["id"] in ids]
    last = before[-1] if before else None
    return LineageStep(
        title=text(item["title"]),
        url=named.links.entry(item["slug"]),
        current=item is current,
        date=dated(item["date"]),
        status=closed_lists.status_of(item, named.links.day),
        takes_up=[
            TakenUp(how(restated), named.link(restated) if named.find(restated) else None)
            for restated in item["restates"]
        ],
        made_at=named.link(item["made_at"]),
        summary=render(summary),
        language=language,
        picture=picture(item["counts"]),
        firmness=closed_lists.label(Firmness, item["firmness"]),
        changes=list(_changes(last, item)) if last else [],
        since=text(last["title"]) if last and len(before) > 1 else None,
    )


def _changes(before: Commitment, after: Commitment) -> Iterator[TermChange]:
    was, now = _compared(before), _compared(after)
    for name, value in now.items():
        if value != was[name]:
            yield TermChange(name, was[name], value)


def _compared(document: Commitment) -> dict[str, str]:
    deadline, condition = document["deadline"], document["condition"]
    counts = document["counts"]
    names = sorted(domain.plain for domain in domains(document))
    return {
        _("Firmness"): closed_lists.label(Firmness, document["firmness"]),
        _("Domains"): ", ".join(names),
        _("Condition"): text(condition["text"]).plain if condition else "",
        _("Deadline"): text(deadline["label"]).plain if deadline else "",
        _("Reported"): number_worded(counts["reported"]),
        _("Named"): number_worded(counts["named"]),
        _("Confirmed"): number_worded(counts["confirmed"]),
        _("Suspended"): number_worded(counts["suspended"] or None),
        _("No longer taking part"): number_worded(counts["left"] or None),
        _("Declined"): number_worded(counts["declined"] or None),
    }
