"""Whether somebody saved a record meanwhile: what it was, what it is, from which state to save."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from events.desk import conflicts, publish
from events.models import Entry, Topic
from tests.desk.accounts import account
from tests.processes import done_or_waiting


def test_nobody_saved_it(record):
    entry = record.development()

    assert conflicts.find(entry, conflicts.opened(entry)) is None


def test_somebody_saved_it(record, edit):
    entry, editor = record.development(), account("editor")
    before = conflicts.opened(entry)
    edit(Entry.objects.get(), editor, title_en="Another")

    conflict = conflicts.find(entry, before)

    assert conflict.base.record["title"]["en"] == "Title of event"
    assert (conflict.theirs.record["title"]["en"], conflict.theirs.by) == ("Another", editor)
    assert conflict.is_redacted is False
    # Whoever has seen both saves from there.
    assert conflict.state == conflicts.opened(Entry.objects.get())
    assert conflicts.find(entry, conflict.state) is None


def test_somebody_saved_reference_data(record, edit):
    topic = record.topic("force")
    edit(topic, name_en="First")
    before = conflicts.opened(topic)
    edit(Topic.objects.get(), name_en="Second")

    conflict = conflicts.find(topic, before)

    texts = [one.record["name"]["en"] for one in (conflict.base, conflict.theirs)]
    assert texts == ["First", "Second"]


def test_something_saved_it_that_keeps_no_texts(record):
    entry = record.development()
    before = conflicts.opened(entry)
    now = Entry.objects.get()
    now.title_en = "Past the desk"
    now.save()

    conflict = conflicts.find(entry, before)

    assert conflict.base is None
    assert conflict.theirs.record["title"]["en"] == "Past the desk"
    assert (conflict.theirs.occasion, conflict.theirs.by) == ("found", None)


def test_publishing_is_no_edit(record, edit):
    entry = record.development()
    edit(Entry.objects.get(), title_en="A slip")
    edit(Entry.objects.get(), title_en="Title of event")
    opened = Entry.objects.get()
    publish(entry, by=account("editor"))

    assert conflicts.find(opened, conflicts.opened(opened)) is None


@pytest.mark.parametrize("state", [None, "", "long ago", "9" * 40 + "@"])
def test_what_names_no_state_is_a_conflict(record, state):
    assert conflicts.find(record.development(), state) is not None


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_the_same_moment_the_second_waits_and_sees_the_first(record, edit):
    entry = record.development()
    before = conflicts.opened(entry)

    def on_another_connection():
        try:
            with transaction.atomic():
                return conflicts.find(entry, before)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            edit(Entry.objects.get(), title_en="Another")
            second = pool.submit(on_another_connection)
            done_or_waiting(second.done)
        conflict = second.result()

    assert conflict.theirs.record["title"]["en"] == "Another"
    assert conflict.state == conflicts.opened(Entry.objects.get())
