"""Whatever is asked for, it is read or complained about."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import public
from events.public import Cursor, Filters, InvalidParameters
from events.public.asking.filters import EVERYTHING
from tests.record import Record

pytestmark = pytest.mark.django_db


record = Record()


NAMES = st.sampled_from([*EVERYTHING, "page", "", "\0"])


GOOD = st.sampled_from(
    [
        *("france", "force", "peace", "holder", "supports", "open", "position", "2026-01-06"),
        *("oldest", "7", "2026", "agreed", "", " ", str(Cursor(7)), "france/holder"),
        "2026-01-06T10:00:00 01:00",
        *("9999-12-31T23:59:59-23:59", "0001-01-01", "a\0", "%", "'", "\\", "9" * 30, "x" * 300),
    ]
)


class AnyQueryTest(TestCase):
    @settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(st.dictionaries(NAMES, st.lists(GOOD | st.text(max_size=12), max_size=3), max_size=4))
    def test_any_query_string_is_read_or_refused_by_name(self, params):
        record.position()
        try:
            found = public.parse(params)
        except InvalidParameters as refusal:
            assert refusal.errors.keys() <= params.keys()  # noqa: PT017
            assert all(said and all(said) for said in refusal.errors.values())  # noqa: PT017
        else:
            assert params.keys() <= {*EVERYTHING}
            page = public.page(found)
            assert (
                len(page.texts)
                <= public.count(found)
                == len(public.page(Filters(**vars(found) | {"cursor": None})).texts)
            )

    @settings(deadline=None, max_examples=50)
    @given(st.text("kindfromtqas_=&%+0269-é\0'", max_size=40))
    def test_any_text_as_a_query_string(self, text):
        try:
            public.parse(dict(QueryDict(text).lists()))
        except InvalidParameters as refusal:
            assert refusal.errors  # noqa: PT017
