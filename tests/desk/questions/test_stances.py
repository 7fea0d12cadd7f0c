"""What is asked about a position that is taken back."""

import pytest

from events.desk import Doubt, questions

pytestmark = pytest.mark.django_db


def asked(position):
    return [(one.code, one.where, str(one)) for one in questions(position)]


QUESTION = "No earlier position of Peru on “Topic force” is on file. What does it take back?"


def test_what_nobody_is_on_file_as_having_held(record):
    back = record.position(
        "back", holder="peru", date="2024-05-09", stance="taken-back", publish=False
    )

    assert asked(back) == [(Doubt.NOTHING_TO_TAKE_BACK, ("stance",), QUESTION)]


@pytest.mark.parametrize("edtf", ["2024-02-02", "2024-05", "../2025", "2024-05-09"])
def test_what_was_or_may_have_been_held_before(record, edtf):
    record.position("support", holder="peru", date=edtf, publish=False)
    back = record.position(
        "back", holder="peru", date="2024-05-09", stance="taken-back", publish=False
    )

    assert asked(back) == []


@pytest.mark.parametrize(
    "other",
    [
        {"holder": "chile"},
        {"topic": "aid"},
        {"date": "2024-05-10"},
        {"stance": "taken-back"},
    ],
)
def test_what_others_held_or_on_another_topic_or_later_is_not_what_is_taken_back(record, other):
    fields = {"holder": "peru", "date": "2024-02-02"} | other
    record.position("other", publish=False, **fields)
    back = record.position(
        "back", holder="peru", date="2024-05-09", stance="taken-back", publish=False
    )

    assert [message for _code, _where, message in asked(back)] == [QUESTION]


def test_a_position_that_is_held_takes_nothing_back(record):
    assert asked(record.position("support", publish=False)) == []


APART = (
    "“Title of before” is of another day. If the stance was changed between the two, leave this "
    "out: the later one follows the earlier by itself. A contradiction says that both cannot be "
    "true."
)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, [(Doubt.CONTRADICTS_EARLIER, ("contradicts", 0, "contradicted"), APART)]),
        ({"date": "2024-05-09"}, []),
        ({"date": "2024-05"}, []),
        ({"holder": "chile"}, []),
        ({"topic": "aid"}, []),
    ],
)
def test_what_is_said_to_contradict_a_position_of_before(record, other, expected):
    fields = {"holder": "peru", "date": "2024-05-02", "publish": False} | other
    before = record.position("before", **fields)
    now = record.position("now", holder="peru", date="2024-05-09", stance="opposes", publish=False)
    record.contradiction(now, before)

    assert asked(now) == expected


def test_what_contradicts_an_entry_of_another_kind_is_not_asked_about(record):
    now = record.position("now", publish=False)
    record.contradiction(now, record.development("report", date="2020"))

    assert asked(now) == []
