from datetime import date

import pytest
from django.utils import timezone

from events import public
from events.public import Moment
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()
DAY = date(2025, 6, 1)


def found(
    topics: set[str], process: str | None = None, as_of: Moment | None = None
) -> dict[str, tuple[int, str]]:
    return {
        topic: (one.number, one.latest["slug"])
        for topic, one in public.promised(topics, DAY, process, as_of).items()
    }


def test_commitments_on_a_topic_are_counted_and_the_latest_is_given() -> None:
    record.commitment("first", date="2025-01-01", topics=["force", "aid"])
    record.commitment("second", date="2025-02-01", topics=["force"])
    record.commitment("elsewhere", date="2025-02-01", topics=["zones"])
    record.position("stand", topic="force")

    assert found({"force", "aid", "nothing"}) == {"force": (2, "second"), "aid": (1, "first")}
    assert found(set()) == {}


def test_what_may_have_been_promised_later_does_not_count() -> None:
    record.commitment("later", date="2025-06-02", topics=["force"])
    record.commitment("by", date="../2026-01-06", topics=["force"])
    record.commitment("about", date="2025~", topics=["force"])
    assert found({"force"}) == {}

    record.commitment("by-then", date="../2025-06-01", topics=["force"])
    assert found({"force"}) == {"force": (1, "by-then")}


def test_a_process_and_the_record_as_it_stood_have_their_own() -> None:
    record.commitment("one", date="2025-01-01", topics=["force"])
    before = Moment("then", timezone.now())
    record.commitment("two", date="2025-02-01", topics=["force"])

    assert found({"force"}, as_of=before) == {"force": (1, "one")}
    assert found({"force"}, process="peace") == {"force": (2, "two")}
