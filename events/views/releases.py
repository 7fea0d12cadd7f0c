"""Releases: the record frozen under names, each with what has changed since the one before."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

import orjson
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from events import public
from events.filters import Takes
from events.presenting.parts import number_worded
from events.presenting.wording import Term, Text, closed_lists, path_to, text
from events.public import LATEST, BeingRemade, NoRelease, Release
from events.views.asking import Query
from events.views.frame import Frame, Page, reader_page

EACH = 50
# Of more entries that have changed, the file tells.
SHOWN = 200
DIFFERENCES = "differences.ndjson"


@dataclass(frozen=True)
class ReleaseRow:
    """`changed`: since the one before, in words; empty of the first one."""

    release: Release
    url: str
    changed: str


@dataclass(frozen=True)
class FileRow:
    path: str
    url: str
    rows: str
    size: str
    sha256: str


@dataclass(frozen=True)
class DifferenceRow:
    """`change`: what became of the entry; `fields`: what of it has changed."""

    change: str
    kind: Term
    title: Text
    url: str
    fields: str


@reader_page(Takes(own=("before",), is_list=False), also=public.releases_state)
def releases(request: HttpRequest, query: Query) -> Page:
    parameters = public.Parameters(query.lists(["before"]), ["before"])
    found, following = public.releases(EACH, parameters.number("before", 1))
    content = {
        "rows": [ReleaseRow(one, _url(one.name), _changed(one)) for one in found],
        "error": " ".join(parameters.errors.get("before", [])),
        "next_url": query.plus("before", following).url if following else "",
    }
    frame = Frame.beside(status=400 if parameters.errors else 200)
    return Page("releases/releases.html", frame, content)


@reader_page(Takes(is_list=False), also=public.releases_state)
def release(request: HttpRequest, query: Query, name: str) -> Page | HttpResponseRedirect:
    try:
        found = public.release(name)
    except NoRelease as missing:
        raise Http404(name) from missing
    if name == LATEST:
        return HttpResponseRedirect(_url(found.name))
    content = {
        "release": found,
        "changed": _changed(found),
        "previous_url": _url(found.previous.name) if found.previous else "",
        "files": [_file(found, file) for file in found.files],
        **_differences(found),
    }
    return Page("releases/release.html", Frame.beside(), content)


def _url(name: str) -> str:
    return path_to("pages:release", name)


def _file(of: Release, file: dict[str, Any]) -> FileRow:
    url = reverse("release-file", args=[of.name, file["path"]])
    size = number_worded(-(-file["bytes"] // 1024))
    rows = number_worded(file["rows"]) if "rows" in file else ""
    return FileRow(file["path"], url, rows, size, file["sha256"])


def _differences(of: Release) -> dict[str, object]:
    """The entries that have changed, and how many of them are not shown; `remade`: whether their
    file is being made anew."""
    if of.previous is None:
        return {"differences": [], "more": 0, "remade": False}
    try:
        lines = public.release_lines(of, DIFFERENCES)
    except BeingRemade:
        return {"differences": [], "more": 0, "remade": True}
    shown = [_difference(orjson.loads(line)) for line in islice(lines, SHOWN)]
    return {
        "differences": shown,
        "more": sum(of.changed.values()) - len(shown),
        "remade": False,
    }


def _difference(told: dict[str, Any]) -> DifferenceRow:
    names = _names(get_language() or "")
    fields = [names.get(name, name) for name in told.get("fields", ())]
    changes = {"added": _("Added"), "changed": _("Changed"), "withdrawn": _("Withdrawn")}
    return DifferenceRow(
        changes[told["change"]],
        closed_lists.kind(told["kind"]),
        text(told["title"]),
        path_to("pages:history", told["slug"]),
        ", ".join(fields),
    )


@lru_cache(maxsize=8)
def _names(_language: str) -> dict[str, str]:
    """What the members of documents are called that change."""
    return {
        "actor_records": _("what is on file of actors"),
        "actors": _("actors"),
        "answered_by": _("answers"),
        "attribution": _("who spoke"),
        "basis": _("basis"),
        "condition": _("condition"),
        "contradicts": _("what it contradicts"),
        "counts": _("counts"),
        "date": _("date"),
        "deadline": _("deadline"),
        "domain_records": _("domains"),
        "domains": _("domains"),
        "earlier_dates": _("earlier dates"),
        "figures": _("figures"),
        "firmness": _("firmness"),
        "follows": _("follows"),
        "format": _("format"),
        "history": _("course"),
        "key_event": _("key event"),
        "level": _("level"),
        "made_at": _("where it was made"),
        "media": _("videos and documents"),
        "mode": _("mode of meeting"),
        "parts": _("parts"),
        "pictures": _("pictures"),
        "places": _("places"),
        "processes": _("processes"),
        "rank": _("order within the day"),
        "rests_on": _("what it rests on"),
        "restates": _("earlier commitments"),
        "roll_call": _("roll call"),
        "slug": _("address"),
        "sources": _("sources"),
        "speakers": _("speakers"),
        "stance": _("stance"),
        "status": _("status"),
        "steps": _("steps"),
        "summary": _("summary"),
        "title": _("title"),
        "topics": _("topics"),
        "version": _("published again"),
    }


def _changed(of: Release) -> str:
    if of.previous is None:
        return ""
    numbers = of.changed
    if not any(numbers.values()):
        return _("Nothing has changed since %(name)s.") % {"name": of.previous.name}
    added, changed, withdrawn = (numbers[name] for name in ("added", "changed", "withdrawn"))
    said = [
        ngettext("%(number)s entry added", "%(number)s entries added", added)
        % {"number": number_worded(added)},
        ngettext("%(number)s changed", "%(number)s changed", changed)
        % {"number": number_worded(changed)},
        ngettext("%(number)s withdrawn", "%(number)s withdrawn", withdrawn)
        % {"number": number_worded(withdrawn)},
    ]
    since = _("Since %(name)s:") % {"name": of.previous.name}
    return f"{since} {', '.join(said)}."
