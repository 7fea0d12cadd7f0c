"""The meetings: what lies ahead, then back in time; and what an entry's page has of one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

import orjson
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from events import public
from events.presenting.lists import Item, item
from events.presenting.meetings import meeting
from events.presenting.wording import Links, text
from events.views.asking import Query, Tab, as_of, elsewhere, filters_of
from events.views.frame import reader_page
from events.vocabulary import Facet, Kind, Naming, QuestionStatus, SummitStatus

Document = dict[str, Any]

# How much of each a page shows; a link leads to the rest.
AHEAD = 10
PAST = 20
PROCESSES = 12
COMMITTED = 20
POSITIONS = 20
QUESTIONS = 10
NEIGHBOURS = 5


@dataclass(frozen=True)
class Around:
    """What belongs to a meeting and is not in its own entry."""

    parts: list[meeting.Part]
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


@reader_page
def meetings(request: HttpRequest) -> HttpResponse:
    query = Query.of(request, ("as_of", "process", "cursor"))
    filters, errors = filters_of(query)
    filters = replace(filters, kind=Kind.SUMMIT)
    links = as_of.links(filters.as_of)
    ahead, more_ahead = ([], False) if filters.cursor else _ahead(filters)
    past = _past(filters)
    listed = {document["slug"] for document in ahead}
    documents = [orjson.loads(document) for document in past.documents]
    back = [document for document in documents if document["slug"] not in listed]
    context = {
        "ahead": meeting.rows(ahead, links),
        "more_ahead": more_ahead and _timeline(filters, links),
        "past": meeting.rows(back, links),
        "tabs": _processes(query, filters),
        "previous_url": (
            query.plus("cursor", past.previous).url if filters.cursor and past.previous else ""
        ),
        "next_url": query.plus("cursor", past.next).url if past.next else "",
        "compare_url": links.page("comparisons"),
        "paged": bool(filters.cursor),
        "errors": elsewhere(errors, "as_of"),
        "as_of": as_of.banner(filters.as_of, query),
        "canonical_query": query.without(*errors).url.partition("?")[2],
        "unlisted": bool(filters.as_of),
    }
    return render(request, "meetings/meetings.html", context, status=400 if errors else 200)


def around(
    document: Document, named: Mapping[str, str], moment: public.Moment | None, links: Links
) -> dict[str, Around]:
    """What the page of a meeting's entry shows beside the entry. `named`: the documents of the
    entries that it names, as JSON texts by slug."""
    slug, topics = document["slug"], [topic["slug"] for topic in document["topics"]]
    start, end = meeting.window(document)
    committed = public.naming(Naming.MADE_AT, slug, moment, COMMITTED)
    after = public.naming(Naming.FOLLOWS, slug, moment, NEIGHBOURS)
    positions = public.on_topics(
        Kind.POSITION, topics, moment, start=start, end=end, limit=POSITIONS
    )
    questions = public.on_topics(
        Kind.QUESTION, topics, moment, status=QuestionStatus.OPEN, limit=QUESTIONS
    )
    before = named.get(document["follows"] or "")
    found = orjson.loads(before) if before else None
    around = Around(
        parts=meeting.parts(document, links),
        tally=meeting.tally(document),
        explained=meeting.explained(document, links),
        committed=[item(commitment, links) for commitment in committed],
        positions=meeting.voiced(positions, links),
        window=meeting.window_worded(document),
        questions=[item(question, links) for question in questions],
        before=item(found, links) if found else None,
        after=[item(follower, links) for follower in after],
        compare_before=links.page("compare", found["slug"], slug) if found else "",
        compare_any=chooser(links, slug),
        positions_url=links.timeline(
            ("kind", Kind.POSITION), ("from", start.isoformat()), ("to", end.isoformat())
        ),
    )
    return {"meeting": around}


def chooser(links: Links, first: str) -> str:
    """The page on which to choose what to compare this meeting with."""
    url = links.page("comparisons")
    return f"{url}{'&' if '?' in url else '?'}{urlencode({'first': first})}"


def _ahead(filters: public.Filters) -> tuple[list[Document], bool]:
    """The meetings from today on, without those that have begun and been held, the next one first;
    and if there are more.

    Before them, those that began this month and go on, or may: of a meeting that is known to be in
    this month, nobody can say that it is over. Of one that began earlier, it says nothing that its
    end is open.
    """
    today = as_of.day(filters.as_of)
    first = replace(filters, order="oldest", limit=AHEAD + 1)
    coming = replace(first, cursor=public.Cursor.opening(today, first.order))
    month = public.Cursor.opening(today.replace(day=1), first.order)
    going_on = replace(first, start=today, end=today, cursor=month)
    found = {
        document["slug"]: document
        for asked in (going_on, coming)
        for document in map(orjson.loads, public.page(asked).documents)
    }
    ahead = [
        document
        for document in found.values()
        if document["status"] != SummitStatus.HELD
        or (document["date"]["earliest"] or "") > today.isoformat()
    ]
    return ahead[:AHEAD], len(found) > AHEAD


def _past(filters: public.Filters) -> public.Page:
    opening = public.Cursor.opening(as_of.day(filters.as_of), "newest")
    return public.page(replace(filters, cursor=filters.cursor or opening, limit=PAST))


def _timeline(filters: public.Filters, links: Links) -> str:
    """The list of meetings from today on, without those before it that go on."""
    process = [("process", filters.process)] if filters.process else []
    here = public.Cursor.opening(as_of.day(filters.as_of), "oldest")
    return links.timeline(("kind", "summit"), *process, ("order", "oldest"), ("cursor", str(here)))


def _processes(query: Query, filters: public.Filters) -> list[Tab]:
    """The processes that there are, where a reader has a choice."""
    found, _more = public.references(Facet.PROCESS, filters.as_of, limit=PROCESSES)
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
