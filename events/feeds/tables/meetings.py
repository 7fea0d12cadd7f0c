"""Meetings compared as tables: a row for each meeting and each participant, topic or position."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, TypedDict

from events.documents.membership import joined_in
from events.documents.reading import records
from events.documents.shapes import ActorInEntry, Address, Day, PublishedSummit, Slug
from events.feeds.tables.columns import DataTable, Row
from events.feeds.tables.entries import SOURCES
from events.feeds.tables.positions import HELD, WHO_ON_WHAT, WRITTEN, HeldWritten, NamedSlug


class ComparedMeeting(PublishedSummit):
    """One of the meetings."""

    url: Annotated[Address, "The address of its page."]


class OfMeeting(TypedDict):
    """What every row has."""

    meeting: ComparedMeeting


class AtMeeting(OfMeeting):
    """Somebody at a meeting, or of whom nothing is said there. `attendance`: there, away, member
    (of a coalition that took part, and not named itself) or unknown; `actor`: for whom; `actors`:
    who, one role of one of them a row; `members_of`: the coalitions."""

    actor: Slug
    named: NamedSlug
    attendance: str
    actors: ActorInEntry | None
    members_of: list[Slug]


class OnAgenda(OfMeeting):
    """A topic at a meeting."""

    topic: Slug
    topics: list[NamedSlug]
    on_agenda: bool


class HeldAtMeeting(HeldWritten, OfMeeting):
    """A position on the last day of a meeting, `on`."""

    on: Day
    actors: list[NamedSlug]
    topics: list[NamedSlug]


MEETING = tuple(
    f"meeting.{name}"
    for name in ("id", "slug", "url", "title", "date.edtf", "date.label", "status", "format")
)
WHERE = tuple(f"meeting.{name}" for name in (*SOURCES, "version.number", "version.seq"))
WHO = tuple(
    f"actors.{name}"
    for name in ("slug", "name", "kind", "role", "status", "office", "represents", "country")
)
PARTICIPANTS = DataTable(
    "participants",
    (AtMeeting,),
    (*MEETING, "actor", "named.name", "attendance", *WHO, "members_of", *WHERE),
)
AGENDA = DataTable("agenda", (OnAgenda,), (*MEETING, "topic", "topics.name", "on_agenda", *WHERE))
POSITIONS = DataTable(
    "positions-at-meetings", (HeldAtMeeting,), (*MEETING, "on", *WHO_ON_WHAT, *HELD, *WRITTEN)
)


def meetings(
    documents: Iterable[PublishedSummit], address: Callable[[str], str]
) -> list[dict[str, Any]]:
    """The meetings as members of rows."""
    return [{**document, "url": address(document["slug"])} for document in documents]


def participants(
    compared: Sequence[Mapping[str, Any]], attendance: Iterable[tuple[Slug, Sequence[str]]]
) -> Iterator[Row]:
    """`attendance`: of each country, organisation or coalition, what is known of it at each
    meeting."""
    names: dict[str, Any] = {}
    for meeting in compared:
        for record in meeting["actor_records"]:
            names[record["slug"]] = record["name"]
            for member in record.get("members", []):
                names.setdefault(member["actor"], member["name"])
        for one in meeting["actors"]:
            names.setdefault(one["slug"], one["name"])
    for slug, places in attendance:
        named = {"slug": slug, "name": names.get(slug, {})}
        for meeting, known in zip(compared, places, strict=True):
            seats = [one for one in meeting["actors"] if slug == (one["represents"] or one["slug"])]
            of = _coalitions(meeting, slug) if known == "member" else []
            for seat in seats or [None]:
                yield {
                    "meeting": meeting,
                    "actor": slug,
                    "named": named,
                    "attendance": known,
                    "actors": seat,
                    "members_of": of,
                }


def _coalitions(meeting: Any, slug: Slug) -> list[Slug]:
    """The coalitions that took part and of which an actor was a member then."""
    there = {one["slug"] for one in meeting["actors"]}
    return [
        record["slug"]
        for record in records(meeting).values()
        if record["slug"] in there
        and any(member["actor"] == slug for member in joined_in(record, meeting["date"]))
    ]


def agenda(
    compared: Sequence[Mapping[str, Any]], topics: Iterable[tuple[Slug, Sequence[bool]]]
) -> Iterator[Row]:
    """`topics`: each with whether it is on the agenda of each meeting."""
    names = {one["slug"]: one["name"] for meeting in compared for one in meeting["topics"]}
    for slug, places in topics:
        topic = [{"slug": slug, "name": names[slug]}]
        for meeting, on in zip(compared, places, strict=True):
            yield {"meeting": meeting, "topic": slug, "topics": topic, "on_agenda": on}
