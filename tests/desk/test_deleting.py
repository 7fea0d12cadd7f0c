from typing import Any

import pytest

from events import desk, publishing
from events.models import Actor, AuditLine, Entry, Membership
from tests.desk.accounts import account


def test_a_draft_is_deleted_with_its_parts_and_keeps_its_name_in_the_audit(record):
    entry = record.development(actors=["france"], publish=False)
    editor = account("editor")

    desk.delete(entry, by=editor)

    assert Entry.objects.count() == 0
    line = AuditLine.objects.get()
    assert (line.action, line.by, line.slug, line.uid) == ("deleted", editor, "event", entry.uid)
    assert line.params == {"name": {"en": "Title of event", "de": "Titel von event"}}


def test_a_source_has_its_title_in_its_own_language(record):
    desk.delete(record.source())

    assert AuditLine.objects.get().params == {"name": {"de": "Report report"}}


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_what_was_published_stays(record, is_withdrawn):
    entry = record.development()
    if is_withdrawn:
        publishing.withdraw(entry)

    with pytest.raises(desk.WasPublished, match="Withdraw it instead"):
        desk.delete(entry)

    assert (Entry.objects.count(), AuditLine.objects.count()) == (1, 0)


def test_what_is_in_use_stays_and_its_users_are_named(record):
    record.person("emmanuel", represents="france")
    draft = record.development(actors=["france"], publish=False)

    with pytest.raises(desk.InUse) as refusal:
        desk.delete(record.actor("france"))

    assert str(refusal.value) == "“France” cannot be deleted, because it is in use."
    assert sorted(map(str, refusal.value.users)) == ["Emmanuel", "Title of event"]
    assert Entry.objects.get(pk=draft.pk)


def test_a_topic_is_in_use_where_a_draft_has_it(record):
    record.development(topics=["force"], publish=False)

    with pytest.raises(desk.InUse):
        desk.delete(record.topic("force"))


def test_a_draft_that_another_one_names_is_in_use(record):
    berlin = record.summit("berlin", publish=False)
    record.summit("paris", follows=berlin, publish=False)

    with pytest.raises(desk.InUse) as refusal:
        desk.delete(berlin)

    assert [str(user) for user in refusal.value.users] == ["Title of paris"]


def test_a_coalition_goes_with_its_members(record):
    desk.delete(record.coalition("willing", france="lead"))

    assert ([actor.slug for actor in Actor.objects.all()], Membership.objects.count()) == (
        ["france"],
        0,
    )


def test_what_is_gone_already_is_not_deleted_a_second_time(record):
    topic = record.topic("force")
    again = record.topic("force")

    desk.delete(topic)
    desk.delete(again)

    assert AuditLine.objects.count() == 1


@pytest.mark.parametrize("kind", ["topic", "domain", "format"])
def test_what_readers_see_is_in_use_although_the_draft_has_let_go_of_it(record, kind):
    meeting = record.summit(topics=["force"], format="cop")
    promise = record.commitment(domains=["mitigation"])
    meeting.topics.clear()
    promise.domains.clear()
    meeting.format = record.format("talks")
    meeting.save()
    thing = {
        "topic": record.topic("force"),
        "domain": record.domain("mitigation"),
        "format": record.format("cop"),
    }[kind]

    with pytest.raises(desk.InUse) as refusal:
        desk.delete(thing)

    users: list[Any] = refusal.value.users
    assert [user.slug for user in users] == ["promise" if kind == "domain" else "meeting"]
