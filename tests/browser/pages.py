"""The pages that the browser tests look at, and in how many ways."""

import json
import urllib.request
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from tests.waiting import PATIENCE

LANGUAGES = ("en", "de")
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
SCRIPTS = (True, False)


@dataclass(frozen=True)
class Page:
    """`path`: below the prefix of the language; names in braces stand for what a site has
    (`Site.names`)."""

    path: str
    status: int = 200

    @property
    def embedded(self) -> bool:
        """Whether it is for the frame of another site."""
        return self.path.startswith("embed/")


# The one list of pages, by the name that a failing test has.
PAGES = {
    "front": Page(""),
    "about": Page("about/"),
    "timeline": Page("timeline/"),
    "timeline-filtered": Page("timeline/?kind=position&actor={actor}&from=2024-01-01"),
    "timeline-filters": Page("timeline/?filters=open"),
    "timeline-oldest": Page("timeline/?order=oldest&limit=3"),
    "timeline-by-actor": Page("timeline/?lanes=actor"),
    "timeline-as-of": Page("timeline/?as_of={day}"),
    "timeline-before-the-record": Page("timeline/?as_of=2020-01-01"),
    "timeline-empty": Page("timeline/?q=nothinglikethis"),
    "timeline-wrong": Page("timeline/?from=never&stance=supports", 400),
    "summit": Page("entries/{summit}/"),
    "commitment": Page("entries/{commitment}/"),
    "position": Page("entries/{position}/"),
    "development": Page("entries/{development}/"),
    "question": Page("entries/{question}/"),
    "pictured": Page("entries/hard-pictured/"),
    "walk": Page("entries/hard-walk/"),
    "walk-on": Page("entries/hard-walk/?step=3"),
    "walk-wrong": Page("entries/hard-walk/?step=99", 400),
    "entry-as-of": Page("entries/{summit}/?as_of={day}"),
    "entry-not-yet": Page("entries/{summit}/?as_of=2020-01-01", 404),
    "history": Page("entries/{corrected}/versions/"),
    "difference": Page("entries/{corrected}/versions/?from=1&to={versions}"),
    "version": Page("entries/{corrected}/versions/1/"),
    "withdrawn": Page("entries/{withdrawn}/", 410),
    "positions": Page("positions/"),
    "positions-wrong": Page("positions/?on=never", 400),
    "cell": Page("positions/{holder}/{topic}/"),
    "position-changes": Page("positions/changes/?from=2024-01-01&to=2026-01-31"),
    "commitments": Page("commitments/"),
    "commitments-by-actor": Page("commitments/?by=actor"),
    "commitments-on-a-map": Page("commitments/?by=map"),
    "commitments-wrong": Page("commitments/?actor=nobody", 400),
    "meetings": Page("meetings/"),
    "choose": Page("compare/"),
    "choose-wrong": Page("compare/?first=nobody", 400),
    "compare": Page("compare/{before}/{after}/"),
    "questions": Page("questions/"),
    "questions-wrong": Page("questions/?status=never", 400),
    "actors": Page("actors/"),
    "actor": Page("actors/{actor}/"),
    "coalition": Page("actors/{coalition}/"),
    "topics": Page("topics/"),
    "topic": Page("topics/{topic}/"),
    "sources": Page("sources/"),
    "sources-missing": Page("sources/?missing=archive"),
    "sources-wrong": Page("sources/?missing=nothing", 400),
    "source": Page("sources/{source}/"),
    "source-chosen": Page("sources/{source}/?fate=stands"),
    "source-unknown": Page("sources/nosuchsource/", 404),
    "timeline-of-source": Page("timeline/?source={source}"),
    "since": Page("since/?as_of={day}"),
    "redactions": Page("redactions/"),
    "search": Page("search/?q={word}"),
    "search-empty": Page("search/?q=nothinglikethis"),
    "search-wrong": Page("search/?q={word}&from=never", 400),
    "embedded": Page("embed/positions/"),
    "embedded-timeline": Page("embed/timeline/?kind=position"),
    "embedded-pictured": Page("embed/entries/hard-pictured/"),
    "embedded-walk": Page("embed/entries/hard-walk/?step=2"),
    "nowhere": Page("nowhere/", 404),
}

# Below the size of a page, nothing but an entry with a long history could be large.
KINDS = ("summit", "commitment", "position", "development", "question")


@dataclass(frozen=True)
class Site:
    """A running site. `url` has no slash at the end."""

    url: str

    def address(self, page: Page, language: str) -> str:
        return f"{self.url}/{language}/{page.path.format(**names(self.url))}"


@cache
def names(url: str) -> dict[str, str]:
    """What a site has, for the braces in the paths of pages; asked of its API."""
    found = {kind: _first(url, kind)["slug"] for kind in KINDS}
    changes = _changes(url)
    withdrawn = {change["slug"] for change in changes if change["action"] == "withdrawn"}
    corrected = [change["document"] for change in changes if change["action"] == "published"]
    corrected = [
        document
        for document in corrected
        if document["slug"] not in withdrawn and document["topics"] and document["date"]["earliest"]
    ]
    latest = max(corrected, key=lambda document: document["version"]["number"])
    position = _first(url, "position")
    holders = _holders(url)
    meeting = next(m for m in _get(url, "summits/", limit=200)["results"] if m["follows"])
    return found | {
        "before": meeting["follows"]["slug"],
        "after": meeting["slug"],
        "coalition": next(actor["slug"] for actor in _actors(url) if actor["kind"] == "coalition"),
        "word": max(meeting["title"]["en"].split(), key=len),
        "actor": holders[0],
        "other": holders[1],
        "topic": position["topics"][0]["slug"],
        "source": position["sources"][0]["slug"],
        "holder": next(a["slug"] for a in position["actors"] if a["role"] == "holder"),
        "corrected": latest["slug"],
        "corrected_day": latest["date"]["earliest"],
        "corrected_topic": latest["topics"][0]["slug"],
        "versions": str(latest["version"]["number"]),
        "withdrawn": next(iter(sorted(withdrawn))),
        "day": changes[-1]["published_at"][:10],
    }


def _first(url: str, kind: str) -> dict[str, Any]:
    document: dict[str, Any] = _get(url, "entries/", kind=kind, limit=1)["results"][0]
    return document


def _holders(url: str) -> list[str]:
    """Two actors that hold positions."""
    holders = dict.fromkeys(
        actor["slug"]
        for document in _get(url, "entries/", kind="position", limit=50)["results"]
        for actor in document["actors"]
        if actor["role"] == "holder"
    )
    return list(holders)


def _actors(url: str) -> list[dict[str, Any]]:
    actors: list[dict[str, Any]] = _get(url, "actors/", limit=200)["results"]
    return actors


def _changes(url: str) -> list[dict[str, Any]]:
    """The last few hundred versions."""
    last = _get(url, "changes/", limit=1)["last_seq"]
    changes: list[dict[str, Any]] = []
    after = max(last - 400, 0)
    while True:
        answer = _get(url, "changes/", after=after, limit=200)
        changes += answer["results"]
        if not answer["more"]:
            return changes
        after = changes[-1]["seq"]


def _get(url: str, path: str, **query: object) -> dict[str, Any]:
    address = f"{url}/api/v1/{path}?{urlencode(query)}"
    with urllib.request.urlopen(address, timeout=PATIENCE) as response:
        answer: dict[str, Any] = json.load(response)
    return answer
