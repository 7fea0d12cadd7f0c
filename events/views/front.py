"""The front page: what one process has come to, in a minute, and the others beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest

from events import public
from events.dates import Certainty
from events.documents import shapes
from events.documents.counts import counts_on
from events.documents.linking import named_by
from events.documents.reading import commitments, status
from events.filters import no_list
from events.presenting.commitments import next_deadline
from events.presenting.entry import corrected
from events.presenting.lists import Item, item, items, items_of
from events.presenting.overview import StateInBrief, StateOfPlay, in_brief, state_of_play
from events.presenting.parts import WordedCounts, counts_worded, pictures
from events.presenting.positions import TileRow, most_contested, standings, tile_row
from events.presenting.walk import OfferedWalk, offered
from events.presenting.wording import Links, Text, chosen, path_to, text
from events.presenting.wording import render as render_markdown
from events.public import DocumentPage, Filters, Kept, Matrix, Moment
from events.views.asking import Query, as_of
from events.views.drawing import Drawing, Shown, drawing
from events.views.frame import Frame, Page, reader_page
from events.vocabulary import Kind, Naming, QuestionStatus, SummitStatus
from events.words import normalise

# Of more processes, those after these in the order of their short names are left out.
PROCESSES = 12
# How many of each are shown; a link leads to the rest.
TOPICS = 5
COMMITMENTS = 5
QUESTIONS = 7
CORRECTIONS = 3
LATEST = 3
# Of more entries than can be drawn, so many of the latest are.
DRAWN = 50
OUTCOMES = 2
WALKS = 3
# How many meetings are looked at for one that was not called off.
MEETINGS = 10
# How many states of play are looked at for those of the other processes.
STATES = 50
OFF = (SummitStatus.CANCELLED, SummitStatus.POSTPONED)


@dataclass(frozen=True)
class Meeting:
    """The last meeting. `outcome`: what was committed there; `more`: how many others were."""

    item: Item
    held: bool
    outcome: list[Item]
    more: int


@dataclass(frozen=True)
class Pledge:
    item: Item
    counts: WordedCounts


@dataclass(frozen=True)
class ProcessCard:
    """A process that is not the first one. `latest`: the last entry on it. `state`: its state of
    play."""

    name: Text
    url: str
    state: StateInBrief | None
    latest: Item | None


@reader_page(no_list())
def front(request: HttpRequest, query: Query) -> Page:
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    moment = asked.moment
    content = _content(moment, links) if moment else _now(public.kept(), links)
    frame = Frame.at(asked, unlisted=bool(asked.error))
    return Page("front/front.html", frame, content)


# A server's process finds it once in each language for each state of the record, and each day: it
# asks more of the database than any other page.
@lru_cache(maxsize=2 * len(settings.LANGUAGES))
def _now(_state: Kept, links: Links) -> Mapping[str, object]:
    return _content(None, links)


def _content(moment: Moment | None, links: Links) -> Mapping[str, object]:
    process, others = _processes(moment, links)
    content: dict[str, object] = {"process": None, "state": None, "others": others}
    return content | _of_process(process, moment, links) if process else content


def _processes(moment: Moment | None, links: Links) -> tuple[shapes.Process | None, list[object]]:
    """The process on which something happened last, and the others, the newest first."""
    found, _more = public.references(public.PROCESSES, moment, limit=PROCESSES)
    today = date.fromisoformat(links.day)
    last = []
    for process in found:
        latest = public.page(replace(_filters(process, moment), end=today, limit=1)).documents
        last.append((latest[0] if latest else None, process))
    last.sort(key=lambda pair: normalise(text(pair[1]["name"]).plain))
    last.sort(key=lambda pair: pair[0]["date"]["latest"] or "" if pair[0] else "", reverse=True)
    states = _states(moment, links) if last[1:] else {}
    cards: list[object] = [
        ProcessCard(
            text(process["name"]),
            links.timeline(("process", process["slug"])),
            states.get(process["slug"]),
            item(latest, links) if latest else None,
        )
        for latest, process in last[1:]
    ]
    return (last[0][1] if last else None), cards


def _of_process(process: shapes.Process, moment: Moment | None, links: Links) -> dict[str, object]:
    slug = process["slug"]
    today = date.fromisoformat(links.day)
    filters = _filters(process, moment)
    matrix = public.matrix(today, slug, moment)
    planned = public.next_meeting(today, filters)
    latest = public.page(replace(filters, limit=DRAWN, end=today))
    shown = items_of(latest.texts, links)
    open_ones = _filters(process, moment, kind=Kind.QUESTION, status=QuestionStatus.OPEN)
    asked = public.page(replace(open_ones, limit=QUESTIONS))
    state = _state(filters, links)
    summary, language = chosen(process["summary"])
    within = ("process", slug)
    return {
        "process": text(process["name"]),
        "process_url": links.timeline(within),
        "state": state,
        "walks": _walks(filters, links),
        "summary": render_markdown(summary),
        "summary_language": language,
        "pictures": pictures(process.get("pictures", ())),
        "meeting": _last_meeting(filters, links),
        "next": item(planned, links) if planned else None,
        "deadline": next_deadline(public.due(today, filters), links),
        "contested": _contested(matrix, moment, links),
        "latest": shown[:LATEST],
        "drawing": _drawing(process, filters, latest, shown, links),
        "standings": standings(matrix.actors, matrix.topics, matrix.cells, links, TOPICS),
        "topics": len(matrix.topics),
        "pledges": _pledges(filters, links),
        "questions": items_of(asked.texts, links),
        "corrections": corrected(public.corrections(slug, moment), links, CORRECTIONS),
        "positions_url": links.of_process("positions", slug),
        "changes_url": links.of_process("position-changes", slug),
        "commitments_url": links.of_process("commitments", slug),
        "questions_url": links.of_process("questions", slug),
        "since_url": links.page("since"),
    }


def _filters(process: shapes.Process, moment: Moment | None, **more: str) -> Filters:
    found = public.parse({name: [value] for name, value in more.items()} | _of(process))
    return replace(found, as_of=moment)


def _of(process: shapes.Process) -> dict[str, list[str]]:
    return {"process": [process["slug"]]}


def _state(filters: Filters, links: Links) -> StateOfPlay | None:
    """The latest state of play by its date, which has come for certain."""
    today = date.fromisoformat(links.day)
    newest = replace(filters, kind=Kind.OVERVIEW, end=today, limit=1, when=Certainty.CERTAIN)
    for document in public.page(newest).documents:
        if document["kind"] == "overview":
            bearing = public.named(named_by(document), filters.as_of)
            return state_of_play(document, bearing, links)
    return None


def _states(moment: Moment | None, links: Links) -> dict[str, StateInBrief]:
    """The latest state of play of each process, of those written last."""
    newest = public.parse({"kind": [Kind.OVERVIEW]}, when=Certainty.CERTAIN)
    newest = replace(newest, end=date.fromisoformat(links.day), as_of=moment, limit=STATES)
    found: dict[str, StateInBrief] = {}
    for document in public.page(newest).documents:
        if document["kind"] == "overview":
            for process in document["process_records"]:
                if process["slug"] not in found:
                    found[process["slug"]] = in_brief(document, links)
    return found


def _walks(filters: Filters, links: Links) -> list[OfferedWalk]:
    found = public.page(replace(filters, kind=Kind.WALK, limit=WALKS)).documents
    return [offered(document, links) for document in found if document["kind"] == "walk"]


def _drawing(
    process: shapes.Process,
    filters: Filters,
    latest: DocumentPage,
    shown: list[Item],
    links: Links,
) -> Drawing | None:
    """The course of events, as the timeline of the process draws it."""
    moment = [("as_of", links.as_of)] if links.as_of else []
    query = Query(path_to("pages:timeline"), (("process", process["slug"]), *moment))
    return drawing(query, filters, public.counts(filters), latest, shown, Shown())


def _last_meeting(filters: Filters, links: Links) -> Meeting | None:
    """The last meeting by today, for certain, but for those that were called off or moved."""
    today = date.fromisoformat(links.day)
    latest = replace(filters, kind=Kind.SUMMIT, end=today, limit=MEETINGS, when=Certainty.CERTAIN)
    met = next((one for one in public.page(latest).documents if status(one) not in OFF), None)
    if met is None:
        return None
    made = commitments(public.naming(Naming.MADE_AT, met["id"], filters.as_of))
    held = status(met) == SummitStatus.HELD
    return Meeting(item(met, links), held, items(made[:OUTCOMES], links), len(made[OUTCOMES:]))


def _contested(matrix: Matrix, moment: Moment | None, links: Links) -> TileRow | None:
    topic = most_contested(matrix.cells, matrix.topics)
    if topic is None:
        return None
    holders = {cell.actor for cell in matrix.cells if cell.topic == topic}
    actors = public.records(public.ACTORS, sorted(holders), moment)
    by_slug = {actor["slug"]: actor for actor in actors}
    return tile_row(topic, matrix.cells, by_slug, (matrix.actors, matrix.topics), links)


def _pledges(filters: Filters, links: Links) -> list[Pledge]:
    """The newest commitments, each with its counts on the reader's day."""
    today = date.fromisoformat(links.day)
    newest = replace(filters, kind=Kind.COMMITMENT, limit=COMMITMENTS)
    found = commitments(public.page(newest).documents)
    return [
        Pledge(item(document, links), counts_worded(counts_on(document, today)))
        for document in found
    ]
