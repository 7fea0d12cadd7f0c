"""What the log has of entries: how often each was published, and whether it stands."""

import pytest

from events import publishing
from events.publishing.said import History, histories
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def test_the_history_of_entries() -> None:
    draft = record.development("draft", publish=False)
    once = record.development("once")
    gone = record.development("gone")
    back = record.development("back")
    for entry in (gone, back):
        publishing.withdraw(entry)
    publishing.publish(back)

    found = histories([draft.pk, once.pk, gone.pk, back.pk])

    assert found == {
        once.pk: History(number=1, published=1, last=1),
        gone.pk: History(number=2, published=2, last=4),
        back.pk: History(number=3, published=6, last=6),
    }
    assert {key for key, history in found.items() if history.stands} == {once.pk, back.pk}


def test_others_are_not_told_of() -> None:
    record.development("one")
    assert histories([]) == {}
