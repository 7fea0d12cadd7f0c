"""Where one actor stands on each topic, and each actor on one topic."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import publishing
from events.public import HeldPosition, Moment, held_by, held_on, timestamp
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()
TODAY = date(2026, 2, 1)


def told(found: list[HeldPosition]) -> list[tuple[str, str, str, str]]:
    return [(held.actor, held.topic, held.stance, held.entry) for held in found]


def moment(entry) -> Moment:
    return Moment.parse(timestamp(publishing.standing(entry).published_at))


def test_the_latest_position_on_each_topic_holds():
    record.position("first", topic="force", stance="opposes", date="2025-05")
    record.position("second", topic="force", stance="supports", date="2026-01-06")
    record.position("aid", topic="aid", stance="undecided", date="2025-12-01")
    record.position("other", holder="poland", topic="force", stance="opposes")

    assert told(held_by("france", TODAY)) == [
        ("france", "force", "supports", "second"),
        ("france", "aid", "undecided", "aid"),
    ]
    assert told(held_on("force", TODAY)) == [
        ("poland", "force", "opposes", "other"),
        ("france", "force", "supports", "second"),
    ]


def test_what_is_said_of_a_position():
    record.position("stand", date="2025-05")

    [held] = held_by("france", TODAY)

    assert held.name == {"en": "Topic force", "de": "Thema force"}
    assert (held.date["edtf"], held.date["label"]["en"]) == ("2025-05", "May 2025")
    [held] = held_on("force", TODAY)
    assert held.name == {"en": "France", "de": "France (de)"}


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(2025, 4, 30), []),
        (date(2025, 5, 1), ["first"]),
        (date(2026, 1, 5), ["first"]),
        (date(2026, 1, 6), ["second"]),
    ],
)
def test_a_position_holds_from_the_day_at_which_it_stands(on, held):
    record.position("first", date="2025-05")
    record.position("second", date="2026-01-06")

    assert [found.entry for found in held_by("france", on)] == held
    assert [found.entry for found in held_on("force", on)] == held


def test_a_withdrawn_position_gives_way_to_the_one_before():
    record.position("first", stance="opposes", date="2025-05")
    second = record.position("second", date="2026-01-06")
    before = moment(second)
    publishing.withdraw(second, note="wrong")

    assert [held.entry for held in held_by("france", TODAY)] == ["first"]
    assert [held.entry for held in held_by("france", TODAY, before)] == ["second"]


def test_nobody_is_called_by_a_later_name_in_a_record_that_is_gone_back_to():
    stand = record.position("stand")
    before = moment(stand)
    topic = record.topic("force")
    topic.name_en = "Another name"
    topic.save()
    publishing.republish(topic)

    assert held_by("france", TODAY)[0].name["en"] == "Another name"
    assert held_by("france", TODAY, before)[0].name["en"] == "Topic force"


@pytest.mark.parametrize("slug", ["nobody", "force", "", "a/b"])
def test_who_has_no_position_has_none(slug):
    record.position("stand")

    assert held_by(slug, TODAY) == []


def test_so_many_and_no_more():
    for number in range(3):
        record.position(f"on-{number}", topic=f"t{number}", date=f"2025-0{number + 1}")

    assert [held.topic for held in held_by("france", TODAY, limit=2)] == ["t2", "t1"]


def test_the_number_of_queries_does_not_grow():
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            held_by("france", TODAY)
        return len(captured)

    record.position("stand")
    one = queries()
    for number in range(4):
        record.position(f"on-{number}", topic=f"t{number}")
    assert queries() == one
