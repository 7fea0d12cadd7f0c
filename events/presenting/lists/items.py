"""An entry as one item of a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.safestring import SafeString

from events.documents import shapes
from events.documents.counts import counts_on
from events.documents.shapes import Document
from events.presenting.parts import (
    counts_line,
    moved,
    participants,
    places,
    source_lines,
    warnings,
)
from events.presenting.wording import (
    Links,
    Term,
    Text,
    ago,
    began,
    chosen,
    closed_lists,
    excerpt,
    joined,
    mark,
    text,
)
from events.public import decoded
from events.vocabulary import Basis, Role

# How many of them a process keeps: those of some pages that are read again and again.
KEPT = 500


@dataclass(slots=True, eq=False)
class Item:
    """`line`: what a reader wants to know first about an entry of this kind; who is named in it
    leads to their pages. `age`: of a position, how long ago it was taken. `basis`: how it is known,
    of a position or where the editors infer it; `sources`: a line that says who says so, and one
    for who contradicts it; `warnings`: that its evidence is in doubt.
    """

    document: Document
    slug: str
    url: str
    kind: Term
    title: Text
    label: Text
    mark: str
    age: str
    status: Term | None
    moved: Term | None
    stance: Term | None
    line: SafeString
    excerpt: Text
    basis: Term | None
    sources: SafeString
    warnings: list[Term]


def items(documents: Iterable[Document], links: Links) -> list[Item]:
    return [item(document, links) for document in documents]


def items_of(texts: Iterable[bytes], links: Links) -> list[Item]:
    """The items of documents as the database has them (JSON). The same text, read on the same day
    in the same language, is the same item, so that they are kept: nobody may change them."""
    return [_kept(text, links) for text in texts]


@lru_cache(maxsize=KEPT)
def _kept(text: bytes, links: Links) -> Item:
    return item(decoded(text), links)


def item(document: Document, links: Links) -> Item:
    reader = links.language
    summary, language = chosen(document["summary"], reader)
    return Item(
        document=document,
        slug=document["slug"],
        url=links.entry(document["slug"]),
        kind=closed_lists.kind(document["kind"], reader),
        title=text(document["title"], reader),
        label=text(document["date"]["label"], reader),
        mark=mark(document["date"]),
        age=_age(document, links),
        status=closed_lists.status_of(document, links.day, reader),
        moved=moved.badge(document),
        stance=_stance(document, reader),
        line=line_of(document, links, linked=True),
        excerpt=Text.of(excerpt(summary), language),
        basis=_basis(document, reader),
        sources=source_lines(document, closed_lists.basis(document["basis"], reader), links),
        warnings=warnings(document, reader),
    )


def _age(document: Document, links: Links) -> str:
    """Where somebody stands is told with how old that is."""
    if document["kind"] != "position":
        return ""
    return ago(began(document["date"]), date.fromisoformat(links.day))


def _stance(document: Document, reader: str) -> Term | None:
    if document["kind"] != "position":
        return None
    return closed_lists.stance(document["stance"], reader)


def _basis(document: Document, reader: str) -> Term | None:
    if document["kind"] == "position" or document["basis"] == Basis.INFERRED:
        return closed_lists.basis(document["basis"], reader)
    return None


def line_of(document: Document, links: Links, *, linked: bool = False) -> SafeString:
    """The content of the line: for some kinds, something other than everyone named. `linked`: the
    names lead to the pages of the actors and topics."""
    reader = links.language
    actor, topic = (links.actor, links.topic) if linked else (None, None)
    if document["kind"] == "summit":
        parts = [places.where(document), participants.names_line(_present(document), reader, actor)]
    elif document["kind"] == "commitment":
        parties = participants.in_role(document, Role.PARTY)
        counts = counts_line(counts_on(document, date.fromisoformat(links.day)))
        parts = [participants.names_line(parties, reader, actor), Text.of(counts)]
    elif document["kind"] == "position":
        topics = participants.names_line(document["topics"], reader, topic)
        held_by = participants.in_role(document, Role.HOLDER)
        holders = participants.names_line(held_by, reader, actor)
        parts = [joined([holders, topics], ": ") if topics else holders]
    else:
        parts = [participants.names_line(document["actors"], reader, actor)]
    return joined((part for part in parts if part), " · ")


def _present(document: shapes.Summit) -> list[shapes.ActorInEntry]:
    return [actor for actor in document["actors"] if actor["status"] not in participants.AWAY]
