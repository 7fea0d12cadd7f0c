"""What the pages of commitments and of questions have in common: a board, on which entries of one
kind stand in groups.

The board shows the beginning of each group; one of them alone is a list in pages.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import orjson

from events import public
from events.presenting.wording import Links, Text, closed_lists, text
from events.views.asking import Asked, Query, Tab, as_of, asked, narrowing
from events.vocabulary import Facet
from events.words import normalise

Document = dict[str, Any]
Tallies = Mapping[str, Sequence[public.TagCount]]
# What a page shows of each of these documents. It is asked for those of all groups at once, so that
# the number of its queries is fixed.
Show = Callable[["Board", list[Document]], Iterable[object]]


@dataclass(frozen=True)
class Group:
    """Entries under one heading. `tag`: what all of them have; `number`: how many there are; `url`:
    where all of them are; `items`: what is shown of them."""

    id: str
    heading: Text | str
    tag: int
    number: int
    url: str
    tone: str = ""
    note: str = ""
    items: Sequence[object] = ()


# Groups, each with the documents that it shows, as JSON texts.
Begun = Sequence[tuple[Group, Sequence[str | bytes]]]


@dataclass(frozen=True)
class Board:
    """What a board was asked for, and in which groups (`by`). By facet, `there` has the tags of all
    entries of its kind, `found` those of the entries that were asked for."""

    said: Asked
    by: str
    there: Tallies
    found: Tallies
    links: Links

    @classmethod
    def of(
        cls,
        query: Query,
        kind: str,
        choices: Mapping[str, Sequence[str]],
        facets: Collection[str],
        size: int,
    ) -> "Board":
        """Read it from the address. `choices` as `asked` has them; the first one of `by` holds
        where the address does not say."""
        said = asked(query, kind, choices, size)
        there = public.tallies(said.base, facets)
        found = public.tallies(said.filters, facets) if said.is_narrowed else there
        by = "" if "by" in said.errors else query.first("by")
        return cls(said, by or choices["by"][0], there, found, as_of.links(said.filters.as_of))

    @property
    def query(self) -> Query:
        return self.said.query

    @property
    def filters(self) -> public.Filters:
        return self.said.filters

    @property
    def status(self) -> int:
        return 400 if self.said.errors else 200

    def context(self, tabs: list[Tab], lists: Mapping[str, tuple[str, Any]]) -> dict[str, Any]:
        """What the template of every board shows. `lists` as `narrowing` has them."""
        errors, moment = self.said.errors, self.filters.as_of
        return {
            "by": self.by,
            "tabs": tabs,
            "form": narrowing(self.said, self.there, lists, ("by", "as_of")),
            "as_of": as_of.banner(moment, self.query),
            "canonical_query": self.query.without(*errors).url.partition("?")[2],
            "unlisted": bool(moment),
        }

    def statuses(self, values: Iterable[str], base: Query) -> dict[str, Group]:
        """A group for each of these statuses that was found, in their order."""
        tallies = {tally.slug: tally for tally in self.found[Facet.STATUS]}
        groups = {}
        for value in values:
            word = closed_lists.status(self.said.base.kind or "", value)
            if word and (tally := tallies.get(value)):
                groups[value] = Group(
                    f"status-{value}",
                    word.label,
                    tally.tag,
                    tally.number,
                    base.plus("status", value).url,
                    word.tone,
                )
        return groups

    def filled(self, groups: Begun, show: Show) -> list[Group]:
        """The groups with what is shown of their documents."""
        documents = [orjson.loads(document) for _group, texts in groups for document in texts]
        items = iter(show(self, documents) if documents else ())
        return [replace(group, items=[*islice(items, len(texts))]) for group, texts in groups]

    def paged(self, group: Group | None, filters: public.Filters, show: Show) -> dict[str, Any]:
        """The one group of what these filters find, as a list in pages; none where the list has
        ended."""
        page = public.page(filters)
        groups = [(replace(group, url=""), page.documents)] if group and page.documents else []
        return {"groups": self.filled(groups, show), **self.places(page)}

    def places(self, page: public.Page) -> dict[str, str]:
        """The addresses of the pages before and after, where there are such pages."""
        return {
            "previous_url": self.query.plus("cursor", page.previous).url if page.previous else "",
            "next_url": self.query.plus("cursor", page.next).url if page.next else "",
        }


def of_names(name: str, tallies: Iterable[public.TagCount], base: Query) -> list[Group]:
    """A group for each of these actors or topics, which the parameter `name` asks for: those with
    the most entries first, by name among those with as many."""
    named = [(tally, text(tally.name)) for tally in tallies]
    named.sort(key=lambda one: (-one[0].number, normalise(one[1].plain)))
    return [
        Group(
            f"{name}-{tally.slug}",
            found,
            tally.tag,
            tally.number,
            base.plus(name, tally.slug).url,
        )
        for tally, found in named
    ]


def begun(filters: public.Filters, groups: Sequence[Group], limit: int) -> Begun:
    """Each group with the first of its entries among those that the filters find."""
    heads = public.heads(filters, [group.tag for group in groups], limit)
    return [(group, heads[group.tag]) for group in groups]
