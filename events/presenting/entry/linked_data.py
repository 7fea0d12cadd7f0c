"""An entry as linked data (JSON-LD in terms of schema.org), for search engines and programs.

The page is a `WebPage` with its version, sources and language; what it tells is its `mainEntity`: a
meeting is an `Event`, a promise or position a `Claim`, an open question a `Question`, anything else
a `CreativeWork`. A date is ISO 8601 as precisely as it is known, such as 2025-09; one that ISO 8601
cannot express without doubt or addition is in words only.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date

import orjson
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.documents import shapes
from events.documents.reading import records
from events.documents.shapes import ActorInEntry, Document, Picture, Published
from events.imprint import imprint
from events.presenting.parts import AWAY, identifiers, notice_worded, picture_address, web_address
from events.presenting.positions import ending
from events.presenting.wording import Links, chosen, closed_lists, excerpt, text
from events.vocabulary import (
    TRAITS,
    ActorKind,
    MeetingMode,
    Role,
    SourceAccess,
    SourceState,
    Stance,
    SummitStatus,
)

# A node of the data: its members, as JSON has them.
Node = dict[str, object]

SCHEMA = "https://schema.org"
MONTH, DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
EXACT = re.compile(rf"\d{{4}}(-{MONTH}(-{DAY}(T[\d:]+(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII)
SHORT_OFFSET = re.compile(r"(?<=T\d\d:\d\d:\d\d[+-]\d\d)$", re.ASCII)
ACTORS: dict[str, str] = {ActorKind.COUNTRY: "Country", ActorKind.PERSON: "Person"}
EVENT_STATUSES: dict[str, str] = {
    SummitStatus.POSTPONED: "EventPostponed",
    SummitStatus.CANCELLED: "EventCancelled",
}
ATTENDANCE_MODES: dict[str, str] = {
    MeetingMode.IN_PERSON: "OfflineEventAttendanceMode",
    MeetingMode.ONLINE: "OnlineEventAttendanceMode",
    MeetingMode.HYBRID: "MixedEventAttendanceMode",
}
# The roles of those who make the claim.
AUTHORS = (Role.HOLDER, Role.SPEAKER, Role.PARTY)
HOSTS = (Role.HOST, Role.CHAIR)
# Whoever has to register need not pay.
FREE: dict[str, bool] = {
    SourceAccess.FREE: True,
    SourceAccess.REGISTRATION: True,
    SourceAccess.PAYWALL: False,
}
STATES: dict[str, str] = {SourceState.CORRECTED: "Corrected", SourceState.RETRACTED: "Retracted"}
# Wherever they are, these could end or hide an HTML page.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script(document: Published, links: Links, absolute: Callable[[str], str]) -> SafeString:
    """The data as JSON for a `<script type="application/ld+json">`."""
    written = orjson.dumps(linked_data(document, links, absolute)).decode()
    return mark_safe(written.translate(ESCAPES))


def linked_data(document: Published, links: Links, absolute: Callable[[str], str]) -> Node:
    url = absolute(links.entry(document["slug"]))
    title, language = chosen(document["title"])
    version, told = document["version"], imprint()
    of_site: Node = {"license": told.licence_url} if told.licence_url else {}
    if told.publisher:
        of_site["publisher"] = {"@type": "Organization", "name": told.publisher}
    images = [_image(picture, absolute) for picture in document["pictures"]]
    return of_site | {
        "@context": SCHEMA,
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": title,
        "inLanguage": language or get_language(),
        "version": version["number"],
        "dateModified": version["published_at"],
        "isPartOf": {
            "@type": "WebSite",
            "name": _("Record of diplomacy"),
            "url": absolute(links.page("front")),
        },
        "citation": [_source(citation) for citation in document["sources"]],
        "mainEntity": _told(document, links, absolute),
        **({"image": images} if images else {}),
    }


def _image(picture: Picture, absolute: Callable[[str], str]) -> Node:
    sizes = [size for size in picture["sizes"] if size["digest"]]
    found: Node = {
        "@type": "ImageObject",
        "caption": chosen(picture["caption"])[0] or chosen(picture["description"])[0],
        "creditText": picture["credit"],
        "license": picture["licence_url"],
        "acquireLicensePage": picture["origin"],
    }
    if sizes:
        found |= {
            "contentUrl": absolute(picture_address(sizes[-1]["digest"])),
            "width": sizes[-1]["width"],
            "height": sizes[-1]["height"],
        }
    return {name: value for name, value in found.items() if value}


def iso_span(record: shapes.Date) -> tuple[str, str | None] | None:
    """The beginning and the end of a date in ISO 8601, each as precise as it is known; the end is
    None for one that goes on, and for a time. None if the date cannot be expressed like that: it is
    approximate, uncertain, one of several, a season, or has an unknown end."""
    if record["approximate"] or record["uncertain"]:
        return None
    start, slash, end = record["edtf"].partition("/")
    # EDTF may leave the minutes out of an offset.
    start, end = SHORT_OFFSET.sub(":00", start), SHORT_OFFSET.sub(":00", end)
    if not EXACT.fullmatch(start):
        return None
    if not slash:
        # When something ended that began at a time is not known.
        return start, None if "T" in start else start
    if end == "..":
        return start, None
    return (start, end) if EXACT.fullmatch(end) else None


def _told(document: Document, links: Links, absolute: Callable[[str], str]) -> Node:
    summary, _language = chosen(document["summary"])
    told: Node = {
        "@type": TRAITS[document["kind"]].schema_type,
        "@id": f"urn:uuid:{document['id']}",
        "identifier": document["id"],
        "name": chosen(document["title"])[0],
        "description": excerpt(summary),
        "about": [_topic(topic, links, absolute) for topic in document["topics"]],
        "creativeWorkStatus": _status(document, links.day),
    }
    told |= _event(document) if document["kind"] == "summit" else _statement(document)
    return {name: value for name, value in told.items() if value}


def _status(document: Document, day: str) -> str | None:
    """What has become of a promise, in words; of a position, that it is held no longer, or may
    not be."""
    if document["kind"] == "position":
        if document["stance"] == Stance.TAKEN_BACK:
            return closed_lists.stance(document["stance"]).label
        ended = ending(document["date"], document["stance"], date.fromisoformat(day))
        return ended.label if ended else None
    if document["kind"] != "commitment":
        return None
    status = closed_lists.status_of(document, day)
    return status.label if status else None


def _event(document: shapes.Summit) -> Node:
    dates = iso_span(document["date"])
    start, end = dates or (None, None)
    actors, mode = document["actors"], document["mode"]
    return {
        "startDate": start,
        "endDate": end,
        # Anything else known of a date has no field of its own.
        "disambiguatingDescription": text(document["date"]["label"]).plain,
        "eventStatus": f"{SCHEMA}/{_event_status(document)}",
        "previousStartDate": _previous(document),
        "eventAttendanceMode": f"{SCHEMA}/{ATTENDANCE_MODES[mode]}" if mode else None,
        "location": _location(document),
        "organizer": _people(document, [actor for actor in actors if actor["role"] in HOSTS]),
        "attendee": _people(
            document,
            [
                actor
                for actor in actors
                if actor["role"] not in HOSTS and actor["status"] not in AWAY
            ],
        ),
    }


def _statement(document: Document) -> Node:
    dates = iso_span(document["date"])
    label = text(document["date"]["label"]).plain
    actors = document["actors"]
    authors = _people(document, [actor for actor in actors if actor["role"] in AUTHORS])
    others = _people(document, [actor for actor in actors if actor["role"] not in AUTHORS])
    found: Node = {"author": authors, "mentions": others, "temporalCoverage": label}
    if dates:
        start, end = dates
        found["temporalCoverage"] = start if start == end else f"{start}/{end or '..'}"
        if start == end and authors:
            found["dateCreated"] = start
    found["disambiguatingDescription"] = label
    return found


def _event_status(document: shapes.Summit) -> str:
    """One that is put off without a new date is postponed; one with a new date is rescheduled."""
    moved = "EventRescheduled" if document["earlier_dates"] else "EventScheduled"
    return EVENT_STATUSES.get(document["status"], moved)


def _previous(document: shapes.Summit) -> str | list[str] | None:
    """When it was to begin before it was moved, as far as ISO 8601 can say."""
    spans = [iso_span(earlier["date"]) for earlier in document["earlier_dates"]]
    begun = [span[0] for span in spans if span]
    return begun[0] if len(begun) == 1 else begun or None


def _location(document: shapes.Summit) -> Node | list[Node] | None:
    found = [_place(place) for place in document["places"]]
    if document["mode"] in (MeetingMode.ONLINE, MeetingMode.HYBRID):
        found.append({"@type": "VirtualLocation"})
    return found[0] if len(found) == 1 else found or None


def _place(place: shapes.Place) -> Node:
    name = chosen(place["name"])[0]
    address = {"@type": "PostalAddress", "addressCountry": place["country"]}
    found = {"@type": "Place", "name": name, "address": address if place["country"] else None}
    return {key: value for key, value in found.items() if value}


def _people(document: Document, actors: Iterable[ActorInEntry]) -> list[Node]:
    on_file = records(document)
    found: dict[str, Node] = {}
    for actor in actors:
        person: Node = {
            "@type": ACTORS.get(actor["kind"], "Organization"),
            "name": chosen(actor["name"])[0],
        }
        known = [one["url"] for one in on_file[actor["slug"]]["identifiers"] if one["url"]]
        found[actor["slug"]] = person | ({"sameAs": known} if known else {})
    return list(found.values())


def _topic(topic: shapes.Topic, links: Links, absolute: Callable[[str], str]) -> Node:
    url = absolute(links.topic(topic["slug"]))
    return {"@type": "Thing", "name": chosen(topic["name"])[0], "url": url}


def _source(citation: shapes.Citation) -> Node:
    published = citation["published_on"] or ""
    publisher = {"@type": "Organization", "name": citation["publisher"]}
    languages, known = citation["languages"], identifiers(citation)
    found = {
        "@type": "CreativeWork",
        "name": citation["title"],
        # Whether it is a person, the source does not say in so many words.
        "author": [{"@type": "Thing", "name": author} for author in citation["authors"]],
        "publisher": publisher if citation["publisher"] else None,
        "inLanguage": languages if len(languages) > 1 else languages[0],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": one.label, "value": one.value} for one in known
        ],
        "sameAs": [one.url for one in known if one.url],
        "isAccessibleForFree": FREE.get(citation["access"] or ""),
        "creativeWorkStatus": STATES.get(citation["state"]),
        "correction": notice_worded(citation),
        "datePublished": published if EXACT.fullmatch(published) else None,
        "url": web_address(citation["url"]),
        "archivedAt": web_address(citation["archive_url"]),
    }
    return {name: value for name, value in found.items() if value or value is False}
