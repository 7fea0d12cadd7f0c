"""Which actor came after which."""

import pytest

from events.models import Succession
from tests.models.test_clean import complaints
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def after(earlier, later, **fields):
    return Succession(predecessor=record.actor(earlier), actor=record.actor(later), **fields)


def test_a_state_that_splits_has_several_successors():
    record.succession("alba", "norda", "2011-07-01", "gazette")
    assert complaints(after("alba", "suda", date="2011-07-01")) == {}


def test_nobody_comes_after_itself():
    assert complaints(after("alba", "alba"))["actor"] == ["An actor cannot be its own successor."]


def test_nor_in_a_circle():
    record.succession("alba", "norda")
    record.succession("norda", "suda")
    assert complaints(after("suda", "alba"))["actor"] == [
        "Alba comes before Suda already, so it cannot come after it."
    ]


def test_persons_are_followed_in_their_offices():
    record.person("merkel")
    assert complaints(after("merkel", "scholz"))["actor"] == [
        "Persons have no successors: who came after them has an office with dates."
    ]


def test_it_has_one_date():
    assert complaints(after("alba", "norda", date="2011/2012"))["date"] == [
        "One date stands here, not a span of time."
    ]
