"""The page on which to choose meetings to compare, and what it says where some cannot be."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from events import public
from events.documents.reading import summits
from events.documents.shapes import Published, PublishedSummit, Summit
from events.filters import no_list
from events.presenting.wording import Links, Text, kind, text
from events.views.asking import Query, as_of
from events.views.comparison.meetings import MOST, address, follows, latest
from events.views.frame import Frame, Page, missing_entry, not_yet, reader_page
from events.vocabulary import Kind

# How many meetings there are to choose from, and how many pairs are offered.
MEETINGS = 100
PAIRS = 10


@dataclass(frozen=True)
class Pair:
    """A meeting and the one that it follows."""

    earlier: Text
    later: Text
    url: str


@dataclass(frozen=True)
class ChosenMeetings:
    """The chosen slugs. `listed`: the meetings to choose from; `meetings`: these by
    slug, and also any older ones that were chosen. `error`: what is wrong."""

    slugs: list[str]
    listed: list[PublishedSummit]
    meetings: dict[str, PublishedSummit]
    error: str

    @classmethod
    def of(cls, given: Sequence[str], moment: public.Moment | None) -> "ChosenMeetings":
        listed = latest(moment, MEETINGS)
        slugs = [slug for slug in given if slug]
        # No more than can be compared are looked up, whatever the address has.
        others = set(slugs[: MOST + 1]) - {document["slug"] for document in listed}
        found = {document["slug"]: document for document in [*_named(others, moment), *listed]}
        meetings = {document["slug"]: document for document in summits(found.values())}
        return cls(slugs, listed, meetings, _wrong(slugs, found))


@reader_page(no_list("first", "second", "meeting"))
def choose(request: HttpRequest, query: Query) -> HttpResponse | Page:
    """Two choices and more, and a link for every meeting that follows another. Once two or more are
    chosen, it redirects; those that a link brings along (`meeting` alone) are chosen already."""
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    two = [query.first("first"), query.first("second")]
    choice = ChosenMeetings.of([*two, *query.values("meeting")], asked.moment)
    slugs = list(dict.fromkeys(choice.slugs))
    sent = any(two) and len(slugs) > 1
    if sent and not choice.error and not asked.error:
        return HttpResponseRedirect(address(slugs, links))
    return chooser(asked, choice, 400 if choice.error else 200)


def chooser(asked: as_of.RequestedMoment, choice: ChosenMeetings, status: int) -> Page:
    links, listed, slugs = as_of.links(asked.moment), choice.listed, choice.slugs
    options = [
        (slug, f"{text(document['title']).plain} ({text(document['date']['label']).plain})")
        for slug, document in choice.meetings.items()
    ]
    content = {
        "options": options,
        "most_listed": MEETINGS if len(listed) == MEETINGS else 0,
        "most": MOST,
        "first": slugs[0] if slugs else "",
        "second": slugs[1] if len(slugs) > 1 else "",
        "further": slugs[2:],
        "pairs": _pairs(listed, asked.moment, links),
        "error": choice.error,
        "as_of_text": asked.moment.text if asked.moment else "",
    }
    frame = Frame.at(asked, status=status, unlisted=bool(slugs))
    return Page("comparison/choose.html", frame, content)


def incomparable(
    request: HttpRequest, asked: as_of.RequestedMoment, found: Mapping[str, Summit | None]
) -> Page:
    """For anything but meetings on record: a page that says that they were not on record yet, or
    the page on which to choose others. `found`: by the slugs of the address."""
    missing = [slug for slug, document in found.items() if document is None]
    if missing and asked.moment:
        with suppress(public.Missing):
            beginnings = [missing_entry(public.history(slug, Kind.SUMMIT)) for slug in missing]
            if all(one.since > asked.moment.until for one in beginnings):
                return not_yet(request, asked, *beginnings)
    # A meeting may have been found by a former address.
    slugs = [document["slug"] if document else slug for slug, document in found.items()]
    return chooser(asked, ChosenMeetings.of(slugs, asked.moment), 404 if missing else 400)


def _named(slugs: Iterable[str], moment: public.Moment | None) -> list[Published]:
    """The entries with these slugs."""
    asked = [slug for slug in slugs if "\0" not in slug]
    return list(public.addressed(asked, moment).values())


def _wrong(slugs: Sequence[str], given: dict[str, Published]) -> str:
    if len(set(slugs)) > MOST:
        said = {"most": MOST, "given": len(set(slugs))}
        return _("Choose at most %(most)d meetings; these are %(given)d.") % said
    for slug in slugs:
        if slug not in given:
            return _("There is no meeting “%(slug)s” on record.") % {"slug": slug}
        if (document := given[slug])["kind"] != "summit":
            return _("“%(title)s” is not a meeting. It is on record as: %(kind)s.") % {
                "title": text(document["title"]).plain,
                "kind": kind(document["kind"]).label,
            }
    return _("Choose two different meetings.") if len(slugs) > len(set(slugs)) == 1 else ""


def _pairs(listed: list[PublishedSummit], moment: public.Moment | None, links: Links) -> list[Pair]:
    """The latest meetings that follow another one, each with that one."""
    following = [(one, later) for later in listed if (one := follows(later))][:PAIRS]
    named = public.named({one for one, _later in following}, moment)
    before = {document["id"]: document for document in summits(named.values())}
    return [
        Pair(
            text(before[one]["title"]),
            text(later["title"]),
            links.page("compare", before[one]["slug"], later["slug"]),
        )
        for one, later in following
        if one in before
    ]
