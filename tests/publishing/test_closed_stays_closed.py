"""What was closed to readers is not published again unnoticed."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from events import desk, public, publishing
from events.models import Entry
from events.publishing import Need
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
WHY: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "A right to be forgotten."}}


@pytest.fixture
def closed() -> Entry:
    titles = {"title_en": "The Quastenflosser", "title_de": "Der Quastenflosser"}
    entry = record.development("event", **titles)
    desk.redact(entry, parts=["title"], erase=False, **WHY)
    entry.refresh_from_db()
    return entry


def refused(entry: Entry) -> list[str]:
    with pytest.raises(publishing.NotPublishable) as refusal:
        desk.publish(entry)
    return [problem.code for problem in refusal.value.problems]


def test_it_is_refused_and_said_why(closed: Entry) -> None:
    closed.summary_en = "Something else."
    closed.save()

    assert refused(closed) == [Need.CLOSED]
    [(_entry, outcome)] = desk.publish_many([closed])
    assert isinstance(outcome, publishing.NotPublishable)
    assert "was closed to readers" in str(outcome)
    assert "publish --show-closed event" in str(outcome)
    assert public.entry("event").document["title"]["en"] == "[redacted]"


def test_one_language_of_it_is_enough(closed: Entry) -> None:
    closed.title_en = "An event"
    closed.save()

    assert refused(closed) == [Need.CLOSED]


def test_also_after_it_was_published_without_it(closed: Entry) -> None:
    closed.title_en, closed.title_de = "An event", "Ein Ereignis"
    closed.save()
    assert desk.publish(closed).version.number == 3
    closed.title_en = "The Quastenflosser"
    closed.save()

    assert refused(closed) == [Need.CLOSED]


def test_whoever_wants_that_says_so(closed: Entry) -> None:
    closed.save()
    with pytest.raises(CommandError, match="was closed to readers"):
        call_command("publish", "peace")
    with pytest.raises(CommandError, match="There is no record “other”"):
        call_command("publish", "peace", "--show-closed", "other")

    call_command("publish", "peace", "--show-closed", "event")

    assert public.entry("event").document["title"]["en"] == "The Quastenflosser"


def test_what_is_closed_as_a_whole_is_not_published_by_another_title(closed: Entry) -> None:
    whole = record.position("stand", title_en="A stand", summary_en="What was said.")
    desk.redact(whole, erase=False, **WHY)
    whole.refresh_from_db()
    whole.title_en = whole.title_de = "Another title"
    whole.save()

    assert refused(whole) == [Need.CLOSED]
    assert desk.publish(whole, show_closed=True).version.number == 3


def test_what_is_erased_is_no_matter(closed: Entry) -> None:
    desk.redact(closed, parts=["title"], **WHY)
    closed.refresh_from_db()
    closed.title_en, closed.title_de = "An event", "Ein Ereignis"
    closed.save()

    assert desk.publish(closed).is_new
