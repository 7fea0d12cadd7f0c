"""What is asked about an actor itself."""

import pytest

from events.desk import Doubt, questions
from events.models import Membership

pytestmark = pytest.mark.django_db


def asked(actor):
    return [(question.code, question.where, str(question)) for question in questions(actor)]


def test_an_invented_code_is_questioned(record):
    unknown = (
        "Nobody has or had the country code “QQ” (ISO 3166). Is it right? Leave it empty where a "
        "country has none."
    )
    assert asked(record.actor("nosuch", kind="country", country="QQ")) == [
        (Doubt.CODE, ("country",), unknown)
    ]


@pytest.mark.parametrize("code", ["XK", "TW", "PS", "SU", "YUCS", "GB-SCT", ""])
def test_a_code_that_is_in_use_is_not(record, code):
    assert asked(record.actor("land", kind="country", country=code)) == []


def test_a_name_that_somebody_else_also_has(record):
    record.alias("african-union", "AU")
    record.alias("australia", "AU")
    assert asked(record.actor("australia")) == [
        (
            Doubt.SHARED_NAME,
            ("aliases", 0, "text"),
            "“AU” is also another name of “African Union”. Do both have it?",
        )
    ]


def test_each_membership_names_its_source(record):
    body = record.coalition("willing", germany="lead", poland="member")
    assert asked(body) == [
        (
            Doubt.NO_SOURCE,
            ("memberships",),
            "Who says that these are members: Germany, Poland? Name a source.",
        )
    ]
    Membership.objects.update(source=record.source())
    assert asked(body) == []


def test_so_does_a_life_span_and_what_came_after(record):
    alba = record.actor("alba", kind="country", since="1900", until="2011-06-30")
    record.succession("alba", "norda", "2011-07-01")
    assert asked(alba) == [
        (Doubt.NO_SOURCE, ("since_source",), "Who says so? Name a source."),
        (Doubt.NO_SOURCE, ("until_source",), "Who says so? Name a source."),
        (
            Doubt.NO_SOURCE,
            ("successors",),
            "Who says that these came after it: Norda? Name a source.",
        ),
    ]
