"""Questions: what is open, since when and whom it concerns; what was answered, and by what.

Open ones come first, the oldest first, or by topic. What is narrowed to one status is a list in
pages; the whole shows the beginning of each.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import public
from events.presenting import answers, words
from events.presenting.links import Links
from events.presenting.texts import Text, text
from events.views import as_of
from events.views.caching import reader_page
from events.views.filter_form import Tab
from events.views.narrowing import Asked, asked, narrowing
from events.views.queries import Query, has_empty_fields
from events.vocabulary import Facet, Kind, QuestionStatus

WAYS = ("age", "topic")
NAMES = ("by", "process", "actor", "topic", "status", "as_of", "cursor")
CHOICES: dict[str, Collection[str]] = {"by": WAYS, "status": QuestionStatus.values}
FACETS = (Facet.PROCESS, Facet.ACTOR, Facet.TOPIC, Facet.STATUS)
# How much the whole shows of each status, and of how many topics; the rest is a link away.
OF_STATUS = {QuestionStatus.OPEN: 20, QuestionStatus.ANSWERED: 8}
OF_TOPIC = 4
TOPICS = 12
MORE_TOPICS = 80
PAGE = 40
ORDER = {QuestionStatus.OPEN: "oldest", QuestionStatus.ANSWERED: "newest"}

Tallies = Mapping[str, Sequence[public.TagCount]]


@dataclass(frozen=True)
class Group:
    """Questions under one heading. `number`: how many there are; `url`: where all of them are."""

    id: str
    heading: Text | str
    note: str
    number: int
    questions: list[answers.Asked]
    url: str


@dataclass(frozen=True)
class More:
    name: Text
    number: int
    url: str


@reader_page
def questions(request: HttpRequest) -> HttpResponse:
    query = Query.of(request, NAMES)
    if has_empty_fields(request):
        return HttpResponseRedirect(query.url)
    said = asked(query, Kind.QUESTION, CHOICES, PAGE)
    there = public.tallies(said.base, FACETS)
    found = public.tallies(said.filters, FACETS) if said.is_narrowed else there
    links = as_of.links(said.filters.as_of)
    by = "age" if "by" in said.errors else query.first("by") or "age"
    if said.filters.status:
        shown = _paged(said, found, links)
    elif by == "topic":
        shown = _by_topic(said, found, links)
    else:
        shown = _by_age(said, found, links)
    numbers = {tally.slug: tally.number for tally in found[Facet.STATUS]}
    context = {
        "by": by,
        "tabs": _tabs(query, by),
        "open": numbers.get(QuestionStatus.OPEN, 0),
        "answered": numbers.get(QuestionStatus.ANSWERED, 0),
        "form": narrowing(said, there, _lists(), ("by", "as_of")),
        "as_of": as_of.banner(said.filters.as_of, query),
        "canonical_query": query.without(*said.errors).url.partition("?")[2],
        "unlisted": bool(said.filters.as_of),
        **shown,
    }
    template = "questions/questions.html"
    return render(request, template, context, status=400 if said.errors else 200)


def around(
    document: dict[str, Any],
    named: Mapping[str, str],
    moment: public.Moment | None,
    links: Links,
) -> dict[str, Any]:
    """What the page of a question shows beside it: the answer, with its source."""
    documents = {slug: orjson.loads(found) for slug, found in named.items()}
    return {"question": answers.asked(document, documents, links)}


def _by_age(said: Asked, found: Tallies, links: Links) -> dict[str, Any]:
    """Open ones, the oldest first; then those answered, the latest first."""
    groups = []
    for tally in _statuses(found):
        status = QuestionStatus(tally.slug)
        filters = replace(said.filters, order=ORDER[status])
        heads = public.heads(filters, [tally.tag], OF_STATUS[status])
        groups.append((_status_group(said.query, tally), heads[tally.tag]))
    return {"groups": _filled(groups, said, links)}


def _by_topic(said: Asked, found: Tallies, links: Links) -> dict[str, Any]:
    """Open ones by topic; a question on several topics stands under each of them."""
    numbers = {tally.slug: tally for tally in found[Facet.STATUS]}
    if QuestionStatus.OPEN not in numbers:
        return {"groups": []}
    opened = public.narrowed(said.filters, {Facet.STATUS: QuestionStatus.OPEN})
    topics = public.tallies(opened, (Facet.TOPIC,))[Facet.TOPIC]
    if said.filters.topic:
        topics = [tally for tally in topics if tally.slug == said.filters.topic]
    base = said.query.without("cursor", "by").plus("status", QuestionStatus.OPEN.value)
    first, others = topics[:TOPICS], topics[TOPICS : TOPICS + MORE_TOPICS]
    heads = public.heads(replace(opened, order="oldest"), [t.tag for t in first], OF_TOPIC)
    groups = [
        (
            Group(
                f"topic-{tally.slug}",
                text(tally.name),
                "",
                tally.number,
                [],
                base.plus("topic", tally.slug).url,
            ),
            heads[tally.tag],
        )
        for tally in first
    ]
    return {
        "groups": _filled(groups, said, links),
        "others": [
            More(text(tally.name), tally.number, base.plus("topic", tally.slug).url)
            for tally in others
        ],
        "all_open_url": base.url,
    }


def _paged(said: Asked, found: Tallies, links: Links) -> dict[str, Any]:
    """All questions of one status in pages."""
    status = QuestionStatus(said.filters.status or "")
    page = public.page(replace(said.filters, order=ORDER[status]))
    groups = [
        (replace(_status_group(said.query, tally), url=""), [d.decode() for d in page.documents])
        for tally in found[Facet.STATUS]
        if tally.slug == status
    ]
    query = said.query
    return {
        "groups": _filled(groups, said, links) if page.documents else [],
        "previous_url": query.plus("cursor", page.previous).url if page.previous else "",
        "next_url": query.plus("cursor", page.next).url if page.next else "",
    }


def _filled(
    groups: Sequence[tuple[Group, Sequence[str]]], said: Asked, links: Links
) -> list[Group]:
    """The groups with their questions, and what answered those in one query."""
    read = {group.id: [orjson.loads(text) for text in texts] for group, texts in groups}
    documents = [document for each in read.values() for document in each]
    slugs = {document["answered_by"] for document in documents if document["answered_by"]}
    named = public.named(slugs, said.filters.as_of)
    found = {slug: orjson.loads(text) for slug, text in named.items()}
    return [
        replace(group, questions=[answers.asked(item, found, links) for item in read[group.id]])
        for group, _texts in groups
    ]


def _statuses(found: Tallies) -> list[public.TagCount]:
    """Open ones come first."""
    by_slug = {tally.slug: tally for tally in found[Facet.STATUS]}
    return [by_slug[value] for value in QuestionStatus.values if value in by_slug]


def _status_group(query: Query, tally: public.TagCount) -> Group:
    word = words.status(Kind.QUESTION, tally.slug)
    assert word is not None
    is_open = tally.slug == QuestionStatus.OPEN
    note = _("the oldest first") if is_open else _("the latest first")
    url = query.without("cursor", "by").plus("status", tally.slug).url
    return Group(f"status-{tally.slug}", word.label, note, tally.number, [], url)


def _tabs(query: Query, current: str) -> list[Tab]:
    labels = {"age": _("By age"), "topic": _("By topic")}
    base = query.without("cursor", "by")
    # By topic, only open ones stand.
    status = query.first("status")
    return [
        Tab(labels["age"], "age", base.url, current == "age" or bool(status)),
        Tab(
            labels["topic"],
            "topic",
            base.without("status").plus("by", "topic").url,
            current == "topic" and not status,
        ),
    ]


def _lists() -> dict[str, tuple[str, Any]]:
    return {"status": (_("Status"), QuestionStatus.choices)}
