"""What has changed since a day: entries published, corrected or withdrawn after it."""

from dataclasses import replace

from django.http import HttpRequest
from django.utils.translation import gettext as _

from events import public
from events.presenting.lists import item
from events.presenting.wording import Links
from events.public import ChangedEntry, changes_since
from events.views.asking import Errors, Query, as_of, chips, elsewhere, filters_of, names_of
from events.views.frame import Frame, Page, reader_page

EACH = 20


@reader_page(as_of.SINCE)
def since(request: HttpRequest, query: Query) -> Page:
    filters, errors = filters_of(query, day=None)
    before = _before(query, errors)
    links = as_of.links(None)
    moment = filters.as_of
    found = changes_since(replace(filters, limit=EACH), public.last_seq(), before)
    content = {
        "rows": [_row(change, links, bool(moment)) for change in found.changes],
        "since": as_of.banner(moment, query),
        "then_url": as_of.links(moment).page("timeline") if moment else "",
        "versions": found.versions,
        "chips": chips(query, errors, names_of(query), but=("as_of",)),
        "errors": elsewhere(errors, "as_of"),
        "next_url": query.plus("before", found.next).url if found.next else "",
        "start_url": query.without("before").url if query.first("before") else "",
    }
    # It shows the record as it stands: the moment is the one to begin at.
    frame = Frame.of(query, errors, None, unlisted=True)
    return Page("since/since.html", frame, content)


def _before(query: Query, errors: Errors) -> int | None:
    parameters = public.Parameters(query.lists(["before"]), ["before"])
    before = parameters.number("before", 1)
    errors |= parameters.errors
    return before


def _row(change: ChangedEntry, links: Links, back: bool) -> dict[str, object]:
    history = links.page("history", change.version.slug)
    pair = f"?from={change.then}&to={change.version.number}"
    return {
        "item": item(change.document, links),
        "version": change.version,
        "how": change.how,
        "label": _label(change, back),
        "history_url": history,
        "diff_url": history + pair if change.how == "corrected" else "",
        "notices": change.notices,
    }


def _label(change: ChangedEntry, back: bool) -> str:
    if change.how == "withdrawn" and back and not change.then:
        return _("Published and withdrawn since")
    return {
        "new": _("New"),
        "corrected": _("Changed"),
        "returned": _("Published again"),
        "withdrawn": _("Withdrawn"),
    }[change.how]
