"""How a date was understood: one answer for the page, and for its script as the editor types."""

from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.contrib.admin.sites import site
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from events import dates, languages

Line = tuple[str, str]


@dataclass(frozen=True)
class Reading:
    """What is said about a typed text: lines of (name, value), and a question or an error."""

    edtf: str = ""
    lines: list[Line] = field(default_factory=list)
    question: str = ""
    error: str = ""


def reading(text: str) -> Reading:
    """How the text is understood, in the language of the person typing; no lines for an
    empty text.
    """
    text = text.strip()
    if not text:
        return Reading()
    try:
        value = dates.understand(text, languages.active())
    except dates.DateError as error:
        return Reading(error=error.message(languages.active()))
    lines = [(_("Understood as"), value.edtf)]
    lines += [
        (get_language_info(language)["name_translated"], value.label(language))
        for language, _name in settings.LANGUAGES
    ]
    lines.append((_("Days"), span(value)))
    return Reading(value.edtf, lines, question(value))


def question(value: dates.EDTF) -> str:
    """What the editor is asked about a date that is probably not meant; or empty."""
    if dates.looks_like_no_end(value):
        start, _slash, _end = value.edtf.rpartition("/")
        if start not in ("", ".."):
            return _(
                "Does this year stand for “no end”? If it goes on, write %(edtf)s: the end would "
                "be published as it is."
            ) % {"edtf": f"{start}/.."}
        return _(
            "Does this year stand for “no end”? If there is none, leave the date out, or end an "
            "interval with “..”, as in 2026-01-06/.."
        )
    if dates.looks_like_year_only(value):
        return _("Do you really mean this day? If only the year is known, write the year alone.")
    return ""


def span(value: dates.EDTF) -> str:
    """From the first to the last day it can mean; an end without a day is “open” or “unknown”."""
    language = languages.active()
    missing = {"open": _("open"), "unknown": _("unknown")}
    ends = [
        dates.parse(day.isoformat()).label(language) if day else missing[boundary]
        for day, boundary in ((value.earliest, value.start_is), (value.latest, value.end_is))
    ]
    return ends[0] if ends[0] == ends[1] and value.earliest else " – ".join(ends)


def day(edtf: str) -> str:
    """A stored date in the language of the desk; what cannot be read is shown as it is."""
    try:
        return dates.parse(edtf).label(languages.active()) if edtf else ""
    except dates.DateError:
        return edtf


def as_html(shown: Reading) -> SafeString:
    """The same HTML that the script builds: names and values, then the question or the error."""
    html = SafeString()
    if shown.lines:
        rows = format_html_join("", "<div><dt>{}</dt><dd>{}</dd></div>", shown.lines)
        html += format_html("<dl>{}</dl>", rows)
    if shown.question:
        html += format_html('<p class="question">{}</p>', shown.question)
    if shown.error:
        html += format_html('<p class="error">{}</p>', shown.error)
    return html


@require_GET
def understood(request: HttpRequest) -> JsonResponse:
    """`?text=…` as a reading. The wrapper of the desk lets only staff in."""
    return as_answer(reading(request.GET.get("text", "")[:300]))


def as_answer(shown: Reading) -> JsonResponse:
    return JsonResponse(asdict(shown))


def urls() -> list[URLPattern]:
    return [path("dates/", site.admin_view(understood), name="events_dates")]
