"""One line for each action, whoever acts, written together with it and kept for good."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import ProtectedError

from events import desk, publishing
from events.models import AuditLine, Entry, Topic
from tests.desk.accounts import account


def lines():
    return [
        (line.action, line.by and line.by.username, line.kind, line.slug, line.params)
        for line in AuditLine.objects.order_by("pk")
    ]


def test_an_action_is_one_line_with_all_that_there_is_to_say(record, edit):
    editor = account("editor")
    entry = record.development(publish=False)

    edit(entry, editor, title_en="Rain")
    desk.publish(entry, by=editor, note="First")
    desk.withdraw(entry, by=editor, reason="Wrong")

    assert lines() == [
        ("changed", "editor", "development", "event", {"fields": ["title_en"], "rows": {}}),
        ("published", "editor", "development", "event", {"number": 1, "note": {"en": "First"}}),
        ("withdrawn", "editor", "development", "event", {"reason": {"en": "Wrong"}}),
    ]
    assert set(AuditLine.objects.values_list("key", "uid")) == {(entry.pk, entry.uid)}


def test_what_changes_nothing_is_no_action(record, edit):
    entry = record.development()

    desk.publish(entry)
    list(desk.publish_many([entry]))
    desk.save(entry, write=desk.RecordChanges)

    assert lines() == []


def test_what_is_refused_is_no_action(record):
    unsourced = record.development("unsourced", source=None, publish=False)

    with pytest.raises(desk.NotPublishable):
        desk.publish(unsourced)
    list(desk.publish_many([unsourced]))
    with pytest.raises(desk.NotPublished):
        desk.withdraw(unsourced)

    assert lines() == []


def test_many_are_a_line_each(record):
    editor = account("editor")
    entries = [record.development(f"e{number}", publish=False) for number in range(3)]
    record.development("unready", source=None, publish=False)

    list(desk.publish_many(Entry.objects.all(), by=editor))

    assert lines() == [
        ("published", "editor", "development", entry.slug, {"number": 1}) for entry in entries
    ]


def test_a_command_acts_as_the_system(record):
    record.development(publish=False)

    call_command("publish", "peace", stdout=StringIO())
    call_command("publish", "peace", stdout=StringIO())

    told = {"number": 1, "command": "publish"}
    assert lines() == [("published", None, "development", "event", told)]


def test_an_action_on_several_records_is_one_that_says_what_it_did_to_each(record):
    editor = account("editor")
    entries = [record.development(f"e{number}", publish=False) for number in range(2)]
    record.development("unready", source=None, publish=False)

    for _time in range(2):
        with desk.together(3):
            list(desk.publish_many(Entry.objects.all(), by=editor))
        for entry in entries:
            with desk.together(1):
                desk.withdraw(entry, by=editor)

    told = [(line.action, line.slug, line.params) for line in AuditLine.objects.order_by("pk")]
    names = [params.pop("together", "") for _action, _slug, params in told]
    assert [(action, slug, params.get("selected")) for action, slug, params in told] == [
        *(("published", "e0", 3), ("published", "e1", 3)),
        *(("withdrawn", "e0", None), ("withdrawn", "e1", None)),
    ] * 2
    assert names == [names[0], names[0], "", "", names[4], names[4], "", ""]
    assert len({*names}) == 3


def test_an_action_that_is_undone_leaves_no_line(record):
    entry = record.development(publish=False)

    with transaction.atomic():
        desk.publish(entry)
        assert len(lines()) == 1
        transaction.set_rollback(True)

    assert (lines(), publishing.standing(entry)) == ([], None)


@pytest.mark.parametrize("publish", ["publish", "publish_many"])
def test_no_action_without_its_line(record, monkeypatch, publish):
    entry = record.development(publish=False)

    def fail(_lines):
        raise RuntimeError

    monkeypatch.setattr("events.desk.audit.write", fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        list(desk.publish_many([entry])) if publish == "publish_many" else desk.publish(entry)

    assert publishing.standing(entry) is None


def test_the_history_of_a_record_is_that_of_no_other(record, edit):
    actor = record.actor("france")
    topic = Topic.objects.create(pk=actor.pk, slug="force", name_en="Force")
    edit(topic, name_en="Another")

    assert [line.kind for line in desk.history(topic)] == ["topic"]
    assert list(desk.history(actor)) == []


def test_what_somebody_did_comes_last_action_first(record, edit):
    editor, other = account("editor"), account("superuser")
    assert isinstance(editor, User)
    for number, by in enumerate((editor, other, editor)):
        edit(record.topic(f"t{number}"), by, name_en="Another")

    assert [line.slug for line in desk.done_by(editor)] == ["t2", "t0"]


def test_an_account_that_did_something_is_deactivated_and_never_deleted(record, edit):
    editor = account("editor")
    edit(record.topic("force"), editor, name_en="Another")

    with pytest.raises(ProtectedError):
        editor.delete()
    User.objects.update(is_active=False)

    assert [line.by.username for line in desk.history(record.topic("force"))] == ["editor"]


# SQLite has no TRUNCATE.
WRITES = {
    "update": "UPDATE events_auditline SET slug = 'x'",
    "delete": "DELETE FROM events_auditline",
} | (
    {"truncate": "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE events_auditline CASCADE"}
    if connection.vendor == "postgresql"
    else {}
)


@pytest.mark.parametrize("write", WRITES)
def test_the_audit_refuses_everything_but_new_lines(record, edit, write):
    edit(record.topic("force"), name_en="Another")

    with pytest.raises(Exception, match="never changed or deleted"), connection.cursor() as cursor:
        cursor.execute(WRITES[write])


def test_reading_a_history_costs_one_query(record, edit, django_assert_num_queries):
    editor, topic = account("editor"), record.topic("force")
    for number in range(3):
        edit(topic, editor, name_en=str(number))

    with django_assert_num_queries(1):
        said = [(line.by.username, desk.sentence(line)) for line in desk.history(topic)]
    assert len(said) == 3
