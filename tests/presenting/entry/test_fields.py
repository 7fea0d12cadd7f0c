import pytest
from django.utils.translation import override

from events import publishing
from events.presenting.entry.fields import fields


@pytest.fixture
def told(read):
    """The labels and values of the fields whose keys begin like this, by key."""

    def of(slug, *beginnings):
        found = fields(read(slug)).items()
        return {k: (f.label, f.value) for k, f in found if k.startswith(beginnings or "")}

    return of


def test_what_every_entry_has_in_the_order_of_a_page(record, told):
    record.development("event", date="2025-09")

    assert told("event") == {
        "title.en": ("Title (English)", "Title of event"),
        "title.de": ("Title (German)", "Titel von event"),
        "slug": ("Address", "event"),
        "process.peace": ("Process", "Process peace / Prozess peace"),
        "date": ("Date", "September 2025 [2025-09]"),
        "rank": ("Place among the entries of the same day", "0"),
        "source.report": ("Source", "Supports; Report report; 2026-01-06; German"),
    }
    assert list(told("event"))[:3] == ["title.en", "title.de", "slug"]


def test_labels_are_in_the_readers_language_and_values_in_all(record, told):
    record.development("event")

    with override("de"):
        found = told("event", "title", "date")
    assert found == {
        "title.en": ("Titel (Englisch)", "Title of event"),
        "title.de": ("Titel (Deutsch)", "Titel von event"),
        "date": ("Datum", "6 January 2026 / 6. Januar 2026 [2026-01-06]"),
    }


def test_who_is_named_for_whom_and_whether_they_came(record, told):
    record.person("merz", represents="germany", office_en="Chancellor")
    summit = record.summit("paris", publish=False)
    record.part(summit, "merz", "participant", status="absent")
    publishing.publish(summit)

    assert told("paris", "actor", "record") == {
        "actor.participant.merz": (
            "Taking part",
            "Merz / Merz (de), Chancellor, for Germany / Germany (de), Absent",
        ),
        "record.merz": ("Key facts", "Merz / Merz (de); Germany; Chancellor; germany"),
        "record.germany": ("Key facts", "Germany / Germany (de); Germany"),
    }


def test_the_fields_of_a_commitment(record, told):
    promise = record.commitment(
        "promise", domains=["land", "air"], firmness="agreed", deadline="2026-06", publish=False
    )
    record.called(promise, "poland", domain="land", value=1200, unit="men")
    record.status(promise, "broken", "2026-02", note_en="Late")
    publishing.publish(promise)

    beginnings = ("status", "domains", "firmness", "deadline", "counts", "stage", "history")
    assert told("promise", *beginnings) == {
        "status": ("Status", "Broken"),
        "domains": ("Domains", "On land / Zu Lande, In the air / In der Luft"),
        "firmness": ("Firmness", "Agreed"),
        "deadline": ("Deadline", "June 2026 / Juni 2026 [2026-06]"),
        "counts.named": ("Named", "1"),
        "counts.confirmed": ("Confirmed", "0"),
        "stage.poland.land.None": (
            "Roll call",
            "poland, named, On land / Zu Lande, 1,200 men, report",
        ),
        "history.2026-02.broken": (
            "Change of status",
            "Broken, February 2026 / Februar 2026 [2026-02], report, Late",
        ),
    }


def test_parts_of_a_commitment_and_who_changed_a_status(record, told):
    promise = record.commitment("promise", publish=False)
    record.promised(promise, "radar", text_en="Radar", text_de="Radargerät", deadline="2026-06")
    record.promised(promise, "fuel", text_en="Fuel", text_de="Fuel", order=1)
    record.status(promise, "suspended", "2026-01-05", by=record.actor("court"))
    record.status(promise, "fulfilled", "2026-02", part="radar", note_en="Early")
    publishing.publish(promise)

    assert told("promise", "part", "history") == {
        "history.2026-01-05.suspended": (
            "Change of status",
            "Suspended, 5 January 2026 / 5. Januar 2026 [2026-01-05], court, report",
        ),
        "part.radar": ("Part", "Radar / Radargerät; June 2026 / Juni 2026 [2026-06]; Fulfilled"),
        "part.radar.history.2026-02.fulfilled": (
            "Change of status of a part",
            "Fulfilled, February 2026 / Februar 2026 [2026-02], report, Early",
        ),
        "part.fuel": ("Part", "Fuel; Open"),
    }


def test_the_same_source_cited_twice_is_two_fields(record, told):
    event = record.development("event", publish=False)
    record.cite(event, "report", locator="p. 2", stance="contradicts")
    publishing.publish(event)

    assert told("event", "source") == {
        "source.report": ("Source", "Supports; Report report; 2026-01-06; German"),
        "source.report#2": ("Source", "Contradicts; Report report; 2026-01-06; German; p. 2"),
    }
