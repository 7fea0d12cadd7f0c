"""What the lists of actors and of topics have in common: a page of names, as the record stood."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events import public
from events.presenting.lists import roster
from events.presenting.wording import Links
from events.views.asking import Errors, Query, as_of, elsewhere, paging

# How a page shows names: made of them, of their records and of where the reader stands.
Show = Callable[[Sequence[roster.Named], Iterable[Mapping[str, Any]], Links], Sequence[object]]


@dataclass(frozen=True)
class Stop:
    label: str
    url: str
    current: bool


def sheet(request: HttpRequest, facet: str, show: Show, template: str) -> HttpResponse:
    """The page of the list that the address asks for by `page` and `as_of`. One that does not exist
    is said to be none, and the first one is shown."""
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
    shown = roster.on_sheet(names, number)
    records = public.records(facet, [named.slug for named in shown], asked.moment)
    context = {
        "roster": show(shown, records, as_of.links(asked.moment)),
        "total": len(names),
        "stops": stops if len(stops) > 1 else [],
        "next_url": stops[number].url if number < len(stops) else "",
        "error": " ".join(elsewhere(errors)),
        "canonical_query": f"page={number}" if number > 1 else "",
        **asked.context,
    }
    return render(request, template, context, status=400 if errors else asked.status)
