"""What readers see of an entry, once by conditions on many rows and once by the values of one."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from events.admin.states import CONDITIONS, State, standing, state, with_state
from events.models import Entry, Version
from events.vocabulary import Action

MOMENT = datetime(2026, 1, 6, 12, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
PUBLISHED, WITHDRAWN = Action.PUBLISHED, Action.WITHDRAWN

HISTORIES = [
    [],
    [PUBLISHED],
    [PUBLISHED, PUBLISHED],
    [PUBLISHED, WITHDRAWN],
    [PUBLISHED, WITHDRAWN, PUBLISHED],
    [PUBLISHED, WITHDRAWN, PUBLISHED, WITHDRAWN],
]
# When the entry was edited, counted from its latest version.
EDITED = [-timedelta(days=1), -INSTANT, timedelta(0), INSTANT, timedelta(days=1)]


@pytest.fixture
def entries(record):
    """One entry for each history and each time of the last edit, by its primary key."""
    made = {}
    for history, edited in product(HISTORIES, EDITED):
        entry = record.summit(f"entry-{len(made)}", publish=False)
        Entry.objects.filter(pk=entry.pk).update(edited_at=MOMENT + edited)
        made[entry.pk] = (history, edited)
        for number, action in enumerate(history, 1):
            Version.objects.create(
                seq=Version.objects.count() + 1,
                entry=entry,
                uid=entry.uid,
                number=number,
                action=action,
                kind=entry.kind,
                slug=entry.slug,
                published_at=MOMENT + (number - len(history)) * timedelta(hours=1),
                document="{}" if action == PUBLISHED else None,
            )
    return made


def expected(history, edited):
    if not history:
        return State.DRAFT
    if history[-1] == WITHDRAWN:
        return State.WITHDRAWN
    return State.EDITED if edited > timedelta(0) else State.PUBLIC


def test_the_conditions_and_the_values_of_a_row_tell_the_same(entries):
    rows = with_state(Entry.objects.all())
    found = {wanted: set(rows.filter(CONDITIONS[wanted])) for wanted in State}

    for row in rows:
        told = state(row.latest_action, row.latest_at, row.edited_at)
        assert told == standing(row).state == expected(*entries[row.pk])
        assert [wanted for wanted in State if row in found[wanted]] == [told]
