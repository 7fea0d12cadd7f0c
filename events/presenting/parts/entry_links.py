"""Links from an entry to the entries that it names."""

from collections.abc import Mapping
from dataclasses import dataclass

from events.presenting.wording import Links, Text


@dataclass(frozen=True, slots=True)
class EntryLink:
    title: Text
    url: str


@dataclass(frozen=True, slots=True)
class NamedEntries:
    """The entries that an entry names: the titles by slug of those that stand under that slug."""

    titles: Mapping[str, Text]
    links: Links

    def link(self, slug: str | None) -> EntryLink | None:
        """A link with the entry's title, or with its slug if it has moved or is gone."""
        if not slug:
            return None
        return EntryLink(self.titles.get(slug) or Text.of(slug), self.links.entry(slug))
