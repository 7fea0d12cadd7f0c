"""Where a meeting is, and what clocks show there."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from events import dates
from events.documents import shapes
from events.presenting.wording import Text, closed_lists, day_worded, joined, name
from events.vocabulary import MeetingMode

# Short names of zones that other languages have others for; those of the rest of the world are the
# same everywhere.
ZONE_NAMES: dict[str, Promise] = {
    "WET": pgettext_lazy("time zone", "WET"),
    "WEST": pgettext_lazy("time zone", "WEST"),
    "CET": pgettext_lazy("time zone", "CET"),
    "CEST": pgettext_lazy("time zone", "CEST"),
    "EET": pgettext_lazy("time zone", "EET"),
    "EEST": pgettext_lazy("time zone", "EEST"),
}


def where(document: shapes.Summit) -> SafeString:
    """Where a meeting is: “Paris, France”, “Doha, Qatar; Cairo, Egypt”, “online”; empty where
    nothing is known of it."""
    found = sites(document)
    if document["mode"] == MeetingMode.ONLINE:
        form = _("online (%(places)s)") if found else _("online")
    elif document["mode"] == MeetingMode.HYBRID:
        form = _("%(places)s, and online") if found else _("in person and online")
    else:
        return found
    return SafeString(form % {"places": found})


def sites(document: shapes.Summit) -> SafeString:
    """Its places alone, without whether it is online."""
    return joined(filter(None, map(_place, document["places"])), "; ")


def towns(document: shapes.Summit) -> list[Text]:
    """The towns alone, or the countries where no more is known."""
    return [
        name(place["name"]) or Text.of(closed_lists.country(place["country"]))
        for place in document["places"]
    ]


def towns_plain(document: shapes.Summit) -> str:
    """The same without markup, for drawings."""
    return ", ".join(town.plain for town in towns(document))


def clocks(document: shapes.Summit) -> str:
    """What clocks show at its places and in UTC: “14:30–16:00 CET in Paris (13:30–15:00 UTC)”.
    Empty where the date has no time, or no place has a zone."""
    value = dates.parse(document["date"]["edtf"])
    begins, ends = value.begins_at, value.ends_at
    zones = list(_zones(document))
    if document["date"]["precision"] != "time" or not begins or not begins.tzinfo or not zones:
        return ""
    there = [_at(place, zone, begins, ends) for place, zone in zones]
    utc = _span(begins.astimezone(UTC), ends and ends.astimezone(UTC), begins, "UTC")
    return f"{', '.join(dict.fromkeys(there))} ({utc})"


def _zones(document: shapes.Summit) -> Iterator[tuple[shapes.Place, tzinfo]]:
    for place in document["places"]:
        if zone := dates.zones.find(place["zone"] or ""):
            yield place, zone


def _at(place: shapes.Place, zone: tzinfo, begins: datetime, ends: datetime | None) -> str:
    local = begins.astimezone(zone)
    said = _span(local, ends and ends.astimezone(zone), begins, _short(local))
    town = name(place["name"]).plain
    return _("%(time)s in %(place)s") % {"time": said, "place": town} if town else said


def _span(begins: datetime, ends: datetime | None, said: datetime, zone: str) -> str:
    """From one time to another, with the day where it is not that of the date as it is `said`."""
    times = [f"{at:%H:%M}" for at in (begins, ends) if at]
    day, last = begins.date(), (ends or begins).date()
    if day != last:
        first, second = times
        times = [f"{day_worded(day)}, {first}", f"{day_worded(last)}, {second}"]
        return _("%(time)s %(zone)s") % {"time": " – ".join(times), "zone": zone}
    time = _("%(time)s %(zone)s") % {"time": "–".join(times), "zone": zone}
    return time if day == said.date() else f"{day_worded(day)}, {time}"


def _short(at: datetime) -> str:
    """The short name of its zone at that time: “CET”, or “UTC+03” where it has none."""
    short = at.tzname() or ""
    if short.isalpha():
        return str(ZONE_NAMES.get(short, short))
    offset = f"{at:%z}"
    hours, minutes = offset[:3].replace("-", "−"), offset[3:5]
    return f"UTC{hours}" + (f":{minutes}" if minutes != "00" else "")


def _place(place: shapes.Place) -> SafeString:
    """“Paris, France”; only the country if no more is known."""
    town, country = name(place["name"]), closed_lists.country(place["country"])
    if not country or country == town.plain:
        return town
    return joined([town, Text.of(country)]) if town else Text.of(country)
