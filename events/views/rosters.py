"""What the lists of actors and of topics have in common: a page of names, as the record stood."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import public
from events.presenting import roster
from events.presenting.links import Links
from events.views import as_of
from events.views.queries import Query

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
    number, error = _number(query.first("page"), len(sheets))
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
        "error": error,
        "canonical_query": f"page={number}" if number > 1 else "",
        **asked.context,
    }
    return render(request, template, context, status=400 if error else asked.status)


def _number(text: str, last: int) -> tuple[int, str]:
    text = text.strip()
    if not text:
        return 1, ""
    if text.isascii() and text.isdigit() and len(text) < 7 and 1 <= int(text) <= last:
        return int(text), ""
    return 1, _("There is no page “%(page)s” of this list: it has %(last)d.") % {
        "page": text[:20],
        "last": last,
    }
