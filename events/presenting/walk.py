"""A walk, step by step: what it shows at each, and the ways to the others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.documents.shapes import Published, PublishedWalk, WalkStep
from events.presenting.lists import Item, item
from events.presenting.parts import EntryLink, NamedEntries, number_worded
from events.presenting.wording import Links, Text, text

# The parameter of an address that says at which step a walk is.
STEP = "step"


@dataclass(frozen=True, slots=True)
class Stop:
    """A step in the list of all. `entry`: what it shows; `url`: of the step itself."""

    number: int
    url: str
    text: Text
    entry: EntryLink
    current: bool


@dataclass(frozen=True, slots=True)
class StepOfWalk:
    """A walk at one of its steps. `item`: the entry that it shows, None if that is gone; `since`:
    what has become of it since the walk was published, empty if nothing has; `previous`, `next`:
    addresses, empty at either end."""

    number: int
    count: int
    text: Text
    item: Item | None
    entry: EntryLink
    since: str
    history_url: str
    previous: str
    next: str
    stops: list[Stop]


def step_of_walk(
    document: PublishedWalk,
    number: int,
    named: Mapping[str, Published],
    links: Links,
    within: Callable[[str], str],
) -> StepOfWalk:
    """`number`: of the step, from 1; `named`: the documents, by id, of the entries that it shows
    and that stand; `within`: the address at which another step is read where this one is."""
    steps, entries = document["steps"], NamedEntries(named, links)
    ways = [within(address(document, place, links)) for place in range(1, len(steps) + 1)]
    step = steps[number - 1]
    shown = named.get(step["id"] or "")
    return StepOfWalk(
        number=number,
        count=len(steps),
        text=text(step["text"]),
        item=item(shown, links) if shown else None,
        entry=_entry(step, entries),
        since=_since(shown, document),
        history_url=links.page("history", shown["slug"]) if shown else "",
        previous=ways[number - 2] if number > 1 else "",
        next=ways[number] if number < len(steps) else "",
        stops=[
            Stop(place, way, text(one["text"]), _entry(one, entries), place == number)
            for place, (one, way) in enumerate(zip(steps, ways, strict=True), start=1)
        ],
    )


@dataclass(frozen=True, slots=True)
class OfferedWalk:
    """A walk where it begins. `label`: how long it is."""

    label: str
    title: Text
    url: str


def offered(document: PublishedWalk, links: Links) -> OfferedWalk:
    count = len(document["steps"])
    label = ngettext("A walk in one step", "A walk in %(count)s steps", count)
    params = {"count": number_worded(count)}
    return OfferedWalk(label % params, text(document["title"]), address(document, 1, links))


def address(document: PublishedWalk, number: int, links: Links) -> str:
    """Of a step. The first one is the page of the walk itself."""
    page = links.entry(document["slug"])
    if number == 1:
        return page
    return f"{page}{'&' if '?' in page else '?'}{STEP}={number}"


def _entry(step: WalkStep, entries: NamedEntries) -> EntryLink:
    link = entries.link(step)
    assert link is not None
    return link


def _since(shown: Published | None, document: PublishedWalk) -> str:
    """Readers are told of an entry that is gone, and of a newer version that came with a note;
    names are renewed without a word."""
    if shown is None:
        return _("This entry is no longer on record.")
    version = shown["version"]
    later = version["published_at"] > document["version"]["published_at"]
    if later and version["number"] > 1 and version["note"]:
        return _("This entry was corrected after the walk was published.")
    return ""
