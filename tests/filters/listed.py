"""All public lists: what each takes, by its own account, and how to read what it shows."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any
from urllib.parse import urlsplit

from django.test import Client
from icalendar import Calendar

from events.filters import (
    BY_NAME,
    TABLE,
    Choice,
    Filter,
    ReferenceChoice,
    Takes,
    When,
    every_filter,
)
from events.log import Tag
from events.views import urls
from events.views.frame.caching import TAKES
from events.views.taking import sitemap
from events.vocabulary import Kind
from tests.filters.two_of_each import WINDOW, asked_for

# The slugs of entries, or the addresses of the cells of a matrix.
Found = set[str]
Pairs = tuple[tuple[str, str], ...]
OURS = re.compile(r"/en/entries/((?:one|two)-\w+)/")


@dataclass(frozen=True)
class Listed:
    """`found`: what an answer shows, in one of the forms below; None where it is no entries.
    `base`: parameters without which it would show nothing; `form`: its page has a form."""

    path: str
    takes: Takes
    found: Callable[[Any], Found] | None
    base: Pairs = ()
    form: bool = False
    is_page: bool = False

    def get(self, *pairs: tuple[str, str]) -> Any:
        names = {name for name, _value in pairs}
        base = [pair for pair in self.base if pair[0] not in names]
        return Client().get(self.path, dict([*base, *pairs]))

    def along(self, one: Filter) -> Pairs:
        """What has to be asked for together with this filter, and is taken here."""
        window = WINDOW if isinstance(one, When) else ()
        return tuple(pair for pair in window if pair[0] in self.takes.names)

    def asked_for(self, one: Any, then: str) -> tuple[str, Found]:
        """A value of a filter, and what the list is to show with it."""
        kinds = [self.takes.kind] if self.takes.kind else Kind.values
        by_kind = {kind: asked_for(one, kind, then) for kind in kinds}
        # Where no entry of the list can have one, what is asked for finds nothing.
        values = [value for value, _found in by_kind.values() if value] or values_of(one)
        value = values[0]
        found = {slug for given, some in by_kind.values() if given == value for slug in some}
        if self.found in (cells, changed, cells_of_program, cells_of_table):
            found = {"/en/positions/france/force/"} if "one-position" in found else set()
        if self.found == of_calendar:
            # A question is no appointment.
            found -= {"one-question", "two-question"}
        return value, found


def values_of(one: Filter) -> list[str]:
    """Those that some entry has, whatever its kind."""
    if isinstance(one, Choice):
        return [*one.labels]
    assert isinstance(one, ReferenceChoice)
    return [tag.slug for tag in Tag.objects.filter(facet=one.facet).order_by("slug")]


def linked(*members: str) -> Callable[[Any], Found]:
    """The entries to which a page leads with what its template has by these names."""

    def found(response: Any) -> Found:
        return set(OURS.findall(repr([response.context[name] for name in members])))

    return found


def cells(response: Any) -> Found:
    places = [place for row in response.context["table"].rows for place in row.places if place]
    return {urlsplit(place.url).path for place in places}


def changed(response: Any) -> Found:
    return {urlsplit(change.url).path for change in response.context["changes"]}


def of_program(response: Any) -> Found:
    return {item["slug"] for item in json.loads(response.content)["results"]}


def of_changes(response: Any) -> Found:
    """What a follower has."""
    found: Found = set()
    for item in json.loads(response.content)["results"]:
        (found.add if item.get("matches", True) else found.discard)(item["slug"])
    return found


def cells_of_program(response: Any) -> Found:
    positions = json.loads(response.content)["positions"]
    return {f"/en/positions/{item['actor']}/{item['topic']}/" for item in positions}


def of_feed(response: Any) -> Found:
    return set(OURS.findall(response.text))


def of_calendar(response: Any) -> Found:
    events = Calendar.from_ical(response.content).walk("VEVENT")
    return {slug for event in events for slug in OURS.findall(str(event["URL"]))}


# By the names of their addresses. A page that is a list and is not here fails the tests.
PAGES: dict[str, dict[str, Any]] = {
    "timeline": {"found": linked("groups"), "form": True},
    "search": {"found": linked("groups"), "form": True, "base": (("q", "title"),)},
    "since": {"found": linked("rows")},
    "commitments": {"found": linked("groups"), "form": True},
    "questions": {"found": linked("groups"), "form": True},
    "meetings": {"found": linked("ahead", "past"), "form": True},
    "positions": {"found": cells, "form": True},
    "position-changes": {"found": changed, "form": True, "base": (("from", "2020-01-01"),)},
    "actors": {"found": None},
    "topics": {"found": None},
    "sources": {"found": None},
}


def of_table(response: Any) -> Found:
    return {row["slug"] for row in csv.DictReader(StringIO(response.text, newline=""))}


def cells_of_table(response: Any) -> Found:
    rows = csv.DictReader(StringIO(response.text, newline=""))
    return {f"/en/positions/{row['actor']}/{row['topic']}/" for row in rows}


FOR_PROGRAMS: dict[str, dict[str, Any]] = {
    "feed": {"found": of_feed},
    "calendar": {"found": of_calendar},
    "entries-csv": {"found": of_table},
    "positions-csv": {"found": cells_of_table},
    "position-changes-csv": {"found": cells_of_table, "base": (("from", "2020-01-01"),)},
    "actors-csv": {"found": None},
    "topics-csv": {"found": None},
}


def lists() -> Iterator[Listed]:
    for pattern in urls.urlpatterns:
        takes = TAKES.get(pattern.callback)
        if takes and takes.is_list:
            name, path = str(pattern.name), f"/en/{pattern.pattern}"
            if name in FOR_PROGRAMS:
                yield Listed(path, takes, **FOR_PROGRAMS[name])
            else:
                yield Listed(path, takes, is_page=True, **PAGES[name])
    yield Listed("/sitemap.xml", TAKES[sitemap.index], None)
    yield Listed("/sitemap-pages.xml", TAKES[sitemap.part], None)
    yield Listed("/api/v1/entries/", Takes(TABLE), of_program)
    for kind in Kind.values:
        yield Listed(f"/api/v1/{kind}s/", every_filter(kind=kind), of_program)
    of_cells, of_names = ("actor", "topic", "stance"), ("q", "kind")
    positions = {"kind": Kind.POSITION.value}
    matrix = Takes((BY_NAME["process"], BY_NAME["as_of"]), own=of_cells, fixed=positions)
    yield Listed("/api/v1/matrix/", matrix, cells_of_program)
    for name in ("actors", "topics", "processes", "sources", "domains", "formats"):
        own = of_names if name == "actors" else of_names[:1]
        yield Listed(f"/api/v1/{name}/", Takes((BY_NAME["as_of"],), own=own), None)
    yield Listed("/api/v1/changes/", every_filter(but=["as_of"]), of_changes)


LISTS = list(lists())
EVERYTHING = next(listed for listed in LISTS if listed.path == "/api/v1/entries/")
