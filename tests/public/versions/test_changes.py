"""The change feed: every version in order, once, whatever the length of its pages."""

import pytest

from events import public, publishing
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def changes(after, limit):
    versions, more = public.changes(after, limit)
    return [(version.seq, version.slug, version.action) for version in versions], more


def test_an_empty_record():
    assert changes(0, 5) == ([], False)


def test_all_that_happened_in_order_withdrawals_too():
    one = record.development("one")
    record.development("draft", publish=False)
    record.summit("two")
    one.title_en = "Corrected"
    one.save()
    publishing.publish(one)
    publishing.withdraw(one)
    expected = [
        (1, "one", "published"),
        (2, "two", "published"),
        (3, "one", "published"),
        (4, "one", "withdrawn"),
    ]
    assert changes(0, 10) == (expected, False)
    for limit in (1, 2, 3, 4):
        seen, after, more = [], 0, True
        while more:
            found, more = changes(after, limit)
            assert len(found) <= limit
            seen += found
            after = found[-1][0]
        assert seen == expected


@pytest.mark.parametrize(
    ("after", "limit", "seqs", "more"),
    [
        (0, 3, [1, 2, 3], False),
        (0, 2, [1, 2], True),
        (1, 2, [2, 3], False),
        (2, 1, [3], False),
        (3, 1, [], False),
        (2**63 - 1, 1, [], False),
    ],
)
def test_from_a_seq_on(after, limit, seqs, more):
    for number in range(3):
        record.development(f"e{number}")
    found, rest = public.changes(after, limit)
    assert ([version.seq for version in found], rest) == (seqs, more)
