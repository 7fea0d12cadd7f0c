"""Following a part of the record: what the filters of lists find."""

from urllib.parse import parse_qs, urlsplit

import pytest

from events import publishing
from events.public.lists import following


@pytest.fixture
def history(record):
    """1 on both topics, 2 on one, 3 on the other; then 1 leaves war, and 2 is withdrawn."""
    both = record.development("both", topics=["war", "peace"])
    war = record.summit("parley", topics=["war"], date="2026-03-03")
    record.summit("peace", topics=["peace"], actors=["france"])
    both.topics.set([record.topic("peace")])
    publishing.publish(both)
    publishing.withdraw(war)


def told(body):
    return [(one["seq"], one["action"], one["matches"]) for one in body["results"]]


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    ("params", "expected"),
    [
        (
            {"topic": "war"},
            [
                (1, "published", True),
                (2, "published", True),
                (4, "published", False),
                (5, "withdrawn", False),
            ],
        ),
        ({"topic": "peace"}, [(n, "published", True) for n in (1, 3, 4)]),
        (
            {"kind": "summit"},
            [(2, "published", True), (3, "published", True), (5, "withdrawn", False)],
        ),
        ({"kind": "summit", "actor": "france"}, [(3, "published", True)]),
        ({"from": "2026-03-03", "to": "2026-03-03", "topic": "war", "when": "certain"},
         [(2, "published", True), (5, "withdrawn", False)]),
        ({"topic": "war", "after": 4}, [(5, "withdrawn", False)]),
        ({"q": "title of parley"}, [(2, "published", True), (5, "withdrawn", False)]),
        ({"kind": "question"}, []),
    ],
)  # fmt: skip
def test_what_the_filters_find_or_found_before(get, params, expected):
    body = get("changes/", **params).json()

    assert told(body) == expected
    assert (body["last_seq"], body["more"], body["seq"]) == (5, False, 5)


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("at_once", [1, 2, 3, 10])
def test_whoever_follows_next_has_what_the_list_has(get, monkeypatch, limit, at_once):
    """However few versions are looked at for one answer, and with how few results it is given."""
    monkeypatch.setattr(following, "AT_ONCE", at_once)
    copy = {}
    body = get("changes/", topic="war", limit=limit).json()
    seqs = []
    while True:
        for one in body["results"]:
            seqs.append(one["seq"])
            if one["matches"]:
                copy[one["id"]] = one["document"]
            else:
                copy.pop(one["id"], None)
        if not body["more"]:
            break
        assert body["last_seq"] > (seqs[-1] - 1 if seqs else 0)
        parts = urlsplit(body["next"])
        body = get("changes/", **parse_qs(parts.query)).json()

    assert seqs == [1, 2, 4, 5]
    assert list(copy.values()) == get("entries/", topic="war").json()["results"] == []


@pytest.mark.usefixtures("history")
def test_a_copy_of_a_part_is_the_list_of_that_part(get, record):
    copy = {one["id"]: one for one in get("entries/", topic="peace", seq=3).json()["results"]}
    record.question("new", topics=["peace"])

    for one in get("changes/", topic="peace", after=3).json()["results"]:
        copy[one["id"]] = one["document"]

    listed = get("entries/", topic="peace").json()["results"]
    assert sorted(copy) == sorted(one["id"] for one in listed)
    assert all(copy[one["id"]] == one for one in listed)


@pytest.mark.usefixtures("history")
def test_the_number_of_queries_does_not_grow(get, record, django_assert_num_queries):
    for number in range(10):
        record.summit(f"s{number}", topics=["war"])

    # The end of the log, its id, the topic, what is found, and the versions.
    with django_assert_num_queries(5):
        assert len(get("changes/", topic="war", limit=200).json()["results"]) == 14
