"""What lets readers take a page along: its feed and calendar, the code that embeds it, its card, a
link that stays as it is, and for an entry a citation."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

import orjson
from babel.core import get_global
from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from jinja2 import pass_context
from jinja2.runtime import Context

from events.feeds import MOST_ENTRIES, frame
from events.presenting import previews
from events.presenting.entry import citations, script
from events.presenting.wording import Links, path_to
from events.public import FILTERS
from events.views.frame.embed import EMBEDDABLE, embedded, split

NARROWING = ("process", "actor", "topic")
# What these pages list, as filters of the timeline: those that they have themselves (in braces: a
# part of the address), and those that their own addresses may have.
LISTS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "timeline": ({}, FILTERS),
    "search": ({}, FILTERS),
    "since": ({}, ("kind", *NARROWING)),
    "actor": ({"actor": "{slug}"}, ("as_of",)),
    "topic": ({"topic": "{slug}"}, ("as_of",)),
    "cell": ({"kind": "position", "actor": "{actor}", "topic": "{topic}"}, ("as_of",)),
    "positions": ({"kind": "position"}, (*NARROWING, "as_of")),
    "position-changes": ({"kind": "position"}, (*NARROWING, "as_of")),
    "commitments": ({"kind": "commitment"}, (*NARROWING, "status", "as_of")),
    "meetings": ({"kind": "summit"}, (*NARROWING, "as_of")),
    "questions": ({"kind": "question"}, (*NARROWING, "status", "as_of")),
}
# They show what has any of the actors or topics that are named; a feed, what has all of them.
ANY_OF = ("positions", "position-changes")
# These show one entry, which is no list.
SINGLE = ("entry", "history", "version")


@dataclass(frozen=True)
class Taking:
    """`page`: the address of the page. `feed` and `calendar`: of what it lists. `framed`: its
    address for frames; `pinned`: what leads to its present state, with the `query` of the page.
    Empty where there is none."""

    page: str
    feed: str
    calendar: str
    listed: bool
    framed: str
    oembed: dict[str, str]
    pinned: str
    query: list[tuple[str, str]]


@dataclass(frozen=True)
class Picture:
    url: str
    width: int = previews.WIDTH
    height: int = previews.HEIGHT


@dataclass(frozen=True)
class Sharing:
    """Of a version: the citation, its address, files to download by name, and linked data."""

    citation: str
    url: str
    files: dict[str, str]
    data: SafeString


@pass_context
def taking(context: Context) -> Taking:
    request: HttpRequest = context["request"]
    match = request.resolver_match
    name = match.url_name if match else None
    query = [(key, value) for key, values in request.GET.lists() for value in values if value]
    meant = [pair for pair in query if _is_meant(context, *pair)]
    filters = urlencode(_filters(name, match.kwargs if match else {}, meant))
    suffix = f"?{filters}" if filters else ""
    framed, oembed, pinned = "", {}, ""
    address = f"{request.path}?{urlencode(query)}" if query else request.path
    if name in EMBEDDABLE and not context.get("absent"):
        framed = request.build_absolute_uri(embedded(address))
        language, rest = split(request.path)
        pinned = f"{get_script_prefix()}{language}/pinned/{rest}"
        page = request.build_absolute_uri(address)
        oembed = {
            form: request.build_absolute_uri(
                f"{path_to('oembed')}?{urlencode({'url': page, 'format': form})}"
            )
            for form in ("json", "xml")
        }
    return Taking(
        page=address,
        feed=path_to("pages:feed") + suffix,
        calendar=path_to("pages:calendar") + suffix,
        listed=name not in SINGLE and bool(framed or context.get("asked")),
        framed=framed,
        oembed=oembed,
        pinned=pinned,
        query=query,
    )


def frame_code(url: str, title: str) -> str:
    """The code for a frame, as text to be shown. `title` is HTML already."""
    code: str = frame(url, SafeString(title))
    return str.__str__(code)


@pass_context
def picture(context: Context) -> Picture:
    """The card of the page: an entry has one of its own."""
    request: HttpRequest = context["request"]
    url = path_to("pages:card")
    match = request.resolver_match
    if match and match.url_name == "entry" and not context.get("absent"):
        number = context["version"].number
        as_of = request.GET.get("as_of", "").strip() if context.get("as_of") else ""
        # Whoever keeps pictures asks for that of another version anew.
        query = urlencode({"version": number} | ({"as_of": as_of} if as_of else {}))
        url = f"{reverse('pages:entry-card', args=[match.kwargs['slug']])}?{query}"
    return Picture(request.build_absolute_uri(url))


@pass_context
def sharing(context: Context) -> Sharing:
    """For the page of an entry, whose `version` stands in the context."""
    request: HttpRequest = context["request"]
    version = context["version"]
    document = orjson.loads(version.document)
    named = [version.slug, version.number]
    url = request.build_absolute_uri(reverse("pages:version", args=named))
    return Sharing(
        citation=citations.worded(document, url),
        url=url,
        files={
            label: reverse("pages:citation", args=[*named, form])
            for form, label in (("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL-JSON"))
        },
        data=script(document, Links(_today()), request.build_absolute_uri),
    )


def calendar_size() -> int:
    """How many entries of a list a calendar looks at."""
    return MOST_ENTRIES


def territory(language: str) -> str:
    """A language with the country in which most speak it, as Open Graph asks for: en_US."""
    base = language.partition("-")[0]
    likely = get_global("likely_subtags").get(base, base).split("_")
    return f"{base}_{likely[-1]}" if len(likely) > 1 else base


def other_territories() -> list[str]:
    reader = get_language()
    return [str(territory(code)) for code, _name in settings.LANGUAGES if code != reader]


def _is_meant(context: Context, name: str, value: str) -> bool:
    """Is it nothing that the page complains of?"""
    if name == "as_of":
        return bool(context.get("as_of"))
    canonical = context.get("canonical_query")
    return canonical is None or (name, value) in parse_qsl(canonical)


def _filters(
    name: str | None, named: Mapping[str, Any], query: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The filters of the feed and the calendar of a page, as far as they have such filters."""
    own, taken = LISTS.get(name or "", ({}, ("as_of",)))
    carried = [pair for pair in query if pair[0] in taken]
    if name in ANY_OF:
        numbers = Counter(key for key, _value in carried)
        carried = [pair for pair in carried if numbers[pair[0]] == 1]
    return [*((key, value.format(**named)) for key, value in own.items()), *carried]


def _today() -> date:
    return timezone.localdate()
