from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from events.filters import BY_NAME
from events.presenting.wording import as_of_worded, filters_worded, titled, value_worded
from events.public import Moment

NAMES = {
    "actor": {"france": {"en": "France", "de": "Frankreich"}},
    "topic": {"force": {"de": "Truppe"}},
    "process": {},
    "domain": {"air": {"en": "In the air", "de": "In der Luft"}},
}


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], []),
        ([("kind", "summit"), ("order", "oldest"), ("utm_source", "x")], ["Meetings"]),
        ([("actor", "france"), ("actor", "nobody"), ("actor", "france")], ["France", "nobody"]),
        ([("stance", "opposes"), ("topic", "force")], ["Truppe", "Opposes"]),
        ([("status", "held"), ("role", "host"), ("process", "peace")], ["peace", "Host", "Held"]),
        ([("firmness", "agreed"), ("domain", "air")], ["Agreed", "In the air"]),
        ([("q", "100 % troops")], ["“100 % troops”"]),
        ([("year", "2026")], ["2026"]),
        (
            [("to", "2025-12-31"), ("from", "2025-01-01")],
            ["from 1 January 2025 on", "until 31 December 2025"],
        ),
        ([("as_of", "2026-01-06")], ["as the record stood on 6 January 2026"]),
    ],
)
def test_filters_are_said_in_words_in_the_order_of_the_table(pairs, expected):
    assert filters_worded(pairs, NAMES) == expected


def test_a_kind_has_its_own_words():
    with override("de"):
        assert value_worded(BY_NAME["status"], "answered", NAMES, "question") == "Beantwortet"
    # Where a list shows all kinds, a value of any kind may be asked for.
    assert value_worded(BY_NAME["status"], "held", NAMES, "question") == "Held"


@pytest.mark.parametrize("name", BY_NAME)
def test_what_cannot_be_meant_is_told_as_it_is(name):
    assert value_worded(BY_NAME[name], "2026-02-30x", NAMES) == "2026-02-30x"


def test_a_moment_is_a_day_or_a_time():
    assert as_of_worded(Moment.parse("2026-01-06")) == "6 January 2026"
    then = timezone.now() - timedelta(days=3)
    assert as_of_worded(Moment.parse(then.isoformat())).endswith(f"{then:%H:%M} UTC")


def test_a_title_says_what_is_shown():
    assert titled("Record", []) == "Record"
    assert titled("Record", ["Meetings", "France"]) == "Record: Meetings · France"
