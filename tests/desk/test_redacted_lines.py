"""What the desk's own history says after a redaction: of what was redacted nothing, else all."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from events import desk
from events.models import AuditLine, Entry
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
SECRET = "Quastenflosser"
WHY: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "A right to be forgotten."}}


def line_of(entry: Entry, **params: Any) -> AuditLine:
    return AuditLine.objects.create(
        action="changed",
        kind=entry.kind,
        key=entry.pk,
        uid=entry.uid,
        slug=entry.slug,
        params=params,
    )


def test_words_that_contain_a_short_name_stay() -> None:
    person = record.person("un", represents="france", name_en=f"Hans {SECRET}")
    record.development("event", actors=["un"])
    other = record.development("refund-of-funds")
    desk.publish(other, note={"en": "The fund of un was misspelt."})
    line_of(other, fields=["un"], rows={}, nothing=None)
    before = list(AuditLine.objects.filter(key=other.pk).values_list("slug", "params"))

    desk.redact_record(person, **WHY)

    assert list(AuditLine.objects.filter(key=other.pk).values_list("slug", "params")) == before


def test_only_records_of_its_kind_lose_a_short_name() -> None:
    record.source("jane")
    person = record.person("jane", represents="france")
    event = record.development("event", actors=["jane"])
    changes = {"added": ["jane", "france"]}
    line = line_of(event, rows={"participations": changes, "citations": changes})

    done = desk.redact_record(person, **WHY)

    line.refresh_from_db()
    said = f"redacted-{str(done.uid)[:8]}"
    assert line.params["rows"] == {
        "participations": {"added": [said, "france"]},
        "citations": changes,
    }
    assert line.slug == "event"


def test_addresses_of_before_go_with_the_address() -> None:
    entry = record.development("hans-scandal", publish=False)
    desk.publish(entry)
    entry.slug = "hans-second"
    entry.save()
    desk.publish(entry)

    desk.redact(entry, parts=["all", "slug"], **WHY)

    assert desk.where_is(["hans-scandal", "hans-second"]) == []


def test_a_line_of_a_server_whose_clock_is_ahead_is_blanked() -> None:
    entry = record.development("event", title_en=SECRET)
    line = line_of(entry, note={"en": SECRET})
    assert line.redaction is None
    AuditLine.objects.bulk_create(
        [
            AuditLine(
                action="published",
                kind=entry.kind,
                key=entry.pk,
                slug="event",
                params={"note": {"en": SECRET}},
                at=timezone.now() + timedelta(seconds=3),
            )
        ]
    )

    desk.redact(entry, **WHY)

    assert desk.where_is([SECRET]) == []


def test_what_earlier_releases_wrote_of_entries_names_nobody() -> None:
    person = record.person("hans-q", represents="france", name_en=f"Hans {SECRET}")
    entries = [record.development("event", actors=["hans-q"]), record.development("other")]
    user = User.objects.create(username="jane")
    for entry, name in zip(entries, (SECRET, "Force"), strict=True):
        LogEntry.objects.create(
            user=user,
            content_type=ContentType.objects.get_for_model(type(entry)),
            object_id=str(entry.pk),
            object_repr=entry.slug,
            action_flag=2,
            change_message=f'[{{"added": {{"object": "Hans {name}"}}}}]',
        )

    desk.redact_record(person, **WHY)

    assert desk.where_is([SECRET]) == []
    assert [line.object_repr for line in LogEntry.objects.order_by("pk")] == ["event", "other"]
    assert "Force" in LogEntry.objects.get(object_repr="other").change_message
