"""A meeting: who was there for whom, how many are reported and named, and what surrounds it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import dates
from events.documents.reading import records
from events.documents.shapes import Document, Summit
from events.presenting.lists import Item, item
from events.presenting.parts import (
    AWAY,
    HEADINGS,
    figures,
    name_then,
    names_line,
    on_file_then,
    places,
)
from events.presenting.wording import Links, Text, closed_lists, day_worded, text
from events.vocabulary import ActorKind, Attendance, Role

# Positions dated this many days before or after a meeting were voiced around it.
DAYS_AROUND = 7
# How many reported figures are shown beside the number of those named.
FIGURES = 2
# What somebody can be at a meeting beyond taking part.
MORE_THAN_TAKING_PART = (Role.HOST, Role.CHAIR, Role.MEDIATOR, Role.OBSERVER)
NOT_THERE = gettext_lazy("Not there")


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at a meeting, or away from it. `itself`: the name is that of the delegation."""

    name: Text
    url: str
    office: Text
    role: str  # only if it is more than taking part
    attendance: str
    away: bool
    itself: bool


@dataclass(slots=True)
class Delegation:
    """Those who were at a meeting for one country or organisation, which may itself be named."""

    slug: str
    name: Text
    url: str
    kind: str
    seats: list[Seat] = field(default_factory=list)

    @property
    def present(self) -> bool:
        return any(not seat.away for seat in self.seats)


@dataclass(frozen=True, slots=True)
class DelegationGroup:
    """Those with the same role, or those who stayed away, by whom they were there for."""

    heading: str | Promise
    away: bool
    delegations: list[Delegation]


@dataclass(frozen=True, slots=True)
class Count:
    amount: str
    label: str | SafeString
    reported: bool


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting in a list of meetings."""

    item: Item
    place: SafeString
    format: Text
    counts: SafeString
    agenda: SafeString


def rows(documents: Iterable[Summit], links: Links) -> list[ListedMeeting]:
    return [
        ListedMeeting(
            item(document, links),
            places.where(document),
            text(document["format_record"]["name"]),
            _counts_line(document),
            names_line(document["topics"], links.language, links.topic),
        )
        for document in documents
    ]


def delegations(document: Summit, links: Links) -> dict[str, Delegation]:
    """Everybody named at a meeting, by the slug of whom they were there for."""
    found: dict[str, Delegation] = {}
    for delegation, seat, _role in _seats(document, links):
        found.setdefault(delegation.slug, delegation).seats.append(seat)
    return found


def parts(document: Summit, links: Links) -> list[DelegationGroup]:
    """The delegations by role; those who stayed away come separately, at the end."""
    found: dict[tuple[bool, str], dict[str, Delegation]] = {}
    for delegation, seat, role in _seats(document, links):
        group = found.setdefault((seat.away, "" if seat.away else role), {})
        group.setdefault(delegation.slug, delegation).seats.append(seat)
    order = list(HEADINGS)
    keys = sorted(found, key=lambda key: (key[0], order.index(key[1]) if key[1] in order else 99))
    return [
        DelegationGroup(
            NOT_THERE if away else HEADINGS.get(role) or closed_lists.label(Role, role),
            away,
            list(found[away, role].values()),
        )
        for away, role in keys
    ]


def tally(document: Summit) -> list[Count]:
    """How many are reported to take part and, beside it, how many are named: neither is a sum of
    the other."""
    said = [
        Count(figure.amount, figure.label, reported=True)
        for figure in _preferred(document)[:FIGURES]
    ]
    present = {actor["slug"] for actor in document["actors"] if actor["status"] not in AWAY}
    away = {actor["slug"] for actor in document["actors"] if actor["status"] in AWAY} - present
    named = [Count(figures.number_worded(len(present)), _("named"), reported=False)]
    if away:
        named.append(Count(figures.number_worded(len(away)), _("not there"), reported=False))
    return [*said, *named]


def explained(document: Summit, links: Links) -> str:
    """A sentence that says how many are named, and from how many countries."""
    present = {actor["slug"] for actor in document["actors"] if actor["status"] not in AWAY}
    if not present:
        return _("Nobody who took part is named.")
    countries = {
        delegation.slug
        for delegation in delegations(document, links).values()
        if delegation.kind == ActorKind.COUNTRY and delegation.present
    }
    said = ngettext(
        "%(number)s is named as taking part.",
        "%(number)s are named as taking part.",
        len(present),
    ) % {"number": figures.number_worded(len(present))}
    if not countries:
        return said
    return f"{said} " + ngettext(
        "Among them, %(number)s country is represented.",
        "Among them, %(number)s countries are represented.",
        len(countries),
    ) % {"number": figures.number_worded(len(countries))}


def window(document: Summit) -> tuple[date, date] | None:
    """The days around a meeting: from some days before it to as many after it, whatever day its
    date means; None if no day is certain to be one of them. Of one without an end, around its
    beginning."""
    value = dates.parse(document["date"]["edtf"])
    first = value.latest_start
    last = value.earliest if value.latest is None else value.earliest_end
    if first is None or last is None:
        return None
    around = timedelta(DAYS_AROUND)
    begins = first - around if first - date.min >= around else date.min
    ends = last + around if date.max - last >= around else date.max
    return (begins, ends) if begins <= ends else None


def window_worded(first: date, last: date) -> str:
    """A sentence that says which positions count as around a meeting."""
    return _(
        "Positions on the topics of its agenda that are dated from %(first)s to %(last)s: from "
        "seven days before the meeting to seven days after it. Dates that can mean another day are "
        "left out."
    ) % {"first": day_worded(first), "last": day_worded(last)}


def voiced(documents: Iterable[Document], links: Links) -> list[Item]:
    """The positions that were voiced then."""
    return [item(document, links) for document in documents]


def _seats(document: Summit, links: Links) -> Iterator[tuple[Delegation, Seat, str]]:
    """Everybody named, each with an empty delegation of whomever they are there for."""
    on_file = records(document)
    for actor in document["actors"]:
        slug = actor["represents"] or actor["slug"]
        record = on_file.get(slug)
        name = on_file_then(record, document) if record else name_then(actor)
        kind = record["kind"] if record else actor["kind"]
        delegation = Delegation(slug, name, links.actor(slug), kind)
        status, role = actor["status"], actor["role"]
        seat = Seat(
            name=name_then(actor),
            url=links.actor(actor["slug"]),
            office=text(actor["office"]),
            role=closed_lists.label(Role, role) if role in MORE_THAN_TAKING_PART else "",
            attendance=closed_lists.label(Attendance, status),
            away=status in AWAY,
            itself=slug == actor["slug"],
        )
        yield delegation, seat, role


def _preferred(document: Summit) -> list[figures.WordedFigure]:
    """One figure for each measure: the preferred one, else the first."""
    found: dict[str, tuple[bool, figures.WordedFigure]] = {}
    for record, figure in zip(document["figures"], figures.figures(document), strict=True):
        known = found.get(record["measure"])
        if known is None or (record["preferred"] and not known[0]):
            found[record["measure"]] = (record["preferred"], figure)
    return [figure for _preferred, figure in found.values()]


def _counts_line(document: Summit) -> SafeString:
    """“35 countries reported, 6 named, 1 not there”."""
    said: list[str] = [
        Text.of(_("%(figure)s reported") % {"figure": f"{figure.amount} {figure.label.plain}"})
        for figure in _preferred(document)[:FIGURES]
    ]
    present = {actor["slug"] for actor in document["actors"] if actor["status"] not in AWAY}
    away = {actor["slug"] for actor in document["actors"] if actor["status"] in AWAY} - present
    said.append(Text.of(_("%(number)s named") % {"number": figures.number_worded(len(present))}))
    if away:
        said.append(
            Text.of(_("%(number)s not there") % {"number": figures.number_worded(len(away))})
        )
    return SafeString(", ".join(said))
