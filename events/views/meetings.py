"""The meetings: what lies ahead, then back in time; and what the page of a meeting's
entry shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from events import public
from events.dates import Certainty
from events.documents.reading import summits
from events.documents.shapes import Published, PublishedSummit, Summit
from events.filters import every_filter
from events.presenting.lists import Item, item
from events.presenting.meetings import meeting
from events.presenting.parts import NamedEntries
from events.presenting.wording import Links, text
from events.views.asking import (
    FOLD,
    FormLayout,
    Query,
    Tab,
    as_of,
    filters_of,
    form,
    names_of,
    of_record,
)
from events.views.frame import Frame, Page, reader_page
from events.vocabulary import Kind, Naming, QuestionStatus, SummitStatus

# What lies ahead and what lies back are already windows.
TAKES = every_filter(kind=Kind.SUMMIT, but=("from", "to", "when"), own=("cursor", FOLD))
LAYOUT = FormLayout(gettext_lazy("Filters"), apart=("process", "as_of"))
# How many of each a page shows; a link leads to the rest.
AHEAD = 10
# How many meetings that may be going on are looked at.
GOING_ON = 50
PAST = 20
PROCESSES = 12
COMMITTED = 20
POSITIONS = 20
QUESTIONS = 10
NEIGHBOURS = 5


@dataclass(frozen=True)
class Around:
    """What belongs to a meeting and is not in its own entry."""

    parts: list[meeting.DelegationGroup]
    tally: list[meeting.Count]
    explained: str
    committed: list[Item]
    positions: list[Item]
    window: str
    questions: list[Item]
    before: Item | None
    after: list[Item]
    compare_before: str
    compare_any: str
    positions_url: str


@reader_page(TAKES)
def meetings(request: HttpRequest, query: Query) -> Page:
    filters, errors = filters_of(query)
    links = as_of.links(filters.as_of)
    ahead, more_ahead = ([], False) if filters.cursor else _ahead(filters)
    past = _past(filters)
    today = as_of.day(filters.as_of)
    back = [document for document in summits(past.documents) if not _is_ahead(document, today)]
    content = {
        "ahead": meeting.rows(ahead, links),
        "more_ahead": more_ahead and _timeline(query.without(*errors), filters, links),
        "past": meeting.rows(back, links),
        "tabs": _processes(query, filters),
        "previous_url": (
            query.plus("cursor", past.previous).url if filters.cursor and past.previous else ""
        ),
        "next_url": query.plus("cursor", past.next).url if past.next else "",
        "compare_url": links.page("comparisons"),
        "paged": bool(filters.cursor),
        "form": form(
            query,
            errors,
            LAYOUT,
            lambda asked: of_record(asked, Kind.SUMMIT, filters.as_of),
            names_of(query),
        ),
    }
    frame = Frame.of(query, errors, filters.as_of, unlisted=not (ahead or back))
    return Page("meetings/meetings.html", frame, content)


def around(
    document: Summit, named: Mapping[str, Published], moment: public.Moment | None, links: Links
) -> Around:
    """What the page of a meeting's entry shows beside the entry. `named`: the documents of the
    entries that it names, by id."""
    slug, topics = document["slug"], [topic["slug"] for topic in document["topics"]]
    days = meeting.window(document)
    committed = public.naming(Naming.MADE_AT, document["id"], moment, COMMITTED)
    after = public.naming(Naming.FOLLOWS, document["id"], moment, NEIGHBOURS)
    positions = []
    if days:
        positions = public.on_topics(
            Kind.POSITION, topics, moment, start=days[0], end=days[1], limit=POSITIONS
        )
    questions = public.on_topics(
        Kind.QUESTION, topics, moment, status=QuestionStatus.OPEN, limit=QUESTIONS
    )
    before = NamedEntries(named, links).find(document["follows"])
    return Around(
        parts=meeting.parts(document, links),
        tally=meeting.tally(document),
        explained=meeting.explained(document, links),
        committed=[item(commitment, links) for commitment in committed],
        positions=meeting.voiced(positions, links),
        window=meeting.window_worded(*days) if days else "",
        questions=[item(question, links) for question in questions],
        before=item(before, links) if before else None,
        after=[item(follower, links) for follower in after],
        compare_before=links.page("compare", before["slug"], slug) if before else "",
        compare_any=chooser(links, slug),
        positions_url=_positions(links, *days) if days else "",
    )


def _positions(links: Links, first: date, last: date) -> str:
    """All positions of some days."""
    days = ("from", first.isoformat()), ("to", last.isoformat())
    return links.timeline(("kind", Kind.POSITION), *days)


def chooser(links: Links, first: str) -> str:
    """The page on which to choose a meeting to compare with this one."""
    url = links.page("comparisons")
    return f"{url}{'&' if '?' in url else '?'}{urlencode({'first': first})}"


def _ahead(filters: public.Filters) -> tuple[list[PublishedSummit], bool]:
    """The meetings from today on, the next one first, without those that have begun and been held;
    and whether there are more. Before them come those that may be still ahead or going on.
    """
    today = as_of.day(filters.as_of)
    first = replace(filters, order="oldest", limit=AHEAD + 1)
    coming = replace(first, cursor=public.Cursor.opening(today, first.order))
    going_on = replace(first, start=today, end=today, when=Certainty.POSSIBLE, limit=GOING_ON)
    found = {
        document["slug"]: document
        for asked in (going_on, coming)
        for document in summits(public.page(asked).documents)
        if _is_ahead(document, today)
    }
    return list(found.values())[:AHEAD], len(found) > AHEAD


def _is_ahead(document: Summit, today: date) -> bool:
    """Whether a meeting may be still ahead, or going on: if it is only known to be in this quarter,
    nobody can say that it is over. If one began before this month, an open end tells us nothing."""
    earliest, latest = document["date"]["earliest"], document["date"]["latest"]
    if document["status"] == SummitStatus.HELD:
        return (earliest or "") > today.isoformat()
    if latest is None:
        return (earliest or "") >= today.replace(day=1).isoformat()
    return latest >= today.isoformat()


def _past(filters: public.Filters) -> public.DocumentPage:
    opening = public.Cursor.opening(as_of.day(filters.as_of), "newest")
    return public.page(replace(filters, cursor=filters.cursor or opening, limit=PAST))


def _timeline(query: Query, filters: public.Filters, links: Links) -> str:
    """The list of meetings from today on, without earlier ones that are still going on."""
    narrowed = query.takes.along(query.without("as_of"))
    here = public.Cursor.opening(as_of.day(filters.as_of), "oldest")
    return links.timeline(("kind", "summit"), *narrowed, ("order", "oldest"), ("cursor", str(here)))


def _processes(query: Query, filters: public.Filters) -> list[Tab]:
    """The processes, if a reader has a choice."""
    found, _more = public.references(public.PROCESSES, filters.as_of, limit=PROCESSES)
    if len(found) < 2:
        return []
    base = query.without("cursor", "process")
    return [
        Tab(
            text(record["name"]),
            record["slug"],
            base.plus("process", record["slug"]).url,
            record["slug"] == filters.process,
        )
        for record in found
    ]
