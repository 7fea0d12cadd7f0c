"""Whether somebody saved an entry meanwhile: who, when, and from which state to save now."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from events.desk import conflicts, publish
from events.models import Entry
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

    now = Entry.objects.get()
    assert (conflict.is_told, conflict.by, conflict.at) == (True, editor, now.edited_at)
    # Whoever has read of it saves from there.
    assert conflict.state == conflicts.opened(now)
    assert conflicts.find(entry, conflict.state) is None


def test_the_system_saved_it(record, edit):
    entry = record.development()
    before = conflicts.opened(entry)
    edit(Entry.objects.get(), title_en="Another")

    conflict = conflicts.find(entry, before)

    assert (conflict.is_told, conflict.by) == (True, None)


def test_something_saved_it_that_the_audit_does_not_know(record):
    entry = record.development()
    before = conflicts.opened(entry)
    Entry.objects.get().save()

    assert conflicts.find(entry, before).is_told is False


def test_it_is_told_who_saved_and_not_who_published_since(record, edit):
    entry, contributor = record.development(), account("contributor")
    before = conflicts.opened(entry)
    edit(Entry.objects.get(), contributor, title_en="Another")
    publish(entry, by=account("editor"))

    assert conflicts.find(entry, before).by == contributor


def test_publishing_is_no_edit(record, edit):
    entry = record.development()
    edit(Entry.objects.get(), title_en="A slip")
    edit(Entry.objects.get(), title_en="Title of event")
    opened = Entry.objects.get()
    publish(entry, by=account("editor"))

    assert conflicts.find(opened, conflicts.opened(opened)) is None


def test_what_names_no_state_is_a_conflict(record):
    entry = record.development()

    assert [conflicts.find(entry, state) is None for state in (None, "", "long ago")] == [False] * 3


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

    assert (conflict.is_told, conflict.state) == (True, conflicts.opened(Entry.objects.get()))
