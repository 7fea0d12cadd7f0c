"""Two meetings side by side, and the page on which to choose them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import orjson
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import public
from events.presenting import comparison as presenting
from events.presenting.dates import sort_day
from events.presenting.items import item
from events.presenting.links import Links
from events.presenting.texts import Text, text
from events.views import as_of
from events.views.caching import reader_page
from events.views.queries import Query
from events.vocabulary import Kind, Naming

Document = dict[str, Any]

# How many meetings there are to choose from, and how many pairs stand ready.
MEETINGS = 100
PAIRS = 10
# How many questions of the agendas are listed, and up to how many others of the process.
QUESTIONS = 20
COMMITTED = 40
# Questions raised up to so many days after the later meeting belong to what was open after it.
DAYS_AFTER = 7


@dataclass(frozen=True)
class Pair:
    """A meeting and the one that it follows."""

    earlier: Text
    later: Text
    url: str


@reader_page
def choose(request: HttpRequest) -> HttpResponse:
    """Two choices, and a link for every meeting that follows another. Both chosen leads on."""
    asked = as_of.asked(request, "first", "second")
    links = as_of.links(asked.moment)
    query = Query.of(request, ("first", "second"))
    first, second = query.first("first"), query.first("second")
    listed = _meetings(asked.moment)
    given = _named({first, second} - {"", *(document["slug"] for document in listed)}, asked.moment)
    known = {document["slug"]: document for document in [*given, *listed]}
    error = _wrong(first, second, known)
    if first and second and not error and not asked.error:
        return HttpResponseRedirect(links.page("compare", first, second))
    context = {
        "options": [
            (slug, f"{text(document['title']).plain} ({text(document['date']['label']).plain})")
            for slug, document in known.items()
        ],
        "most": MEETINGS if len(listed) == MEETINGS else 0,
        "first": first,
        "second": second,
        "pairs": _pairs(listed, asked.moment, links),
        "error": error,
        **asked.context,
        "as_of_text": asked.moment.text if asked.moment else "",
        "unlisted": bool(asked.moment or first or second),
    }
    status = 400 if error or asked.error else 200
    status = 400 if error else asked.status
    return render(request, "comparison/choose.html", context, status=status)


@reader_page
def compare(request: HttpRequest, first: str, second: str) -> HttpResponse:
    asked = as_of.asked(request)
    links = as_of.links(asked.moment)
    if first == second:
        return HttpResponseRedirect(links.page("comparisons"))
    documents = [_meeting(slug, asked.moment) for slug in (first, second)]
    earlier, later = sorted(documents, key=lambda document: sort_day(document["date"]))
    if [earlier["slug"], later["slug"]] != [first, second]:
        # The earlier one stands first, and each has one address.
        return HttpResponseRedirect(links.page("compare", earlier["slug"], later["slug"]))
    committed = public.naming_any(Naming.MADE_AT, [first, second], asked.moment, COMMITTED)
    sides = [presenting.side(document, links) for document in (earlier, later)]
    context = {
        "sides": sides,
        "first": sides[0],
        "second": sides[1],
        "follows": later["follows"] == first,
        "agenda": presenting.agenda(earlier, later, links),
        "attendance": presenting.attendance(earlier, later, links),
        "questions": _questions(earlier, later, asked.moment, links),
        "committed": [
            (side, [item(document, links) for document in committed[side.slug]]) for side in sides
        ],
        "chooser_url": links.page("comparisons"),
        **asked.context,
    }
    return render(request, "comparison/compare.html", context, status=asked.status)


def _meetings(moment: public.Moment | None) -> list[Document]:
    """The latest meetings, planned ones too."""
    filters = public.Filters(kind=Kind.SUMMIT, as_of=moment, limit=MEETINGS)
    return [orjson.loads(document) for document in public.page(filters).documents]


def _named(slugs: Iterable[str], moment: public.Moment | None) -> list[Document]:
    """The meetings among the entries with these slugs."""
    asked = [slug for slug in slugs if "\0" not in slug]
    documents = (orjson.loads(found) for found in public.named(asked, moment).values())
    return [document for document in documents if document["kind"] == Kind.SUMMIT]


def _wrong(first: str, second: str, known: dict[str, Document]) -> str:
    unknown = [slug for slug in (first, second) if slug and slug not in known]
    if unknown:
        return _("There is no meeting “%(slug)s” on record.") % {"slug": unknown[0]}
    if first and first == second:
        return _("Choose two different meetings.")
    return ""


def _pairs(listed: list[Document], moment: public.Moment | None, links: Links) -> list[Pair]:
    """The latest meetings that follow another one, each with that one."""
    following = [document for document in listed if document["follows"]][:PAIRS]
    named = _named({document["follows"] for document in following}, moment)
    before = {document["slug"]: document for document in named}
    return [
        Pair(
            text(before[later["follows"]]["title"]),
            text(later["title"]),
            links.page("compare", later["follows"], later["slug"]),
        )
        for later in following
        if later["follows"] in before
    ]


def _meeting(slug: str, moment: public.Moment | None) -> Document:
    """The document of a meeting, also by a slug that it had. 404 for what is none any more."""
    try:
        try:
            version = public.entry(slug, moment, Kind.SUMMIT)
        except public.Moved as moved:
            version = public.entry(moved.slug, moment, Kind.SUMMIT)
    except (public.Missing, public.Gone, public.Moved) as error:
        raise Http404(slug) from error
    document: Document = orjson.loads(version.document or "")
    return document


def _questions(
    earlier: Document, later: Document, moment: public.Moment | None, links: Links
) -> list[presenting.Openness]:
    """What was open: on one of the agendas, then other questions of the later one's process."""
    end = presenting.day_of(later) + timedelta(DAYS_AFTER)
    topics = [topic["slug"] for topic in [*earlier["topics"], *later["topics"]]]
    found = public.on_topics(Kind.QUESTION, dict.fromkeys(topics), moment, end=end, limit=QUESTIONS)
    others = public.parse({"kind": [Kind.QUESTION], "process": [later["process"]]})
    opening = public.Cursor.opening(end, "newest")
    rest = public.page(replace(others, as_of=moment, cursor=opening, limit=QUESTIONS)).documents
    questions = {question["slug"]: question for question in found}
    for document in map(orjson.loads, rest):
        questions.setdefault(document["slug"], document)
    answers = {question["answered_by"] for question in questions.values()} - {None}
    named = public.named(answers, moment)
    documents = {slug: orjson.loads(answer) for slug, answer in named.items()}
    return presenting.openness(questions.values(), documents, earlier, later, links)
