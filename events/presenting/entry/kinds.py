"""What only entries of one kind have, for the template of that kind."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from events.presenting.commitments import condition, contributions, last_evidence, lateness, picture
from events.presenting.lists import place
from events.presenting.parts import NamedEntries, figures
from events.presenting.wording import (
    Dated,
    Text,
    Word,
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
class StatusChange:
    status: Word | None
    date: Dated
    note: Text
    locator: str
    source: str


def of_kind(document: dict[str, Any], named: NamedEntries) -> dict[str, Any]:
    makers = {
        Kind.SUMMIT: _summit,
        Kind.COMMITMENT: _commitment,
        Kind.POSITION: _position,
        Kind.QUESTION: _question,
    }
    maker = makers.get(document["kind"])
    return maker(document, named) if maker else {}


def _summit(document: dict[str, Any], named: NamedEntries) -> dict[str, Any]:
    return {
        "format": closed_lists.label(SummitFormat, document["format"]),
        "place": place(document),
        "follows": named.link(document["follows"]),
    }


def _commitment(document: dict[str, Any], named: NamedEntries) -> dict[str, Any]:
    restates, day = document["restates"], date.fromisoformat(named.links.day)
    return {
        "counts": figures.counts(document["counts"]),
        "domains": [closed_lists.label(Domain, domain) for domain in document["domains"]],
        "firmness": closed_lists.label(Firmness, document["firmness"]),
        "picture": picture(document["counts"]),
        "condition": condition(document),
        "deadline": dated_or_none(document["deadline"]),
        "lateness": lateness(document, day),
        "evidence": last_evidence(document, day),
        "made_at": named.link(document["made_at"]),
        "restates": named.link(restates["slug"]) if restates else None,
        "restates_how": closed_lists.label(Restatement, restates["how"]) if restates else "",
        "changes": [_change(change) for change in document["history"]],
        "contributions": contributions(document, named.links),
    }


def _position(document: dict[str, Any], named: NamedEntries) -> dict[str, Any]:
    holders = [actor for actor in document["actors"] if actor["role"] == Role.HOLDER]
    return {
        "stance": closed_lists.stance(document["stance"]),
        "holders": [text(actor["name"]) for actor in holders],
        "attribution": text(document["attribution"]),
    }


def _question(document: dict[str, Any], named: NamedEntries) -> dict[str, Any]:
    return {"answered_by": named.link(document["answered_by"])}


def _change(change: dict[str, Any]) -> StatusChange:
    return StatusChange(
        closed_lists.status(Kind.COMMITMENT, change["status"]),
        dated(change["date"]),
        text(change["note"]),
        change["locator"],
        change["source"],
    )
