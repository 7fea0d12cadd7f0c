"""What has changed since a day: entries published, corrected or withdrawn after it."""

from dataclasses import replace
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import public
from events.presenting.lists import item
from events.presenting.wording import Links
from events.public import Change
from events.public import since as changes_since
from events.views.asking import Errors, Query, as_of, chips, elsewhere, filters_of, has_empty_fields
from events.views.frame import reader_page

FILTERS = ("kind", "process", "actor", "topic")
EACH = 20


@reader_page
def since(request: HttpRequest) -> HttpResponse:
    query = Query.of(request, (*FILTERS, "as_of", "before"))
    if has_empty_fields(request):
        return HttpResponseRedirect(query.url)
    filters, errors = filters_of(query.without("before"))
    before = _before(query, errors)
    links = as_of.links(None)
    moment = filters.as_of
    found = changes_since(replace(filters, limit=EACH), public.last_seq(), before)
    context = {
        "rows": [_row(change, links, bool(moment)) for change in found.changes],
        "since": as_of.banner(moment, query),
        "then_url": as_of.links(moment).page("timeline") if moment else "",
        "versions": found.versions,
        "chips": chips(query, errors, FILTERS),
        "errors": elsewhere(errors, "as_of"),
        "next_url": query.plus("before", found.next).url if found.next else "",
        "start_url": query.without("before").url if query.first("before") else "",
        "canonical_query": query.without(*errors).url.partition("?")[2],
        "unlisted": True,
    }
    return render(request, "since/since.html", context, status=400 if errors else 200)


def _before(query: Query, errors: Errors) -> int | None:
    parameters = public.Parameters(query.lists(), [name for name, _value in query])
    before = parameters.number("before", 1)
    errors |= parameters.errors
    return before


def _row(change: Change, links: Links, back: bool) -> dict[str, Any]:
    history = links.page("history", change.version.slug)
    pair = f"?from={change.then}&to={change.version.number}"
    return {
        "item": item(orjson.loads(change.document), links),
        "version": change.version,
        "how": change.how,
        "label": _label(change, back),
        "history_url": history,
        "diff_url": history + pair if change.how == "corrected" else "",
        "notices": change.notices,
    }


def _label(change: Change, back: bool) -> str:
    if change.how == "withdrawn" and back and not change.then:
        return _("Published and withdrawn since")
    return {
        "new": _("New"),
        "corrected": _("Changed"),
        "returned": _("Published again"),
        "withdrawn": _("Withdrawn"),
    }[change.how]
