"""Redacting some versions of an entry: what the desk says now may be right."""

from typing import Any

import pytest

from events import desk, publishing
from events.models import AuditLine, Entry
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
SECRET = "Quastenflosser"
WHY: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "A right to be forgotten."}}


@pytest.fixture
def corrected() -> Entry:
    entry = record.development("event", summary_en=SECRET, publish=False)
    desk.publish(entry, note={"en": f"About {SECRET}."})
    entry.summary_en = "Right and proper."
    entry.save()
    publishing.publish(entry)
    return entry


def test_what_has_replaced_the_text_stays_on_the_desk(corrected: Entry) -> None:
    desk.redact(corrected, parts=["summary", "note"], numbers=[1], **WHY)

    assert Entry.objects.get(pk=corrected.pk).summary_en == "Right and proper."
    assert desk.where_is([SECRET]) == []
    assert SECRET not in str(AuditLine.objects.values_list("params", flat=True))


def test_what_the_last_version_says_goes_from_the_desk(corrected: Entry) -> None:
    desk.redact(corrected, parts=["summary"], numbers=iter([1, 2]), **WHY)

    assert Entry.objects.get(pk=corrected.pk).summary_en == "[redacted]"


def test_a_reason_in_a_language_that_no_reader_has_is_none(corrected: Entry) -> None:
    with pytest.raises(desk.CannotRedact, match=r"Readers need a reason\."):
        desk.redact(corrected, ground="mistake", reason={"xx": "A slip."})
