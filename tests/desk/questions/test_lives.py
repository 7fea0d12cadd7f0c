"""What is asked where somebody is named who did not exist then."""

import pytest

from events.desk import Doubt, questions
from events.models import FormerName, Membership, Office

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
    record.called(entry, "gdr", stage="announced", date="1974-09-27")
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


@pytest.mark.parametrize(
    ("since", "until", "is_asked"),
    [
        ("1950", "1960", False),
        ("1940", "1960", False),
        ("1940", "1945", True),
        ("1991", "", True),
        ("", "1949", False),
        ("", "1948", True),
    ],
)
def test_an_office_of_a_time_at_which_there_was_nobody_to_speak_for(
    record, gdr, since, until, is_asked
):
    envoy = record.person("envoy")
    Office.objects.create(actor=envoy, title_en="Envoy", represents=gdr, since=since, until=until)
    found = [one for one in asked(envoy) if one[0] == Doubt.FACT_OUTSIDE]
    message = "This office lies outside the life span of Gdr. Is it right?"
    assert found == ([(Doubt.FACT_OUTSIDE, ("offices", 0), message)] if is_asked else [])


@pytest.mark.parametrize(("until", "is_asked"), [("1960", False), ("1940", True), ("2000", True)])
def test_a_name_that_ended_before_or_after_its_bearer(gdr, until, is_asked):
    FormerName.objects.create(actor=gdr, name_en="Zone", until=until)
    found = [one for one in asked(gdr) if one[0] == Doubt.FACT_OUTSIDE]
    message = "This name ended outside the life span of Gdr. Is the day right?"
    place = ("former_names", 0, "until")
    assert found == ([(Doubt.FACT_OUTSIDE, place, message)] if is_asked else [])


OUTSIDE = "Next came after Gdr on a day outside the life span of one of them. Is the day right?"


@pytest.mark.parametrize(
    ("life", "day", "said"),
    [
        (("1990-10-03", ""), "1990-10-03", None),
        (("1949-05-23", ""), "1990-10-03", None),
        # In part, while the other one went on.
        (("1960", ""), "1960", None),
        (("1990-10-03", ""), "1990-10-04", OUTSIDE),
        (("", ""), "1940", OUTSIDE),
        (("1992", ""), "1990-10-03", OUTSIDE),
        (("", "1970"), "1990-10-03", OUTSIDE),
        (("", ""), "", None),
        (("", "1940"), "", "Next had ended before Gdr began. Is it the right successor?"),
    ],
)
def test_a_successor_of_another_time(record, gdr, life, day, said):
    record.actor("next", kind="country", since=life[0], until=life[1])
    record.succession("gdr", "next", day)
    found = [one for one in asked(gdr) if one[0] == Doubt.SUCCESSOR_OUTSIDE]
    place = ("successors", 0, "date")
    assert found == ([(Doubt.SUCCESSOR_OUTSIDE, place, said)] if said else [])
