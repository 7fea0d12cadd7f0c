"""What is asked about the members of a body."""

import pytest

from events.desk import Doubt, questions
from events.models import Membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(record):
    """The questions about a coalition of which one state is a member at these times."""

    def asked(*times):
        body = record.coalition("alliance")
        for since, until in times:
            Membership.objects.create(
                body=body,
                actor=record.actor("france"),
                since=since,
                until=until,
                source=record.source(),
            )
        return [(question.code, question.where, str(question)) for question in questions(body)]

    return asked


TWICE = "France is a member twice at the same time. Is that right?"


def test_memberships_that_overlap_are_asked_about(asked):
    assert asked(("2003", "2007"), ("2006", "2010")) == [
        (Doubt.MEMBER_TWICE, ("memberships", 1), TWICE)
    ]


def test_one_that_was_never_ended_lasts_to_this_day(asked):
    assert asked(("2014", ""), ("2022-03", "")) == [(Doubt.MEMBER_TWICE, ("memberships", 1), TWICE)]


@pytest.mark.parametrize(
    "times",
    [
        (("2014", "2018"), ("2022-03", "")),
        # They may have been one after the other.
        (("2003", "2007"), ("2007", "2010")),
        (("", "2007~"), ("2007", "")),
    ],
)
def test_those_that_follow_each_other_are_not(asked, times):
    assert asked(*times) == []
