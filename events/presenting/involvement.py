"""What an actor has to do with commitments and meetings, for its page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from events.documents import reading, shapes
from events.documents.shapes import Document
from events.presenting.commitments import said_of, still_ahead
from events.presenting.lists import Item, item
from events.presenting.wording import Links, closed_lists, text
from events.vocabulary import Attendance, CommitmentStatus, Role


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment, and the actor's part in it."""

    item: Item
    part: str
    given: list[SafeString]


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting, and what an actor was there."""

    item: Item
    part: str


def promised(slug: str, documents: Iterable[shapes.Commitment], links: Links) -> list[Promised]:
    """Commitments, with what the actor itself is bound to, has said and gives, and how it changed
    their status."""
    found = []
    for document in documents:
        given = said_of(slug, document, date.fromisoformat(links.day))
        part = [_roles(slug, document), *_changed(slug, document, links.day)]
        found.append(Promised(item(document, links), ", ".join(filter(None, part)), given))
    return found


def met(slug: str, documents: Iterable[shapes.Summit], links: Links) -> list[Met]:
    """Meetings, with what the actor was there, itself or through its representatives."""
    return [Met(item(document, links), _roles(slug, document)) for document in documents]


def _roles(slug: str, document: Document) -> str:
    """“Host, attended”; for a country that is only represented, the names of its
    representatives."""
    itself = [actor for actor in document["actors"] if actor["slug"] == slug]
    if not itself:
        names = [
            text(actor["name_today"] or actor["name"]).plain
            for actor in document["actors"]
            if actor["represents"] == slug
        ]
        return ", ".join(dict.fromkeys(names))
    said = []
    for actor in itself:
        if actor["role"] != Role.PARTICIPANT or not actor["status"]:
            said.append(closed_lists.label(Role, actor["role"]))
        if actor["status"]:
            said.append(closed_lists.label(Attendance, actor["status"]))
    return ", ".join(dict.fromkeys(said))


def _changed(slug: str, document: shapes.Commitment, day: str) -> list[str]:
    """“Blocked”, of a court that did, and whether that is in force yet; each once."""
    statuses = []
    for change in reading.status_changes(document):
        if change["by"] == slug:
            label = closed_lists.label(CommitmentStatus, change["status"])
            ahead = still_ahead(change, day)
            statuses.append(f"{label} ({ahead})" if ahead else label)
    return list(dict.fromkeys(statuses))
