"""What nobody is named for as the source."""

import pytest

from events.desk import Doubt, questions
from events.models import FormerName, Membership, Office

pytestmark = pytest.mark.django_db


def asked(actor):
    return [(question.code, question.where, str(question)) for question in questions(actor)]


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


def test_so_do_offices_and_former_names(record):
    envoy = record.person("envoy")
    Office.objects.create(actor=envoy, title_en="Envoy", since="2020")
    Office.objects.create(actor=envoy, title_en="Minister", source=record.source())
    FormerName.objects.create(actor=envoy, name_en="Miss Envoy", until="2019")
    assert asked(envoy) == [
        (
            Doubt.NO_SOURCE,
            ("offices",),
            "Who says that it held these offices: Envoy? Name a source.",
        ),
        (
            Doubt.NO_SOURCE,
            ("former_names",),
            "Who says that it had these names: Miss Envoy? Name a source.",
        ),
    ]
