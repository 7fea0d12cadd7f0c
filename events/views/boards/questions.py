"""Questions: what is open, since when and whom it concerns; what was answered, and by what.

Open ones come first, oldest first, or by topic. Narrowed to one status it is a list in pages; the
whole board shows the beginning of each.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.http import HttpRequest
from django.utils.translation import gettext as _

from events import public
from events.documents import reading
from events.documents.linking import named_by
from events.documents.shapes import Published
from events.presenting.lists import questions as answers
from events.views.asking import WORDS, Query, Tab
from events.views.boards.board import Board, BoardGroup, begun, of_names, takes
from events.views.frame import Page, reader_page
from events.vocabulary import Facet, Kind, QuestionStatus

TAKES = takes(Kind.QUESTION)
WAYS = ("age", "topic")
# How many questions the whole board shows of each status and topic, and of how many topics; the
# rest are a link away.
OF_STATUS = {QuestionStatus.OPEN: 20, QuestionStatus.ANSWERED: 8}
OF_TOPIC = 4
TOPICS = 12
MORE_TOPICS = 80
PAGE = 40
ORDER = {QuestionStatus.OPEN: "oldest", QuestionStatus.ANSWERED: "newest"}


@reader_page(TAKES)
def questions(request: HttpRequest, query: Query) -> Page:
    board = Board.of(query, WAYS, PAGE)
    status = board.filters.choice("status")
    show = _paged if status else {"age": _by_age, "topic": _by_topic}[board.by]
    numbers = {tally.slug: tally.number for tally in board.found[Facet.STATUS]}
    content = {
        **board.content(_tabs(query, board.by)),
        "open": numbers.get(QuestionStatus.OPEN, 0),
        "answered": numbers.get(QuestionStatus.ANSWERED, 0),
        "answered_only": status == QuestionStatus.ANSWERED,
        "all_open_url": "",
        **show(board),
    }
    return Page("questions/questions.html", board.frame, content)


def _by_age(board: Board) -> dict[str, object]:
    """Open ones, oldest first; then answered ones, latest first."""
    whole = [
        beginning
        for status, group in _statuses(board).items()
        for beginning in begun(_in_order(board, status), [group], OF_STATUS[status])
    ]
    return {"groups": board.filled(whole, _asked)}


def _by_topic(board: Board) -> dict[str, object]:
    """Open ones by topic; a question on several topics is under each of them."""
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


def _paged(board: Board) -> dict[str, object]:
    """All questions of one status in pages."""
    status = QuestionStatus(board.filters.choice("status") or "")
    return board.paged(_statuses(board).get(status), _in_order(board, status), _asked)


def _in_order(board: Board, status: QuestionStatus) -> public.Filters:
    return replace(board.filters, order=ORDER[status])


def _asked(board: Board, documents: Iterable[Published]) -> list[answers.ListedQuestion]:
    """The questions; what answered them is read in one query."""
    listed = reading.questions(documents)
    ids = {one for question in listed for one in named_by(question)}
    named = public.named(ids, board.filters.as_of)
    return [answers.asked(question, named, board.links) for question in listed]


def _statuses(board: Board) -> dict[QuestionStatus, BoardGroup]:
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
    # By topic there are only open ones.
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
