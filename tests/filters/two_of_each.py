"""Two entries of every kind that differ in everything a filter can ask for: what is asked for finds
one of the two, and which one can be read from their documents."""

from typing import Any

from events import public, publishing
from events.documents.shapes import Document
from events.filters import AsOf, Choice, Day, Filter, ReferenceChoice, When, Words, Year
from events.log.versions import Tag, VersionIndex
from events.models import Entry, Question
from tests.record import Record

# In it, the first ones were for certain, and the second ones can have been after `blur`. What has
# no meaning without a window of days is asked for with this one.
WINDOW = (("from", "2026-01-02"),)


def record_two_of_each(record: Record) -> str:
    """Entries called `one-…`; then, after the moment that is given back, `two-…`."""
    where: dict[str, Any] = {"date": "2026-01-06", "process": "peace"}
    with_topic = where | {"topics": ["force"]}
    held: dict[str, Any] = {"status": "held", "level": "leaders", "mode": "hybrid"}
    summit = record.summit("one-summit", **with_topic, **held, publish=False)
    record.part(summit, "france", "host", status="attended")
    publishing.publish(summit)
    record.commitment(
        "one-commitment", **with_topic, actors=["france"], domains=["air"], firmness="agreed"
    )
    record.position("one-position", holder="france", topic="force", stance="supports", **where)
    happened = record.development("one-development", **with_topic, actors=["france"])
    record.overview("one-overview", [happened], **with_topic, actors=["france"])
    record.walk("one-walk", [happened, summit], **with_topic, actors=["france"])
    record.question("one-question", **with_topic, actors=["france"])
    then = public.timestamp(public.entry("one-question").published_at)

    where = {"date": "2025-03-01", "process": "trade", "source": "wire", "publish": False}
    with_topic = where | {"topics": ["aid"]}
    answer = record.development("three", date="2024", process="trade")
    summit = record.summit("two-summit", **with_topic, status="postponed", format="talks")
    record.part(summit, "poland", "chair", status="declined")
    promise = record.commitment("two-commitment", **with_topic, domains=["sea"], firmness="floated")
    record.called(promise, "poland", source=record.source("wire"))
    record.status(promise, "broken", "2025-04", source=record.source("wire"))
    stand = record.position("two-position", holder="poland", topic="aid", stance="opposes", **where)
    record.part(stand, "envoy", "speaker")
    event = record.development("two-development", **with_topic)
    record.part(event, "poland", "speaker")
    question = record.question("two-question", **with_topic, actors=["poland"], answered_by=answer)
    publishing.publish(event)
    state = record.overview("two-overview", [event], **with_topic, actors=["poland"])
    for draft in (summit, promise, stand, question, state):
        publishing.publish(draft)
    record.walk("two-walk", [event, summit], **with_topic | {"publish": True}, actors=["poland"])
    publishing.withdraw(answer)
    return then


def blur() -> None:
    """Makes the second ones known to a month only, of which `WINDOW` has a part."""
    Question.objects.update(answered_by=None)  # by an entry that has been withdrawn
    for entry in Entry.objects.filter(slug__startswith="two-"):
        entry.date = "2026-01"
        entry.save()
        publishing.publish(entry)


def documents() -> dict[str, Document]:
    found = public.page(public.Filters(limit=200)).documents
    return {document["slug"]: document for document in found}


def asked_for(one: Filter, kind: str, then: str) -> tuple[str, set[str]]:
    """A value that tells two entries of a kind apart, and what it finds of them; empty where such
    entries have none. `then`: when there was only one of each."""
    of_kind = {slug: document for slug, document in documents().items() if document["kind"] == kind}
    first, second = sorted(of_kind)
    match one:
        case Choice():
            values = {slug: set(one.held_by(document)) for slug, document in of_kind.items()}
            value = next(iter(sorted(values[first] - values[second])), "")
            return (value, {first}) if one.facet else (kind, {first, second})
        case ReferenceChoice():
            tags = {index.slug: set(index.tags) for index in VersionIndex.objects.all()}
            numbers = tags[first] - tags[second]
            slugs = Tag.objects.filter(facet=one.facet, pk__in=numbers).order_by("slug")
            return (slugs[0].slug, {first}) if slugs else ("", set())
        case Day():
            return "2025-07-01", {second if one.name == "to" else first}
        case When():
            return "certain", {first}  # in `WINDOW`, after `blur`
        case Year():
            return "2026", {first}
        case Words():
            return "one", {first}
        case AsOf():
            return then, {first}
