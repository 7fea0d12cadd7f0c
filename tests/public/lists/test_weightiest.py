"""The entries that say most in a window, one for each stretch of it."""

from datetime import date

import pytest

from events import public
from tests.record import Record


@pytest.fixture
def record(db):
    return Record()


YEARS = date(2020, 1, 1), date(2023, 12, 31)


def named(filters=None, stretches=4, window=YEARS):
    first, last = window
    found = public.weightiest(filters or public.Filters(), first, last, stretches)
    return [document["slug"] for document in found]


@pytest.fixture
def meetings(record):
    record.summit("small", date="2020-03-01", actors=["france"])
    record.summit("large", date="2020-05-01", actors=["france", "germany", "poland"])
    record.summit("late", date="2022-05-01", actors=["france"])
    record.summit("later", date="2022-06-01", actors=["germany"])
    record.development("event", date="2021-05-01", actors=["france", "germany"])
    record.summit("before", date="2019-12-31", actors=["france", "germany"])
    record.summit("by", date="../2021-05-01", actors=["france", "germany"])


@pytest.mark.usefixtures("meetings")
def test_of_each_stretch_it_is_the_meeting_that_names_most_or_the_latest():
    assert named() == ["large", "later"]
    assert named(stretches=1) == ["large"]


@pytest.mark.usefixtures("meetings")
def test_filters_hold(record):
    assert named(public.parse({"kind": ["development"]})) == ["event"]
    assert named(public.parse({"actor": ["poland"]})) == ["large"]
    assert named(public.parse({"as_of": ["2020-01-01"]})) == []


@pytest.mark.usefixtures("meetings")
def test_a_key_event_of_any_kind_comes_before_what_names_more(record):
    record.development("turn", date="2020-11-01", key_event=True)
    record.position("said", date="2022-05-15")

    assert named() == ["turn", "later"]
    assert named(public.parse({"kind": ["summit"]})) == ["large", "later"]
    assert named(public.parse({"kind": ["development"]})) == ["turn", "event"]


@pytest.mark.usefixtures("meetings")
def test_it_takes_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        public.weightiest(public.Filters(), *YEARS, 12)


def test_an_empty_record_names_nothing(db):
    assert named() == []
    assert named(window=(date.min, date.max)) == []
