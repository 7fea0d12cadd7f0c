"""The texts that a record has had: each with what it changed, in values; compared; taken back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Entry, Snapshot, Summit, Topic
from tests.admin.desk import row


def changes(response, name="changes"):
    return [(one.label, one.how, plain(one.html)) for one in response.context[name]]


def plain(html):
    said = str(html)
    for before, after in (
        ('<span class="unseen">[added: </span>', ""),
        ('<span class="unseen">[removed: </span>', ""),
        ('<span class="unseen">] </span>', ""),
        ("<ins>", "+"),
        ("</ins>", "+"),
        ("<del>", "-"),
        ("</del>", "-"),
    ):
        said = said.replace(before, after)
    return said


def lines(desk, model, pk):
    return desk.open(model, "history", pk).context["lines"]


def test_a_save_says_what_it_changed_in_values(record, desk):
    summit = record.summit(level="experts")
    form = row(desk.form("summit", summit.pk), "participations", actor=record.actor("france").pk)
    desk.send("summit", summit.pk, form | {"title_en": "Title of a meeting", "level": "leaders"})

    last = list(lines(desk, "summit", summit.pk))[-1]

    told = [(one.label, one.how, plain(one.html)) for one in last.changes]
    assert told[0] == ("Title (English)", "changed", '<span lang="en">Title of +a +meeting</span>')
    assert [(label, how) for label, how, _html in told] == [
        ("Title (English)", "changed"),
        ("Level", "changed"),
        ("Actor in the entry “france”", "added"),
    ]


def test_any_two_texts_can_be_compared(record, desk):
    topic = record.topic("force")
    for name in ("One", "Two"):
        desk.save("topic", topic.pk, name_en=name)
    first, _second, third = Snapshot.objects.all()

    page = desk.client.get(
        desk.url("topic", "compare", topic.pk), {"from": first.pk, "to": third.pk}
    )

    label, how, html = changes(page)[0]
    assert (label, how) == ("Name (English)", "changed")
    assert "Two" in html
    assert "One" not in html


def test_the_text_is_compared_with_what_readers_see(record, desk):
    summit = record.summit(publish=False)
    desk.save("summit", summit.pk, "_publish", summary_en="Seen")
    desk.save("summit", summit.pk, summary_en="Not seen yet")

    page = desk.client.get(desk.url("summit", "compare", summit.pk), {"from": "public"})

    [(label, _how, html)] = changes(page)
    assert label == "Summary (English)"
    assert "-Seen-" in html


@pytest.mark.parametrize("asked", [{}, {"from": "x"}, {"from": "999", "to": "9" * 30}])
def test_texts_that_there_are_not_are_asked_for_again(record, desk, asked):
    topic = record.topic("force")

    page = desk.client.get(desk.url("topic", "compare", topic.pk), asked)

    assert page.status_code == 200
    assert "Choose two texts" in page.content.decode()


def test_the_text_of_another_record_is_none_of_this_one(record, desk):
    one, other = record.topic("force"), record.topic("money")
    desk.save("topic", other.pk, name_en="Other")
    text = Snapshot.objects.latest("pk")

    assert desk.open("topic", "restore", one.pk, text=text.pk).status_code == 404


def test_an_earlier_text_is_taken_back_as_a_save_of_its_own(record, users, desk):
    summit = record.summit(actors=["france"])
    desk.save("summit", summit.pk, title_en="Other", **{"participations-0-DELETE": "on"})
    found, saved = Snapshot.objects.all()
    page = desk.open("summit", "restore", summit.pk, text=found.pk)
    assert next(one.label for one in page.context["changes"]) == "Title (English)"

    desk.post(desk.url("summit", "restore", summit.pk), {"text": found.pk})

    assert [message.split(" of ")[0] for message in desk.messages] == ["The text"]
    assert Summit.objects.get().title_en == "Title of meeting"
    assert [part.actor.slug for part in Summit.objects.get().participations.all()] == ["france"]
    last = Snapshot.objects.latest("pk")
    assert (last.occasion, last.by, last.opened_from) == ("restored", users["editor"], found)
    assert last.record == found.record
    assert saved in Snapshot.objects.all()


def test_a_text_that_names_what_is_gone_is_not_taken_back_and_says_so(record, desk):
    summit = record.summit(topics=["force"])
    desk.save("summit", summit.pk, topics=[])
    Topic.objects.all().delete()

    desk.post(
        desk.url("summit", "restore", summit.pk), {"text": Snapshot.objects.earliest("pk").pk}
    )

    said = desk.messages[-1]
    assert "There is no “force” among the topics" in said
    assert not Entry.objects.get().topics.exists()


def test_who_may_not_change_a_record_takes_nothing_back(record, desk_of):
    summit = record.summit()
    desk_of("editor").save("summit", summit.pk, title_en="Other")
    text = Snapshot.objects.earliest("pk")

    for role in ("staff", "reader", "anonymous"):
        answer = desk_of(role).post(
            desk_of(role).url("summit", "restore", summit.pk), {"text": text.pk}
        )
        assert answer.status_code in (302, 403)
    assert Summit.objects.get().title_en == "Other"


def test_a_history_asks_no_more_for_many_saves_than_for_few(record, desk):
    topic = record.topic("force")
    asked = []
    for names in ("AB", "CDEFGH"):
        for name in names:
            desk.save("topic", topic.pk, name_en=name)
        desk.open("topic", "history", topic.pk)
        with CaptureQueriesContext(connection) as queries:
            desk.open("topic", "history", topic.pk)
        asked.append(len(queries))

    assert asked[0] == asked[1]
