"""What is asked where somebody is named who did not exist then."""

import pytest

from events.desk import Doubt, questions
from events.models import Membership

pytestmark = pytest.mark.django_db

LATER = (
    "The entry is dated after the life span of Gdr, which ends with 2 October 1990. Is it the "
    "right actor?"
)
EARLIER = (
    "The entry is dated before the life span of Gdr, which begins with 7 October 1949. Is it the "
    "right actor?"
)


@pytest.fixture
def gdr(record):
    return record.actor("gdr", kind="country", country="DD", since="1949-10-07", until="1990-10-02")


def asked(thing):
    return [(question.code, question.where, str(question)) for question in questions(thing)]


@pytest.mark.parametrize(
    ("date", "question"),
    [
        ("2025-05-05", LATER),
        ("1991", LATER),
        ("1990-10-03/..", LATER),
        ("1948", EARLIER),
        ("../1949-10-06", EARLIER),
        ("1990", None),
        ("1949", None),
        ("1970-01-01/2025", None),
        ("../2025", None),
        ("1990-10-02", None),
    ],
)
def test_an_actor_outside_of_its_life_span(record, gdr, date, question):
    entry = record.summit(date=date, actors=["poland", "gdr"], publish=False)
    where = ("participations", 1, "actor")
    assert asked(entry) == ([(Doubt.OUTSIDE, where, question)] if question else [])


def test_whom_somebody_represents_and_who_gives_something(record, gdr):
    record.person("envoy")
    entry = record.commitment(date="2025", actors=[], publish=False)
    record.part(entry, "envoy", "party", represents=gdr)
    record.called(entry, "gdr")
    record.called(entry, "gdr", stage="approved", date="1974-09-27")
    assert asked(entry) == [
        (Doubt.OUTSIDE, ("participations", 0, "represents"), LATER),
        (Doubt.OUTSIDE, ("roll_call", 0, "actor"), LATER),
    ]


def test_a_membership_of_what_did_not_exist(record, gdr):
    body = record.coalition("pact")
    Membership.objects.create(body=body, actor=gdr, since="1995", source=record.source())
    assert asked(body) == [
        (
            Doubt.MEMBER_OUTSIDE,
            ("memberships", 0),
            "A membership lies outside the life span of Gdr. Is it right?",
        )
    ]
