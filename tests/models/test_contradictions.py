"""Entries that contradict each other."""

import pytest
from django.core.exceptions import ValidationError

from events.models import Contradiction
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def refused(entry, contradicted):
    row = Contradiction(entry_id=entry.pk, contradicted_id=contradicted.pk)
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    return refusal.value.message_dict


def test_one_entry_contradicts_another_of_any_kind_that_is_drawn() -> None:
    one, other = record.position("one"), record.question("other")

    row = record.contradiction(one, other)

    row.full_clean()
    assert str(row) == "Title of other"


def test_no_entry_contradicts_itself() -> None:
    one = record.development("one")

    assert refused(one, one) == {"__all__": ["An entry cannot contradict itself."]}


def test_a_contradiction_is_said_once_and_on_one_of_the_two() -> None:
    one, other = record.development("one"), record.development("other")
    record.contradiction(one, other)

    assert refused(one, other) == {
        "__all__": ["This entry is named already among the contradicted."]
    }
    assert refused(other, one) == {
        "contradicted": ["That entry says already that it contradicts this one. Say it once."]
    }


@pytest.mark.parametrize("kind", ["overview", "walk"])
def test_a_text_about_entries_is_not_contradicted_itself(kind) -> None:
    text = record.overview("text") if kind == "overview" else record.walk("text")

    assert refused(record.development("one"), text) == {
        "contradicted": [
            "That is a text of the editors about entries. Name the entry that is contradicted."
        ]
    }


@pytest.mark.parametrize("kind", ["overview", "walk"])
def test_what_is_not_drawn_is_no_key_event(kind) -> None:
    text = record.overview("text") if kind == "overview" else record.walk("text")
    text.key_event = True

    with pytest.raises(ValidationError) as refusal:
        text.full_clean()

    assert refusal.value.message_dict == {
        "key_event": ["It is not drawn among the events. Mark an entry to which it leads."]
    }
