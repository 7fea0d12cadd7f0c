"""What the drawing needs to know of an entry: when it was, how well that is known, who is in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.dates import MONTHS_3
from django.utils.translation import pgettext

from events import dates
from events.documents.linking import named_by
from events.documents.reading import is_key_event
from events.documents.shapes import ActorInEntry, Document, Texts
from events.presenting.drawing.scale import LAST
from events.presenting.wording import Links, chosen
from events.vocabulary import TRAITS, Kind

# In days: a statement that is older than this, and has not been repeated, is drawn
# as one that ages.
FRESH = 90
# What is known no better than within this many days has no day of its own.
SEVERAL_DAYS = 21
# A title after its first colon, as in “Berlin: the parties agree”, says what is new.
COLON = re.compile(r"^[^:]{3,60}: +(?=\S)")


@dataclass(slots=True)
class DrawnEntry:
    """An entry as it is drawn. All days are ordinals.

    `number`: its place among the entries. `possibly`: the first day on which it can have begun,
    None if nobody knows; `certainly`: the day by which it has for certain, None if there is none.
    `until`: the last day that it can mean, None if an end is open or not known. `lasts`: whether it
    is an interval. `vague`: about a time, or one of several: it has no day of its own. `exact`:
    known to the day, or to a few days. `bound`: all that is known is that it was by then.
    `instant`: the place on the clock of what has a time. `weight`: how important it is among the
    others.
    """

    number: int
    document: Document
    url: str
    kind: str
    title: str
    language: str | None
    when: str
    possibly: int | None
    certainly: int | None
    until: int | None
    lasts: bool
    vague: bool
    exact: bool
    bound: bool
    instant: datetime | None = None
    weight: float = 0.0

    @property
    def slug(self) -> str:
        return self.document["slug"]

    @property
    def is_key(self) -> bool:
        """Have the editors marked it as a key event?"""
        return is_key_event(self.document)

    @property
    def stands(self) -> int:
        """The day by which it is put in order."""
        for day in (self.certainly, self.possibly, self.until):
            if day is not None:
                return day
        return date.min.toordinal()

    @property
    def came(self) -> tuple[int, int, int, int, int]:
        """Which of two came later: by the clock, where both have a time, whatever the days were at
        their places; what is known to the day only before what has a time of it, then by rank."""
        rank, at = self.document["rank"], self.instant
        if at:
            day = at.toordinal()
            return day, day, 1 + at.hour * 60 + at.minute, rank, -self.number
        certainly = LAST if self.certainly is None else self.certainly
        return certainly, self.possibly or 0, 0, rank, -self.number

    @property
    def told(self) -> tuple[int, int]:
        """Its place among others in a list, as lists have them: by the clock, then as given."""
        return self.instant.toordinal() if self.instant else self.stands, -self.number

    @property
    def outcome(self) -> str:
        """The title of a meeting, without what only says where it was."""
        return COLON.sub("", self.title, count=1) if self.kind == Kind.SUMMIT else self.title


def entries_of(documents: Iterable[Document], links: Links) -> list[DrawnEntry]:
    """The entries of these documents, with their weights, but for texts about the others."""
    found = [
        _entry(number, document, links)
        for number, document in enumerate(documents)
        if TRAITS[document["kind"]].drawn
    ]
    _weigh(found)
    return found


def _entry(number: int, document: Document, links: Links) -> DrawnEntry:
    title, language = chosen(document["title"], links.language)
    record = document["date"]
    value = dates.parse(record["edtf"])
    first = value.earliest.toordinal() if value.earliest else None
    sure = value.latest_start.toordinal() if value.latest_start else None
    last = value.latest.toordinal() if value.latest else None
    vague = value.approximate or value.edtf[0] in "[{" or value.precision == "unknown"
    exact = not vague and value.precision in ("day", "time") and sure is not None
    return DrawnEntry(
        number,
        document,
        links.entry(document["slug"]),
        document["kind"],
        title,
        language,
        chosen(record["label"], links.language)[0],
        first,
        sure,
        last,
        "/" in value.edtf and first is not None,
        vague,
        exact and first is not None,
        value.edtf.startswith("../") or (first is None and sure is not None),
        value.instant if value.begins_at else None,
    )


WEIGHTS = {
    Kind.SUMMIT: 3.0,
    Kind.COMMITMENT: 2.2,
    Kind.DEVELOPMENT: 2.0,
    Kind.QUESTION: 1.5,
    Kind.POSITION: 1.0,
}
# A key event comes before all that is none, however much that is.
KEY_EVENT = 100.0
LEVELS = {"leaders": 1.5, "ministers": 0.6, "envoys": 0.2}


def _weigh(entries: list[DrawnEntry]) -> None:
    """Key events first; then by kind and level, by how many are named, and by how many others come
    back to it; of two that are alike, the later one."""
    named = _named(entries)
    for entry in entries:
        document = entry.document
        weight = WEIGHTS.get(Kind(entry.kind), 1.0)
        if document["kind"] == "summit":
            weight += LEVELS.get(document["level"] or "", 0.4)
        weight += min(len({actor["slug"] for actor in document["actors"]}), 12) / 8
        weight += min(named.get(document["id"], 0), 6) / 2
        if entry.is_key:
            weight += KEY_EVENT
        entry.weight = weight + entry.stands / 1e8


def _named(entries: list[DrawnEntry]) -> dict[str, int]:
    """How often other entries name each, by its id."""
    found: dict[str, int] = {}
    for entry in entries:
        for named in named_by(entry.document):
            found[named] = found.get(named, 0) + 1
    return found


def behind(actor: ActorInEntry) -> str:
    """For whom an actor is there: a person for whom it represents."""
    return actor["represents"] or actor["slug"]


class ActorNames:
    """What actors are called, in the reader's language."""

    def __init__(self, entries: Iterable[DrawnEntry], reader: str) -> None:
        self._texts: dict[str, Texts] = {}
        self._reader = reader
        for entry in entries:
            for record in entry.document["actor_records"]:
                self._texts.setdefault(record["slug"], record["name"])

    def __getitem__(self, slug: str) -> str:
        return chosen(self._texts.get(slug), self._reader)[0] or slug


def day_short(day: int) -> str:
    """“6 Jan”."""
    then = date.fromordinal(day)
    parts = {"day": then.day, "month": str(MONTHS_3[then.month]).capitalize()}
    return pgettext("day on an axis", "%(day)d %(month)s") % parts


def month_short(day: int) -> str:
    """“Jan 2026”."""
    then = date.fromordinal(day)
    parts = {"month": str(MONTHS_3[then.month]).capitalize(), "year": then.year}
    return pgettext("month on an axis", "%(month)s %(year)d") % parts


def days_short(first: int, last: int) -> str:
    """“6 Jan”, “14–15 Dec”, “28 Jun – 2 Jul”."""
    if first == last:
        return day_short(first)
    begins, ends = date.fromordinal(first), date.fromordinal(last)
    if (begins.year, begins.month) != (ends.year, ends.month):
        return f"{day_short(first)} – {day_short(last)}"
    parts = {"first": begins.day, "last": day_short(last)}
    return pgettext("days on an axis", "%(first)d–%(last)s") % parts


def when_short(entry: DrawnEntry) -> str:
    """The date of an entry as it stands beside its mark: without its year where its day is known,
    because the chapter says that."""
    if entry.exact and entry.possibly is not None and entry.until is not None:
        return days_short(entry.possibly, entry.until)
    return entry.when
