"""Who moved from one day to another, as far as that is certain."""

from datetime import date

import pytest

from events import public
from events.presenting.positions.through import GROUPS, group, through

DAYS = [date(2025, 1, 31), date(2025, 6, 30), date(2025, 12, 31)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"2025-01-01": "supports"}, "same"),
        ({"2025-01-01": "supports", "2025-03-01": "supports"}, "same"),
        ({"2025-01-01": "supports", "2025-03-01": "opposes"}, "moved"),
        ({"2025-01-01": "supports", "2025-03-01": "taken-back"}, "moved"),
        ({"2025-01-01/2025-03-01": "supports"}, "moved"),
        ({"2025-03-01": "supports", "2025-09-01": "opposes"}, "moved"),
        ({"2025-03-01": "supports"}, "first"),
        # When it was said is known to have been before the second day only.
        ({"../2025-03-01": "supports"}, "first"),
        ({"2024-01-01": "taken-back", "2025-03-01": "supports"}, "first"),
        ({"../2026-03-01": "supports"}, "perhaps"),
        ({"2024-01-01": "taken-back"}, "perhaps"),
    ],
)
def test_how_somebody_has_moved(record, links, said, expected):
    for number, (day, stance) in enumerate(said.items()):
        record.position(f"p{number}", date=day, stance=stance)

    found = public.held_through(DAYS, ["force"])

    assert group([found.on[day] for day in DAYS]) == expected
    [shown] = through(found, DAYS, links)
    assert shown.key == expected
    [row] = shown.rows
    assert (row.actor, row.topic) == ("France", "Topic force")
    assert row.url == "/en/positions/france/force/"


def test_groups_come_in_their_order_and_rows_by_topic(record, links):
    record.position("moved-1", holder="poland", topic="b", date="2025-01-01")
    record.position("moved-2", holder="poland", topic="b", date="2025-03-01", stance="opposes")
    for holder, topic in (("france", "b"), ("poland", "a"), ("germany", "b")):
        record.position(f"{holder}-{topic}", holder=holder, topic=topic, date="2025-01-02")

    found = through(public.held_through(DAYS, ["a", "b"]), DAYS, links)

    assert [one.key for one in found] == [key for key in GROUPS if key in ("moved", "same")]
    assert [(row.topic, row.actor) for row in found[1].rows] == [
        ("Topic a", "Poland"),
        ("Topic b", "France"),
        ("Topic b", "Germany"),
    ]


def test_without_days_or_topics_there_is_nothing(record, links):
    record.position("one")

    assert through(public.held_through([], ["force"]), [], links) == []
    assert through(public.held_through(DAYS, []), DAYS, links) == []
