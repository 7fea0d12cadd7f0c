"""Every address that the API has, taken from its own URL list, so that none escapes a contract."""

from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.urls import URLPattern, URLResolver

from events import publishing, releases
from events.api import urls
from tests import snapshot
from tests.record import Record

KINDS = (
    *("entries", "summits", "commitments", "positions", "developments", "questions"),
    *("overviews", "walks"),
)
# What the placeholders of addresses stand for, by the first segment of the path.
NAMES = {
    "entries": "meeting",
    "summits": "meeting",
    "commitments": "promise",
    "positions": "stand",
    "developments": "event",
    "questions": "unclear",
    "overviews": "state",
    "walks": "walk",
    "processes": "peace",
    "actors": "the-willing",
    "topics": "force",
    "sources": "report",
    "domains": "land",
    "formats": "summit",
}


RELEASE = "v1"


def _patterns(patterns: list[Any], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns, path)
        else:
            assert isinstance(pattern, URLPattern)
            yield path


TEMPLATES = list(_patterns(urls.urlpatterns))


def id_of(slug: str) -> UUID:
    """The id of an entry that `publish_everything` has published."""
    return uuid5(NAMESPACE_URL, slug)


def filled(template: str, name: str | None = None) -> str:
    """The path with an entry, actor … that `publish_everything` has published; to a version, by the
    id of the entry."""
    if name is None:
        name = NAMES.get(template.split("/", maxsplit=1)[0], "")
        name = str(id_of(name)) if "<int:number>" in template else name
    return (
        template.replace("<str:name>", name)
        .replace("<str:slug>", name)
        .replace("<str:release>", RELEASE)
        .replace("<int:number>", "1")
    )


# Those of files to take along are others: `tests/api/test_taking.py`.
ADDRESSES = [filled(template) for template in TEMPLATES if "<str:form>" not in template]
LISTS = [path for path in ADDRESSES if path.count("/") == 1 and path.split("/")[0] in NAMES]
# Those with a state of their own, whatever else is published: one entry, and its versions.
OF_ONE_ENTRY = [
    path
    for path in ADDRESSES
    if path.split("/")[0] in KINDS and path.count("/") > 1 and not path.endswith("roll-call/")
]
# Those that are made anew from the record, and not only with a new release of the program.
OF_RELEASES = [path for path in ADDRESSES if path.startswith("releases/")]
OF_THE_RECORD = [path for path in ADDRESSES if path not in ("schema/", "docs/", *OF_RELEASES)]


@snapshot.kept
def publish_everything(record: Record) -> None:
    """An entry of every kind, with every part that its document can have."""
    coalition = record.coalition("the-willing", france="lead", united_kingdom="member")
    membership = coalition.memberships.get(actor__slug="france")
    membership.since, membership.until = "2025-03", "2025-12~"
    membership.save()
    record.person("merz", represents="germany", office_en="Chancellor")
    first = record.summit("first", date="2025-12-15~")
    meeting = record.summit(
        "meeting",
        uid=id_of("meeting"),
        follows=first,
        place_en="Paris",
        place_country="FR",
        date_label_en="Epiphany",
        topics=["force"],
        actors=["france", "the-willing"],
        summary_en="Who *came*.",
        publish=False,
    )
    record.part(meeting, "merz", "chair", status="expected")
    record.figure(meeting, "leaders", 27, low=25, high="30.5", qualifier="about")
    publishing.publish(meeting)
    promise = record.commitment(
        "promise",
        uid=id_of("promise"),
        domains=["land", "air"],
        condition_en="After a ceasefire",
        condition_state="pending",
        deadline="2026",
        made_at=meeting,
        restates=record.commitment("earlier", actors=["the-willing"]),
        restatement="strengthens",
        actors=["the-willing"],
        publish=False,
    )
    record.cite(promise, "other", locator="p. 3", quote="We will.", note_en="Checked.")
    report, other = record.source(), record.source("other")
    record.measure("countries", counts_actors=True)
    record.figure(
        promise, "countries", 26, source=report, preferred=True, reason_en="Later.", unit="x"
    )
    record.figure(promise, "countries", None, low=20, source=other, qualifier="at-least")
    record.called(promise, "poland", stage="announced", value="1.5", unit="EUR", domain="money")
    record.called(promise, "germany", note_en="Not said yet.")
    record.status(promise, "delayed", "2026-02", locator="p. 1", note_de="Später.")
    publishing.publish(promise)
    record.position(
        "stand",
        uid=id_of("stand"),
        speaker="merz",
        holder="germany",
        attribution_en="a spokesman",
    )
    event = record.development(
        "event", uid=id_of("event"), actors=["ukraine"], date="2025-11-15~/.."
    )
    record.question(
        "unclear",
        uid=id_of("unclear"),
        answered_by=event,
        topics=["force"],
        actors=["germany"],
    )
    record.question("open", date="2025-XX")
    record.overview(rests_on=[meeting, promise], uid=id_of("state"), actors=["ukraine"])
    record.walk(shows=[meeting, promise], uid=id_of("walk"), actors=["ukraine"])
    publishing.withdraw(record.development("gone"), note="It never happened.")
    releases.make(RELEASE)
