"""Saving: one transaction, the time of the edit, and new names for readers at once."""

import orjson
import pytest

from events import desk, publishing
from events.desk import RecordChanges, RowChanges, Saved
from events.models import AuditLine, Entry, Membership, Topic, Version
from tests.desk.accounts import account


def document(entry):
    return orjson.loads(publishing.standing(entry).document)


def test_a_new_record_is_added(record):
    topic = Topic(slug="force", name_en="Force")

    def write():
        topic.save()
        return RecordChanges(("slug", "name_en"))

    assert desk.save(topic, write=write) == Saved(RecordChanges(("slug", "name_en")), is_new=True)
    assert [(line.action, line.key) for line in AuditLine.objects.all()] == [("added", topic.pk)]


def test_an_entry_stays_as_readers_see_it(record, edit):
    entry = record.development()

    saved = edit(entry, title_en="Another")

    assert saved == Saved(RecordChanges(("title_en",)))
    assert document(entry)["title"]["en"] == "Title of event"
    assert desk.state(Entry.objects.get(), "published") == desk.State.EDITED


def test_a_change_of_rows_alone_is_an_edit(record):
    entry = record.development()
    before = entry.edited_at

    def write():
        record.part(entry, "france", "involved")
        return RecordChanges(rows={"participations": RowChanges(added=("france",))})

    desk.save(entry, write=write)

    assert Entry.objects.get().edited_at > before
    assert AuditLine.objects.get().params == {
        "fields": [],
        "rows": {"participations": {"added": ["france"]}},
    }


def test_what_changes_nothing_is_no_edit(record):
    entry = record.development()
    before = entry.edited_at

    assert desk.save(entry, write=RecordChanges) == Saved()
    assert Entry.objects.get().edited_at == before


@pytest.mark.parametrize("kind", ["actor", "topic", "measure", "source", "process"])
def test_whatever_documents_name_is_published_again_when_it_is_saved(record, edit, kind):
    entry = record.position(topic="force", publish=False)
    record.figure(entry, "countries", 26)
    publishing.publish(entry)
    thing = {
        "actor": record.actor("france"),
        "topic": record.topic("force"),
        "measure": record.measure("countries"),
        "source": record.source("report"),
        "process": record.process("peace"),
    }[kind]
    editor = account("editor")

    saved = edit(thing, editor, **{"title" if kind == "source" else "name_en": "Another name"})

    assert saved.republished == 1
    assert '"Another name"' in publishing.standing(entry).document
    assert publishing.standing(entry).published_by == editor
    assert AuditLine.objects.get().params["republished"] == 1


def test_a_new_member_of_a_coalition_is_published(record):
    coalition = record.coalition("willing", france="lead")
    entry = record.development(actors=["willing"])

    def write():
        Membership.objects.create(body=coalition, actor=record.actor("poland"))
        return RecordChanges(rows={"memberships": RowChanges(added=("poland",))})

    assert desk.save(coalition, write=write).republished == 1
    assert "poland" in publishing.standing(entry).document


def test_what_no_public_entry_names_publishes_nothing(record, edit):
    record.development("draft", actors=["france"], publish=False)

    assert edit(record.actor("france"), name_en="Another").republished == 0
    assert Version.objects.count() == 0
    assert AuditLine.objects.get().params == {"fields": ["name_en"], "rows": {}}


def test_what_fails_is_undone_as_a_whole(record, monkeypatch):
    record.development(actors=["france"])
    france = record.actor("france")

    def fail(*_args, **_more):
        raise RuntimeError

    def write():
        france.name_en = "Another"
        france.save()
        return RecordChanges(("name_en",))

    monkeypatch.setattr(publishing, "republish", fail)
    with pytest.raises(RuntimeError):
        desk.save(france, write=write)

    france.refresh_from_db()
    assert (france.name_en, Version.objects.count(), AuditLine.objects.count()) == ("France", 1, 0)


def test_nothing_is_written_before_the_right_is_sure(record):
    def write():
        raise AssertionError

    with pytest.raises(desk.NotAllowed):
        desk.save(record.topic("force"), by=account("reader"), write=write)
