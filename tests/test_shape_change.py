"""A change of the shape of documents, rehearsed: a member is added and another one renamed.

What was published before says it in the old shape for good; what is served has the new one, in
every list, on every page, whenever the record is asked about.
"""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import orjson
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events import dates, public, publishing
from events.api.shapes import SHAPES, revision_of
from events.api.shapes.documents import entries
from events.documents import indexing, shapes
from events.documents.rendering import render
from events.documents.upgrading import Stored, chain
from events.log import StanceIndex, Tag, VersionIndex, VersionText, VersionUpgrade, Word
from events.models import Commitment, Entry, Position, Version
from events.presenting.drawing.chapters.entries import DrawnEntry
from events.presenting.entry import differences
from events.presenting.entry.fields import fields
from events.public.lists import lineage
from events.publishing import door
from events.vocabulary import Facet, Naming
from tests.api.addresses import ADDRESSES, publish_everything
from tests.every_page import LISTS, PAGES
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

NEXT = shapes.SHAPE + 1


def following(document: Stored) -> Stored:
    """The step from today's shape to the next."""
    document["order"] = document.pop("rank")
    if document["kind"] == "commitment":
        document["urgency"] = None
    return document


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """`release()` lets the program be the one that has the new shape, as far as the step goes: what
    renders the changed members, and the five places that read the one with another name."""

    def release() -> None:
        monkeypatch.setattr(shapes, "SHAPE", NEXT)
        monkeypatch.setattr(chain, "STEPS", (*chain.STEPS, following))
        monkeypatch.setattr(door, "render", lambda *given: following(dict(render(*given))))
        monkeypatch.setattr(
            indexing,
            "place",
            lambda document, entry: indexing.place_of(
                dates.parse(document["date"]["edtf"]), document["order"], entry
            ),
        )
        time_of_stance = indexing.time_of_stance
        monkeypatch.setattr(
            indexing,
            "time_of_stance",
            lambda document, entry: time_of_stance(document | {"rank": document["order"]}, entry),
        )
        monkeypatch.setattr(lineage, "_in_order", list)
        monkeypatch.setattr(DrawnEntry, "came", property(lambda entry: -entry.number))
        monkeypatch.setattr(
            differences, "fields", lambda document: fields(document | {"rank": document["order"]})
        )
        monkeypatch.setattr("events.api.conditions.REVISION", revision_of(SHAPES | entries(NEXT)))

    return release


@pytest.fixture
def upgraded(release: Callable[[], None]) -> dict[int, str]:
    """A record that was published in today's shape and is served in the next. Gives what was
    published, by seq."""
    publish_everything(record)
    promise = Commitment.objects.get(slug="promise")
    promise.title_en = "A title that was corrected"
    promise.save()
    publishing.publish(promise)
    published = stored()
    release()
    list(publishing.rebuild())
    return published


def stored() -> dict[int, str]:
    texts = Version.objects.exclude(document=None).values_list("seq", "document")
    return {seq: text or "" for seq, text in texts}


def derived() -> list[list[Any]]:
    """Everything that is made from the log."""
    return [
        list(VersionIndex.objects.order_by("pk").values()),
        list(VersionText.objects.order_by("pk").values_list("pk", flat=True)),
        list(VersionUpgrade.objects.order_by("pk").values()),
        sorted(StanceIndex.objects.values_list("version", "actor", "topic", "stance", "cell")),
        list(Tag.objects.order_by("pk").values()),
        list(Word.objects.order_by("pk").values()),
    ]


def ask(address: str, status: int = 200) -> Any:
    response = Client().get(address)
    assert response.status_code == status, address
    return response


def documents_at(path: str) -> list[Stored]:
    """What the API gives at an address, whatever it is wrapped in."""
    body = ask(f"/api/v1/{path}").json()
    found = body.get("results", [body])
    return [item.get("document", item) for item in found if item.get("document", item)]


def in_new_shape(documents: Sequence[Any]) -> list[str]:
    """Their slugs, after it is seen that all have the new shape."""
    for document in documents:
        assert document["shape"] == NEXT
        assert "order" in document
        assert "rank" not in document
        assert ("urgency" in document) == (document["kind"] == "commitment")
    return [document["slug"] for document in documents]


def test_what_was_published_stays_to_the_byte(upgraded: dict[int, str]) -> None:
    assert stored() == upgraded
    for version in Version.objects.exclude(document=None):
        address = f"/api/v1/entries/{version.uid}/versions/{version.number}/?shape=original"
        body = ask(address).content.decode()
        assert body.endswith(f',"document":{version.document}}}')


def id_of(slug: str) -> UUID:
    return Version.objects.filter(slug=slug).values_list("uid", flat=True)[0]


def test_the_api_serves_the_new_shape(upgraded: dict[int, str]) -> None:
    in_lists = {path: in_new_shape(documents_at(path)) for path in LISTS}
    assert all(in_lists.values())
    assert len(in_lists["entries/"]) == 10
    changes = documents_at("changes/?limit=200")
    assert len(in_new_shape(changes)) == len(upgraded)
    for slug in in_lists["entries/"]:
        assert in_new_shape(documents_at(f"entries/{slug}/")) == [slug]
    for number in (1, 2):
        address = f"entries/{id_of('promise')}/versions/{number}/"
        assert in_new_shape(documents_at(address)) == ["promise"]
    gone = ask(f"/api/v1/entries/{id_of('gone')}/versions/2/?shape=newest").json()
    assert (gone["action"], gone["document"]) == ("withdrawn", None)


def test_the_past_is_told_in_the_new_shape(upgraded: dict[int, str]) -> None:
    first = Version.objects.get(slug="promise", number=1)
    then = f"as_of={public.timestamp(first.published_at)}"
    assert "promise" in in_new_shape(documents_at(f"entries/?{then}"))
    [promise] = documents_at(f"entries/promise/?{then}")
    assert in_new_shape([promise]) == ["promise"]
    assert promise["title"]["en"] == "Title of promise"
    assert promise["version"]["number"] == 1


def test_every_address_and_every_page_answers(upgraded: dict[int, str]) -> None:
    for path in ADDRESSES:
        ask(f"/api/v1/{path}")
    for page in PAGES:
        ask(f"/en/{page}")
    ask("/en/entries/title-of-promise/", 404)
    ask(f"/en/timeline/?as_of={timezone.localdate()}")


def test_all_that_public_code_reads_has_the_new_shape(upgraded: dict[int, str]) -> None:
    moment = public.Moment("", public.entry("promise").published_at)
    today = timezone.localdate()
    everything = public.Filters(limit=50)
    [tag] = [tally.tag for tally in public.tallies(everything, ["actor"])["actor"]][:1]
    found = public.found(public.parse({"q": ["title"]}))
    one_kind = public.found(public.parse({"q": ["title"], "kind": ["position"]}))
    recent = public.recent(everything, 50).versions
    since = public.changes_since(public.Filters(), public.last_seq()).changes
    for as_of in (None, moment):
        read = [
            *public.page(public.Filters(as_of=as_of)).documents,
            *public.heads(public.Filters(as_of=as_of), [tag], 3)[tag],
            *public.naming(Naming.MADE_AT, str(id_of("meeting")), as_of),
            *public.on_topics("question", ["force"], as_of),
            *public.carrying(Facet.RECORD, "germany", as_of),
            *public.named([str(id_of(one)) for one in ("promise", "meeting")], as_of).values(),
            *(said.document for said in public.stances("germany", "force", as_of).said),
            *(
                document
                for _slug, document, _certain in public.beside(
                    "the-willing", "force", today, ["germany"], as_of
                )
            ),
            public.entry("promise", as_of).document,
        ]
        assert len(set(in_new_shape(read))) == 10
        assert public.reference(public.PROCESSES, "peace", as_of)["slug"] == "peace"
        assert public.reference(public.ACTORS, "poland", as_of)["country"] == "PL"
        assert public.reference(public.TOPICS, "force", as_of)["slug"] == "force"
        assert public.reference(public.SOURCES, "report", as_of)["languages"] == ["de"]
        assert [held.actor for held in public.held_on("force", today, as_of)] == ["germany"]
        assert [*public.matrix(today, as_of=as_of).actors] == ["germany"]
    others = [
        *(document for documents in found.documents.values() for document in documents),
        *one_kind.documents["position"],
        *(version.document for version in recent if isinstance(version, public.PublishedVersion)),
        *(change.document for change in since),
        *public.resembling("title-of-promise"),
    ]
    assert in_new_shape(others)
    meeting = public.next_meeting(dates.parse("2025-12-01").earliest, public.Filters())
    assert meeting is not None
    assert in_new_shape([meeting]) == ["first"]


def test_what_is_published_from_then_on_has_the_new_shape(upgraded: dict[int, str]) -> None:
    stand = Position.objects.get(slug="stand")
    stand.stance = "opposes"
    stand.save()
    newest = publishing.publish(stand)
    record.development("news")

    assert {seq for seq in stored() if seq not in upgraded} == {newest.seq, newest.seq + 1}
    assert in_new_shape([orjson.loads(newest.document or "")]) == ["stand"]
    assert set(VersionUpgrade.objects.values_list("pk", flat=True)) == set(upgraded)
    assert len(in_new_shape(documents_at("entries/"))) == 11
    ask("/en/entries/stand/versions/?from=1&to=2")


def test_another_shape_alone_is_no_reason_to_publish_again(upgraded: dict[int, str]) -> None:
    for slug in ("stand", "promise"):
        entry = Entry.objects.get(slug=slug)
        assert publishing.publish(entry).seq in upgraded
    assert stored() == upgraded


def test_renaming_publishes_in_the_new_shape(upgraded: dict[int, str]) -> None:
    topic = record.topic("force")
    topic.name_en = "A new name"
    topic.save()
    assert publishing.republish(topic) == 3
    fresh = [orjson.loads(text) for seq, text in stored().items() if seq not in upgraded]
    assert sorted(in_new_shape(fresh)) == ["meeting", "stand", "unclear"]
    assert {document["topics"][0]["name"]["en"] for document in fresh} == {"A new name"}
    assert publishing.republish(topic) == 0


def test_the_door_and_a_rebuild_agree(upgraded: dict[int, str]) -> None:
    record.commitment("another", actors=["france"])
    before = derived()
    list(publishing.rebuild())
    assert derived() == before


def test_what_is_cached_is_not_good_any_more(release: Callable[[], None]) -> None:
    publish_everything(record)
    before = {path: ask(f"/api/v1/{path}")["ETag"] for path in ADDRESSES}
    release()
    list(publishing.rebuild())
    for path, tag in before.items():
        assert Client().get(f"/api/v1/{path}", headers={"If-None-Match": tag}).status_code == 200


def test_a_list_takes_no_statement_more(release: Callable[[], None]) -> None:
    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as made:
            ask(path)
        return len(made)

    publish_everything(record)
    paths = ["/api/v1/entries/", "/api/v1/changes/", "/api/v1/actors/", "/en/timeline/", "/en/"]
    # The last event on record is asked for once, and no release makes it another one.
    ask("/en/")
    before = [queries(path) for path in paths]
    release()
    list(publishing.rebuild())
    assert [queries(path) for path in paths] == before
