"""The versions of an entry: all of them, one as it was, and what changed between two."""

from dataclasses import dataclass
from typing import Any

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import public
from events.presenting.entry import differences, page
from events.presenting.wording import text
from events.views.asking import Query, as_of
from events.views.entries import TEMPLATE
from events.views.frame import reader_page
from events.vocabulary import Action


@dataclass(frozen=True)
class Row:
    """A version in the history. `before`: the number of the published version that it follows."""

    version: Any
    withdrawn: bool
    before: int | None


@dataclass(frozen=True)
class Compared:
    older: Any
    newer: Any
    changes: list[differences.Change]


@reader_page
def history(request: HttpRequest, slug: str) -> HttpResponse:
    versions = _versions(slug)
    published = [version for version in versions if version.action == Action.PUBLISHED]
    pair, error = _pair(Query.of(request, ("from", "to")), {v.number for v in published})
    compared = _compare(slug, *pair) if pair else None
    shown = compared.newer if compared else public.version(slug, published[-1].number)
    context = {
        "slug": versions[-1].slug,
        "title": text(_document(shown)["title"]),
        "rows": _rows(versions),
        "published": published,
        "withdrawn": versions[-1].action == Action.WITHDRAWN,
        "compared": compared,
        "chosen": pair or _last_two(published),
        "error": error,
        "unlisted": True,
    }
    return render(request, "entries/history.html", context, status=400 if error else 200)


@reader_page
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    versions = _versions(slug)
    found = next((version for version in versions if version.number == number), None)
    if found is None:
        return _no_version(request, versions, number)
    latest = versions[-1]
    context = {"version": found, "latest": latest, "historical": True, "unlisted": True}
    if found.action == Action.WITHDRAWN:
        return render(request, "entries/withdrawal.html", context)
    document = _document(found)  # reads what the list of versions has left out
    named = public.named(page.names(document))
    context["entry"] = page.page(document, named, as_of.links(None))
    context["before"] = next((row.before for row in _rows(versions) if row.version is found), None)
    return render(request, TEMPLATE.format(kind=found.kind), context)


def _no_version(request: HttpRequest, versions: list[Any], number: int) -> HttpResponse:
    latest = versions[-1]
    published = [version for version in versions if version.action == Action.PUBLISHED]
    context = {
        "asked_for": number,
        "versions": versions,
        "slug": latest.slug,
        "title": text(_document(published[-1])["title"]),
        "unlisted": True,
        "absent": True,
    }
    return render(request, "entries/no_version.html", context, status=404)


def _versions(slug: str) -> list[Any]:
    try:
        return public.history(slug)
    except public.Missing as missing:
        raise Http404(slug) from missing


def _rows(versions: list[Any]) -> list[Row]:
    """The versions, the newest first."""
    rows, before = [], None
    for version in versions:
        withdrawn = version.action == Action.WITHDRAWN
        rows.append(Row(version, withdrawn, None if withdrawn else before))
        before = before if withdrawn else version.number
    return rows[::-1]


def _pair(query: Query, numbers: set[int]) -> tuple[tuple[int, int] | None, str]:
    """The numbers of the two versions to compare, the older first; or what is wrong with them."""
    given = [query.first("from"), query.first("to")]
    if not any(given):
        return None, ""
    found = [int(text) for text in given if text.isascii() and text.isdigit() and len(text) < 10]
    if len(found) < 2 or not numbers.issuperset(found):
        return None, _("Choose two versions from the list to compare them.")
    return (min(found), max(found)), ""


def _last_two(published: list[Any]) -> tuple[int, int]:
    return published[max(len(published) - 2, 0)].number, published[-1].number


def _compare(slug: str, older: int, newer: int) -> Compared:
    first, second = public.version(slug, older), public.version(slug, newer)
    return Compared(first, second, differences.between(_document(first), _document(second)))


def _document(version: Any) -> dict[str, Any]:
    document: dict[str, Any] = orjson.loads(version.document or "{}")
    return document
