"""One entry: as it stands, as it stood on a day, and what is left of it when it is withdrawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)

from events import public
from events.documents.linking import named_by
from events.documents.shapes import Published
from events.filters import no_list
from events.presenting.commitments import lineage
from events.presenting.entry import neighbours, page
from events.presenting.lists import questions as answers
from events.presenting.walk import STEP
from events.presenting.wording import Links
from events.public import Notices, ServedVersion, notices
from events.views import meetings, walks
from events.views.asking import Pairs, Query, as_of
from events.views.boards import commitments
from events.views.frame import Frame, Page, ShownEntry, missing_entry, not_yet, reader_page
from events.vocabulary import Naming

# A small template for each kind, which fills the blocks of the common one.
TEMPLATE = "entries/{kind}.html"
# On how many of its topics it is said what comes before and after.
MOST_TOPICS = 2
# How many of the entries that name it are shown.
MOST_NAMING = 10


@dataclass(frozen=True)
class EntryContent:
    """What the page of an entry shows. `latest`: the newest version of the entry, if an earlier
    state is shown (`historical`); `before`: the number of the one that it followed. `gone`: the
    version by which it left the record since. `disputes`: what it contradicts, and what contradicts
    it. `notices`, and what surrounds entries of some kinds, belong only to its page today."""

    entry: page.EntryPage
    version: ServedVersion
    historical: bool = False
    latest: ServedVersion | None = None
    before: int | None = None
    gone: ServedVersion | None = None
    notices: Notices = field(default_factory=Notices)
    meeting: meetings.Around | None = None
    on_error: str = ""
    line: list[lineage.LineageStep] = field(default_factory=list)
    line_goes_on: bool = False
    question: answers.ListedQuestion | None = None
    disputes: list[neighbours.WayOn] = field(default_factory=list)
    ways: list[neighbours.WayOn] = field(default_factory=list)
    courses: list[neighbours.BesideEntry] = field(default_factory=list)
    walk: walks.AtStep | None = None
    # Not published yet: by language, where the same is shown in it.
    preview: Sequence[tuple[str, str]] = ()


@reader_page(no_list("on", STEP))
def entry(request: HttpRequest, query: Query, slug: str) -> HttpResponse | Page:
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    try:
        version = public.entry(slug, asked.moment)
    except public.Moved as moved:
        return HttpResponsePermanentRedirect(links.entry(moved.slug))
    except public.Gone as gone:
        frame = Frame.of_nothing(410, asked.banner)
        return Page("entries/withdrawn.html", frame, {"gone": gone})
    except public.Missing as missing:
        if asked.moment is None:
            raise Http404(slug) from missing
        return _not_yet(request, slug, asked, links)
    if version.slug != slug:  # found by its id
        return HttpResponsePermanentRedirect(links.entry(version.slug))
    document = version.document
    if document["kind"] != "walk" and query.values(STEP):
        return HttpResponseRedirect(links.entry(slug))
    named = public.named(named_by(document), asked.moment)
    on, error = _day_of_roll_call(query)
    shown = page.page(document, named, links, on)
    content = EntryContent(shown, version, notices=notices(version), on_error=error)
    content = _with_surroundings(content, document, named, asked.moment, links)
    roles = (*neighbours.NAMED_AS, Naming.CONTRADICTS)
    naming = public.naming_as(roles, document["id"], asked.moment, MOST_NAMING)
    content = replace(
        content,
        ways=neighbours.ways_on(document, naming, links),
        disputes=neighbours.disputes(document, named, naming[Naming.CONTRADICTS], links),
    )
    # What is left of one that was redacted has no steps.
    if document["kind"] == "walk" and document["steps"]:
        walk = walks.at_step(request, document, named, query, asked.moment, links)
        content, error = replace(content, walk=walk), walk.error
    elif asked.moment is None:
        content = replace(content, courses=_courses(version.seq, document, links))
    else:
        content = replace(content, gone=left(public.latest(document["id"])))
    status, shown_entry = 400 if error else 200, ShownEntry.of(content.entry, version)
    frame = Frame.at(
        asked,
        status=status,
        canonical=_canonical(content),
        unlisted=on is not None,
        entry=shown_entry,
    )
    return Page(TEMPLATE.format(kind=version.kind), frame, content)


def _canonical(content: EntryContent) -> Pairs:
    """Each step of a walk has an address of its own, the first one that of the walk."""
    number = content.walk.step.number if content.walk else 1
    return ((STEP, str(number)),) if number > 1 else ()


def left(newest: ServedVersion | None) -> ServedVersion | None:
    """The newest version of an entry, if that says that the entry is on record no longer."""
    return newest if newest and not newest.has_document else None


def _day_of_roll_call(query: Query) -> tuple[date | None, str]:
    """The day of `on`, or none; and what is wrong with it."""
    parameters = public.Parameters({"on": [query.first("on")]}, ["on"])
    day = parameters.day("on")
    return day, " ".join(parameters.errors.get("on", []))


def _with_surroundings(
    content: EntryContent,
    document: Published,
    named: Mapping[str, Published],
    moment: public.Moment | None,
    links: Links,
) -> EntryContent:
    """Adds what surrounds an entry of some kinds, such as the entries that name it."""
    if document["kind"] == "summit":
        return replace(content, meeting=meetings.around(document, named, moment, links))
    if document["kind"] == "commitment":
        steps, goes_on = commitments.lineage_of(document, named, moment, links)
        return replace(content, line=steps, line_goes_on=goes_on)
    if document["kind"] == "question":
        return replace(content, question=answers.asked(document, named, links))
    return content


def _courses(seq: int, document: Published, links: Links) -> list[neighbours.BesideEntry]:
    """What comes before and after it today, in all and on its first topics."""
    names = {topic["slug"]: topic["name"] for topic in document["topics"][:MOST_TOPICS]}
    found = public.course(seq, list(names))
    return neighbours.courses(((one.topic, one.before, one.after) for one in found), names, links)


def _not_yet(
    request: HttpRequest, slug: str, asked: as_of.RequestedMoment, links: Links
) -> HttpResponse | Page:
    """For an entry that was not on record on that day, at least not under this address."""
    assert asked.moment is not None
    try:
        versions = public.history(slug)
    except public.Missing as missing:
        raise Http404(slug) from missing
    then = [version for version in versions if version.published_at <= asked.moment.until]
    if then:
        return HttpResponsePermanentRedirect(links.entry(then[-1].slug))
    return not_yet(request, asked, missing_entry(versions))
