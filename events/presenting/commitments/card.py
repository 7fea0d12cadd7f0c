"""A commitment as a card of the board."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from events.documents.counts import counts_on
from events.documents.reading import commitments
from events.documents.shapes import Commitment, Published
from events.presenting.commitments.condition import WordedCondition, condition
from events.presenting.commitments.counts_picture import CountsPicture, picture
from events.presenting.commitments.domains import domains
from events.presenting.commitments.evidence import Evidence, last_evidence
from events.presenting.commitments.lateness import lateness
from events.presenting.commitments.lineage import TakenUp, restated_by, taken_up
from events.presenting.commitments.progress import parts_line
from events.presenting.parts import EntryLink, NamedEntries, counts_line, participants, warnings
from events.presenting.wording import Dated, Term, Text, closed_lists, dated_or_none, mark, text
from events.vocabulary import Firmness, Role


@dataclass(frozen=True, slots=True)
class CommitmentCard:
    title: Text
    url: str
    label: Text
    mark: str
    status: Term | None
    parties: SafeString
    parts: str
    counts: str
    picture: CountsPicture | None
    condition: WordedCondition | None
    firmness: str
    domains: list[Text]
    deadline: Dated | None
    lateness: Term | None
    evidence: Evidence | None
    made_at: EntryLink | None
    takes_up: list[TakenUp]
    restated: list[tuple[str, EntryLink]]
    warnings: list[Term]


def card(
    document: Commitment, named: NamedEntries, restating: Mapping[str, list[Published]]
) -> CommitmentCard:
    """`named`: the entries that it names; `restating`: by id, those that restate an entry."""
    links = named.links
    day = date.fromisoformat(links.day)
    counts = counts_on(document, day)
    return CommitmentCard(
        title=text(document["title"]),
        url=links.entry(document["slug"]),
        label=text(document["date"]["label"]),
        mark=mark(document["date"]),
        status=closed_lists.status_of(document, links.day),
        parties=participants.names_line(
            participants.in_role(document, Role.PARTY), links.language, links.actor
        ),
        parts=parts_line(document, day),
        counts=counts_line(counts),
        picture=picture(counts),
        condition=condition(document),
        firmness=closed_lists.label(Firmness, document["firmness"]),
        domains=domains(document),
        deadline=dated_or_none(document["deadline"]),
        lateness=lateness(document, day),
        evidence=last_evidence(document, day),
        made_at=named.link(document["made_at"]),
        takes_up=taken_up(document, named),
        restated=restated_by(document, commitments(restating.get(document["id"], ())), links),
        warnings=warnings(document),
    )
