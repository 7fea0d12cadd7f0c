"""What was done on the desk, on the page of a record and on the first page, in both languages."""

import re
from io import StringIO

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.paginator import Paginator
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import desk as the_desk
from events.admin.history import recent as recent_actions
from events.models import AuditLine, Entry
from tests.admin.desk import row


def history(desk, model, pk):
    """Who did what, as the page says."""
    page = desk.open(model, "history", pk)
    assert page.status_code == 200
    return [(line.who, line.what) for line in page.context["lines"]]


def log(users, thing, message, name="editor"):
    """A line as Django's admin wrote them before."""
    LogEntry.objects.log_actions(
        user_id=users[name].pk,
        queryset=[thing],
        action_flag=CHANGE,
        change_message=message,
        single_object=True,
    )


def test_every_action_on_a_page_is_one_line_of_its_history(record, desk):
    form = desk.form("summit") | {
        "title_en": "Paris",
        "title_de": "Paris",
        "slug": "paris",
        "processes": str(record.process().pk),
        "date": "2026",
    }
    form = row(form, "citations", source=record.source().pk)
    desk.send("summit", None, form)
    pk = Entry.objects.get().pk
    desk.save(
        "summit",
        pk,
        "_publish",
        title_de="Pariser Treffen",
        note_en="A better title",
        one_language="on",
    )
    form = row(desk.form("summit", pk), "participations", actor=record.actor("france").pk)
    desk.send("summit", pk, form)
    desk.save("summit", pk, **{"participations-0-role": "host"})
    desk.save("summit", pk, **{"participations-0-DELETE": "on"})
    desk.save("summit", pk)  # without a change
    desk.post(
        desk.url("summit", "withdraw", pk),
        {"reason_en": "It was another one.", "one_language": "on"},
    )

    assert history(desk, "summit", pk) == [
        ("editor", "Added."),
        ("editor", "Changed: Title (German)."),
        (
            "editor",
            "Published: readers now see version 1. Note for readers: “A better title”.",
        ),
        ("editor", "Actors in the entry: added france."),
        ("editor", "Actors in the entry: changed france."),
        ("editor", "Actors in the entry: removed france."),
        ("editor", "Withdrawn. Reason: “It was another one.”."),
    ]
    assert LogEntry.objects.count() == 0


def test_what_is_done_to_several_is_told_as_one_and_of_each(record, desk):
    entries = [record.summit(f"s{number}", publish=False) for number in range(3)]
    record.topic("force")

    desk.act("entry", "publish_selected", *entries)
    desk.act("entry", "withdraw_selected", *entries[:2], reason_en="Wrong", one_language="on")

    assert history(desk, "summit", entries[0].pk) == [
        (
            "editor",
            "Published: readers now see version 1. Selected together with 2 other records.",
        ),
        ("editor", "Withdrawn. Reason: “Wrong”. Selected together with 1 other record."),
    ]
    withdrawn, published = latest(desk)
    assert (withdrawn.name, withdrawn.kind) == ("2 records", "Summit")
    assert (published.name, len(published.parts)) == ("3 records", 3)
    page = desk.client.get("/admin/").content.decode()
    for entry in entries:
        assert page.count(f'href="{desk.url("summit", "change", entry.pk)}"') >= 1


def latest(desk):
    user = User.objects.get(username="editor")
    return recent_actions(user, 10)


def test_of_very_many_some_are_named(record, desk, monkeypatch):
    monkeypatch.setattr("events.admin.history.PARTS", 2)
    topics = [record.topic(f"t{number}") for number in range(5)]

    desk.act("topic", "delete_selected", *topics, post="yes")

    (deleted,) = latest(desk)
    assert [part.name for part in deleted.shown] == ["Topic t4", "Topic t3"]
    assert deleted.left_out == "and 3 more"
    assert "and 3 more" in desk.client.get("/admin/").content.decode()


def test_whoever_has_anonymised_an_account_has_a_first_page(users, desk):
    account = User.objects.create_user("somebody")
    the_desk.anonymise(account, by=users["editor"])

    (line,) = latest(desk)
    assert (line.name, line.kind) == (account.username, "User")
    assert desk.client.get("/admin/").status_code == 200


def test_what_is_done_in_a_list_is_in_the_history_too(record, desk):
    summit = record.summit(publish=False)

    desk.act("entry", "publish_selected", summit)
    desk.act("entry", "withdraw_selected", summit, reason_en="Wrong", one_language="on")

    assert history(desk, "summit", summit.pk) == [
        ("editor", "Published: readers now see version 1."),
        ("editor", "Withdrawn. Reason: “Wrong”."),
    ]


def test_a_new_name_says_how_many_entries_it_has_reached(record, desk):
    record.summit(actors=["france"])
    actor = record.actor("france")

    desk.save("actor", actor.pk, name_en="French Republic")

    assert history(desk, "actor", actor.pk) == [
        ("the system", "As it was before."),
        ("editor", "Changed: Name (English). 1 public entry names this and was published again."),
    ]


def test_deletions_are_kept_though_no_page_is_left(record, desk):
    summit, topic = record.summit(publish=False), record.topic("force")

    desk.post(desk.url("summit", "delete", summit.pk), {"post": "yes"})
    desk.act("topic", "delete_selected", topic, post="yes")

    assert [the_desk.sentence(line) for line in AuditLine.objects.all()] == [
        "Deleted: “Title of meeting”.",
        "Deleted: “Topic force”.",
    ]


def test_the_history_is_read_in_the_language_of_the_desk(record, desk):
    summit = record.summit(publish=False)
    desk.act("entry", "publish_selected", summit)
    desk.client.cookies["desk-language"] = "de"

    assert history(desk, "summit", summit.pk) == [
        ("editor", "Veröffentlicht: Die Leser sehen jetzt Version 1.")
    ]


def test_what_a_command_did_was_done_by_the_system(record, desk):
    summit = record.summit(publish=False)
    the_desk.publish(summit)

    assert history(desk, "summit", summit.pk) == [
        ("the system", "Published: readers now see version 1.")
    ]


@pytest.mark.parametrize(
    ("by", "told"),
    [
        (None, "the system, by the command “publish”"),
        ("editor", "editor, by the command “publish”"),
    ],
)
def test_the_command_is_named_and_who_ran_it(record, users, desk, by, told):
    summit = record.summit(publish=False)
    call_command("publish", "peace", by=by, stdout=StringIO())

    assert history(desk, "summit", summit.pk) == [(told, "Published: readers now see version 1.")]
    log = desk.client.get("/admin/events/version/")
    if log.status_code == 200:
        assert (by or "the system") in log.content.decode()


def test_lines_from_before_the_audit_come_first(record, users, desk):
    summit, other = record.summit(publish=False), record.summit("other", publish=False)
    log(users, summit, [{"changed": {"fields": ["Title (English)"]}}])
    log(users, other, "Something else")
    desk.act("entry", "publish_selected", summit)

    assert history(desk, "summit", summit.pk) == [
        ("editor", "Changed Title (English)."),
        ("editor", "Published: readers now see version 1."),
    ]


def test_a_long_history_has_pages(record, desk, monkeypatch):
    monkeypatch.setattr("events.admin.records.LINES", 2)
    topic = record.topic("force")
    for number in range(2):
        desk.save("topic", topic.pk, name_en=str(number))

    first = desk.open("topic", "history", topic.pk)
    last = desk.open("topic", "history", topic.pk, p=2)

    assert [len(page.context["lines"]) for page in (first, last)] == [2, 1]
    assert 'href="?p=2"' in first.content.decode()
    assert isinstance(first.context["lines"].paginator, Paginator)


def test_what_is_typed_is_no_markup_in_the_history(record, desk):
    summit = record.summit(publish=False)
    the_desk.publish(summit, note="<script>alert(1)</script>")

    assert "<script>alert" not in desk.open("summit", "history", summit.pk).content.decode()


def test_an_account_is_not_deleted_and_neither_is_what_it_did(record, users, desk, desk_of):
    desk.save("topic", record.topic("force").pk, name_en="Another")
    page = f"/admin/auth/user/{users['editor'].pk}/delete/"

    assert desk_of("superuser").client.post(page, {"post": "yes"}).status_code == 403

    assert [user.username for user in User.objects.filter(username="editor")] == ["editor"]
    assert AuditLine.objects.get(by=users["editor"]).slug == "force"


def recent(desk):
    page = desk.client.get("/admin/").content.decode()
    [actions] = re.findall(r'id="recent-actions-module">(.*?)</div>', page, re.DOTALL)
    items = re.findall(r'<li class="(\w+)">(.*?)</li>', actions, re.DOTALL)
    return [
        (sign, re.findall(r'href="([^"]+)"', item), " ".join(re.sub("<.*?>", " ", item).split()))
        for sign, item in items
    ]


def test_the_first_page_says_what_one_did_last(record, users, desk):
    topic, draft = record.topic("force"), record.summit("draft", publish=False)
    log(users, topic, "Before the audit")
    log(users, topic, "Of somebody else", name="superuser")
    desk.save("summit", record.summit(publish=False).pk, title_en="Paris")
    desk.post(desk.url("summit", "delete", draft.pk), {"post": "yes"})
    the_desk.publish(Entry.objects.get())

    assert recent(desk) == [
        ("deletelink", [], "Deleted: Title of draft Summit"),
        (
            "changelink",
            [desk.url("summit", "change", Entry.objects.get().pk)],
            "Changed: Paris Summit",
        ),
        ("changelink", [desk.url("topic", "change", topic.pk)], "Changed: Topic force Topic"),
    ]


def test_the_first_page_of_somebody_new_has_nothing_to_tell(desk):
    assert recent(desk) == []
    assert "None available" in desk.client.get("/admin/").content.decode()


@pytest.mark.parametrize("kinds", [("summit",), ("summit", "development", "question")])
def test_the_first_page_costs_the_same_for_one_action_and_for_ten(record, desk, kinds):
    def queries():
        with CaptureQueriesContext(connection) as context:
            desk.client.get("/admin/")
        return len(context)

    desk.client.get("/admin/")
    desk.save(kinds[0], getattr(record, kinds[0])("first", publish=False).pk, title_en="One")
    one = queries()
    for number in range(9):
        kind = kinds[number % len(kinds)]
        entry = getattr(record, kind)(f"e{number}", publish=False)
        desk.save(kind, entry.pk, title_en=str(number))

    assert queries() == one
