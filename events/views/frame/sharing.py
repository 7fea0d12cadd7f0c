"""What lets readers take a page along: its feed and calendar, the code that embeds it, its card, a
link that stays as it is and, for an entry, a citation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from babel.core import get_global
from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from events.feeds import LIST_FORMATS, MOST_ENTRIES
from events.filters import Takes, no_list
from events.presenting import previews
from events.presenting.entry import citations, script
from events.presenting.sources import cited_in_words
from events.presenting.wording import Links, path_to
from events.views.asking import Pairs
from events.views.frame.caching import TAKES
from events.views.frame.embed import EMBEDDABLE, split
from events.views.frame.frame import Frame, ShownEntry

# These show one entry and not a list.
SINGLE = ("entry", "history", "version")


@dataclass(frozen=True)
class TakenFormat:
    label: str
    media_type: str
    url: str


@dataclass(frozen=True)
class Taking:
    """`page`: the address of the page. `formats`: those of what it lists, the `feed` among them,
    which every page has. `dialogue`: where it is taken along in other ways; `pinned`: what leads to
    its present state, with the `query` of the page. Each is empty if there is none."""

    page: str
    feed: str
    formats: list[TakenFormat]
    listed: bool
    dialogue: str
    oembed: dict[str, str]
    pinned: str
    query: list[tuple[str, str]]


@dataclass(frozen=True)
class PreviewImage:
    url: str
    width: int = previews.WIDTH
    height: int = previews.HEIGHT


@dataclass(frozen=True)
class Sharing:
    """For a version: the citation, those of its `sources`, its address, files to download by name,
    and linked data."""

    citation: str
    sources: list[str]
    url: str
    files: dict[str, str]
    data: SafeString


def taking(request: HttpRequest, frame: Frame) -> Taking:
    match = request.resolver_match
    name = match.url_name if match else None
    query = [(key, value) for key, values in request.GET.lists() for value in values if value]
    takes = TAKES.get(match.func, no_list()) if match else no_list()
    filters = urlencode(_filters(takes, match.kwargs if match else {}, frame.meant))
    suffix = f"?{filters}" if filters else ""
    dialogue, oembed, pinned = "", {}, ""
    address = f"{request.path}?{urlencode(query)}" if query else request.path
    if name in EMBEDDABLE and not frame.absent:
        language, rest = split(request.path)
        below = f"{get_script_prefix()}{language}"
        pinned = f"{below}/pinned/{rest}"
        dialogue = f"{below}/take/{rest}" + (f"?{urlencode(query)}" if query else "")
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
        formats=[
            TakenFormat(str(one.label), one.media_type, path_to(f"pages:{one.name}") + suffix)
            for one in LIST_FORMATS
        ],
        listed=name not in SINGLE and bool(dialogue or frame.searched),
        dialogue=dialogue,
        oembed=oembed,
        pinned=pinned,
        query=query,
    )


def preview_image(request: HttpRequest, frame: Frame) -> PreviewImage:
    """The card of the page; an entry has its own."""
    url = path_to("pages:card")
    match = request.resolver_match
    if match and match.url_name == "entry" and frame.entry:
        # With the number of the version, so that a site that caches pictures fetches the new one.
        state = {"version": frame.entry.version.number}
        query = urlencode(state | ({"as_of": frame.as_of.text} if frame.as_of else {}))
        url = f"{reverse('pages:entry-card', args=[match.kwargs['slug']])}?{query}"
    return PreviewImage(request.build_absolute_uri(url))


def sharing(request: HttpRequest, entry: ShownEntry) -> Sharing:
    version, document = entry.version, entry.version.document
    named = [version.slug, version.number]
    url = request.build_absolute_uri(reverse("pages:version", args=named))
    return Sharing(
        citation=citations.worded(document, url),
        sources=[cited_in_words(source) for source in document["sources"]],
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
    """A language with the country in which most of its speakers live, as Open Graph wants it:
    en_US."""
    base = language.partition("-")[0]
    likely = get_global("likely_subtags").get(base, base).split("_")
    return f"{base}_{likely[-1]}" if len(likely) > 1 else base


def other_territories() -> list[str]:
    reader = get_language()
    return [str(territory(code)) for code, _name in settings.LANGUAGES if code != reader]


def _filters(takes: Takes, named: Mapping[str, Any], meant: Pairs) -> list[tuple[str, str]]:
    """The filters of what a page can be taken along as: those that it always has, and those of its
    address."""
    fixed = [(name, value.format(**named)) for name, value in takes.fixed.items()]
    return [*fixed, *takes.along(meant)]


def _today() -> date:
    return timezone.localdate()
