"""Every source that the record cites, and what became of what was taken from each."""

from contextlib import suppress
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from events import public
from events.documents.shapes import Published, Source
from events.filters import Takes, named, no_list
from events.presenting.sources import (
    MISSING,
    card,
    groups,
    in_words,
    narrowed,
    ordered,
    rows,
    strip,
    tallies,
)
from events.presenting.wording import text
from events.public import not_one_of
from events.views.asking import Errors, Query, as_of, as_shown, elsewhere, paging, refusals
from events.views.frame import Frame, Page, missing_name, not_yet, reader_page
from events.vocabulary import Facet, Fate

CATALOGUE = Takes(named("as_of"), own=("outlet", "missing", "page"))
# It lists the entries that cite one source.
TAKES = replace(no_list("fate", "page"), fixed={"source": "{slug}"})
# How many are on one page.
SOURCES = 40
STATEMENTS = 50
LONGEST_OUTLET = 100
# What pages have links for.
OWN = ("missing", "fate")


@dataclass(frozen=True)
class Leaf:
    """A page of a longer list: which rows are on it, and the addresses of those around it."""

    number: int
    pages: int
    first: int
    last: int
    total: int
    previous_url: str
    next_url: str

    @classmethod
    def of(cls, query: Query, total: int, size: int, errors: Errors) -> "Leaf":
        """The page that the address asks for; if there is none, the first, and a message."""
        pages = max(-(-total // size), 1)
        given = query.first("page")
        number = paging.number(given)
        if not 1 <= number <= pages:
            number, errors["page"] = 1, [paging.no_such_page(given, pages)]
        base, first = query.without("page"), (number - 1) * size

        def at(other: int) -> str:
            if not 1 <= other <= pages:
                return ""
            return base.url if other == 1 else base.plus("page", other).url

        last = min(first + size, total)
        return cls(
            number, pages, min(first + 1, total), last, total, at(number - 1), at(number + 1)
        )


@dataclass(frozen=True)
class Choosing:
    """A way to narrow a list. `number`: how many it leaves, if it is counted."""

    value: str
    label: str
    url: str
    current: bool
    number: int = 0


@reader_page(CATALOGUE, costly=True)
def sources(request: HttpRequest, query: Query) -> Page:
    asked = as_of.asked(query)
    errors: Errors = refusals(query)
    outlet, missing = query.first("outlet"), query.first("missing")
    if len(outlet) > LONGEST_OUTLET:
        said = _("Search for at most %(most)d characters; these are %(given)d.")
        errors["outlet"] = [said % {"most": LONGEST_OUTLET, "given": len(outlet)}]
    if missing and missing not in MISSING:
        errors["missing"] = [not_one_of(missing, as_shown("missing", MISSING))]
    everything = public.catalogue(asked.moment)
    of_outlet = narrowed(everything, "" if "outlet" in errors else outlet, "")
    found = ordered(narrowed(of_outlet, "", "" if "missing" in errors else missing))
    leaf = Leaf.of(query, len(found), SOURCES, errors)
    content = {
        "rows": rows(found[max(leaf.first - 1, 0) : leaf.last], as_of.links(asked.moment)),
        "leaf": leaf,
        "everything": len(everything),
        "outlet": outlet,
        "missing": "" if "missing" in errors else missing,
        "ways": [
            Choosing(
                value,
                str(label),
                query.without("page").plus("missing", value).url,
                value == missing,
                len(narrowed(of_outlet, "", value)),
            )
            for value, label in MISSING.items()
        ],
        "all_url": query.without("page", "missing").url,
        "reset_url": query.without("page", "missing", "outlet").url,
        "longest": LONGEST_OUTLET,
        "wrong_outlet": errors.get("outlet", []),
        "errors": elsewhere(errors, "outlet"),
    }
    frame = Frame.at(
        asked,
        status=400 if errors else 200,
        canonical=(("page", str(leaf.number)),) if leaf.number > 1 else (),
        unlisted=bool(outlet or missing),
    )
    return Page("sources/sources.html", frame, content)


@reader_page(TAKES, costly=True)
def source(request: HttpRequest, query: Query, slug: str) -> Page:
    asked = as_of.asked(query)
    links, today = as_of.links(asked.moment), as_of.day(asked.moment)
    try:
        taken = public.taken(slug, today, asked.moment)
    except public.Missing:
        return _nothing(request, asked, slug)
    errors: Errors = {}
    fate = query.first("fate")
    if fate and fate not in Fate.values:
        errors["fate"] = [not_one_of(fate, as_shown("fate", Fate.values))]
    order = list(Fate)
    chosen = [one for one in taken if not fate or "fate" in errors or one.fate == fate]
    chosen.sort(key=lambda one: order.index(one.fate))
    leaf = Leaf.of(query, len(chosen), STATEMENTS, errors)
    shown = chosen[max(leaf.first - 1, 0) : leaf.last]
    # Of all that it was cited by, what is in force says last what the source is.
    newest = max(taken, key=lambda one: (one.cites, one.now if one.cites else one.said))
    statements, said = public.statements(
        shown, today, asked.moment, newest.now if newest.cites else newest.said
    )
    base = query.without("page", "fate")
    content = {
        "source": card(_record(said, slug), today) if said else None,
        "sum": in_words(taken),
        "strip": strip(taken),
        "tallies": tallies(taken),
        "ways": [
            Choosing(
                tally.fate.value,
                tally.fate.label,
                base.plus("fate", tally.fate.value).url,
                tally.fate.value == fate,
                tally.number,
            )
            for tally in tallies(taken)
        ],
        "all_url": base.url if fate else "",
        "groups": groups(statements, taken, slug, links),
        "leaf": leaf,
        "timeline_url": links.timeline(("source", slug)) if any(one.cites for one in taken) else "",
        "errors": elsewhere(errors),
    }
    frame = Frame.at(
        asked,
        status=400 if errors else 200,
        canonical=(("page", str(leaf.number)),) if leaf.number > 1 and not fate else (),
        unlisted=bool(fate) or said is None,
    )
    return Page("sources/source.html", frame, content)


def _record(document: Published, slug: str) -> Source:
    return next(cited for cited in document["sources"] if cited["slug"] == slug)


def _nothing(request: HttpRequest, asked: as_of.RequestedMoment, slug: str) -> Page:
    """No entry cites it, or did then: what there is instead."""
    if asked.moment is not None:
        with suppress(Http404):
            return not_yet(request, asked, missing_name(Facet.SOURCE, slug))
    links = as_of.links(None)
    near = public.called_like(Facet.SOURCE, [slug])
    content = {"similar": [(text(title), links.source(found)) for found, title in near.items()]}
    return Page("sources/none.html", Frame.of_nothing(404, asked.banner), content)
