from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from events.log.versions import STANDS, StanceIndex, VersionIndex, VersionText, timestamp
from events.models import Entry, Version
from tests.processes import done_or_waiting
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def slugs(**params: str) -> list[str]:
    page = public.page(public.parse({name: [value] for name, value in params.items()}))
    return [document["slug"] for document in page.documents]


def test_publishing_appends_a_version_with_the_document_and_itself() -> None:
    before = datetime.now(UTC)
    # SQLite has no microseconds.
    before -= timedelta(microseconds=before.microsecond % 1000)
    user = get_user_model().objects.create_user("someone")
    entry = record.development(publish=False)
    version = publishing.publish(entry, by=user, note="First.")
    assert (version.seq, version.number, version.action) == (1, 1, "published")
    assert (version.slug, version.kind, version.uid) == ("event", "development", entry.uid)
    assert version.published_by == user
    assert before <= version.published_at <= datetime.now(UTC)
    document = orjson.loads(version.document or "")
    assert list(document)[-1] == "version"
    assert document["version"] == {
        "number": 1,
        "seq": 1,
        "published_at": timestamp(version.published_at),
        "loaded_at": None,
        "note": {"en": "First."},
    }
    assert datetime.fromisoformat(document["version"]["published_at"]) == version.published_at


def test_a_draft_beside_the_public_text_changes_nothing() -> None:
    entry = record.development()
    public_text = public.entry("event").text
    entry.title_en, entry.slug = "Changed", "changed"
    entry.save()
    record.part(entry, "france", "involved")
    assert public.entry("event").text == public_text
    assert slugs() == ["event"]


def test_publishing_again_supersedes() -> None:
    entry = record.development()
    entry.title_en = "Corrected"
    entry.save()
    second = publishing.publish(entry, note="A correction.")
    assert (second.seq, second.number) == (2, 2)
    assert public.entry("event").text == second.document
    rows = list(VersionIndex.objects.order_by("pk").values_list("pk", "superseded_by"))
    assert rows == [(1, 2), (2, STANDS)]


def test_publishing_what_has_not_changed_writes_nothing() -> None:
    entry = record.development()
    assert publishing.publish(entry, note="Once more.").seq == 1
    assert Version.objects.count() == 1


def test_a_refusal_writes_nothing() -> None:
    entry = record.development(source=None, publish=False)
    with pytest.raises(publishing.NotPublishable) as refusal:
        publishing.publish(entry)
    assert list(map(str, refusal.value.problems)) == [
        "A source is missing: cite at least one that supports the entry."
    ]
    for model in (Version, VersionIndex, VersionText, StanceIndex):
        assert model.objects.count() == 0


def test_withdrawing_appends_a_tombstone() -> None:
    entry = record.position()
    tombstone = publishing.withdraw(entry, note="It was wrong.")
    assert (tombstone.seq, tombstone.number, tombstone.action) == (2, 2, "withdrawn")
    assert tombstone.document is None
    assert publishing.standing(entry) is None
    assert slugs() == []
    assert VersionIndex.objects.get().superseded_by == 2
    with pytest.raises(publishing.NotPublished, match="is not public"):
        publishing.withdraw(entry)
    with pytest.raises(publishing.NotPublished):
        publishing.withdraw(record.development("draft", publish=False))


def test_a_withdrawn_entry_comes_back_as_another_version() -> None:
    entry = record.development()
    publishing.withdraw(entry)
    assert publishing.publish(entry).number == 3
    assert slugs() == ["event"]


def test_withdrawing_keeps_the_address_that_readers_know() -> None:
    entry = record.development("known")
    entry.slug = "draft-of-another-address"
    entry.save()
    assert publishing.withdraw(entry).slug == "known"


def test_publishing_many_puts_first_what_others_name() -> None:
    last = record.question("question", publish=False)
    paris = record.summit("paris", publish=False)
    promise = record.commitment(made_at=paris, publish=False)
    berlin = record.summit("berlin", publish=False)
    paris.follows = berlin
    paris.save()
    last.answered_by = promise
    last.save()
    lone = record.development("alone", source=None, publish=False)
    outcomes: dict[str, Any] = {
        entry.slug: outcome for entry, outcome in publishing.publish_many(Entry.objects.all())
    }
    assert isinstance(outcomes.pop(lone.slug), publishing.NotPublishable)
    order = sorted(outcomes, key=lambda slug: outcomes[slug].seq)
    assert order == ["berlin", "paris", "promise", "question"]


def test_publishing_many_refuses_what_runs_in_a_circle_and_the_rest_goes_on() -> None:
    one = record.question("one", publish=False)
    two = record.question("two", answered_by=one, publish=False)
    one.answered_by = two
    one.save()
    record.development("other", publish=False)
    outcomes = dict(publishing.publish_many(Entry.objects.order_by("pk")))
    refused = {e.slug for e, o in outcomes.items() if isinstance(o, publishing.NotPublishable)}
    assert refused == {"one", "two"}
    assert slugs() == ["other"]


def test_publishing_many_costs_no_query_per_entry() -> None:
    def queries(count: int) -> int:
        entries = [record.position(f"p{count}-{number}", publish=False) for number in range(count)]
        for word in ("alpha", "beta"):
            Entry.objects.filter(pk__in=[e.pk for e in entries]).update(title_en=word)
        with CaptureQueriesContext(connection) as context:
            list(publishing.publish_many(entries))
        return len(context)

    queries(1)  # the first one brings the words and tags
    few, many = queries(3), queries(9)
    assert many == few


def test_what_a_publication_costs() -> None:
    """Nearly all of its time is that of its statements."""

    def statements(entry: Entry) -> int:
        with CaptureQueriesContext(connection) as context:
            publishing.publish(entry)
        # One engine locks the log with one more.
        return len([query for query in context if "advisory_xact_lock" not in query["sql"]])

    named = {"actors": ["france"], "topics": ["force"], "publish": False}
    publishing.publish(record.development("warm", **named))
    entry = record.development("event", **named)

    assert statements(entry) == 26
    entry.title_en = "Corrected"
    entry.save()
    assert statements(entry) == 26
    called = record.commitment("promise", **named)
    record.called(called, "germany")
    record.alias("france", "République française")
    assert statements(called) == 30


# SQLite has no TRUNCATE.
WRITES = ["update", "delete"] + (["truncate"] if connection.vendor == "postgresql" else [])


@pytest.mark.parametrize("write", WRITES)
def test_the_log_refuses_everything_but_new_rows(write: str) -> None:
    record.development()
    sql: dict[str, Any] = {
        "update": "UPDATE events_version SET note = 'x'",
        "delete": "DELETE FROM events_version",
        "truncate": "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE events_version CASCADE",
    }
    with pytest.raises(Exception, match="never changed or deleted"), connection.cursor() as cursor:
        cursor.execute(sql[write])


def at_once(first: Callable[[], object], second: Callable[[], Version]) -> Future[Version]:
    """What the second writer comes to, on a connection of its own, who begins when the first has
    written and has not committed yet."""

    def on_another_connection() -> Version:
        try:
            return second()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            outcome = pool.submit(on_another_connection)
            done_or_waiting(outcome.done)
        wait([outcome])
    return outcome


def publish_among_many(entry: Entry) -> Version:
    [(_entry, outcome)] = publishing.publish_many([entry])
    assert isinstance(outcome, Version)
    return outcome


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("publish", [publishing.publish, publish_among_many])
def test_what_is_published_is_what_the_last_editor_saved(
    publish: Callable[[Entry], Version],
) -> None:
    entry = record.development(publish=False)
    opened = Entry.objects.get(pk=entry.pk)
    entry.title_en = "Saved last"
    version = at_once(entry.save, lambda: publish(opened)).result()
    assert orjson.loads(version.document or "")["title"]["en"] == "Saved last"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_the_same_at_once_one_writes() -> None:
    entry = record.development(publish=False)
    version = at_once(lambda: publishing.publish(entry), lambda: publishing.publish(entry)).result()
    assert list(Version.objects.all()) == [version]


def test_a_draft_that_was_deleted_meanwhile_is_refused_and_the_others_are_published() -> None:
    lost, kept = record.development(publish=False), record.development("kept", publish=False)
    Entry.objects.get(pk=lost.pk).delete()
    [(_lost, refusal), (_kept, version)] = publishing.publish_many([lost, kept])
    assert isinstance(refusal, publishing.NotPublishable)
    assert [(problem.code, problem.where) for problem in refusal.problems] == [
        ("draft-deleted", ())
    ]
    assert list(Version.objects.all()) == [version]
    with pytest.raises(publishing.NotPublishable, match="was deleted in the meantime"):
        publishing.publish(lost)
    with pytest.raises(publishing.NotPublished):
        publishing.withdraw(lost)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_withdraw_at_once_the_second_is_told_that_it_is_done() -> None:
    entry = record.development()
    outcome = at_once(lambda: publishing.withdraw(entry), lambda: publishing.withdraw(entry))
    assert isinstance(outcome.exception(), publishing.NotPublished)
    actions = Version.objects.order_by("seq").values_list("action", flat=True)
    assert list(actions) == ["published", "withdrawn"]
