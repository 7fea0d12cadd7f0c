"""What programs may ask beside what pages offer: any of several values, codes in place of slugs,
and windows by month or year."""

import re
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from events.dates import parse as read_edtf
from events.filters import MOST_VALUES, Filter
from events.public.asking.parameters import Parameters
from events.public.versions.entries import latest
from events.public.versions.moments import begin_and_end, seq_before

# Between values of which any will do.
OR = ","
# Codes of actors: ISO 3166-1, alpha-2 or alpha-3, and Wikidata.
CODE = re.compile(r"[A-Z]{2,3}|Q[1-9][0-9]*", re.ASCII)
# What programs are offered beside the table of filters.
MORE = ("country", "made_at", "updated")
OPEN = ".."


@dataclass(frozen=True)
class Programs:
    """How programs ask. `coded`: from codes of actors to their slugs, those that are on record."""

    coded: Callable[[Collection[str]], Mapping[str, str]]


def several(reader: Parameters, name: str) -> tuple[str, ...]:
    """The values of a parameter, each a list of which any will do."""
    given = reader.many(name)
    if sum(len(value.split(OR)) for value in given) > MOST_VALUES:
        reader.complain(name, _("Give at most %(most)d values.") % {"most": MOST_VALUES})
        return ()
    return tuple(OR.join(each(value)) for value in given if each(value))


def each(value: str) -> list[str]:
    """The values of which any will do."""
    return list(dict.fromkeys(one.strip() for one in value.split(OR) if one.strip()))


def coded(reader: Parameters, name: str, programs: Programs) -> tuple[str, ...]:
    """The same for actors, with slugs in place of codes."""
    values = several(reader, name)
    codes = {one for value in values for one in each(value) if CODE.fullmatch(one)}
    slugs = programs.coded(codes) if codes else {}
    for code in sorted(codes - slugs.keys()):
        reader.complain(name, _("Nothing public has the code “%(code)s”.") % {"code": code})
    return tuple(OR.join(slugs.get(one, one) for one in each(value)) for value in values)


def countries(reader: Parameters, programs: Programs) -> tuple[str, ...]:
    """The slugs of countries by their codes."""
    for value in each(OR.join(reader.params.get("country", ()))):
        if not CODE.fullmatch(value):
            message = _("“%(text)s” is no code of a country. Write it like DE.")
            reader.complain("country", message % {"text": value[:40]})
            return ()
    return coded(reader, "country", programs)


def edge(reader: Parameters, name: str) -> date | None:
    """One end of a window: the first day of a date for `from`, the last one for `to`."""

    def read(text: str) -> date:
        day = None
        with suppress(ValueError):
            value = read_edtf("" if "T" in text else text)
            day = value.earliest if name == "from" else value.latest
        if day is None:
            message = _("“%(text)s” is no day, month or year. Write it like 2026-01-06 or 2026-01.")
            raise ValueError(message % {"text": text})
        return day

    day: date | None = reader.value(name, read)
    return day


def made_at(reader: Parameters) -> str | None:
    """The id of the meeting, by its id or slug."""

    def read(text: str) -> str:
        found = latest(text)
        if found is None:
            raise ValueError(_("Nothing public has “%(slug)s”.") % {"slug": text})
        return str(found.uid)

    uid: str | None = reader.value("made_at", read)
    return uid


def updated(reader: Parameters) -> tuple[int, int | None] | None:
    """After which `seq` and up to which one something was published for the last time."""

    def read(text: str) -> tuple[int, int | None]:
        first, _sign, last = text.partition("/")
        try:
            start = None if first == OPEN else _stretch(first)[0]
            end = None if _sign and last == OPEN else _stretch(last or first)[1]
        except ValueError as error:
            raise ValueError(
                _(
                    "“%(text)s” is no stretch of time. Write it like 2026-01-06, 2026-01, "
                    "2026-01-06/2026-01-12 or 2026-01-06/.."
                )
                % {"text": text}
            ) from error
        if start and end and start > end:
            raise ValueError(_("The window ends before it begins."))
        return seq_before(start) if start else 0, seq_before(end) if end else None

    window: tuple[int, int | None] | None = reader.value("updated", read)
    return window


def _stretch(text: str) -> tuple[datetime, datetime]:
    """When a time, a day, a month or a year begins and is over."""
    if "T" in text.upper():
        return begin_and_end(text)
    value = read_edtf(text)
    if value.earliest is None or value.latest is None:
        raise ValueError(text)
    return begin_and_end(value.earliest.isoformat())[0], begin_and_end(value.latest.isoformat())[1]


def refuse_what_cannot_apply(reader: Parameters, filters: Collection[Filter], kind: str) -> None:
    """Complain of filters that entries of this kind cannot have."""
    for one in filters:
        if one.name in reader.params and reader.params[one.name] and not one.of_kind(kind):
            message = _("Entries of the kind “%(kind)s” have none.")
            reader.complain(one.name, message % {"kind": kind})
