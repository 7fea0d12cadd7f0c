"""Proving that a text is gone: it is found wherever it is, however it is written there."""

import pytest

from events import desk
from events.models import AuditLine
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
SAID = 'Müller sagte in Österreich "nein" \\ "ja"'


def tables(text: str) -> set[str]:
    return {trace.table for trace in desk.where_is([text])}


@pytest.mark.parametrize(
    "text", [SAID, SAID.lower(), SAID.upper(), "Österreich", "österreich", 'sagte in österreich "n']
)
def test_a_text_is_found_in_any_case_in_documents_rows_and_json(text: str) -> None:
    entry = record.development("event", title_en="Event", summary_en=SAID)
    AuditLine.objects.create(
        action="published",
        kind=entry.kind,
        key=entry.pk,
        slug="event",
        params={"note": {"de": SAID}},
    )

    found = tables(text)
    assert {"events_version", "events_versiontext", "events_entry", "events_auditline"} <= found


def test_what_is_nowhere_is_not_found() -> None:
    record.development("event", summary_en=SAID)

    assert tables("Österreicher") == set()
    assert tables(" ") == set()
