"""What readers see of an entry, by conditions on many rows and by the values of one."""

from datetime import timedelta
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from events import publishing
from events.desk import CONDITIONS, State, not_withdrawn, state, with_state
from events.models import Entry
from events.vocabulary import Action
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def state_of(slug: str) -> State:
    """The state of an entry, if the conditions and the values of its row tell the same."""
    row = with_state(Entry.objects.all()).get(slug=slug)
    rows = with_state(Entry.objects.filter(slug=slug))
    told = state(row, row.latest_action)
    assert [wanted for wanted in State if rows.filter(CONDITIONS[wanted]).exists()] == [told]
    return told


HISTORIES: list[list[Action]] = [
    [],
    [Action.PUBLISHED],
    [Action.PUBLISHED, Action.PUBLISHED],
    [Action.PUBLISHED, Action.WITHDRAWN],
    [Action.PUBLISHED, Action.WITHDRAWN, Action.PUBLISHED],
]
# When the edit was saved that is public, counted from the last one.
INSTANT = timedelta(microseconds=1)
PUBLIC_EDITS = [None, -timedelta(days=1), -INSTANT, timedelta(0), INSTANT, timedelta(days=1)]


@pytest.mark.parametrize("public_edit", PUBLIC_EDITS)
@pytest.mark.parametrize("history", HISTORIES)
def test_conditions_and_values_tell_the_same_at_all_times(
    history: list[Action], public_edit: timedelta | None
) -> None:
    entry = record.development(publish=False)
    for action in history:
        entry.title_en += "."
        entry.save()
        if action == Action.PUBLISHED:
            publishing.publish(entry)
        else:
            publishing.withdraw(entry)
    at = None if public_edit is None else Entry.objects.get().edited_at + public_edit
    Entry.objects.update(public_edited_at=at)
    if not history:
        expected = State.DRAFT
    elif history[-1] == Action.WITHDRAWN:
        expected = State.WITHDRAWN
    else:
        expected = State.PUBLIC if public_edit == timedelta(0) else State.EDITED
    assert state_of("event") == expected


def edit(entry: Entry, title: str) -> None:
    entry.title_en = title
    entry.save()


def test_an_entry_goes_through_all_states() -> None:
    entry = record.development(publish=False)
    assert state_of("event") == State.DRAFT
    publishing.publish(entry)
    assert state_of("event") == State.PUBLIC
    edit(entry, "Another")
    assert state_of("event") == State.EDITED
    publishing.publish(entry)
    assert state_of("event") == State.PUBLIC
    publishing.withdraw(entry)
    assert state_of("event") == State.WITHDRAWN
    edit(entry, "A third")
    assert state_of("event") == State.WITHDRAWN
    publishing.publish(entry)
    assert state_of("event") == State.PUBLIC


@pytest.mark.parametrize("shift", [timedelta(hours=-1), timedelta(hours=1)])
def test_the_clock_of_whoever_edits_does_not_matter(shift: timedelta) -> None:
    entry = record.development()
    edited = entry.edited_at + shift
    Entry.objects.update(edited_at=edited)
    assert state_of("event") == State.EDITED
    publishing.publish(entry)
    assert state_of("event") == State.PUBLIC
    assert Entry.objects.get().edited_at == edited


def test_what_is_refused_stays_edited() -> None:
    entry = record.development()
    entry.citations.all().delete()
    edit(entry, "Another")
    with pytest.raises(publishing.NotPublishable):
        publishing.publish(entry)
    assert state_of("event") == State.EDITED


def test_a_new_name_that_is_published_leaves_an_edit_an_edit() -> None:
    pending, quiet = (record.development(slug, actors=["france"]) for slug in ("pending", "quiet"))
    edit(pending, "Not public yet")
    france = record.actor("france")
    france.name_en = "French Republic"
    france.save()
    assert publishing.republish(france) == 2
    assert (state_of("pending"), state_of("quiet")) == (State.EDITED, State.PUBLIC)
    assert publishing.standing(quiet).number == 2


def by_command(_path: Path) -> None:
    call_command("publish", "peace", stdout=StringIO())


def by_loader(path: Path) -> None:
    path.write_text(
        "developments:\n  event:\n    process: peace\n    date: 2026-01-06\n    sources: [report]\n"
        "    title: {en: Title of event, de: Titel von event}\n",
        "utf-8",
    )
    call_command("load", path, stdout=StringIO())


@pytest.mark.parametrize("publish", [by_command, by_loader])
def test_an_edit_that_was_taken_back_is_none_whoever_publishes(publish, tmp_path: Path) -> None:
    entry = record.development()
    title = entry.title_en
    edit(entry, "A slip")
    edit(entry, title)
    assert state_of("event") == State.EDITED
    edited_at = Entry.objects.get().edited_at

    publish(tmp_path / "records.yaml")

    assert state_of("event") == State.PUBLIC
    assert publishing.standing(entry).number == 1
    # Whoever has its page open is not told that somebody has saved it.
    assert Entry.objects.get().edited_at == edited_at


def test_entries_from_before_the_time_was_kept_are_in_the_state_that_they_were_in() -> None:
    for slug in ("public", "edited", "withdrawn"):
        record.development(slug)
    record.development("draft", publish=False)
    edit(Entry.objects.get(slug="edited"), "Another")
    publishing.withdraw(Entry.objects.get(slug="withdrawn"))
    states = {slug: state_of(slug) for slug in ("public", "edited", "withdrawn", "draft")}
    assert list(states.values()) == [State.PUBLIC, State.EDITED, State.WITHDRAWN, State.DRAFT]
    Entry.objects.update(public_edited_at=None)
    assert state_of("public") == State.EDITED

    with connection.cursor() as cursor:
        cursor.execute(import_module("events.migrations.0007_public_edits").FILL)

    assert {slug: state_of(slug) for slug in states} == states


def test_not_withdrawn_leaves_public_entries_and_drafts() -> None:
    record.development("public")
    record.development("draft", publish=False)
    publishing.withdraw(record.development("gone"))
    found = not_withdrawn(Entry.objects.order_by("slug"))
    assert [entry.slug for entry in found] == ["draft", "public"]
