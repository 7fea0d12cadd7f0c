"""The versions of an entry: all of them, one as it was, and what changed between two."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from events import public
from events.documents.linking import named_by
from events.filters import no_list
from events.presenting.entry import differences, neighbours, page
from events.presenting.wording import text
from events.public import PublishedVersion, ServedVersion
from events.views.asking import Query, as_of
from events.views.entries import TEMPLATE, EntryContent, left
from events.views.frame import Frame, Page, ShownEntry, reader_page
from events.vocabulary import Action


@dataclass(frozen=True)
class VersionRow:
    """A version in the history. `before`: the number of the published version that it follows."""

    version: ServedVersion
    withdrawn: bool
    before: int | None


@dataclass(frozen=True)
class Compared:
    older: PublishedVersion
    newer: PublishedVersion
    changes: list[differences.FieldChange]


# The numbers of the versions to compare, not a window of days.
@reader_page(no_list("from", "to"))
def history(request: HttpRequest, query: Query, slug: str) -> Page:
    versions = _versions(slug)
    published = [version for version in versions if version.has_document]
    by_number = {version.number: version for version in published}
    pair, error = _pair(query, set(by_number))
    compared = _compare(*(by_number[number] for number in pair)) if pair else None
    shown = compared.newer if compared else public.with_document(published[-1])
    content = {
        "slug": versions[-1].slug,
        "title": text(shown.document["title"]),
        "rows": _rows(versions),
        "published": published,
        "withdrawn": not versions[-1].has_document,
        "redacted": not versions[-1].has_document and versions[-1].action == Action.REDACTED,
        "compared": compared,
        "chosen": pair or _last_two(published),
        "error": error,
    }
    return Page("entries/history.html", Frame.beside(status=400 if error else 200), content)


@reader_page(no_list())
def version(request: HttpRequest, query: Query, slug: str, number: int) -> Page:
    versions = _versions(slug)
    found = next((version for version in versions if version.number == number), None)
    if found is None:
        return _no_version(versions, number)
    latest = versions[-1]
    if not found.has_document:
        withdrawal = {"version": found, "latest": latest}
        return Page("entries/withdrawal.html", Frame.beside(), withdrawal)
    before = next((row.before for row in _rows(versions) if row.version is found), None)
    read = public.with_document(found)
    named = public.named(named_by(read.document))
    links = as_of.links(None)
    shown = page.page(read.document, named, links)
    content = EntryContent(
        shown,
        read,
        historical=True,
        latest=latest,
        before=before,
        gone=left(latest),
        disputes=neighbours.disputes(read.document, named, (), links),
    )
    frame = Frame.beside(entry=ShownEntry.of(shown, read))
    return Page(TEMPLATE.format(kind=found.kind), frame, content)


def _no_version(versions: list[ServedVersion], number: int) -> Page:
    latest = versions[-1]
    published = [version for version in versions if version.has_document]
    content = {
        "asked_for": number,
        "versions": versions,
        "slug": latest.slug,
        "title": text(public.with_document(published[-1]).document["title"]),
    }
    return Page("entries/no_version.html", Frame.of_nothing(404), content)


def _versions(slug: str) -> list[ServedVersion]:
    try:
        return public.history(slug)
    except public.Missing as missing:
        raise Http404(slug) from missing


def _rows(versions: list[ServedVersion]) -> list[VersionRow]:
    """The versions, newest first."""
    rows, before = [], None
    for version in versions:
        withdrawn = not version.has_document
        rows.append(VersionRow(version, withdrawn, None if withdrawn else before))
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


def _last_two(published: list[ServedVersion]) -> tuple[int, int]:
    return published[max(len(published) - 2, 0)].number, published[-1].number


def _compare(older: ServedVersion, newer: ServedVersion) -> Compared:
    first, second = public.with_document(older), public.with_document(newer)
    return Compared(first, second, differences.between(first.document, second.document))
