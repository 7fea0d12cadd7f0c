from datetime import date

import pytest
from django.utils.translation import override

from events import public, publishing
from events.presenting.positions.changes import (
    HEADINGS,
    ChangeKind,
    changes,
    differences,
    entries_of,
)


@pytest.fixture
def changed(record, links):
    def changed(start, end, unchanged=False):
        before, now = (public.matrix(date.fromisoformat(day)) for day in (start, end))
        found = differences(before.cells, now.cells)
        same = ChangeKind.UNCHANGED
        found = [one for one in found if (one.turn == same) is unchanged]
        documents = public.named(entries_of(found))
        actors, topics = {**before.actors, **now.actors}, {**before.topics, **now.topics}
        return changes(found, actors, topics, documents, links, date.fromisoformat(end))

    return changed


@pytest.fixture
def turned(changed):
    """How each cell has turned: the turn, the stances before and now, and the entry."""

    def turned(start, end):
        return [
            (c.turn.value, c.before and c.before.value, c.now.value, c.title.plain.split()[-1])
            for c in changed(start, end)
        ]

    return turned


def test_what_is_new_what_is_another_and_what_is_the_same_again(record, changed):
    record.position("kept", holder="ukraine", date="2025-01-01")
    record.position("before", date="2025-01-01", stance="supports")
    record.position("between", date="2025-02-01", stance="undecided")
    record.position("after", date="2025-03-01", stance="opposes")
    record.position("said", holder="germany", date="2025-01-01")
    record.position("said-again", holder="germany", date="2025-03-02")
    record.position("new", holder="poland", date="2025-02-15")

    found = changed("2025-01-31", "2025-03-31")

    assert [
        (c.actor, c.before and c.before.value, c.now.value, c.turn, c.title.plain) for c in found
    ] == [
        ("France", "supports", "opposes", ChangeKind.CHANGED, "Title of after"),
        ("Poland", None, "supports", ChangeKind.FIRST, "Title of new"),
        ("Germany", "supports", "supports", ChangeKind.AGAIN, "Title of said-again"),
    ]
    assert changed("2025-03-31", "2025-12-31") == []


def test_what_is_so_on_both_days_is_unchanged(record, changed):
    record.position("kept", holder="ukraine", date="2025-01-01")
    record.position("said", holder="germany", date="2025-01-01", stance="taken-back")
    record.position("open", holder="france", date="2025~")

    [same] = changed("2025-01-31", "2026-12-31", unchanged=True)

    assert (same.actor, same.before.value, same.now.value) == ("Ukraine", "supports", "supports")
    assert (same.said, same.title.plain) == (None, "Title of kept")


def test_every_turn_in_the_order_in_which_they_are_shown(record, changed):
    long_ago = {"date": "2025-01-01", "stance": "supports"}
    for holder in ("austria", "denmark", "estonia"):
        record.position(f"{holder}-before", holder=holder, **long_ago)
    record.position("ended", holder="croatia", date="2025-01-01/2025-03-10")
    record.position("again", holder="austria", date="2025-03-05")
    record.position("first", holder="belgium", date="2025-03-05")
    record.position("perhaps", holder="denmark", date="2025-03~", stance="undecided")
    record.position("changed", holder="estonia", date="2025-03-05", stance="opposes")
    record.position("before", holder="greece", **long_ago)
    record.position("taken-back", holder="greece", date="2025-03-07", stance="taken-back")
    record.position("first-later", holder="finland", date="2025-03-06")

    found = changed("2025-02-01", "2025-03-20")

    assert [(c.order, c.turn.value, c.actor, c.certain) for c in found] == [
        (0, "changed", "Estonia", True),
        (1, "taken-back", "Greece", True),
        (2, "first", "Finland", True),
        (2, "first", "Belgium", True),
        (3, "ended", "Croatia", True),
        (4, "perhaps", "Denmark", False),
        (5, "again", "Austria", True),
    ]
    assert [(c.before and c.before.label, c.now.label) for c in found] == [
        ("Supports", "Opposes"),
        ("Supports", "Taken back"),
        (None, "Supports"),
        (None, "Supports"),
        ("Supports", "Supports"),
        ("Supports", "Undecided"),
        ("Supports", "Supports"),
    ]


def test_turns_have_a_heading_each_in_english_and_german():
    assert [str(HEADINGS[turn]) for turn in ChangeKind] == [
        "Changed",
        "Taken back",
        "First on record",
        "Ended",
        "Perhaps changed: the day is not known",
        "Said again",
        "Unchanged",
    ]
    with override("de"):
        assert [str(HEADINGS[turn]) for turn in ChangeKind] == [
            "Geändert",
            "Zurückgenommen",
            "Erstmals verzeichnet",
            "Beendet",
            "Möglicherweise geändert: Der Tag ist nicht bekannt",
            "Erneut gesagt",
            "Unverändert",
        ]


def test_what_was_so_by_a_day_is_first_on_record_on_that_day_and_no_change(record, turned):
    for number, holder in enumerate(("france", "germany", "poland")):
        record.position(f"p{number}", holder=holder, date="../2026-01-06")

    found = turned("2026-01-05", "2026-01-06")

    assert [turn for turn, *_rest in found] == ["first"] * 3
    assert turned("2026-01-04", "2026-01-05") == []
    assert turned("2026-01-06", "2026-01-07") == []


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        # Another one before that month, and another one after it, is a change.
        ("2025-08-31", "2025-09-30", [("changed", "supports", "opposes", "month")]),
        # Within it, nobody knows the day.
        ("2025-08-31", "2025-09-15", [("perhaps", "supports", "opposes", "month")]),
        ("2025-09-15", "2025-09-30", [("perhaps", None, "opposes", "month")]),
        # What was possible before is no news.
        ("2025-09-10", "2025-09-20", []),
        ("2025-09-30", "2025-10-31", []),
    ],
)
def test_a_change_of_which_only_the_month_is_known(record, turned, start, end, expected):
    record.position("before", date="2025-01-01", stance="supports")
    record.position("month", date="2025-09", stance="opposes")

    assert turned(start, end) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-05-01", "2022-05-31", [("first", None, "supports", "one")]),
        ("2022-05-31", "2023-09-01", []),
        ("2022-05-31", "2023-10-01", [("ended", "supports", "supports", "one")]),
        # It may be over, or not yet.
        ("2023-09-01", "2023-09-15", [("perhaps", "supports", "supports", "one")]),
        ("2023-09-02", "2023-09-15", []),
        ("2023-10-01", "2025-01-01", []),
    ],
)
def test_a_position_with_an_end(record, turned, start, end, expected):
    record.position("one", date="2022-05/2023-09")

    assert turned(start, end) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-02-01", "2024-02-02", [("first", None, "supports", "support")]),
        ("2024-02-02", "2024-05-08", []),
        ("2024-05-08", "2024-05-09", [("taken-back", "supports", "taken-back", "back")]),
        ("2024-02-01", "2024-05-09", [("taken-back", None, "taken-back", "back")]),
        ("2024-05-09", "2025-05-31", []),
        # Whoever stood nowhere stands somewhere again.
        ("2025-05-31", "2025-06-01", [("changed", "taken-back", "opposes", "now")]),
        ("2024-02-02", "2025-06-01", [("changed", "supports", "opposes", "now")]),
    ],
)
def test_support_that_is_taken_back(record, turned, start, end, expected):
    record.position("support", holder="peru", date="2024-02-02", stance="supports")
    record.position("back", holder="peru", date="2024-05-09", stance="taken-back")
    record.position("now", holder="peru", date="2025-06-01", stance="opposes")

    assert turned(start, end) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-04-30", "2024-05-15", [("perhaps", "supports", "taken-back", "back")]),
        ("2024-05-15", "2024-05-31", [("perhaps", None, "taken-back", "back")]),
        ("2024-04-30", "2024-05-31", [("taken-back", "supports", "taken-back", "back")]),
        ("2024-05-31", "2026-01-01", []),
    ],
)
def test_support_that_is_taken_back_some_day(record, turned, start, end, expected):
    record.position("support", holder="peru", date="2024-02-02", stance="supports")
    record.position("back", holder="peru", date="2024-05", stance="taken-back")

    assert turned(start, end) == expected


def test_taken_back_twice_is_said_again(record, turned):
    record.position("back", date="2024-05-09", stance="taken-back")
    record.position("once-more", date="2024-06-09", stance="taken-back")

    assert turned("2024-05-09", "2024-06-09") == [
        ("again", "taken-back", "taken-back", "once-more")
    ]


def test_a_first_position_that_is_only_possible_is_not_yet_on_record(record, turned):
    record.position("one", date="2026~")

    assert turned("2025-01-01", "2026-01-01") == []
    assert turned("2025-01-01", "2027-06-30") == [("first", None, "supports", "one")]


def test_the_same_said_in_a_month_is_said_again(record, turned):
    record.position("before", date="2025-01-01")
    record.position("month", date="2025-09")

    # Whether it was said by then or not: it is the stance in any case.
    assert turned("2025-08-31", "2025-09-15") == []
    assert turned("2025-08-31", "2025-09-30") == [("again", "supports", "supports", "month")]


def test_each_says_where_it_is_written(record, changed):
    entry = record.position("one", date="2025-03", publish=False)
    record.cite(entry, "denial", stance="contradicts")
    record.position("two", topic="aid", date="2025-02")
    publishing.publish(entry)

    change = changed("2025-01-01", "2025-12-31")[0]

    assert (change.topic, change.url) == ("Topic force", "/en/positions/france/force/")
    assert (change.date.label, change.date.mark) == ("March 2025", "day not known")
    assert (change.turn, change.before) == (ChangeKind.FIRST, None)
    assert change.entry_url == "/en/entries/one/"
    assert change.source.title.plain == "Report report"
    assert change.said is None


def test_a_change_also_says_where_the_position_before_is_written(record, changed):
    record.position("before", date="2025-01", basis="stated")
    record.position("after", date="2025-03-01", stance="opposes")

    [change] = changed("2025-02-01", "2025-12-31")

    said = change.said
    assert (said.stance.value, said.basis.value) == ("supports", "stated")
    assert (said.date.label, said.entry_url) == ("January 2025", "/en/entries/before/")
    assert (said.title.plain, said.source.title.plain) == ("Title of before", "Report report")
