"""What only entries of one kind have, for the template of that kind."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from events.documents import shapes
from events.documents.counts import counts_on
from events.documents.shapes import Document
from events.presenting.commitments import (
    CountsPicture,
    DatedStatus,
    Evidence,
    PartProgress,
    TakenUp,
    WordedCondition,
    WordedRollCall,
    changes,
    condition,
    domains,
    last_evidence,
    lateness,
    parts,
    parts_line,
    picture,
    roll_call,
    taken_up,
)
from events.presenting.parts import (
    EntryLink,
    NamedEntries,
    WordedCounts,
    counts_worded,
    in_role,
    moved,
    name_then,
    places,
)
from events.presenting.positions import ending
from events.presenting.wording import (
    Dated,
    Term,
    Text,
    ago,
    began,
    closed_lists,
    dated_or_none,
    enumerated,
    text,
)
from events.vocabulary import (
    Firmness,
    MeetingLevel,
    MeetingMode,
    Role,
)


@dataclass(frozen=True, slots=True)
class SummitDetails:
    """`clocks`: what they show there; `badge`: that it was moved; `planned`: for when it had been
    planned, in a line."""

    format: Text
    level: str
    mode: str
    place: SafeString
    clocks: str
    badge: Term | None
    planned: SafeString
    earlier_dates: list[moved.WordedEarlierDate]
    follows: EntryLink | None


@dataclass(frozen=True, slots=True)
class CommitmentDetails:
    counts: WordedCounts
    domains: list[Text]
    firmness: str
    picture: CountsPicture | None
    condition: WordedCondition | None
    deadline: Dated | None
    lateness: Term | None
    evidence: Evidence | None
    made_at: EntryLink | None
    restates: list[TakenUp]
    changes: list[DatedStatus]
    parts: list[PartProgress]
    parts_line: str
    roll_call: WordedRollCall | None


@dataclass(frozen=True, slots=True)
class PositionDetails:
    """`age`: how long ago the position was taken; `ending`: that it has ended, or may have."""

    stance: Term
    age: str
    ending: Term | None
    holders: list[Text]
    said_by: SafeString
    attribution: Text


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    answered_by: EntryLink | None


@dataclass(frozen=True, slots=True)
class OverviewDetails:
    rests_on: list[EntryLink]


@dataclass(frozen=True, slots=True)
class WalkDetails:
    """Its steps: the sentence of each, and the entry that it shows."""

    steps: list[tuple[Text, EntryLink]]


OfKind = (
    SummitDetails
    | CommitmentDetails
    | PositionDetails
    | QuestionDetails
    | OverviewDetails
    | WalkDetails
    | None
)


def of_kind(document: Document, named: NamedEntries, on: date | None = None) -> OfKind:
    """None for a development, which has nothing of its own. `on`: the day of a roll call, if it is
    not the reader's."""
    if document["kind"] == "summit":
        return SummitDetails(
            format=text(document["format_record"]["name"]),
            level=closed_lists.label(MeetingLevel, document["level"]),
            mode=closed_lists.label(MeetingMode, document["mode"]),
            place=places.where(document),
            clocks=places.clocks(document),
            badge=moved.badge(document),
            planned=moved.first_planned(document),
            earlier_dates=moved.earlier_dates(document),
            follows=named.link(document["follows"]),
        )
    if document["kind"] == "commitment":
        return _commitment(document, named, on)
    if document["kind"] == "position":
        day = date.fromisoformat(named.links.day)
        holders = in_role(document, Role.HOLDER)
        # One may speak for two bodies.
        speakers = {one["slug"]: one for one in in_role(document, Role.SPEAKER)}
        return PositionDetails(
            stance=closed_lists.stance(document["stance"]),
            age=ago(began(document["date"]), day),
            ending=ending(document["date"], document["stance"], day),
            holders=[name_then(actor) for actor in holders],
            said_by=enumerated([name_then(one) for one in speakers.values()]),
            attribution=text(document["attribution"]),
        )
    if document["kind"] == "question":
        return QuestionDetails(named.link(document["answered_by"]))
    if document["kind"] == "overview":
        linked = [named.link(link) for link in document["rests_on"]]
        return OverviewDetails([link for link in linked if link])
    if document["kind"] == "walk":
        steps = [(text(step["text"]), named.link(step)) for step in document["steps"]]
        return WalkDetails([(said, link) for said, link in steps if link])
    return None


def _commitment(
    document: shapes.Commitment, named: NamedEntries, on: date | None
) -> CommitmentDetails:
    day = date.fromisoformat(named.links.day)
    counted = counts_on(document, on or day)
    return CommitmentDetails(
        counts=counts_worded(counted),
        domains=domains(document),
        firmness=closed_lists.label(Firmness, document["firmness"]),
        picture=picture(counted),
        condition=condition(document),
        deadline=dated_or_none(document["deadline"]),
        lateness=lateness(document, day),
        evidence=last_evidence(document, day),
        made_at=named.link(document["made_at"]),
        restates=taken_up(document, named),
        changes=changes(document, named.links),
        parts=parts(document, named.links),
        parts_line=parts_line(document, day),
        roll_call=roll_call(document, named.links, on or day),
    )
