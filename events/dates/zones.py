"""Time zones by their names in the IANA database, such as Europe/Paris, and dates told by a clock
that stands there."""

import re
from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from events.dates.edtf import parse
from events.dates.errors import DateError
from events.dates.times import moment
from events.dates.value import EDTF

# Names that programs use for “wherever this machine is”, or for none.
_NO_PLACE = frozenset({"Factory", "localtime"})
_OFFSET = re.compile(r"(?:Z|[+-][\d:]+)$", re.ASCII)


@cache
def names() -> frozenset[str]:
    """The names that can be chosen."""
    return frozenset(available_timezones() - _NO_PLACE)


def find(name: str) -> ZoneInfo | None:
    """The zone of this name; None if there is none (any more)."""
    return ZoneInfo(name) if name in names() else None


def nearest(text: str, most: int = 3) -> list[str]:
    """The names that somebody can have meant who wrote this: that of the same city, else those that
    are spelt alike. Empty if there is none."""
    wanted = _plain(text)
    cities = [name for name in sorted(names()) if _plain(name).rpartition("/")[2] == wanted]
    if cities:
        # The city's own name before that of a region with a city of this name.
        return sorted(cities, key=lambda name: name.count("/"))[:most]
    by_spelling = {_plain(name): name for name in names()}
    cities_by_spelling = {_plain(name).rpartition("/")[2]: name for name in sorted(names())}
    alike = get_close_matches(wanted, by_spelling, most)
    alike_cities = get_close_matches(wanted.rpartition("/")[2], cities_by_spelling, most)
    found = [by_spelling[name] for name in alike]
    found += [cities_by_spelling[name] for name in alike_cities]
    return list(dict.fromkeys(found))[:most]


def at_place(value: EDTF, zone: str) -> EDTF:
    """The same date, with its times as clocks in the zone show them.

    A time without an offset is one of the place, and gets the offset that held there then. One that
    has another offset is the same instant, so that its day can become the day before or after. All
    else stays as it is, and so does what no clock can have shown.
    """
    place = find(zone)
    if "T" not in value.edtf or place is None:
        return value
    start, slash, end = value.edtf.partition("/")
    try:
        return parse(f"{_told(start, place)}{slash}{_told(end, place)}")
    except (DateError, OverflowError):
        # An hour that a change of clocks left out, or one before or after the calendar.
        return value


def clocks_change(at: datetime, zone: str) -> bool:
    """Whether a time without an offset is one that clocks in the zone left out or showed twice."""
    place = find(zone)
    if place is None or at.tzinfo:
        return False
    first, second = (at.replace(tzinfo=place, fold=fold).utcoffset() for fold in (0, 1))
    return first != second


def is_elsewhere(at: datetime, zone: str) -> bool:
    """Whether a time has an offset that clocks in the zone did not go by then."""
    place = find(zone)
    return bool(place and at.tzinfo and at.astimezone(place).utcoffset() != at.utcoffset())


def _told(text: str, place: ZoneInfo) -> str:
    if "T" not in text:
        return text
    at = moment(text)
    if at.tzinfo is None:
        # As it is written: 24:00 is the end of this day.
        return text + _offset(at.replace(tzinfo=place))
    there = at.astimezone(place)
    if there.utcoffset() == at.utcoffset():
        return _OFFSET.sub("", text) + _offset(there)
    return there.replace(tzinfo=None).isoformat() + _offset(there)


def _offset(at: datetime) -> str:
    """As EDTF writes it. It knows no seconds, which clocks of the 19th century went by."""
    minutes = round((at.utcoffset() or timedelta()).total_seconds() / 60)
    if not minutes:
        return "Z"
    hours, rest = divmod(abs(minutes), 60)
    return f"{'+' if minutes > 0 else '-'}{hours:02}" + (f":{rest:02}" if rest else "")


def _plain(text: str) -> str:
    return "_".join(text.casefold().split())
