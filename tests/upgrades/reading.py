"""Every address of a site, by what is in its log, and the status that each has to answer with.

Made from the site's own lists of addresses, so that what comes later is asked for too: one with
placeholders stops here with a `KeyError` until somebody says what they stand for.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.test import Client

from events.views.comparison.files import MADE
from events.views.taking.pictures import FORMS
from events.views.urls import urlpatterns
from tests.api.addresses import TEMPLATES

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PAGES = [str(pattern.pattern) for pattern in urlpatterns]
# Those below no language.
OTHERS = ("robots.txt", "sitemap.xml", "sitemap-pages.xml", "sitemap-entries.xml")
FACETS = ("processes", "actors", "topics", "sources", "domains", "formats")
PLACEHOLDER = re.compile(r"<\w+:(\w+)>")

# What the placeholders of an address stand for, and the status of its answer.
Filling = tuple[dict[str, Any], int]


class Published(NamedTuple):
    """A version in the log."""

    entry: int
    uid: Any
    kind: str
    slug: str
    number: int
    withdrawn: bool


class Site:
    """What is in the log of the database that Django's connection leads to."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT entry_id, uid, kind, slug, number, action = 'withdrawn'"
                " FROM events_version ORDER BY seq"
            )
            self.log = [Published(*row) for row in cursor.fetchall()]
        self.latest = {version.entry: version for version in self.log}
        # A slug stands for the entry that had it last.
        self.entry_at = {version.slug: version.entry for version in self.log}

    def addresses(self) -> Iterator[tuple[str, int]]:
        """Each address with the status of its answer."""
        yield from ((f"/{path}", 200) for path in OTHERS)
        pages = self._pages()
        for route in PAGES:
            fillings = list(pages[route] if "<" in route or route in pages else _each([{}]))
            for code in LANGUAGES:
                yield from _filled(f"/{code}/{route}", fillings)
        for route in TEMPLATES:
            yield from _filled(f"/api/v1/{route}", self._answers(route))

    def _pages(self) -> dict[str, Iterable[Filling]]:
        entry = "entries/<str:slug>/"
        slugs = [{"slug": slug} for slug in self.entry_at]
        versions = [{"slug": self._name(v), "number": v.number} for v in self.log]
        published = [
            {"slug": self._name(v), "number": v.number, "form": form}
            for v, form in zip(self.log, ("bib", "ris", "json") * len(self.log), strict=False)
            if not v.withdrawn
        ]
        # Drawing a card takes longest by far: one of each kind will do.
        kinds = {v.kind: v.slug for v in self.latest.values() if not v.withdrawn}
        meetings = [item["slug"] for item in _listed("summits")][::-1]
        pairs = list(pairwise(meetings))
        threes = zip(meetings, meetings[1:], meetings[2:], strict=False)
        held = Client().get("/api/v1/matrix/").json()["positions"]
        return {
            "releases/<str:name>/": (),  # earlier releases of the program made none
            "actors/<str:slug>/": _each({"slug": record["slug"]} for record in _listed("actors")),
            "topics/<str:slug>/": _each({"slug": record["slug"]} for record in _listed("topics")),
            "sources/<str:slug>/": _each({"slug": source["slug"]} for source in _listed("sources")),
            entry: [({"slug": slug}, self._status(slug, 301)) for slug in self.entry_at],
            f"{entry}versions/": _each(slugs),
            f"{entry}versions/<int:number>/": _each(versions),
            f"{entry}versions/<int:number>/citation.<str:form>": _each(published),
            f"{entry}roll-call.csv": _each(
                {"slug": v.slug}
                for v in self.latest.values()
                if v.kind == "commitment" and not v.withdrawn
            ),
            f"{entry}card.png": _each({"slug": slug} for slug in kinds.values()),
            "positions/<str:actor>/<str:topic>/": _each(held),
            "compare/<str:first>/<str:second>/": _each(
                {"first": earlier, "second": later} for earlier, later in pairs
            ),
            "compare/<path:meetings>/": _each({"meetings": "/".join(three)} for three in threes),
            "compare/<path:meetings>/<str:name>.csv": _each(
                {"meetings": "/".join(pair), "name": name} for pair in pairs for name in MADE
            ),
            "embed/<path:path>/": _each([{"path": "timeline"}]),
            "take/<path:path>/": _each([{"path": "timeline"}]),
            "picture/<str:form>/": _each({"form": form} for form in FORMS),
            "picture/<str:form>/<path:path>/": _each(
                {"form": form, "path": "timeline"} for form in FORMS
            ),
            "pinned/<path:path>/": [({"path": "timeline"}, 302)],
            "pinned/": [({}, 302)],
            "entries/": [({}, 301)],
        }

    def _answers(self, route: str) -> Iterable[Filling]:
        first, _slash, rest = route.partition("/")
        if "<" not in route:
            return _each([{}])
        if first == "releases":
            return ()  # earlier releases of the program made none
        if not rest:
            return _each([{"form": "ndjson"}])
        if first in FACETS:
            return _each({"slug": record["slug"]} for record in _listed(first))
        entries = {
            entry
            for entry, version in self.latest.items()
            if first in ("entries", f"{version.kind}s")
        }
        versions = [version for version in self.log if version.entry in entries]
        answers: dict[str, Iterable[Filling]] = {
            "<str:name>/": [
                *(
                    ({"name": slug}, self._status(slug, 308))
                    for slug, entry in self.entry_at.items()
                    if entry in entries
                ),
                *(
                    ({"name": UUID(str(latest.uid))}, 410 if latest.withdrawn else 200)
                    for latest in map(self.latest.__getitem__, entries)
                ),
            ],
            "<str:name>/versions/": _each({"name": self._name(v)} for v in versions),
            "<str:name>/versions/<int:number>/": [
                *_each({"name": UUID(str(v.uid)), "number": v.number} for v in versions),
                *(({"name": self._name(v), "number": v.number}, 308) for v in versions),
            ],
        }
        # A roll call is found as its commitment is.
        return answers[rest.replace("roll-call/", "")]

    def _name(self, version: Published) -> str:
        """The slug under which the entry is found by now."""
        return self.latest[version.entry].slug

    def _status(self, slug: str, moved: int) -> int:
        latest = self.latest[self.entry_at[slug]]
        if latest.withdrawn:
            return 410
        return 200 if latest.slug == slug else moved


def _listed(name: str) -> list[dict[str, Any]]:
    """All that a list of the API has, page by page."""
    results: list[dict[str, Any]] = []
    following = f"/api/v1/{name}/?limit=20"
    while following:
        page = Client().get(following).json()
        results += page["results"]
        following = page["next"]
    return results


def _each(values: Iterable[dict[str, Any]]) -> list[Filling]:
    return [(filling, 200) for filling in values]


def _filled(route: str, fillings: Iterable[Filling]) -> Iterator[tuple[str, int]]:
    for values, status in fillings:
        address = route
        for name in PLACEHOLDER.findall(route):
            address = re.sub(f"<\\w+:{name}>", str(values[name]), address)
        yield address, status
