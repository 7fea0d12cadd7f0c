"""What positions are about: all topics, and a page for each."""

from dataclasses import replace

from django.http import Http404, HttpRequest

from events import public
from events.documents.reading import summits
from events.filters import no_list
from events.presenting import profiles
from events.presenting.drawing import ribbons_of_topic
from events.presenting.lists import items, items_of, roster
from events.presenting.meetings import meeting
from events.views.asking import Query, as_of
from events.views.frame import Frame, Page, missing_name, not_yet, reader_page
from events.views.names.latest import Latest
from events.views.names.roster import ROSTER, sheet
from events.vocabulary import Facet, Kind, QuestionStatus

# It lists the entries on one topic.
TAKES = replace(no_list(), fixed={"topic": "{slug}"})
# How many of each a page shows; a link leads to the rest.
POSITIONS = 150
HISTORY = 10
# How many of the latest are drawn.
DRAWN = 60
COMMITMENTS = 10
MEETINGS = 10
QUESTIONS = 10
LATEST = 8


@reader_page(ROSTER)
def topics(request: HttpRequest, query: Query) -> Page:
    return sheet(query, public.TOPICS, roster.topics, "topics/topics.html", "topics-csv")


@reader_page(TAKES)
def topic(request: HttpRequest, query: Query, slug: str) -> Page:
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    try:
        record = public.reference(public.TOPICS, slug, asked.moment)
    except public.Missing as missing:
        if asked.moment is None:
            raise Http404(slug) from missing
        return not_yet(request, asked, missing_name(Facet.TOPIC, slug))
    today = as_of.day(asked.moment)
    latest = Latest("topic", slug, asked.moment)
    asking = public.parse({"topic": [slug], "status": [QuestionStatus.OPEN]})
    held = public.held_on(slug, today, asked.moment, POSITIONS)
    stands = profiles.stands(held, links, of="actor")
    camps = profiles.camps(stands)
    positions = latest.of(Kind.POSITION, DRAWN)
    open_questions = replace(asking, kind=Kind.QUESTION, as_of=asked.moment, limit=QUESTIONS)
    content = {
        "topic": profiles.topic(record, public.narrower([slug], asked.moment), links),
        "ribbons": ribbons_of_topic(positions, slug, links, today.toordinal()),
        "drawn": DRAWN if len(positions) == DRAWN else 0,
        "held": profiles.certain(stands),
        "camps": camps,
        "taken_back": profiles.taken_back(stands),
        "ended": profiles.ended(stands),
        "contested": profiles.contested(camps),
        "history": items(positions[:HISTORY], links),
        "commitments": items(latest.of(Kind.COMMITMENT, COMMITMENTS), links),
        "meetings": meeting.rows(summits(latest.of(Kind.SUMMIT, MEETINGS)), links),
        "questions": items_of(public.page(open_questions).texts, links),
        "latest": items(latest.up_to(today, LATEST), links),
        "more": latest.addresses(links),
    }
    return Page("topics/topic.html", Frame.at(asked), content)
