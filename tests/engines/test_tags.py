"""Which rows hold some tags: the engine at hand, held against plain Python."""

import pytest
from django.db import connection

from events.engines import holds_any_tag, holds_tags
from events.models import VersionIndex
from tests.engines.index import add, found

pytestmark = pytest.mark.django_db


def test_tags_come_back_sorted_and_once():
    add({"seq": 1, "tags": [17, 3, 17]}, {"seq": 2, "tags": []}, {"seq": 3, "tags": {2**31 - 1}})
    tags = dict(VersionIndex.objects.values_list("pk", "tags"))
    assert tags == {1: [3, 17], 2: [], 3: [2**31 - 1]}


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([3], [1, 2]),
        ([17], [1]),
        ([3, 17], [1]),
        ([17, 3], [1]),
        ([1], []),
        ([7], []),
        ([31], [3]),
        ([3, 31], []),
        ([3, 3], [1, 2]),
    ],
)
def test_rows_that_hold_all_of_some_tags(tags, expected):
    add(
        {"seq": 1, "tags": [3, 17]},
        {"seq": 2, "tags": [3, 173]},
        {"seq": 3, "tags": [31]},
        {"seq": 4, "tags": []},
    )
    assert found(*holds_tags(connection, "i.tags", tags)) == expected


@pytest.mark.parametrize(
    ("tags", "expected"),
    [([3], [1, 2]), ([17, 31], [1, 3]), ([7, 31], [3]), ([1, 7], []), ([3, 3], [1, 2])],
)
def test_rows_that_hold_one_of_some_tags(tags, expected):
    add(
        {"seq": 1, "tags": [3, 17]},
        {"seq": 2, "tags": [3, 173]},
        {"seq": 3, "tags": [31]},
        {"seq": 4, "tags": []},
    )
    assert found(*holds_any_tag(connection, "i.tags", tags)) == expected
