"""The ribbons of one actor, by topic, or of one topic, by actor: who said what when, on one axis.

Places are shares of the width, so that one drawing serves a phone and a screen; names are texts of
the page, which wrap.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from django.utils.safestring import SafeString

from events.documents.reading import records
from events.documents.shapes import Document, Texts
from events.presenting.drawing.chapters.axis import TimeAxis, heading_of, time_axis
from events.presenting.drawing.chapters.entries import (
    DrawnEntry,
    behind,
    entries_of,
)
from events.presenting.drawing.chapters.stances import (
    Ribbon,
    StancePair,
    names_order,
    pairs_of,
    ribbons_of,
    stance_of,
)
from events.presenting.wording import Links, Text, name, stance
from events.vocabulary import ActorKind, Role

MOST_ROWS = 12
# In thousandths of the width: so much beside the axis that a sign at its end is not cut.
THOUSAND, EDGE = 1000.0, 30.0
# Of the width, what is before the first day of what nobody knows since when.
BEFORE = 22.0
# In pixels: a row, and the height of a ribbon, of a vague one and of a target.
HEIGHT, MIDDLE = 26, 13
RIBBON, THIN = 9, 6
# The widths in pixels for which the months are written, as in the style sheet.
AXES = {"narrow": 280, "wide": 620}


@dataclass(frozen=True, slots=True)
class RibbonRow:
    """`url`: all that the actor has said on the topic. `strip`: the drawing, as SVG."""

    name: Text
    url: str
    strip: SafeString


@dataclass(frozen=True, slots=True)
class Ribbons:
    """`axis`: the months above the rows, as SVG. `more`: how many rows are left out.
    `voiced`: some are of what was only voiced, for others."""

    axis: SafeString
    rows: list[RibbonRow]
    more: int
    voiced: bool


def ribbons_of_actor(
    documents: Sequence[Document], slug: str, links: Links, today: int
) -> Ribbons | None:
    """The topics on which the actor, or who represents it, has taken a position, from documents
    that name it; of a person also those that it voiced for somebody, who is named then."""
    entries = [entry for entry in entries_of(documents, links) if any(_holders(entry, slug))]
    holders = {holder for entry in entries for holder in _holders(entry, slug)}
    pairs = names_order([pair for pair in pairs_of(entries) if pair.holder in holders])
    called = _names(documents, links)
    names = [
        _joined(called(pair.holder) if pair.holder != slug else None, pair, links) for pair in pairs
    ]
    return _drawn(pairs, names, links, today, slug)


def ribbons_of_topic(
    documents: Sequence[Document], slug: str, links: Links, today: int
) -> Ribbons | None:
    """The actors that have taken a position on the topic."""
    entries = entries_of(documents, links)
    pairs = names_order([pair for pair in pairs_of(entries) if pair.topic == slug])
    called = _names(documents, links)
    names = [called(pair.holder) for pair in pairs]
    return _drawn(pairs, names, links, today)


def _holders(entry: DrawnEntry, slug: str) -> Iterable[str]:
    """Those for whom the entry counts, of a position that is this actor's or that it voiced."""
    actors = entry.document["actors"]
    voiced = any(
        (one["slug"], one["role"], one["kind"]) == (slug, Role.SPEAKER, ActorKind.PERSON)
        for one in actors
    )
    for actor in actors:
        own = slug in (actor["slug"], actor["represents"])
        if actor["role"] == Role.HOLDER and (own or voiced):
            yield behind(actor)


def _names(documents: Iterable[Document], links: Links) -> Callable[[str], Text]:
    """What actors are called in the newest of the documents."""
    texts: dict[str, Texts] = {}
    for document in documents:
        for slug, record in records(document).items():
            texts.setdefault(slug, record["name"])
    return lambda slug: name(texts.get(slug), links.language)


def _joined(holder: Text | None, pair: StancePair, links: Links) -> Text:
    """The topic; before it, whose position it is."""
    topic = name(pair.topic_name, links.language)
    if not holder:
        return topic
    both = Text(f"{holder}: {topic}")
    both.plain, both.language = f"{holder.plain}: {topic.plain}", None
    return both


def _drawn(
    pairs: Sequence[StancePair], names: Sequence[Text], links: Links, today: int, own: str = ""
) -> Ribbons | None:
    """`own`: whose positions all are here; of others', only some are, so that nothing tells how
    long they held."""
    if not pairs:
        return None
    shown = pairs[:MOST_ROWS]
    entries = {entry.number: entry for pair in shown for entry in pair.said}
    axis = time_axis(entries.values(), today, None, EDGE, THOUSAND - EDGE)
    rows = []
    for pair, called in zip(shown, names, strict=False):
        found = ribbons_of(pair, today)
        if own and pair.holder != own:
            found = [replace(one, fresh=one.begins, ends=one.begins) for one in found]
        strip = _strip(pair, found, called, axis)
        rows.append(RibbonRow(called, links.cell(pair.holder, pair.topic), strip))
    voiced = bool(own) and any(pair.holder != own for pair in shown)
    return Ribbons(_axis(axis), rows, len(pairs) - len(shown), voiced)


def _axis(axis: TimeAxis) -> SafeString:
    """The months of the chapters, where they have room."""
    parts = []
    for size, width in AXES.items():
        said = ""
        for number, chapter in enumerate(axis.chapters):
            following = axis.chapters[number + 1 :]
            until = following[0].left if following else THOUSAND
            room = (until - chapter.left) * width / THOUSAND - 6
            if months := heading_of(chapter, room)[0]:
                said += f'<text x="{_at(chapter.left)}" y="13">{escape(months)}</text>'
        parts.append(f'<g class="{size}">{said}</g>')
    return SafeString(
        f'<svg class="axis" width="100%" height="18" aria-hidden="true">{"".join(parts)}</svg>'
    )


def _strip(pair: StancePair, found: Sequence[Ribbon], called: Text, axis: TimeAxis) -> SafeString:
    ink = [
        f'<rect class="cut" x="{_at(cut.left)}" width="{_at(cut.right - cut.left)}"'
        f' height="{HEIGHT}"/>'
        for cut in axis.cuts
    ]
    if axis.today is not None:
        ink.append(_line(axis.today, axis.today, 0, HEIGHT, "today"))
    # What is certain lies over what is not, and signs over all ribbons.
    spots: list[tuple[float, DrawnEntry]] = []
    for entry in pair.said:
        if entry.vague or entry.certainly is None:
            first = axis.first if entry.possibly is None else entry.possibly
            last = axis.last if entry.until is None else entry.until
            left, right = axis.x(first), axis.x(last + 1)
            ink.append(_bar(left, right, THIN, f"vague {stance_of(entry)}"))
            spots.append(((left + right) / 2, entry))
    for ribbon in found:
        ink += _ribbon(ribbon, axis)
        spots.append((axis.middle(ribbon.begins), ribbon.entry))
    signs = "".join(_sign(x, entry) for x, entry in spots)
    marks = "".join(_mark(x, entry) for x, entry in spots)
    return SafeString(
        f'<svg class="strip" width="100%" height="{HEIGHT}" role="group">'
        f'<g aria-hidden="true">{"".join(ink)}{signs}</g>'
        f'<g role="list" aria-label="{escape(called.plain)}">{marks}</g></svg>'
    )


def _ribbon(ribbon: Ribbon, axis: TimeAxis) -> Iterable[str]:
    """Pale before it is certain, full while it is lately said, dashed as it ages."""
    left, fresh, right = map(axis.middle, (ribbon.begins, ribbon.fresh, ribbon.ends))
    possibly = ribbon.entry.possibly
    if possibly is None:
        yield _bar(max(left - BEFORE, 0), left, RIBBON, f"pale {ribbon.stance}")
    elif possibly < ribbon.begins:
        yield _bar(axis.x(possibly), left, RIBBON, f"pale {ribbon.stance}")
    yield _bar(left, fresh, RIBBON, ribbon.stance)
    if right > fresh:
        yield _line(fresh, right, MIDDLE, MIDDLE, f"aging {ribbon.stance}")


def _bar(left: float, right: float, height: int, named: str) -> str:
    return (
        f'<rect class="{named}" x="{_at(left)}" y="{MIDDLE - height / 2:g}"'
        f' width="{_at(max(right - left, 0))}" height="{height}"/>'
    )


def _line(left: float, right: float, top: int, bottom: int, named: str) -> str:
    return f'<line class="{named}" x1="{_at(left)}" x2="{_at(right)}" y1="{top}" y2="{bottom}"/>'


def _sign(x: float, entry: DrawnEntry) -> str:
    value = stance_of(entry)
    doubted = " doubted" if entry.vague or entry.certainly is None else ""
    return (
        f'<svg x="{_at(x)}" y="{MIDDLE}" overflow="visible"><g class="signed {value}{doubted}">'
        '<rect x="-8" y="-8" width="16" height="16" rx="3"/><text y="4.5" text-anchor="middle">'
        f"{escape(stance(value).sign)}</text></g></svg>"
    )


def _mark(x: float, entry: DrawnEntry) -> str:
    """What can be pointed at and reached: a link to the statement, which its name tells."""
    said = f"{stance(stance_of(entry)).label}, {entry.when}: {entry.title}"
    return (
        f'<g role="listitem"><a href="{escape(entry.url)}"><title>{escape(said, quote=False)}'
        f'</title><svg x="{_at(x)}" y="{MIDDLE}" overflow="visible"><rect class="hit" x="-12"'
        ' y="-12" width="24" height="24" rx="4"/></svg></a></g>'
    )


def _at(place: float) -> str:
    return f"{place * 100 / THOUSAND:.2f}%"
