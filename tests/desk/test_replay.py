"""Redactions that are done again on an older copy of the record."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from events import desk, publishing
from events.models import Entry, Redaction, Version
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
SECRET = "Quastenflosser"
WHY: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "A right to be forgotten."}}


def done_elsewhere(act: Callable[[], object]) -> Any:
    """What a redaction was listed as that this copy of the record has not had."""
    with transaction.atomic():
        act()
        listed = list(desk.listed())
        transaction.set_rollback(True)
    return listed[-1]


def published_and_redacted(entry: Entry, **how: Any) -> Any:
    def act() -> None:
        publishing.publish(entry)
        desk.redact(Entry.objects.get(pk=entry.pk), **how, **WHY)

    return done_elsewhere(act)


def test_a_draft_that_was_published_later_is_blanked() -> None:
    entry = record.development("event", summary_en=SECRET, publish=False)
    listing = published_and_redacted(entry)

    done = desk.replay(listing)

    assert desk.where_is([SECRET]) == []
    assert desk.is_done(listing)
    assert (done.versions.count(), Version.objects.count()) == (0, 0)


def test_so_is_what_a_later_version_was_to_say() -> None:
    entry = record.development("event", summary_en="Right.")
    entry.summary_en = SECRET
    entry.save()
    listing = published_and_redacted(entry, parts=["summary"], numbers=[2])

    desk.replay(listing)

    assert desk.where_is([SECRET]) == []
    assert Version.objects.count() == 1


def test_another_record_that_has_its_number_now_is_left_alone() -> None:
    entry = record.development("event", summary_en="Right.", publish=False)
    listing = published_and_redacted(entry)
    listing["versions"][0]["entry"] = listing["uid"]

    with pytest.raises(desk.CannotRedact):
        desk.replay(listing)

    assert Entry.objects.get(pk=entry.pk).summary_en == "Right."


@pytest.mark.parametrize(
    "change", [{"places": [["synopsis"]]}, {"places": [["title"]]}, {"after": "0" * 64}]
)
def test_where_a_version_says_something_else_nothing_is_done(change: dict[str, Any]) -> None:
    entry = record.development("event", summary_en=SECRET)
    listing = done_elsewhere(lambda: desk.redact(entry, parts=["summary"], **WHY))
    listing["versions"][0] |= change

    with pytest.raises(desk.CannotReplay, match=r"event v1 says something else here."):
        desk.replay(listing)

    assert not desk.is_done(listing)
    assert Redaction.objects.count() == 0


def test_what_was_published_between_redactions_is_passed_over() -> None:
    entry = record.development("event", title_en=SECRET, summary_en=SECRET)
    with transaction.atomic():
        desk.redact(entry, parts=["title"], **WHY)
        record.cite(entry, "other", quote="Said.")
        publishing.publish(Entry.objects.get(pk=entry.pk))
        desk.redact(entry, parts=["summary"], **WHY)
        desk.redact(entry, parts=["sources/other/quote"], numbers=[3], **WHY)
        listed = list(desk.listed())
        transaction.set_rollback(True)

    for listing in listed:
        desk.replay(listing)

    assert desk.where_is([SECRET]) == []
    assert all(map(desk.is_done, listed))
