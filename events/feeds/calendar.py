"""An iCalendar (RFC 5545, with the properties of RFC 7986) of entries whose day is known.

A calendar has no way to say “September 2025”: what is not known to the day is left out and counted,
and the calendar's description says so. What was on several days, all known, is one event for each.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from icalendar import Calendar, Component, Event, Timezone, TimezoneStandard, vDuration, vText, vUri

from events import dates
from events.documents import shapes
from events.documents.shapes import Published
from events.feeds.formats import ListFormat
from events.presenting.parts import moved, number_worded, places, sources
from events.presenting.wording import Links, chosen, closed_lists, excerpt, text
from events.vocabulary import SummitStatus

FORMAT = ListFormat("calendar", "text/calendar", gettext_lazy("Calendar (iCalendar)"))
# Only this many of the latest entries of a view are looked at, and the calendar says so: programs
# load a whole calendar again and again.
MOST_ENTRIES = 200

# The statuses that a calendar can express. A plan is neither confirmed nor tentative, so nothing is
# said of it.
STATUSES: dict[str, str] = {
    SummitStatus.HELD: "CONFIRMED",
    SummitStatus.POSTPONED: "TENTATIVE",
    SummitStatus.CANCELLED: "CANCELLED",
}
# These are also put before the title, because many programs do not show the status.
SAID = (SummitStatus.POSTPONED, SummitStatus.CANCELLED)


# From when to when, or the first day and the day after the last.
Stretch = tuple[date | datetime, date | datetime | None]


@dataclass(frozen=True)
class View:
    """What is exported. `total`: how many entries the view has, in the calendar or not."""

    title: str
    language: str
    url: str
    source: str
    total: int


def render(
    view: View, documents: Iterable[Published], links: Links, absolute: Callable[[str], str]
) -> bytes:
    events: list[Component] = []
    looked_at = shown = questions = 0
    for document in documents:
        looked_at += 1
        if document["kind"] == "question":
            # It is open over a time; its date is that of a report which says so.
            questions += 1
            continue
        found = stretches(document["date"], zone_of(document))
        shown += bool(found)
        events += [
            _event(document, number, when, view.language, links, absolute)
            for number, when in enumerate(found)
        ]
    calendar = Calendar()
    calendar.add("PRODID", "-//Record of diplomacy//Calendar//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    described = description(looked_at, shown, view.total, questions)
    for name in ("NAME", "X-WR-CALNAME"):
        calendar.add(name, _text(view.title, view.language))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        calendar.add(name, _text(described, view.language))
    calendar.add("URL", vUri(view.url))
    calendar.add("SOURCE", vUri(view.source), parameters={"VALUE": "URI"})
    calendar.add("REFRESH-INTERVAL", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(timedelta(hours=6)))
    for event in events or [_nothing()]:
        calendar.add_component(event)
    _add_zones(calendar)
    written: bytes = calendar.to_ical()
    return written


def description(looked_at: int, shown: int, total: int, questions: int = 0) -> str:
    """What is in the calendar and what is not."""
    said = [
        ngettext("%(number)s entry.", "%(number)s entries.", shown)
        % {"number": number_worded(shown)}
    ]
    left_out = looked_at - shown - questions
    if left_out:
        said.append(
            ngettext(
                "%(number)s entry is left out, because its day is not known for certain.",
                "%(number)s entries are left out, because their day is not known for certain.",
                left_out,
            )
            % {"number": number_worded(left_out)}
        )
    if questions:
        said.append(
            ngettext(
                "%(number)s question is left out, because it is not open on one day only.",
                "%(number)s questions are left out, because they are not open on one day only.",
                questions,
            )
            % {"number": number_worded(questions)}
        )
    if total > looked_at:
        said.append(
            _(
                "Only the latest %(looked_at)s of the %(total)s entries of this view were looked "
                "at; a filter makes it smaller."
            )
            % {"looked_at": number_worded(looked_at), "total": number_worded(total)}
        )
    return " ".join(said)


def zone_of(document: Published) -> tzinfo:
    """The zone by which the times of an entry are told: that of where it was, if it is known."""
    places = document["places"] if document["kind"] == "summit" else []
    return dates.zones.find((places[0]["zone"] if places else "") or "UTC") or UTC


def stretches(record: shapes.Date, zone: tzinfo = UTC) -> list[Stretch]:
    """When an entry was, each time as `days` has it: of several dates that all were (`{a,b..c}`),
    one for each, if all are known to the day."""
    if not record["edtf"].startswith("{") or record["approximate"] or record["uncertain"]:
        found = days(record, zone)
        return [found] if found else []
    each = dates.parse(record["edtf"]).extents
    whole = [
        (one.earliest, one.latest)
        for one in each
        if one.earliest == one.latest_start and one.earliest_end == one.latest
    ]
    known = [_whole_days(first, last) for first, last in whole if first and last]
    return known if len(known) == len(each) else []


def days(record: shapes.Date, zone: tzinfo = UTC) -> Stretch | None:
    """The first day of an entry and the day after its last; or, if a time and its offset are known,
    that and the time of its end, if that is known as well, by the clocks of the zone.

    A time without a zone would be another hour wherever the calendar is read, so that only its day
    is told. None if the date is not certain to the day, which no calendar can express.
    """
    edtf, first, last = record["edtf"], record["earliest"], record["latest"]
    doubtful = record["approximate"] or record["uncertain"] or edtf.startswith(("[", "{"))
    if doubtful or first is None or last is None:
        return None
    if record["precision"] == "time":
        value = dates.parse(edtf)
        begins, ends = value.begins_at, value.ends_at
        if begins and begins.tzinfo:
            until = ends.astimezone(zone) if ends and ends.tzinfo and ends > begins else None
            return begins.astimezone(zone), until
    elif record["precision"] != "day":
        return None
    return _whole_days(date.fromisoformat(first), date.fromisoformat(last))


def _whole_days(first: date, last: date) -> Stretch:
    try:
        return first, last + timedelta(days=1)
    except OverflowError:  # no day comes after the last of the year 9999
        return first, None


def _event(
    document: Published,
    number: int,
    when: Stretch,
    language: str,
    links: Links,
    absolute: Callable[[str], str],
) -> Event:
    version = document["version"]
    published = datetime.fromisoformat(version["published_at"])
    url = absolute(links.entry(document["slug"]))
    event = Event()
    event.add("UID", f"{document['id']}-{number}" if number else document["id"])
    event.add("SEQUENCE", version["number"])
    event.add("DTSTAMP", published)
    event.add("LAST-MODIFIED", published)
    event.add("DTSTART", when[0])
    if when[1]:
        event.add("DTEND", when[1])
    title, other = chosen(document["title"])
    if document["kind"] == "summit" and document["status"] in SAID:
        title = f"{closed_lists.label(SummitStatus, document['status'])}: {title}"
    event.add("SUMMARY", _text(title, other or language))
    event.add("DESCRIPTION", _text(_described(document, links, url), language))
    if document["kind"] == "summit":
        if document["status"] in STATUSES:
            event.add("STATUS", STATUSES[document["status"]])
        if where := unescape(strip_tags(places.where(document))):
            event.add("LOCATION", _text(where, language))
    names = [closed_lists.kind(document["kind"]).label]
    event.add("CATEGORIES", [*names, *(chosen(topic["name"])[0] for topic in document["topics"])])
    event.add("URL", vUri(url))
    # An entry of the record makes nobody busy.
    event.add("TRANSP", "TRANSPARENT")
    return event


def _described(document: Published, links: Links, url: str) -> str:
    status = closed_lists.status_of(document, links.day)
    first = [
        closed_lists.kind(document["kind"]).label,
        _date_worded(document),
        status.label if status else "",
    ]
    cited = "; ".join(unescape(strip_tags(source.called)) for source in sources(document))
    parts = [
        " · ".join(part for part in first if part),
        excerpt(chosen(document["summary"])[0]),
        " ".join([_("Sources:"), cited]),
        url,
    ]
    return "\n\n".join(part for part in parts if part)


def _date_worded(document: Published) -> str:
    label = text(document["date"]["label"]).plain
    planned = moved.first_planned(document) if document["kind"] == "summit" else ""
    return f"{label}, {unescape(strip_tags(planned))}" if planned else label


def _text(said: str, language: str) -> vText:
    found = vText(said)
    found.params["LANGUAGE"] = language
    return found


def _add_zones(calendar: Calendar) -> None:
    """Describe the zones that events name, for the years in which there are such events."""
    times = [event.start for event in calendar.events if isinstance(event.start, datetime)]
    if times:
        first, last = min(at.year for at in times), max(at.year for at in times)
        after = date(min(last + 2, date.max.year), 1, 1)
        calendar.add_missing_timezones(date(first, 1, 1), after)


def _nothing() -> Timezone:
    """A calendar needs at least one component; one without events names its time zone."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("TZID", "UTC")
    standard.add("DTSTART", datetime(1970, 1, 1))  # noqa: DTZ001 - local, as the format asks for
    standard.add("TZOFFSETFROM", timedelta(0))
    standard.add("TZOFFSETTO", timedelta(0))
    zone.add_component(standard)
    return zone
