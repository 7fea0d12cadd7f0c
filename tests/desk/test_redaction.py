"""Redacting on the desk: its own rows, what its history quotes, and what is saved later."""

from typing import Any

import pytest

from events import desk, publishing
from events.models import AuditLine, Entry, Identifier, StatusChange
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
SECRET = "Quastenflosser"
WHY: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "A right to be forgotten."}}


def test_a_person_that_was_edited_on_the_desk_goes(edit: Any) -> None:
    person = record.person("hans-q", represents="france", name_en=f"Hans {SECRET}")
    record.development("event", actors=["hans-q"])
    edit(person, office_en=f"Boss of {SECRET}")

    done = desk.redact_record(person, **WHY)

    assert desk.where_is([SECRET, "hans-q"]) == []
    changed = AuditLine.objects.get(action="changed")
    assert (changed.redaction, changed.slug) == (done, f"redacted-{str(done.uid)[:8]}")


def test_an_entry_goes_with_its_address_and_the_notes_that_its_history_quotes() -> None:
    entry = record.development("hans-scandal")
    entry.title_en = "New"
    entry.save()
    desk.publish(entry, note={"en": f"About {SECRET}."})

    desk.redact(entry, parts=["all", "slug"], **WHY)

    assert desk.where_is([SECRET, "hans-scandal"]) == []
    line = AuditLine.objects.get(action="published")
    assert line.params["note"] == {"en": "[redacted]", "de": "[geschwärzt]"}


def test_a_person_goes_with_all_names_and_numbers_in_registers() -> None:
    for name in ("hans-q", "jane-q"):
        person = record.person(name, represents="france")
        record.alias(name, f"H. {SECRET}")
        record.alias(name, f"Hans {SECRET}")
        Identifier.objects.create(actor=person, scheme="wikidata", value=f"Q-{name}")
        record.development(f"event-{name[0]}", actors=[name])

        desk.redact_record(person, **WHY)

    assert desk.where_is([SECRET, "Q-hans-q", "Q-jane-q"]) == []


def test_a_source_that_is_cited_at_two_places() -> None:
    entry = record.development("event")
    record.cite(entry, "report", locator=f"{SECRET} 1")
    record.cite(entry, "report", locator=f"{SECRET} 2")
    publishing.publish(entry)

    desk.redact(entry, parts=["sources/*/locator"], **WHY)

    assert desk.where_is([SECRET]) == []
    found = entry.citations.order_by("pk").values_list("locator", flat=True)
    assert list(found) == ["", "[redacted]", "[redacted] 2"]


def test_what_entries_say_of_a_source_goes_with_it() -> None:
    source = record.source("other")
    entry = record.development("event")
    record.cite(entry, "other", quote=f"{SECRET}!", locator="p. 1", note_en=f"So {SECRET}.")
    publishing.publish(entry)
    opened = desk.conflicts.opened(Entry.objects.get(pk=entry.pk))

    desk.redact_record(source, **WHY)

    assert desk.conflicts.find(entry, opened) is not None
    publishing.publish(Entry.objects.get(pk=entry.pk))
    assert desk.where_is([SECRET]) == []


@pytest.mark.parametrize("number", ["1", "2", "*"])
def test_numbers_of_documents_are_not_those_of_rows(number: str) -> None:
    entry = record.commitment("promise", domains=["land"])
    record.status(entry, "delayed", "2026-03", note_en=f"Later {SECRET}.")
    record.status(entry, "blocked", "2026-02", note_en=f"Earlier {SECRET}.")
    publishing.publish(entry)

    desk.redact(entry, parts=[f"history/{number}/note"], **WHY)

    left = desk.where_is([SECRET])
    assert "events_statuschange" not in {trace.table for trace in left}
    assert bool(left) == (number != "*")


@pytest.mark.parametrize("part", ["parts/one/history/*/note", "parts/*/history", "parts/one"])
def test_the_history_of_a_part(part: str) -> None:
    entry = record.commitment("promise", domains=["land"])
    record.promised(entry, "one", text_en="One.")
    record.status(entry, "delayed", "2026-02", note_en="Of the whole.")
    record.status(entry, "delayed", "2026-03", note_en=f"Of one {SECRET}.", part="one")
    publishing.publish(entry)

    desk.redact(entry, parts=[part], **WHY)

    publishing.publish(Entry.objects.get(pk=entry.pk))
    assert desk.where_is([SECRET]) == []
    notes = StatusChange.objects.filter(commitment=entry)
    assert set(notes.values_list("note_en", flat=True)) == {"Of the whole.", "[redacted]"}
    assert entry.parts.get().text_en == ("[redacted]" if part == "parts/one" else "One.")


@pytest.mark.parametrize("is_edited", [False, True])
def test_a_form_opened_before_is_told_of_it(edit: Any, is_edited: bool) -> None:
    entry = record.development("event", summary_en=SECRET)
    if is_edited:
        edit(entry, title_en="New")
    before = Entry.objects.get(pk=entry.pk)

    desk.redact(entry, parts=["summary"], by=None, **WHY)

    assert desk.conflicts.find(entry, desk.conflicts.opened(before)) is not None
    now = Entry.objects.get(pk=entry.pk)
    assert desk.state(now, "published") == desk.state(before, "published")


def test_a_person_that_only_versions_name_is_not_deleted() -> None:
    person = record.person("hans-q", name_en=f"Hans {SECRET}")
    entry = record.development("event", actors=["hans-q", "france"])
    entry.participations.filter(actor=person).delete()
    publishing.publish(Entry.objects.get(pk=entry.pk))

    with pytest.raises(desk.WasPublished, match=r"If it must go, redact it\."):
        desk.delete(person)

    desk.redact_record(person, **WHY)
    assert desk.where_is([SECRET, "hans-q"]) == []
    desk.delete(record.topic("never-named"))
