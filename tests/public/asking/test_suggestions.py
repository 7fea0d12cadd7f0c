"""Whoever names something that is not there is told what is there."""

import pytest

from events import publishing
from events.public.asking.suggestions import close_to, nothing_has
from events.vocabulary import Facet
from tests.record import Record

NAMES = {
    "ukraine": ["ukraine"],
    "donald-trump": ["donald-trump"],
    "united-states": ["united-states", "vereinigte-staaten"],
    "united-kingdom": ["united-kingdom", "vereinigtes-koenigreich"],
    "united-nations": ["united-nations", "vereinte-nationen"],
    "france": ["france", "frankreich"],
}


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("ukrain", ["ukraine"]),
        ("France", ["france"]),
        ("trump", ["donald-trump"]),
        ("donald trump", ["donald-trump"]),
        ("united", ["united-states", "united-kingdom", "united-nations"]),
        ("Frankreich", ["france"]),
        ("frankriech", ["france"]),
        ("vereinigtes_königreich", ["united-kingdom"]),
        ("nope", []),
        ("", []),
        ("-", []),
        ("france" * 1000, []),
    ],
)
def test_what_is_close_to_it(wrong, near):
    assert close_to(wrong, NAMES) == near


@pytest.fixture
def record(db):
    record = Record()
    record.development("event", actors=["ukraine", "france"], topics=["force"])
    record.development("other", actors=["ukraine", "poland"])
    record.development("third", actors=["ukraine", "russia", "poland"])
    record.development("draft", actors=["frances"], publish=False)
    publishing.withdraw(record.development("gone", actors=["frank"]))
    return record


def test_what_is_close_is_named_else_what_is_used_most(record, django_assert_num_queries):
    with django_assert_num_queries(1):
        messages = nothing_has(Facet.ACTOR, ["franc", "nope"])

    assert messages == [
        "Nothing public has “franc”. Close to it: france.",
        "Nothing public has “nope”. Used most: ukraine, poland, france.",
    ]


def test_of_many_only_the_first_are_compared(record):
    messages = nothing_has(Facet.TOPIC, ["forc", "for", "fore", "forces"])

    assert messages[0] == "Nothing public has “forc”. Close to it: force."
    assert messages[3] == "Nothing public has “forces”."


def test_where_nothing_is_right_there_is_nothing_to_suggest(db, django_assert_num_queries):
    assert nothing_has(Facet.ACTOR, ["nope"]) == ["Nothing public has “nope”."]
    with django_assert_num_queries(0):
        assert nothing_has(Facet.ACTOR, []) == []


def test_other_names_lead_to_an_actor(record, django_assert_num_queries):
    record.alias("ukraine", "Україна", "uk")
    record.alias("poland", "Polska")
    for slug in ("ukraine", "poland"):
        publishing.republish(record.actor(slug))

    with django_assert_num_queries(1):
        assert nothing_has(Facet.ACTOR, ["polska"]) == [
            "Nothing public has “polska”. Close to it: poland."
        ]
    assert nothing_has(Facet.TOPIC, ["polska"]) == [
        "Nothing public has “polska”. Used most: force."
    ]
