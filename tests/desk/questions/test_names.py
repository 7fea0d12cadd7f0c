"""What is asked about names that somebody else also has."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.desk import Doubt, questions
from events.models import FormerName

pytestmark = pytest.mark.django_db


def asked(actor):
    return [
        (question.where, str(question))
        for question in questions(actor)
        if question.code == Doubt.SHARED_NAME
    ]


def both(name, other="Yonder"):
    return f"“{name}” is also a name of “{other}” (yonder). Do both have it?"


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("AU", "AU"),
        ("Türkiye", "TURKIYE"),
        ("Tuerkiye", "Türkiye"),
        ("Guinea-Bissau", "Guinea  Bissau"),
        ("Зеленський", "ЗЕЛЕНСЬКИЙ"),
        ("ÉIRE", "Eire"),
    ],
)
def test_a_name_however_it_is_spelt(record, alias, name):
    record.alias("yonder", name)
    record.alias("land", alias)

    assert asked(record.actor("land")) == [(("aliases", 0, "text"), both(alias))]


@pytest.mark.parametrize("name", ["Niger", "Nigeria", "Yonde", "—"])
def test_another_name_is_another_name(record, name):
    record.alias("yonder", name)
    record.alias("land", "Nigerien")
    record.alias("land", "…")

    assert asked(record.actor("land")) == []


def test_two_actors_of_one_name(record):
    record.person("yonder", name_en="John Smith", name_de="John Smith")
    other = record.person("other", name_en="John Smith", name_de="John Smith")

    assert asked(other) == [(("name",), both("John Smith", "John Smith"))]


def test_what_others_were_called(record):
    swaziland = record.actor("yonder")
    FormerName.objects.create(actor=swaziland, name_en="Swaziland", until="2018")
    record.alias("land", "SWAZILAND")

    assert asked(record.actor("land")) == [(("aliases", 0, "text"), both("SWAZILAND"))]
    assert [where for where, _said in asked(swaziland)] == [("former_names", 0, "name")]


def test_no_query_for_each_name(record):
    record.alias("yonder", "AU")
    land = record.actor("land")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert asked(land) == []
        return len(captured)

    few = queries()
    for number in range(5):
        record.alias("land", f"Name {number}")
        record.alias("yonder", f"Other {number}")
    assert queries() == few
