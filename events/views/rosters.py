"""What the lists of actors and of topics have in common: a page of names, as the record stood."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from events import public
from events.presenting import roster
from events.presenting.links import Links
from events.views import as_of, paging
from events.views.complaints import elsewhere
from events.views.queries import Errors, Query


@dataclass(frozen=True)
class Stop:
    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Sheet:
    """The names on the page that was asked for, and what every such page's template shows."""

    names: list[roster.Named]
    moment: public.Moment | None
    links: Links
    status: int
    context: dict[str, Any]

    @property
    def slugs(self) -> list[str]:
        return [named.slug for named in self.names]


def sheet(request: HttpRequest, facet: str) -> Sheet:
    """Read `page` and `as_of` from the address; a page that does not exist is said to be none, and
    the first one is shown."""
    asked = as_of.asked(request, "page")
    query = Query.of(request, ("as_of", "page"))
    names = roster.ordered(public.roster(facet, asked.moment))
    sheets = roster.sheets(names)
    given = query.first("page")
    number = paging.number(given)
    errors: Errors = {}
    if not 1 <= number <= len(sheets):
        number, errors = 1, {"page": [paging.no_such_page(given, len(sheets))]}
    base = query.without("page")
    stops = [
        Stop(
            one.label,
            base.url if one.number == 1 else base.plus("page", one.number).url,
            one.number == number,
        )
        for one in sheets
    ]
    context = {
        "total": len(names),
        "stops": stops if len(stops) > 1 else [],
        "previous_url": stops[number - 2].url if number > 1 else "",
        "next_url": stops[number].url if number < len(stops) else "",
        "error": " ".join(elsewhere(errors)),
        "as_of": asked.banner,
        "canonical_query": f"page={number}" if number > 1 else "",
        "unlisted": bool(asked.moment),
    }
    shown = roster.on_sheet(names, number)
    status = 400 if errors or asked.error else 200
    return Sheet(shown, asked.moment, as_of.links(asked.moment), status, context)
