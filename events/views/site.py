"""The front page, and the page that says what this is."""

from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest
from django.utils.safestring import SafeString

from events import public
from events.documents import shapes
from events.documents.roll_call import counts_on
from events.filters import no_list
from events.presenting.lists import Item, items
from events.presenting.parts import figures
from events.presenting.positions import matrix as tables
from events.presenting.positions import standings
from events.presenting.wording import Links, Text, chosen, text
from events.presenting.wording import render as render_markdown
from events.views.asking import Query, as_of
from events.views.frame import Frame, Page, reader_page
from events.vocabulary import TRAITS
from events.words import normalise

# How many of each a front page shows; the timeline has the rest.
PROCESSES = 12
TOPICS = 8
COMMITMENTS = 3
QUESTIONS = 5
LATEST = 6


@dataclass(frozen=True)
class ProcessSummary:
    """`language`: of the summary, if it is not the reader's."""

    name: Text
    url: str
    summary: SafeString
    language: str | None


@reader_page(no_list())
def front(request: HttpRequest, query: Query) -> Page:
    asked = as_of.asked(query)
    moment = asked.moment
    today = as_of.day(moment)
    links = as_of.links(moment)
    processes, _more = public.references(public.PROCESSES, moment, limit=PROCESSES)
    matrix = public.matrix(today, as_of=moment)
    stands = standings(matrix.actors, matrix.topics, matrix.cells, links, TOPICS)
    meeting, ahead = _meeting(today, links, moment)
    content = {
        "processes": sorted(
            (_process(record, links) for record in processes),
            key=lambda process: normalise(process.name.plain),
        ),
        "meeting": meeting,
        "meeting_ahead": ahead,
        "standings": stands,
        "more_topics": max(len(matrix.topics) - TOPICS, 0),
        "commitments": _promised(links, moment, today),
        "questions": _list(links, moment, QUESTIONS, kind=["question"], status=["open"]),
        "latest": _until(today, links, moment),
        "positions_url": links.page("positions"),
        "commitments_url": links.page("commitments"),
        "questions_url": links.page("questions"),
    }
    frame = Frame.at(asked, unlisted=bool(asked.error))
    return Page("site/front.html", frame, content)


@reader_page(no_list())
def about(request: HttpRequest, query: Query) -> Page:
    asked = as_of.asked(query)
    versions = public.seq_at(asked.moment) if asked.moment else public.last_seq()
    return Page(
        "site/about.html",
        Frame.at(asked),
        {"kinds": TRAITS, "stances": tables.legend(), "versions": versions},
    )


def _process(record: shapes.Process, links: Links) -> ProcessSummary:
    summary, language = chosen(record["summary"])
    url = links.timeline(("process", record["slug"]))
    return ProcessSummary(text(record["name"]), url, render_markdown(summary), language)


def _list(
    links: Links, moment: public.Moment | None, limit: int, **filters: list[str]
) -> list[Item]:
    found = public.page(replace(public.parse(filters), limit=limit, as_of=moment))
    return items(found.documents, links)


def _promised(
    links: Links, moment: public.Moment | None, today: date
) -> list[tuple[Item, figures.WordedCounts]]:
    """The newest commitments, each with its counts on that day."""
    newest = _list(links, moment, COMMITMENTS, kind=["commitment"])
    return [
        (item, figures.counts(counts_on(item.document, today)))
        for item in newest
        if item.document["kind"] == "commitment"
    ]


def _until(today: date, links: Links, moment: public.Moment | None) -> list[Item]:
    """The latest entries up to today, whatever is planned."""
    opening = public.Cursor.opening(today, "newest")
    latest = public.Filters(limit=LATEST, cursor=opening, as_of=moment)
    return items(public.page(latest).documents, links)


def _meeting(today: date, links: Links, moment: public.Moment | None) -> tuple[Item | None, bool]:
    """The next planned meeting, or else the latest one; and whether it lies ahead."""
    planned = public.parse({"kind": ["summit"], "status": ["planned"], "order": ["oldest"]})
    opening = public.Cursor.opening(today, "oldest")
    found = public.page(replace(planned, limit=1, cursor=opening, as_of=moment)).documents
    if found:
        return items(found, links)[0], True
    opening = public.Cursor.opening(today, "newest")
    latest = public.Filters(kind="summit", limit=1, cursor=opening, as_of=moment)
    found = public.page(latest).documents
    return (items(found, links)[0], False) if found else (None, False)
