"""One actor on one topic: all that was said, and what related actors say."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from django.http import Http404, HttpRequest

from events import public
from events.documents.shapes import Actor, Topic
from events.filters import no_list
from events.presenting.positions import history, stance_chart
from events.presenting.wording import Links, Term, Text, closed_lists, flagged, text
from events.views.asking import Query, as_of, elsewhere
from events.views.frame import Frame, Page, missing_name, not_yet, reader_page
from events.vocabulary import ActorKind, Facet, Kind

CELL = replace(
    no_list("before"),
    fixed={"kind": Kind.POSITION.value, "actor": "{actor}", "topic": "{topic}"},
)
# How many positions of one actor on one topic are on one page.
MOST_POSITIONS = 30

# How many others there are to go on to, where there is nothing.
OTHERS = 8

Record = TypeVar("Record", Actor, Topic)


@dataclass(frozen=True)
class OtherCell:
    """Another position to go on to. `name`: of the topic of the same actor, or of another actor on
    the same topic."""

    name: Text
    stance: Term
    url: str


@reader_page(CELL)
def cell(request: HttpRequest, query: Query, actor: str, topic: str) -> Page:
    parameters = public.Parameters(query.lists(CELL.accepted), CELL.accepted)
    moment = parameters.moment()
    place = parameters.number("before", 0)
    here = as_of.links(moment)
    on = as_of.day(moment)
    who = _record(public.ACTORS, actor, moment)
    what = _record(public.TOPICS, topic, moment)
    if who is None or what is None:
        subjects = ((Facet.RECORD, actor, who), (Facet.TOPIC, topic, what))
        missing = [missing_name(facet, slug) for facet, slug, record in subjects if record is None]
        return not_yet(request, as_of.asked(query), *missing)
    found = public.stances(actor, topic, moment, place, MOST_POSITIONS)
    shown = history.stands(actor, found.said, here)
    related = public.beside(actor, topic, on, history.others(who, on), moment)
    content: dict[str, object] = {
        "actor": flagged(text(who["name"]), who),
        "topic": text(what["name"]),
        "topic_description": text(what["description"]),
        "actor_url": here.actor(actor),
        "topic_url": here.topic(topic),
        "matrix_url": here.page("positions"),
        "stands": shown,
        "line": stance_chart(shown, on),
        "beside": history.beside(who, topic, related, here),
        "coalition": who["kind"] == ActorKind.COALITION and bool(who.get("members")),
        "newest_url": query.without("before").url if place is not None else "",
        "older_url": query.plus("before", found.said[-1].sort).url if found.more else "",
        "errors": elsewhere(parameters.errors, "as_of"),
        "of_actor": [],
        "on_topic": [],
    }
    frame = Frame.of(query, parameters.errors, moment, canonical=(), unlisted=not shown)
    if not shown and place is None:
        # A pair of which nothing is known is at no address: search engines would find thousands.
        frame = replace(frame, status=max(frame.status, 404), absent=True)
        content |= {
            "of_actor": _others(public.held_by(actor, on, moment, OTHERS), here),
            "on_topic": _others(public.held_on(topic, on, moment, OTHERS), here),
        }
    return Page("positions/cell.html", frame, content)


def _others(held: Iterable[public.HeldPosition], links: Links) -> list[OtherCell]:
    return [
        OtherCell(text(one.name), closed_lists.stance(one.stance), links.cell(one.actor, one.topic))
        for one in held
    ]


def _record(of: public.Referred[Record], slug: str, moment: public.Moment | None) -> Record | None:
    """The record of an actor or topic as it was then; None if it was not named then."""
    if "\0" in slug:
        raise Http404
    found = public.records(of, [slug], moment)
    if not found and moment is None:
        raise Http404(slug)
    return found[0] if found else None
