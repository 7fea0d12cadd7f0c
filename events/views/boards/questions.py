"""Questions: what is open, since when and whom it concerns; what was answered, and by what.

Open ones come first, the oldest first, or by topic. What is narrowed to one status is a list in
pages; the whole shows the beginning of each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import public
from events.presenting.lists import questions as answers
from events.presenting.wording import Links
from events.views.asking import SHARED, WORDS, Query, Tab, has_empty_fields
from events.views.boards.board import Board, Document, Group, begun, of_names
from events.views.frame import reader_page
from events.vocabulary import Facet, Kind, QuestionStatus

CHOICES: dict[str, Sequence[str]] = {"by": ("age", "topic"), "status": QuestionStatus.values}
FACETS = (Facet.PROCESS, Facet.ACTOR, Facet.TOPIC, Facet.STATUS)
# How much the whole shows of each status, and of how many topics; the rest is a link away.
OF_STATUS = {QuestionStatus.OPEN: 20, QuestionStatus.ANSWERED: 8}
OF_TOPIC = 4
TOPICS = 12
MORE_TOPICS = 80
PAGE = 40
ORDER = {QuestionStatus.OPEN: "oldest", QuestionStatus.ANSWERED: "newest"}


@reader_page
def questions(request: HttpRequest) -> HttpResponse:
    query = Query.of(request, (*SHARED, *CHOICES))
    if has_empty_fields(request):
        return HttpResponseRedirect(query.url)
    board = Board.of(query, Kind.QUESTION, CHOICES, FACETS, PAGE)
    show = _paged if board.filters.status else {"age": _by_age, "topic": _by_topic}[board.by]
    numbers = {tally.slug: tally.number for tally in board.found[Facet.STATUS]}
    context = {
        **board.context(_tabs(query, board.by), _lists()),
        "open": numbers.get(QuestionStatus.OPEN, 0),
        "answered": numbers.get(QuestionStatus.ANSWERED, 0),
        "answered_only": board.filters.status == QuestionStatus.ANSWERED,
        **show(board),
    }
    return render(request, "questions/questions.html", context, status=board.status)


def around(
    document: dict[str, Any],
    named: Mapping[str, str],
    moment: public.Moment | None,
    links: Links,
) -> dict[str, Any]:
    """What the page of a question shows beside it: the answer, with its source."""
    documents = {slug: orjson.loads(found) for slug, found in named.items()}
    return {"question": answers.asked(document, documents, links)}


def _by_age(board: Board) -> dict[str, Any]:
    """Open ones, the oldest first; then those answered, the latest first."""
    whole = [
        beginning
        for status, group in _statuses(board).items()
        for beginning in begun(_in_order(board, status), [group], OF_STATUS[status])
    ]
    return {"groups": board.filled(whole, _asked)}


def _by_topic(board: Board) -> dict[str, Any]:
    """Open ones by topic; a question on several topics stands under each of them."""
    if QuestionStatus.OPEN not in _statuses(board):
        return {"groups": []}
    opened = public.narrowed(board.filters, {Facet.STATUS: QuestionStatus.OPEN})
    topics = public.tallies(opened, (Facet.TOPIC,))[Facet.TOPIC]
    if board.filters.topic:
        topics = [tally for tally in topics if tally.slug == board.filters.topic]
    base = board.query.without("cursor", "by").plus("status", QuestionStatus.OPEN.value)
    groups = of_names("topic", topics[: TOPICS + MORE_TOPICS], base)
    oldest_first = replace(opened, order=ORDER[QuestionStatus.OPEN])
    return {
        "groups": board.filled(begun(oldest_first, groups[:TOPICS], OF_TOPIC), _asked),
        "others": groups[TOPICS:],
        "all_open_url": base.url,
    }


def _paged(board: Board) -> dict[str, Any]:
    """All questions of one status in pages."""
    status = QuestionStatus(board.filters.status or "")
    return board.paged(_statuses(board).get(status), _in_order(board, status), _asked)


def _in_order(board: Board, status: QuestionStatus) -> public.Filters:
    return replace(board.filters, order=ORDER[status])


def _asked(board: Board, documents: list[Document]) -> list[answers.Asked]:
    """The questions, and what answered those in one query."""
    slugs = {document["answered_by"] for document in documents if document["answered_by"]}
    named = public.named(slugs, board.filters.as_of)
    found = {slug: orjson.loads(document) for slug, document in named.items()}
    return [answers.asked(document, found, board.links) for document in documents]


def _statuses(board: Board) -> dict[QuestionStatus, Group]:
    """Open ones come first."""
    notes = {
        QuestionStatus.OPEN: _("the oldest first"),
        QuestionStatus.ANSWERED: _("the latest first"),
    }
    groups = board.statuses(QuestionStatus.values, board.query.without("cursor", "by"))
    return {
        status: replace(groups[status], note=note)
        for status, note in notes.items()
        if status in groups
    }


def _tabs(query: Query, current: str) -> list[Tab]:
    labels = WORDS["by"]
    base = query.without("cursor", "by")
    # By topic, only open ones stand.
    status = query.first("status")
    return [
        Tab(str(labels["age"]), "age", base.url, current == "age" or bool(status)),
        Tab(
            str(labels["topic"]),
            "topic",
            base.without("status").plus("by", "topic").url,
            current == "topic" and not status,
        ),
    ]


def _lists() -> dict[str, tuple[str, Any]]:
    return {"status": (_("Status"), QuestionStatus.choices)}
