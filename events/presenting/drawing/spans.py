"""What a drawing needs to know of an entry: when it was, and how well that is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from events import dates
from events.documents.shapes import Document
from events.presenting.drawing.scale import Window
from events.presenting.lists import Item
from events.presenting.wording import Links, chosen
from events.vocabulary import TRAITS

LANES = ("kind", "actor", "topic")
# A drawing ends when this share of its entries has ended, so that one that lasts for years does not
# make the others small.
ENDED = 0.8


@dataclass(frozen=True, slots=True)
class Span:
    """`first`, `last`: ordinals of the bounds, None if an end is open or unknown; `sure`: of an
    approximate date, from when to when it is not in doubt; `goes_on`: the end is open, not just
    unknown. `period`: something that lasted from a known time on, rather than
    a day known only to the year. `lanes`: what it is drawn under, by slug."""

    slug: str
    url: str
    kind: str
    title: str
    label: str
    first: int | None
    last: int | None
    sure: tuple[int, int] | None
    goes_on: bool
    approximate: bool
    uncertain: bool
    period: bool
    lanes: tuple[str, ...]

    @property
    def stands(self) -> int:
        """The day at which it stands in the list."""
        if self.first is None:
            return date.min.toordinal() if self.last is None else self.last
        return self.first


def span_of(item: Item, links: Links, lanes: str) -> Span:
    """Of an item that the list shows."""
    return _span(item.document, links, lanes, item.title.plain, item.label.plain)


def span(document: Document, links: Links, lanes: str) -> Span:
    title, label = chosen(document["title"])[0], chosen(document["date"]["label"])[0]
    return _span(document, links, lanes, title, label)


def _span(document: Document, links: Links, lanes: str, title: str, label: str) -> Span:
    record = document["date"]
    edtf = record["edtf"]
    lasts = TRAITS[document["kind"]].lasts and "/" in edtf
    return Span(
        document["slug"],
        links.entry(document["slug"]),
        document["kind"],
        title,
        label,
        _ordinal(record["earliest"]),
        _ordinal(record["latest"]),
        _sure(dates.parse(edtf)) if record["approximate"] else None,
        edtf.endswith(".."),
        record["approximate"],
        record["uncertain"] or edtf.startswith("["),
        lasts and record["earliest"] is not None,
        _lanes(document, lanes),
    )


def opening(spans: Iterable[Span]) -> Window:
    """A window for entries if nobody has chosen one; there must be at least one entry."""
    listed = list(spans)
    days = [span.stands for span in listed]
    ends = sorted(
        span.last if span.last is not None and span.last > span.stands else span.stands
        for span in listed
    )
    window = Window(min(days), max(*days, ends[int((len(ends) - 1) * ENDED)]))
    return window.padded(max(window.days // 25, 1))


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def _sure(value: dates.EDTF) -> tuple[int, int] | None:
    """What lasts is there from its latest start to its earliest end. Of one unknown day there is no
    such time: “about” has made its unit half as long again on each side, so that the unit as it is
    written is the middle half."""
    earliest, latest = value.earliest or value.latest, value.latest or value.earliest
    if earliest is None or latest is None:
        return None
    first, last = earliest.toordinal(), latest.toordinal()
    if value.extents[0].lasts:
        start, end = value.latest_start or earliest, value.earliest_end or latest
        return start.toordinal(), max(end.toordinal(), start.toordinal())
    quarter = (last - first + 1) // 4
    return first + quarter, last - quarter


def _lanes(document: Document, lanes: str) -> tuple[str, ...]:
    if lanes == "kind":
        return (document["kind"],)
    if lanes == "topic":
        return tuple(topic["slug"] for topic in document["topics"])
    # A country's lane also has what its representatives have done, just as its filter finds it.
    slugs = (slug for actor in document["actors"] for slug in (actor["slug"], actor["represents"]))
    return tuple(dict.fromkeys(slug for slug in slugs if slug))
