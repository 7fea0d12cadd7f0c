"""What only entries of one kind have, for the template of that kind."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from events.documents import shapes
from events.documents.shapes import Document
from events.presenting.commitments import (
    ContributionRow,
    CountsPicture,
    Evidence,
    WordedCondition,
    condition,
    contributions,
    last_evidence,
    lateness,
    picture,
)
from events.presenting.lists import place
from events.presenting.parts import EntryLink, NamedEntries, figures, in_role, name_then
from events.presenting.wording import (
    Dated,
    Term,
    Text,
    closed_lists,
    dated,
    dated_or_none,
    text,
)
from events.vocabulary import (
    Domain,
    Firmness,
    Kind,
    Restatement,
    Role,
    SummitFormat,
)


@dataclass(frozen=True, slots=True)
class DatedStatus:
    """`ahead`: it is announced for a day to come, and not in force yet."""

    ahead: bool
    status: Term | None
    date: Dated
    note: Text
    locator: str
    source: str


@dataclass(frozen=True, slots=True)
class SummitDetails:
    format: str
    place: SafeString
    follows: EntryLink | None


@dataclass(frozen=True, slots=True)
class CommitmentDetails:
    counts: figures.WordedCounts
    domains: list[str]
    firmness: str
    picture: CountsPicture | None
    condition: WordedCondition | None
    deadline: Dated | None
    lateness: Term | None
    evidence: Evidence | None
    made_at: EntryLink | None
    restates: EntryLink | None
    restates_how: str
    changes: list[DatedStatus]
    contributions: list[ContributionRow]


@dataclass(frozen=True, slots=True)
class PositionDetails:
    stance: Term
    holders: list[Text]
    attribution: Text


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    answered_by: EntryLink | None


OfKind = SummitDetails | CommitmentDetails | PositionDetails | QuestionDetails | None


def of_kind(document: Document, named: NamedEntries) -> OfKind:
    """None for a development, which has nothing of its own."""
    if document["kind"] == "summit":
        return SummitDetails(
            format=closed_lists.label(SummitFormat, document["format"]),
            place=place(document),
            follows=named.link(document["follows"]),
        )
    if document["kind"] == "commitment":
        return _commitment(document, named)
    if document["kind"] == "position":
        holders = in_role(document, Role.HOLDER)
        return PositionDetails(
            stance=closed_lists.stance(document["stance"]),
            holders=[name_then(actor) for actor in holders],
            attribution=text(document["attribution"]),
        )
    if document["kind"] == "question":
        return QuestionDetails(named.link(document["answered_by"]))
    return None


def _commitment(document: shapes.Commitment, named: NamedEntries) -> CommitmentDetails:
    restates, day = document["restates"], date.fromisoformat(named.links.day)
    return CommitmentDetails(
        counts=figures.counts(document["counts"]),
        domains=[closed_lists.label(Domain, domain) for domain in document["domains"]],
        firmness=closed_lists.label(Firmness, document["firmness"]),
        picture=picture(document["counts"]),
        condition=condition(document),
        deadline=dated_or_none(document["deadline"]),
        lateness=lateness(document, day),
        evidence=last_evidence(document, day),
        made_at=named.link(document["made_at"]),
        restates=named.link(restates["slug"]) if restates else None,
        restates_how=closed_lists.label(Restatement, restates["how"]) if restates else "",
        changes=[_change(change, named.links.day) for change in document["history"]],
        contributions=contributions(document, named.links),
    )


def _change(change: shapes.StatusChange, day: str) -> DatedStatus:
    return DatedStatus(
        (change["date"]["earliest"] or "") > day,
        closed_lists.status(Kind.COMMITMENT, change["status"]),
        dated(change["date"]),
        text(change["note"]),
        change["locator"],
        change["source"],
    )
