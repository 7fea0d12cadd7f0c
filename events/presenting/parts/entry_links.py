"""Links from an entry to the entries that it names."""

from collections.abc import Mapping
from dataclasses import dataclass

from events.documents.shapes import Document, Linked
from events.presenting.wording import Links, Text, text


@dataclass(frozen=True, slots=True)
class EntryLink:
    title: Text
    url: str


@dataclass(frozen=True, slots=True)
class NamedEntries:
    """The entries that an entry names: the documents, by id, of those that stand."""

    documents: Mapping[str, Document]
    links: Links

    def find(self, linked: Linked | None) -> Document | None:
        """The document of a named entry, if it stands."""
        return self.documents.get(linked["id"] or "") if linked else None

    def link(self, linked: Linked | None) -> EntryLink | None:
        """A link with the entry's title; if it is gone, with its slug, by its id where that is
        known: so it never leads to another entry."""
        if not linked:
            return None
        if found := self.find(linked):
            return EntryLink(text(found["title"]), self.links.entry(found["slug"]))
        address = self.links.entry(linked["id"] or linked["slug"])
        return EntryLink(Text.of(linked["slug"]), address)
