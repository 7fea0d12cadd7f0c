"""Entries of a kind on any of several topics."""

from datetime import date

import pytest

from events import publishing
from events.public import Moment, on_topics, timestamp
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def slugs(*asked, **more) -> list[str]:
    return [document["slug"] for document in on_topics(*asked, **more)]


def test_any_of_the_topics_and_only_the_kind():
    record.position("on-force", topic="force", date="2026-01-01")
    record.position("on-aid", topic="aid", date="2026-01-02")
    record.position("on-other", topic="other")
    record.question("open", topics=["force", "aid"])

    assert slugs("position", ["force", "aid"]) == ["on-aid", "on-force"]
    assert slugs("position", ["force"]) == ["on-force"]
    assert slugs("question", ["force", "aid"]) == ["open"]


@pytest.mark.parametrize("topics", [[], ["unheard-of"], {}])
def test_without_a_topic_there_is_nothing(topics):
    record.position("stand")

    assert on_topics("position", topics) == []


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (None, None, ["c", "b", "a"]),
        (date(2026, 1, 2), None, ["c", "b"]),
        (None, date(2026, 1, 2), ["b", "a"]),
        (date(2026, 1, 2), date(2026, 1, 2), ["b"]),
        (date(2026, 1, 4), date.max, []),
    ],
)
def test_a_window_of_days(start, end, found):
    for day, slug in enumerate("abc", start=1):
        record.position(slug, date=f"2026-01-0{day}")

    assert slugs("position", ["force"], start=start, end=end) == found


def test_a_window_has_what_began_in_it_whatever_day_is_meant():
    dated = ("2026-01-02", "2026-01", "../2026-01-02", "2026-01-02~", "2026-01-02/..", "2026")
    for number, edtf in enumerate(dated):
        record.position(f"p{number}", date=edtf)

    def found(first, last):
        return set(slugs("position", ["force"], start=date(2026, 1, first), end=last))

    assert found(2, date(2026, 1, 2)) == {"p0", "p4"}
    assert found(1, date(2026, 1, 31)) == {"p0", "p1", "p4"}
    assert found(1, date(2026, 12, 31)) == {"p0", "p1", "p4", "p5"}


def test_a_status():
    event = record.development("event")
    record.question("open", topics=["force"])
    record.question("answered", topics=["force"], answered_by=event)

    assert slugs("question", ["force"], status="open") == ["open"]
    assert slugs("question", ["force"], status="answered") == ["answered"]
    assert slugs("question", ["force"], status="broken") == []


def test_a_topic_that_is_called_like_a_status():
    record.question("unclear", topics=["open"])

    assert slugs("question", ["open"]) == ["unclear"]
    assert slugs("question", ["force"], status="open") == []
    assert slugs("question", ["open"], status="open") == ["unclear"]


def test_as_the_record_stood():
    first = record.position("first", date="2026-01-01")
    before = Moment.parse(timestamp(publishing.standing(first).published_at))
    record.position("second", date="2026-01-02")
    publishing.withdraw(first, note="wrong")

    assert slugs("position", ["force"]) == ["second"]
    assert slugs("position", ["force"], before) == ["first"]


def test_so_many_and_no_more():
    for day in (1, 2, 3):
        record.position(f"stand-{day}", date=f"2026-01-0{day}")

    assert slugs("position", ["force"], limit=2) == ["stand-3", "stand-2"]
