"""What only entries of one kind have, for the template of that kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.presenting.commitments.counts_picture import picture
from events.presenting.commitments.evidence import last_evidence
from events.presenting.commitments.lateness import lateness
from events.presenting.lists import items
from events.presenting.parts import figures
from events.presenting.wording import closed_lists as words
from events.presenting.wording.closed_lists import Word
from events.presenting.wording.dates import Dated, dated, dated_or_none
from events.presenting.wording.links import Links
from events.presenting.wording.texts import Text, text
from events.vocabulary import (
    CommitmentStatus,
    ConditionState,
    Domain,
    Firmness,
    Kind,
    Restatement,
    Role,
    SummitFormat,
)

# What has one of these has not begun, so that a condition can keep it from beginning.
WAITING = (CommitmentStatus.OPEN, CommitmentStatus.DELAYED)
CONDITIONS: dict[str, Any] = {
    ConditionState.PENDING: _("Condition, not met yet"),
    ConditionState.MET: _("Condition, met"),
    ConditionState.FAILED: _("Condition, failed"),
}


@dataclass(frozen=True, slots=True)
class EntryLink:
    title: Text
    url: str


@dataclass(frozen=True, slots=True)
class Named:
    """The entries that an entry names: their titles by slug, where they stand under that slug."""

    titles: Mapping[str, Text]
    links: Links

    def link(self, slug: str | None) -> EntryLink | None:
        """A link with the entry's title; with its slug where it has moved or is gone."""
        if not slug:
            return None
        return EntryLink(self.titles.get(slug) or Text.of(slug), self.links.entry(slug))


@dataclass(frozen=True, slots=True)
class Condition:
    """`label`: what the condition does to the commitment, to be followed by its text."""

    label: str
    text: Text
    state: str  # as on record; empty where nothing is said of it


@dataclass(frozen=True, slots=True)
class StatusChange:
    status: Word | None
    date: Dated
    note: Text
    locator: str
    source: str


@dataclass(frozen=True, slots=True)
class Contribution:
    name: Text
    url: str
    domain: str
    amount: str
    confirmed: bool
    note: Text


def of_kind(document: dict[str, Any], named: Named) -> dict[str, Any]:
    makers = {
        Kind.SUMMIT: _summit,
        Kind.COMMITMENT: _commitment,
        Kind.POSITION: _position,
        Kind.QUESTION: _question,
    }
    maker = makers.get(document["kind"])
    return maker(document, named) if maker else {}


def _summit(document: dict[str, Any], named: Named) -> dict[str, Any]:
    return {
        "format": words.label(SummitFormat, document["format"]),
        "place": items.place(document),
        "follows": named.link(document["follows"]),
    }


def condition(document: dict[str, Any]) -> Condition | None:
    """On what a commitment depends: “Dormant until: a ceasefire” while that is awaited."""
    record = document["condition"]
    if not record:
        return None
    state: str = record["state"] or ""
    if state == ConditionState.PENDING and document["status"] in WAITING:
        label = _("Dormant until")
    else:
        label = CONDITIONS.get(state, _("On condition"))
    return Condition(str(label), text(record["text"]), state)


def _commitment(document: dict[str, Any], named: Named) -> dict[str, Any]:
    restates, day = document["restates"], date.fromisoformat(named.links.day)
    return {
        "counts": figures.counts(document["counts"]),
        "domains": [words.label(Domain, domain) for domain in document["domains"]],
        "firmness": words.label(Firmness, document["firmness"]),
        "picture": picture(document["counts"]),
        "condition": condition(document),
        "deadline": dated_or_none(document["deadline"]),
        "lateness": lateness(document, day),
        "evidence": last_evidence(document, day),
        "made_at": named.link(document["made_at"]),
        "restates": named.link(restates["slug"]) if restates else None,
        "restates_how": words.label(Restatement, restates["how"]) if restates else "",
        "changes": [_change(change) for change in document["history"]],
        "contributions": contributions(document, named.links),
    }


def _position(document: dict[str, Any], named: Named) -> dict[str, Any]:
    holders = [actor for actor in document["actors"] if actor["role"] == Role.HOLDER]
    return {
        "stance": words.stance(document["stance"]),
        "holders": [text(actor["name"]) for actor in holders],
        "attribution": text(document["attribution"]),
    }


def _question(document: dict[str, Any], named: Named) -> dict[str, Any]:
    return {"answered_by": named.link(document["answered_by"])}


def _change(change: dict[str, Any]) -> StatusChange:
    return StatusChange(
        words.status(Kind.COMMITMENT, change["status"]),
        dated(change["date"]),
        text(change["note"]),
        change["locator"],
        change["source"],
    )


def contributions(document: dict[str, Any], links: Links) -> list[Contribution]:
    names = {record["slug"]: text(record["name"]) for record in document["actor_records"]}
    return [
        Contribution(
            names[row["actor"]],
            links.actor(row["actor"]),
            words.label(Domain, row["domain"]),
            _amount(row),
            row["confirmed"],
            text(row["note"]),
        )
        for row in document["contributions"]
    ]


def _amount(row: dict[str, Any]) -> SafeString:
    return Text.of(" ".join(filter(None, [figures.number(row["amount"]), row["unit"]])))
