"""What is derived from a document so that it can be found: tags, place in the list, words, stances.

Pure functions of the document. The door calls them when it appends a version, and `rebuild` calls
them for all versions at once, so the two cannot differ.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import orjson

from events import dates, words
from events.documents.cited import as_listed, contradicting, in_brief
from events.documents.linking import links
from events.documents.membership import joined_in
from events.documents.progress import turns
from events.documents.reading import is_key_event, passages, status_changes, topics, units
from events.documents.roll_call import RollCall
from events.documents.shapes import (
    Actor,
    ActorInEntry,
    Commitment,
    Document,
    Held,
    Position,
    Texts,
    Topic,
)
from events.filters import TABLE, Choice
from events.log import ABOUT, BY, day_of, sort_key
from events.vocabulary import (
    ANY,
    TAKING_PART,
    TRAITS,
    ActorKind,
    Facet,
    Involvement,
    Naming,
    Role,
    Stance,
    Standing,
)

# Roles in which an actor takes no part in a commitment.
NOT_IN_IT = (Role.DECLINER, Role.FORMER)
CLOSED_LISTS = tuple(one for one in TABLE if isinstance(one, Choice))


class TagName(NamedTuple):
    facet: str
    slug: str


class PlaceInList(NamedTuple):
    """Where an entry stands in time and in the list: the columns of its row (`VersionIndex`)."""

    earliest: date | None
    latest_start: date | None
    earliest_end: date | None
    latest: date | None
    early: bool
    sort: int
    month: int


class TimeOfStance(NamedTuple):
    """From when to when a position can hold, and does: columns of its rows (`StanceIndex`)."""

    since: int | None
    possible: int
    vague: bool
    day: date | None
    holds_until: date
    ends_by: date


class HeldStance(NamedTuple):
    """The stance of an actor on a topic, both by slug. `cell`: what the matrix says, as JSON."""

    actor: str
    topic: str
    stance: str
    cell: str


def tags(document: Document) -> dict[TagName, str]:
    """The tags of a document, each with its label as JSON text; empty where a tag has no name."""
    processes = document["process_records"]
    found = {TagName(Facet.PROCESS, one["slug"]): _label(one["name"]) for one in processes}
    found |= _on_topics(document) | _cited(document)
    for figure in document["figures"]:
        found[TagName(Facet.MEASURE, figure["measure"])] = _label(figure["label"])
    found |= dict.fromkeys(_pictures(document), "")
    for unit in units(document):
        found[TagName(Facet.UNIT, unit["slug"])] = _label(unit["name"])
    names = {record["slug"]: _label(record["name"]) for record in document["actor_records"]}
    for slug, name in names.items():
        found[TagName(Facet.RECORD, slug)] = name
    found |= _on_file(document)
    for actor in document["actors"]:
        # Those who represent a country also lead to it.
        for slug in filter(None, (actor["slug"], actor["represents"])):
            found[TagName(Facet.ACTOR, slug)] = names[slug]
            found[TagName(Facet.ACTOR_IN_ROLE, f"{slug}/{actor['role']}")] = ""
            if actor["status"]:
                found[TagName(Facet.ATTENDANCE_OF, f"{slug}/{actor['status']}")] = ""
    for one in CLOSED_LISTS:
        found |= {TagName(one.facet, value): "" for value in one.held_by(document)}
    found |= _on_lists(document)
    if document["kind"] == "commitment":
        found |= _takes_part(document, names) | _acted(document, names) | _turns(document)
        found |= _due(document)
    if is_key_event(document):
        found[TagName(Facet.KEY_EVENT, ANY)] = ""
    return found | dict(_names(document))


def _pictures(document: Document) -> Iterator[TagName]:
    """The made sizes of all pictures that it shows, or that what it names has."""
    records = (*document["process_records"], *document["actor_records"])
    beside = [picture for record in records for picture in record.get("pictures", ())]
    for picture in (*document["pictures"], *beside):
        for size in picture["sizes"]:
            if size["digest"]:
                yield TagName(Facet.PICTURE, size["digest"])


def _cited(document: Document) -> dict[TagName, str]:
    """Its sources, with what lists of sources show of them, and which of them contradict it."""
    found: dict[TagName, str] = {}
    for source in document["sources"]:
        slug, language = source["slug"], source["languages"][0]
        found[TagName(Facet.SOURCE, slug)] = _label({language: source["title"]})
        found[TagName(Facet.PUBLICATION, slug)] = orjson.dumps(as_listed(source)).decode()
    if against := contradicting(document):
        found |= {TagName(Facet.CONTRADICTED, slug): "" for slug in (*against, ANY)}
    return found


def _on_topics(document: Document) -> dict[TagName, str]:
    found: dict[TagName, str] = {}
    for topic in topics(document):
        found[TagName(Facet.TOPIC, topic["slug"])] = _label(topic["name"])
        if topic["aliases"]:
            names = [alias["text"] for alias in topic["aliases"]]
            found[TagName(Facet.TOPIC_ALIAS, topic["slug"])] = orjson.dumps(names).decode()
        for wider in topic["wider"]:
            name = f"{wider['slug']}/{topic['slug']}"
            found[TagName(Facet.NARROWER, name)] = _label(topic["name"])
    return found


def _names(document: Document) -> Iterator[tuple[TagName, str]]:
    for naming, link in links(document):
        if link["id"]:
            yield TagName(Facet.NAMES, f"{naming}/{link['id']}"), ""
            if naming == Naming.CONTRADICTS:
                yield TagName(Facet.NAMES, f"{naming}/{ANY}"), ""


def _on_file(document: Document) -> dict[TagName, str]:
    """What the records of actors have: other names, and what they name."""
    found: dict[TagName, str] = {}
    for record in document["actor_records"]:
        if record["aliases"]:
            names = [alias["text"] for alias in record["aliases"]]
            found[TagName(Facet.ALIAS, record["slug"])] = orjson.dumps(names).decode()
        for neighbour in (*record["predecessors"], *record["successors"]):
            found[TagName(Facet.REFERRED, neighbour["actor"])] = _label(neighbour["name"])
    for source in document["source_records"]:
        label = _label({source["languages"][0]: source["title"]})
        found[TagName(Facet.SOURCE_ON_FILE, source["slug"])] = label
    return found


def _on_lists(document: Document) -> dict[TagName, str]:
    """The values that it has of lists that the site keeps itself, with their names."""
    if document["kind"] == "summit":
        form = document["format_record"]
        return {TagName(Facet.FORMAT, form["slug"]): _label(form["name"])}
    if document["kind"] == "commitment":
        records = document["domain_records"]
        return {TagName(Facet.DOMAIN, one["slug"]): _label(one["name"]) for one in records}
    return {}


def _takes_part(document: Commitment, names: dict[str, str]) -> dict[TagName, str]:
    """Who takes part in a commitment, and how: each under its country, if it has one, with its name
    or, for a person, that of the country or organisation represented there."""
    records = {record["slug"]: record for record in document["actor_records"]}
    there: dict[str, ActorInEntry] = {}
    found: dict[TagName, str] = {}

    def add(actor: ActorInEntry | Actor, part: str) -> None:
        represented = actor["represents"] or actor["slug"]
        name = f"{actor['country'] or ''}/{part}/{represented}"
        found[TagName(Facet.TAKES_PART, name)] = names[represented]

    for actor in document["actors"]:
        add(actor, actor["role"])
        there[actor["slug"]] = actor
        if actor["role"] in NOT_IN_IT:
            continue
        for member in joined_in(records[actor["slug"]], document["date"]):
            add(records[member["actor"]], Involvement.MEMBER)
    call = RollCall.of(document)
    for line in call.lines(call.newest):
        if line.domain and line.is_certainly(*TAKING_PART):
            add(there[line.actor], f"{Involvement.IN_DOMAIN}{line.domain}")
        if line.is_certainly(Standing.CONFIRMED):
            add(there[line.actor], Involvement.CONFIRMED)
    return found


def _acted(document: Commitment, names: dict[str, str]) -> dict[TagName, str]:
    """Whoever suspended, blocked or ended a commitment, without a role in it."""
    by = {change["by"] for change in status_changes(document) if change["by"]}
    return {TagName(Facet.ACTOR, slug): names[slug] for slug in by}


def _turns(document: Commitment) -> dict[TagName, str]:
    """The statuses that it gets by itself, later than it was published."""
    was = document["status"]
    return {
        TagName(Facet.TURNS, f"{period.since}/{period.until}/{was}/{period.status}"): ""
        for period in turns(document)
    }


def _due(document: Commitment) -> dict[TagName, str]:
    """The days by which it or a part of it is due, where they are known."""
    deadlines = [document["deadline"], *(part["deadline"] for part in document["parts"])]
    days = [deadline["latest"] for deadline in deadlines if deadline]
    return {TagName(Facet.DUE, day): "" for day in days if day}


def place(document: Document, entry: int) -> PlaceInList:
    """The place of the entry with this primary key."""
    return place_of(dates.parse(document["date"]["edtf"]), document["rank"], entry)


def place_of(value: dates.EDTF, rank: int, entry: int) -> PlaceInList:
    # What was by a time has its place at that time, as in `EDTF.instant`.
    at = value.begins_at or (None if value.earliest else value.ends_at)
    sort = sort_key(at or value.sort_day, rank, entry)
    return PlaceInList(
        value.earliest,
        value.latest_start,
        value.earliest_end,
        value.latest,
        value.earliest is None or value.earliest < day_of(sort),
        sort,
        month_of(value),
    )


def month_of(value: dates.EDTF) -> int:
    """The month under which lists count a date: see `VersionIndex.month`."""
    began, day = dates.certainty.since(value), value.sort_day
    if began.certainly is None and began.possibly is None:
        return 0
    # What was by a day is counted by that day.
    by, first = began.possibly is None, began.possibly or day
    if began.certainly is None or (first.year, day.year) != (began.certainly.year,) * 2:
        return day.year * 100 + ABOUT
    known = first.month == day.month == began.certainly.month
    if by:
        known = known and value.precision not in dates.WITHOUT_MONTH
    return day.year * 100 + (day.month if known else 0) + (BY if by else 0)


def in_one_year(month: int) -> bool:
    """Whether all that is counted under such a month began in its year, or by a day in it."""
    return month % 100 != ABOUT


def time_of_stance(document: Position, entry: int) -> TimeOfStance:
    """From when to when the position of the entry with this primary key holds, as far as its own
    date says: another position may follow."""
    value = dates.parse(document["date"]["edtf"])
    # What is taken back stays so, whatever end its date has.
    ends = document["stance"] != Stance.TAKEN_BACK
    begun, end = dates.certainty.since(value), dates.certainty.until(value) if ends else None
    at = value.begins_at or begun.certainly
    earliest = value.begins_at or begun.possibly
    vague = begun.certainly is None or begun.possibly != begun.certainly
    return TimeOfStance(
        since=sort_key(at, document["rank"], entry) if at else None,
        possible=sort_key(earliest, document["rank"], entry) if earliest else 0,
        vague=vague,
        day=None if vague else begun.certainly,
        holds_until=(end.possibly or date.min) if end else date.max,
        ends_by=(end.certainly or date.max) if end else date.max,
    )


def stances(document: Document) -> list[HeldStance]:
    """The cells of the matrix that a position fills: one for each holder and topic."""
    if document["kind"] != "position":
        return []
    return [
        HeldStance(actor["slug"], topic["slug"], document["stance"], _cell(document, actor, topic))
        for actor in document["actors"]
        if actor["role"] == Role.HOLDER
        for topic in document["topics"]
    ]


def _cell(document: Position, actor: ActorInEntry, topic: Topic) -> str:
    held: Held = {
        "actor": actor["slug"],
        "country": actor["country"] if actor["kind"] == ActorKind.COUNTRY else None,
        "topic": topic["slug"],
        "stance": document["stance"],
        "entry": {"id": document["id"], "slug": document["slug"]},
        "date": document["date"],
        "speakers": document["speakers"],
        "attribution": document["attribution"],
        "basis": document["basis"],
        "source": in_brief(document),
    }
    return orjson.dumps(held).decode()


def text_words(document: Document) -> set[str]:
    """The normalised words of all the text in the document that readers see, and those for what it
    is: “Gipfel” finds meetings."""
    return {word for text in _texts(document) for word in words.words(text)}


def running_text(document: Document) -> str:
    """The same words in the order in which they stand, with a stroke between one text and the
    next."""
    return f" {' | '.join(' '.join(words.words(text)) for text in _texts(document))} "


def _texts(document: Document) -> Iterator[str]:
    for passage in passages(document):
        yield from passage.texts.values()
    yield TRAITS[document["kind"]].called
    if document["kind"] == "summit":
        yield from document["format_record"]["name"].values()


def _label(texts: Texts) -> str:
    return orjson.dumps(texts).decode()
