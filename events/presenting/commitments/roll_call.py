"""The roll call of a commitment in words: who counts as what on a day, and by which steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.documents import reading, shapes
from events.documents.counts import COUNTED, counted, counted_actors
from events.documents.roll_call import Line, RollCall, Step
from events.presenting.commitments.totals import WordedTotal, amount_of, totals_worded
from events.presenting.parts import amount_line, count_worded, name_then, number_worded
from events.presenting.wording import (
    Dated,
    Links,
    Term,
    Text,
    closed_lists,
    dated_or_none,
    day_worded,
    text,
    text_in,
)
from events.vocabulary import Stage, Standing

# A class of the site's style sheet and the words for what an actor counts as.
STANDINGS: dict[Standing, tuple[str, str | Promise]] = {
    Standing.CONFIRMED: ("done", gettext_lazy("confirmed by itself")),
    Standing.NAMED: ("over", gettext_lazy("not confirmed by itself")),
    Standing.SUSPENDED: ("mixed", gettext_lazy("suspended")),
    Standing.DECLINED: ("wrong", gettext_lazy("has declined")),
    Standing.LEFT: ("over", gettext_lazy("takes part no longer")),
}


@dataclass(frozen=True, slots=True)
class WordedStage:
    """One step. `ahead`: that it is still to come on the day, if it is; `source`: the slug of a
    cited one."""

    label: str
    date: Dated | None
    ahead: str
    amount: SafeString
    source: str | None
    locator: str
    quote: Text
    note: Text


@dataclass(frozen=True, slots=True)
class Called:
    """An actor in one domain on a day. `perhaps`: what it counts as only possibly."""

    name: Text
    url: str
    domain: Text
    amount: SafeString
    standing: Term | None
    perhaps: str
    stages: list[WordedStage]


@dataclass(frozen=True, slots=True)
class CalledGroup:
    """Those who count as one thing, for certain first. `heading`: how many, and how many more can
    be: “9 named (possibly 2 more)”."""

    key: str
    heading: str
    called: list[Called]


@dataclass(frozen=True, slots=True)
class WordedRollCall:
    """`day`: the one that it is called on, also as a form takes it (`on`); `groups`: one for each
    number of the counts; `later`: who comes in only after the day; `table_url`: the same as a
    table."""

    day: str
    on: str
    groups: list[CalledGroup]
    later: list[Called]
    later_heading: str
    totals: list[WordedTotal]
    table_url: str


def roll_call(document: shapes.Commitment, links: Links, day: date) -> WordedRollCall | None:
    """None if nobody is called."""
    if not document["roll_call"]:
        return None
    lines = RollCall.of(document).lines(day)
    counts = counted(lines, day, document["counts"])
    worded = {id(line): _called(line, document, links, day) for line in lines}
    actors = counted_actors(lines)
    groups = []
    for key in COUNTED:
        sure = [one for one in actors if key in one.surely]
        maybe = [one for one in actors if key in one.perhaps]
        rows = [worded[id(line)] for one in [*sure, *maybe] for line in one.lines_of(key)]
        if rows:
            groups.append(CalledGroup(key, count_worded(key, counts).line, rows))
    later = [worded[id(line)] for line in lines if line.readings == {None}]
    table = links.page("roll-call-csv", document["slug"])
    return WordedRollCall(
        day_worded(day),
        day.isoformat(),
        groups,
        later,
        _("Not yet on this day: %(number)s") % {"number": number_worded(len(later))},
        totals_worded(lines, day),
        f"{table}{'&' if '?' in table else '?'}on={day.isoformat()}",
    )


def called(document: shapes.Commitment, links: Links, day: date) -> list[Called]:
    """Those who take part or have declined on a day, in the order of the rows."""
    lines = RollCall.of(document).lines(day)
    return [_called(line, document, links, day) for line in lines if line.readings != {None}]


def _called(line: Line, document: shapes.Commitment, links: Links, day: date) -> Called:
    names = {actor["slug"]: name_then(actor) for actor in document["actors"]}
    standing = line.standing
    return Called(
        names.get(line.actor) or Text.of(line.actor),
        links.actor(line.actor),
        _domain(line, document),
        amount_of(line, day),
        _term(standing) if standing else None,
        "" if standing else _perhaps(line),
        list(_stages(line.steps, document, day, _ahead(day, links))),
    )


def _domain(line: Line, document: shapes.Commitment) -> Text:
    return text(reading.domain_names(document)[line.domain]) if line.domain else Text.of("")


def _term(standing: Standing) -> Term:
    tone, label = STANDINGS[standing]
    return Term(standing.value, str(label), tone)


def _perhaps(line: Line) -> str:
    words = [str(STANDINGS[one][1]) for one in STANDINGS if one in line.readings]
    if not words:
        return ""
    said = _(" or ").join(words)
    return _("possibly %(what)s; the day is not known") % {"what": said}


def _ahead(day: date, links: Links) -> str:
    """What is said of a step that comes after the day: that it is announced is known today, and of
    no earlier day."""
    if day < date.fromisoformat(links.day):
        return _("not yet on this day")
    return _("announced, not in force yet")


def _stages(
    steps: Iterable[Step], document: shapes.Commitment, day: date, ahead: str
) -> Iterator[WordedStage]:
    languages = {source["slug"]: source["languages"][0] for source in document["sources"]}
    for step in steps:
        row = step.row
        stage = closed_lists.label(Stage, row["stage"])
        yield WordedStage(
            stage or _("named"),
            dated_or_none(row["date"]),
            "" if step.can_have_come(day) else ahead,
            amount_line(row["amount"]) if row["amount"] else Text.of(""),
            row["source"],
            row["locator"],
            text_in(row["quote"], languages.get(row["source"] or "", "")),
            text(row["note"]),
        )


def said_of(slug: str, document: shapes.Commitment, day: date) -> list[SafeString]:
    """What one actor has to do with it: “Signed, 5 million euros, Money”."""
    found = []
    for line in RollCall.of(document).lines(day):
        if line.actor != slug or not line.last:
            continue
        stage = closed_lists.label(Stage, line.last["stage"])
        parts = [
            Text.of(stage),
            amount_of(line, day),
            _domain(line, document),
        ]
        if said := [part for part in parts if part]:
            found.append(SafeString(", ".join(said)))
    return found
