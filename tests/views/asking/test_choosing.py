import pytest
from django.test import RequestFactory

from events.public import Moment
from events.views.asking.address import Query
from events.views.asking.choosing import Chosen
from events.views.positions import MATRIX


@pytest.fixture
def read(db):
    def read(**params):
        return Chosen.read(Query.of(RequestFactory().get("/en/positions/", params), MATRIX))

    return read


def test_what_an_address_chooses(record, read):
    record.position("one", holder="france")
    record.position("two", holder="poland", topic="aid", process="other")

    chosen = read(process="peace", actor=["poland", "france", "poland"], topic="aid")

    assert (chosen.process, chosen.actors, chosen.topics) == (
        *("peace", ("poland", "france"), ("aid",)),
    )
    assert (chosen.as_of, chosen.errors) == (None, {})
    assert chosen.names["actor"]["poland"] == {"en": "Poland", "de": "Poland (de)"}


def test_a_wider_topic_brings_those_that_belong_to_it(record, read):
    record.topic("troops", wider="security")
    record.position("one", topic="troops")
    record.position("two", topic="aid")

    assert read(topic="security").topics == ("security", "troops")
    assert read(topic="troops").topics == ("troops",)


def test_nothing_chosen(read):
    chosen = read()

    assert (chosen.process, chosen.actors, chosen.topics, chosen.as_of) == (None, (), (), None)


def test_what_cannot_be_meant_is_told_and_left_out(record, read):
    record.position("one", holder="france", topic="force")

    # A topic is not an actor, and a value that is given twice counts as none.
    chosen = read(actor=["france", "force", "a\0b"], topic="france", process=["x", "y"])

    assert sorted(chosen.errors) == ["actor", "process", "topic"]
    assert (chosen.process, chosen.actors, chosen.topics) == (None, (), ())
    chosen = read(actor=["france", "force"], as_of="never")
    assert sorted(chosen.errors) == ["actor", "as_of"]
    assert chosen.actors == ("france",)


def test_a_moment(record, read):
    record.position("one")

    assert read(as_of="2026-01-06").as_of == Moment.parse("2026-01-06")


def test_a_filter_that_positions_do_not_have_is_told(record, read):
    record.position("one")

    said = read(stance="supports", topic="force").errors

    assert said == {
        "stance": [
            "This list has no such filter. It has: Process, Actor, Topic, As the record stood on."
        ]
    }
