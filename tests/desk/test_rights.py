"""Every action of the desk against every role: who may is served, who may not changes nothing."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import translation

from events import desk
from events.desk import NotAllowed, RecordChanges, Right
from events.models import Actor, AuditLine, Development, Entry, Topic, Version
from tests.desk.accounts import ROLES, account

# Whoever is none of these and not a superuser may not.
MAY = {
    "add an entry": "contributor editor",
    "change an entry": "contributor editor",
    "change a public entry": "contributor editor",
    "delete an entry": "editor",
    "publish": "editor",
    "publish many": "editor",
    "withdraw": "editor",
    "add reference data": "contributor editor",
    "change reference data": "contributor editor",
    "rename what is public": "editor",
    "delete reference data": "editor",
}


def add(thing, by):
    def write():
        thing.save()
        return RecordChanges(("slug",))

    return desk.save(thing, by=by, write=write)


def change(thing, by):
    def write():
        thing.slug = "other"
        thing.save()
        return RecordChanges(("slug",))

    return desk.save(thing, by=by, write=write)


def rename(thing, by):
    def write():
        thing.name_en = "Another name"
        thing.save()
        return RecordChanges(("name_en",))

    return desk.save(thing, by=by, write=write)


def publish_many(entry, by):
    return list(desk.publish_many([entry], by=by))


def prepared(record, action):
    """What is done, and to what."""
    if action == "add an entry":
        return add, Development(slug="new", title_en="New", date="2026")
    if action == "add reference data":
        return add, Topic(slug="new", name_en="New")
    if action == "rename what is public":
        record.development(actors=["france"])
        return rename, Actor.objects.get()
    if action.endswith("reference data"):
        return (change if action.startswith("change") else delete), record.topic("force")
    is_public = action in ("withdraw", "change a public entry")
    deeds = {"publish": publish, "publish many": publish_many, "withdraw": withdraw}
    deed = deeds.get(action, change if action.startswith("change") else delete)
    return deed, record.development(publish=is_public)


def delete(thing, by):
    desk.delete(thing, by=by)


def publish(entry, by):
    desk.publish(entry, by=by)


def withdraw(entry, by):
    desk.withdraw(entry, by=by, reason="Wrong")


def everything():
    return [
        list(model._base_manager.order_by("pk").values())
        for model in (Entry, Topic, Actor, Version, AuditLine)
    ]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", MAY)
def test_actions_by_role(record, role, action):
    by = account(role)
    deed, thing = prepared(record, action)
    before = everything()

    if role in ("system", "superuser", *MAY[action].split()):
        deed(thing, by)
        assert everything() != before
        assert AuditLine.objects.get().by == by
    else:
        with pytest.raises(NotAllowed) as refusal:
            deed(thing, by)
        assert everything() == before
        assert str(refusal.value)


@pytest.mark.parametrize(
    ("right", "sentence"),
    [
        (Right.ADD, "This account may not add records of the kind “development”."),
        (Right.CHANGE, "This account may not change “Title of event”."),
        (Right.DELETE, "This account may not delete “Title of event”."),
        (Right.PUBLISH, "This account may not publish “Title of event”."),
        (Right.WITHDRAW, "This account may not withdraw “Title of event”."),
    ],
)
def test_a_refusal_says_what_is_refused_in_the_language_of_the_reader(record, right, sentence):
    reader, entry = account("reader"), record.development()

    with pytest.raises(NotAllowed) as refusal:
        desk.require(reader, right, entry)
    with translation.override("de"), pytest.raises(NotAllowed) as german:
        desk.require(reader, right, entry)

    assert (str(refusal.value), refusal.value.right) == (sentence, right)
    assert str(german.value) != sentence
    # Django answers it with 403 wherever it is raised.
    assert isinstance(refusal.value, PermissionDenied)


def test_a_refused_change_of_what_is_public_says_why(record):
    record.development(actors=["france"])

    with pytest.raises(NotAllowed) as refusal:
        desk.require(account("contributor"), Right.CHANGE, record.actor("france"))

    assert str(refusal.value) == (
        "Public entries name “France”: only those who may publish can change it."
    )


def test_rights_are_told_of_a_whole_model(record):
    contributor = account("contributor")

    assert {right for right in Right if desk.may(contributor, right, Entry)} == {
        *(Right.ADD, Right.CHANGE),
    }
    with pytest.raises(NotAllowed, match="may not publish “entries”"):
        desk.require(contributor, Right.PUBLISH, Entry)


def test_an_entry_is_of_its_kind_however_it_was_fetched(record):
    record.development()
    by = account("staff")
    assert isinstance(by, User)
    by.user_permissions.add(*permissions("change_development"))

    assert desk.may(by, Right.CHANGE, Entry.objects.get())
    assert not desk.may(by, Right.CHANGE, record.question())


def test_asking_costs_nothing_where_the_number_of_entries_is_known(
    record, django_assert_num_queries
):
    record.development(actors=["france"])
    actor, contributor = record.actor("france"), account("contributor")
    assert not desk.may(contributor, Right.CHANGE, actor)

    with django_assert_num_queries(0):
        assert not desk.may(contributor, Right.CHANGE, actor, named=1)
        assert desk.may(contributor, Right.CHANGE, actor, named=0)


def permissions(*codenames):
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename__in=codenames)
