"""Two meetings side by side, and the page on which to choose them."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from events import dates, public
from events.documents.linking import named_by
from events.documents.reading import questions, summits
from events.documents.shapes import Published, PublishedSummit, Summit
from events.filters import no_list
from events.presenting.lists import item
from events.presenting.meetings import comparison
from events.presenting.wording import Links, Text, kind, text
from events.views.asking import Query, as_of
from events.views.frame import Frame, Page, missing_entry, not_yet, reader_page
from events.vocabulary import Kind, Naming

# How many meetings there are to choose from, and how many pairs are offered.
MEETINGS = 100
PAIRS = 10
# How many questions on the agendas are listed, and at most how many others of the process.
QUESTIONS = 20
COMMITTED = 40
# Questions raised up to this many days after the later meeting count as open after it.
DAYS_AFTER = 7


@dataclass(frozen=True)
class Pair:
    """A meeting and the one that it follows."""

    earlier: Text
    later: Text
    url: str


@dataclass(frozen=True)
class _Choice:
    """Two chosen slugs, or fewer. `listed`: the meetings to choose from; `meetings`: these by slug,
    and also any older ones that were chosen. `error`: what is wrong."""

    first: str
    second: str
    listed: list[PublishedSummit]
    meetings: dict[str, PublishedSummit]
    error: str

    @classmethod
    def of(cls, first: str, second: str, moment: public.Moment | None) -> "_Choice":
        listed = _meetings(moment)
        others = {first, second} - {"", *(document["slug"] for document in listed)}
        given = {document["slug"]: document for document in [*_named(others, moment), *listed]}
        meetings = {document["slug"]: document for document in summits(given.values())}
        return cls(first, second, listed, meetings, _wrong(first, second, given))


@reader_page(no_list("first", "second"))
def choose(request: HttpRequest, query: Query) -> HttpResponse | Page:
    """Two choices, and a link for every meeting that follows another. With both chosen, it
    redirects."""
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    first, second = query.first("first"), query.first("second")
    choice = _Choice.of(first, second, asked.moment)
    if first and second and not choice.error and not asked.error:
        return HttpResponseRedirect(links.page("compare", first, second))
    return _chooser(asked, choice, 400 if choice.error else 200)


def _chooser(asked: as_of.RequestedMoment, choice: "_Choice", status: int) -> Page:
    links, listed, error = as_of.links(asked.moment), choice.listed, choice.error
    first, second = choice.first, choice.second
    content = {
        "options": [
            (slug, f"{text(document['title']).plain} ({text(document['date']['label']).plain})")
            for slug, document in choice.meetings.items()
        ],
        "most": MEETINGS if len(listed) == MEETINGS else 0,
        "first": first,
        "second": second,
        "pairs": _pairs(listed, asked.moment, links),
        "error": error,
        "as_of_text": asked.moment.text if asked.moment else "",
    }
    frame = Frame.at(asked, status=status, unlisted=bool(first or second))
    return Page("comparison/choose.html", frame, content)


@reader_page(no_list(), costly=True)
def compare(request: HttpRequest, query: Query, first: str, second: str) -> HttpResponse | Page:
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    found = {slug: _meeting(slug, asked.moment) for slug in (first, second)}
    if first == second or None in found.values():
        return _incomparable(request, asked, first, second, found)
    documents = [document for document in found.values() if document]
    earlier, later = sorted(documents, key=_in_order)
    if [earlier["slug"], later["slug"]] != [first, second]:
        # The earlier one comes first, so that each pair has one address.
        return HttpResponseRedirect(links.page("compare", earlier["slug"], later["slug"]))
    committed = public.naming_any(
        Naming.MADE_AT, [earlier["id"], later["id"]], asked.moment, COMMITTED
    )
    sides = [comparison.side(document, links) for document in (earlier, later)]
    content = {
        "sides": sides,
        "first": sides[0],
        "second": sides[1],
        "follows": _follows(later) == earlier["id"],
        "agenda": comparison.agenda(earlier, later, links),
        "attendance": comparison.attendance(earlier, later, links),
        "questions": _questions(earlier, later, asked.moment, links),
        "committed": [
            (side, [item(document, links) for document in committed[meeting["id"]]])
            for side, meeting in zip(sides, (earlier, later), strict=True)
        ],
        "chooser_url": links.page("comparisons"),
    }
    return Page("comparison/compare.html", Frame.at(asked), content)


def _meetings(moment: public.Moment | None) -> list[PublishedSummit]:
    """The latest meetings, including planned ones."""
    filters = public.Filters(kind=Kind.SUMMIT, as_of=moment, limit=MEETINGS)
    return summits(public.page(filters).documents)


def _named(slugs: Iterable[str], moment: public.Moment | None) -> list[Published]:
    """The entries with these slugs."""
    asked = [slug for slug in slugs if "\0" not in slug]
    return list(public.addressed(asked, moment).values())


def _wrong(first: str, second: str, given: dict[str, Published]) -> str:
    for slug in (first, second):
        if slug and slug not in given:
            return _("There is no meeting “%(slug)s” on record.") % {"slug": slug}
        if slug and (document := given[slug])["kind"] != "summit":
            return _("“%(title)s” is not a meeting. It is on record as: %(kind)s.") % {
                "title": text(document["title"]).plain,
                "kind": kind(document["kind"]).label,
            }
    return _("Choose two different meetings.") if first and first == second else ""


def _incomparable(
    request: HttpRequest,
    asked: as_of.RequestedMoment,
    first: str,
    second: str,
    found: Mapping[str, Summit | None],
) -> Page:
    """For anything but two meetings on record: a page that says that they were not on record yet,
    or the page on which to choose others."""
    missing = [slug for slug, document in found.items() if document is None]
    if missing and asked.moment:
        with suppress(public.Missing):
            beginnings = [missing_entry(public.history(slug, Kind.SUMMIT)) for slug in missing]
            if all(one.since > asked.moment.until for one in beginnings):
                return not_yet(request, asked, *beginnings)
    # A meeting may have been found by a former address.
    first, second = (
        document["slug"] if document else slug
        for slug, document in ((slug, found[slug]) for slug in (first, second))
    )
    choice = _Choice.of(first, second, asked.moment)
    return _chooser(asked, choice, 404 if missing else 400)


def _pairs(listed: list[PublishedSummit], moment: public.Moment | None, links: Links) -> list[Pair]:
    """The latest meetings that follow another one, each with that one."""
    following = [(one, later) for later in listed if (one := _follows(later))][:PAIRS]
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


def _in_order(meeting: Summit) -> tuple[datetime, str]:
    return dates.parse(meeting["date"]["edtf"]).instant, meeting["slug"]


def _follows(meeting: Summit) -> str | None:
    """The id of the meeting that it continues."""
    return meeting["follows"]["id"] if meeting["follows"] else None


def _meeting(slug: str, moment: public.Moment | None) -> PublishedSummit | None:
    """The document of a meeting, also found by a former slug. None if there is or was no such
    meeting."""
    try:
        try:
            version = public.entry(slug, moment, Kind.SUMMIT)
        except public.Moved as moved:
            version = public.entry(moved.slug, moment, Kind.SUMMIT)
    except (public.Missing, public.Gone, public.Moved):
        return None
    return next(iter(summits([version.document])), None)


def _questions(
    earlier: Summit, later: Summit, moment: public.Moment | None, links: Links
) -> list[comparison.Openness]:
    """What was open: questions on one of the agendas, then others of the process of both, or else
    of the later one's."""
    _first, last = comparison.days_of(later)
    end = min(last, date.max - timedelta(DAYS_AFTER)) + timedelta(DAYS_AFTER)
    topics = [topic["slug"] for topic in [*earlier["topics"], *later["topics"]]]
    found = public.on_topics(Kind.QUESTION, dict.fromkeys(topics), moment, end=end, limit=QUESTIONS)
    asked = {question["slug"]: question for question in questions(found)}
    both = [slug for slug in later["processes"] if slug in earlier["processes"]]
    opening = public.Cursor.opening(end, "newest")
    for process in both or later["processes"]:
        others = public.parse({"kind": [Kind.QUESTION], "process": [process]})
        rest = public.page(replace(others, as_of=moment, cursor=opening, limit=QUESTIONS)).documents
        for question in questions(rest):
            asked.setdefault(question["slug"], question)
    ids = {one for question in asked.values() for one in named_by(question)}
    answers = public.named(ids, moment)
    return comparison.openness(asked.values(), answers, earlier, later, links)
