"""What the pages of commitments and questions have in common: a board, which shows entries of one
kind in groups.

The board shows the beginning of each group; a single group is a list in pages.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from django.utils.translation import gettext_lazy

from events import public
from events.documents.shapes import Published
from events.filters import Choice, ReferenceChoice, Takes, every_filter
from events.presenting.wording import Links, Text, closed_lists, text
from events.public import not_one_of
from events.views.asking import (
    Errors,
    FormLayout,
    Query,
    Tab,
    as_of,
    as_shown,
    filters_of,
    form,
    of_tallies,
)
from events.views.frame import Frame
from events.vocabulary import Facet
from events.words import normalise

Tallies = Mapping[str, Sequence[public.TagCount]]
# What a page shows of each of these documents. It is called once for those of all groups, so that
# the number of queries is fixed.
Show = Callable[["Board", Sequence[Published]], Iterable[object]]


@dataclass(frozen=True)
class BoardGroup:
    """Entries under one heading. `tag`: what all of them have in common; `number`: how many there
    are; `url`: where all of them are; `items`: what is shown of them."""

    id: str
    heading: Text | str
    tag: public.Common
    number: int
    url: str
    tone: str = ""
    note: str = ""
    items: Sequence[object] = ()


# Groups, each with the documents that it shows.
Begun = Sequence[tuple[BoardGroup, Sequence[Published]]]


# The choices are counted in any case, so an open form costs nothing more.
LAYOUT = FormLayout(gettext_lazy("Filters"), in_place=True)


def takes(kind: str) -> Takes:
    """What the address of a board takes. `by`: how the entries are grouped."""
    return every_filter(kind=kind, own=("by", "cursor"))


@dataclass(frozen=True)
class Board:
    """What a board was asked for, and how it is grouped (`by`). `base`: all entries of its kind;
    `filters`: those that were asked for. By facet, `there` has the tags of the former, `found`
    those of the latter."""

    query: Query
    errors: Errors
    by: str
    base: public.Filters
    filters: public.Filters
    there: Tallies
    found: Tallies
    links: Links

    @classmethod
    def of(
        cls, query: Query, ways: Sequence[str], size: int, facets: Collection[str] = ()
    ) -> "Board":
        """Read it from the address. `ways`: what `by` can be, the default first. `size`: of a page;
        `facets`: of tags that are needed besides those of the filters."""
        found, errors = filters_of(query)
        by = query.values("by")
        if len(by) > 1 or not set(by).issubset(ways):
            errors["by"] = [not_one_of(", ".join(by), as_shown("by", ways))]
        base = public.Filters(kind=query.takes.kind, as_of=found.as_of, on=found.on)
        filters = replace(found, limit=size)
        facets = [*facets, *(one.facet for one in _with_facets(query.takes))]
        there = public.tallies(base, facets)
        return cls(
            query,
            errors,
            ways[0] if "by" in errors or not by else by[0],
            base,
            filters,
            there,
            public.tallies(filters, facets) if filters.is_narrowed else there,
            as_of.links(filters.as_of),
        )

    @property
    def frame(self) -> Frame:
        nothing = not any(self.found.values())
        return Frame.of(self.query, self.errors, self.filters.as_of, unlisted=nothing)

    def content(self, tabs: list[Tab]) -> dict[str, object]:
        """What the template of every board shows, before there are groups."""
        kind = self.query.takes.kind
        names = {
            one.facet: {tally.slug: tally.name for tally in self.there[one.facet]}
            for one in self.query.takes.filters
            if isinstance(one, ReferenceChoice)
        }
        return {
            "by": self.by,
            "tabs": tabs,
            "form": form(
                self.query,
                self.errors,
                LAYOUT,
                lambda asked: of_tallies(asked, kind, self.there),
                names,
            ),
            "groups": [],
            "others": [],
            "previous_url": "",
            "next_url": "",
        }

    def statuses(self, values: Iterable[str], base: Query) -> dict[str, BoardGroup]:
        """A group for each of these statuses that was found, in this order."""
        tallies = {tally.slug: tally for tally in self.found[Facet.STATUS]}
        groups = {}
        for value in values:
            word = closed_lists.status(self.query.takes.kind, value)
            if word and (tally := tallies.get(value)):
                groups[value] = BoardGroup(
                    f"status-{value}",
                    word.label,
                    tally.tag,
                    tally.number,
                    base.plus("status", value).url,
                    word.tone,
                )
        return groups

    def filled(self, groups: Begun, show: Show) -> list[BoardGroup]:
        """The groups with what is shown of their documents."""
        documents = [document for _group, some in groups for document in some]
        items = iter(show(self, documents) if documents else ())
        return [replace(group, items=[*islice(items, len(some))]) for group, some in groups]

    def paged(
        self, group: BoardGroup | None, filters: public.Filters, show: Show
    ) -> dict[str, object]:
        """The single group, which is what these filters find, as a list in pages; no group if the
        list has ended."""
        page = public.page(filters)
        groups = [(replace(group, url=""), page.documents)] if group and page.texts else []
        return {"groups": self.filled(groups, show), **self.places(page)}

    def places(self, page: public.DocumentPage) -> dict[str, str]:
        """The addresses of the previous and next pages; empty if there is none."""
        return {
            "previous_url": self.query.plus("cursor", page.previous).url if page.previous else "",
            "next_url": self.query.plus("cursor", page.next).url if page.next else "",
        }


def _with_facets(takes: Takes) -> list[Choice | ReferenceChoice]:
    return [one for one in takes.filters if isinstance(one, Choice | ReferenceChoice) and one.facet]


def of_names(name: str, tallies: Iterable[public.TagCount], base: Query) -> list[BoardGroup]:
    """A group for each of these actors or topics, which the parameter `name` asks for: those with
    the most entries first, and by name if they have equally many."""
    named = [(tally, text(tally.name)) for tally in tallies]
    named.sort(key=lambda one: (-one[0].number, normalise(one[1].plain)))
    return [
        BoardGroup(
            f"{name}-{tally.slug}",
            found,
            tally.tag,
            tally.number,
            base.plus(name, tally.slug).url,
        )
        for tally, found in named
    ]


def begun(filters: public.Filters, groups: Sequence[BoardGroup], limit: int) -> Begun:
    """Each group with the first of its entries that the filters find."""
    heads = public.heads(filters, [group.tag for group in groups], limit)
    return [(group, heads[group.tag]) for group in groups]
