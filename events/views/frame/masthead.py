"""What every page says about itself: its address, and the same page in the other languages."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy

from events.presenting.wording import path_to
from events.public import DAY, Moment
from events.views.asking import PLACES
from events.views.frame.frame import Frame


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    url: str
    absolute: str
    current: bool


@dataclass(frozen=True)
class Section:
    """A part of the site, in the main navigation. `current`: whether the page is in it."""

    name: str
    url: str
    current: bool


@dataclass(frozen=True)
class Addresses:
    canonical: str
    languages: list[LanguageLink]
    sections: list[Section]
    search: str
    api: str


@dataclass(frozen=True)
class MomentControl:
    """The control with which a reader goes back in the record.

    `text`: what the address has; `moment`: the same if it is a moment, else empty, and `error` says
    why. `kept`: the rest of the address. `type`: that of the input, because a browser's control for
    days hides anything that is not a day.
    """

    text: str
    moment: str
    error: str
    type: str
    today: str
    kept: list[tuple[str, str]]


# The parts of the site, by the names of their URL patterns, in the order of the navigation.
SECTIONS = {
    "timeline": gettext_lazy("Timeline"),
    "positions": gettext_lazy("Positions"),
    "commitments": gettext_lazy("Commitments"),
    "meetings": gettext_lazy("Meetings"),
    "questions": gettext_lazy("Open questions"),
    "actors": gettext_lazy("Actors"),
    "topics": gettext_lazy("Topics"),
}


def addresses(request: HttpRequest, frame: Frame) -> Addresses:
    """The page's address for search engines, its address in each language with its state, and the
    API's."""
    prefix = get_script_prefix()
    rest = request.path.removeprefix(prefix)
    current, _slash, below = rest.partition("/")
    codes = [code for code, _name in settings.LANGUAGES]
    if current not in codes:  # an error page of an address without a language
        current, below = get_language() or codes[0], ""
    query = request.META.get("QUERY_STRING", "") if below or rest else ""
    canonical = urlencode(frame.canonical)
    languages = []
    for code, name in settings.LANGUAGES:
        path = f"{prefix}{code}/{below}"
        absolute = request.build_absolute_uri(_with(path, canonical))
        languages.append(LanguageLink(code, name, _with(path, query), absolute, code == current))
    canonical_url = next(item.absolute for item in languages if item.current)
    return Addresses(
        canonical_url,
        languages,
        _sections(request),
        _in_version(request, path_to("pages:search")),
        f"{prefix}api/v1/",
    )


def moment_control(request: HttpRequest) -> MomentControl:
    text = request.GET.get("as_of", "").strip()
    error = ""
    kind = "date"
    if text:
        kind = "date" if DAY.fullmatch(text) else "text"
        try:
            Moment.parse(text)
        except ValueError as invalid:
            error, kind = str(invalid), "text"
    kept = [
        (name, value)
        for name, values in request.GET.lists()
        if name not in ("as_of", *PLACES)
        for value in values
        if value.strip()
    ]
    today = timezone.localdate().isoformat()
    return MomentControl(text, "" if error else text, error, kind, today, kept)


def _sections(request: HttpRequest) -> list[Section]:
    found = []
    for name, label in SECTIONS.items():
        path = path_to(f"pages:{name}")
        current = request.path.startswith(path)
        found.append(Section(str(label), _in_version(request, path), current))
    return found


def _in_version(request: HttpRequest, path: str) -> str:
    """The address of a page. If an earlier version of the record is shown, of the page in that."""
    as_of = request.GET.get("as_of", "").strip()
    return _with(path, urlencode({"as_of": as_of}) if as_of else "")


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
