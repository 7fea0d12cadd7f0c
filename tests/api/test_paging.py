"""Walking through lists, forwards and back, while the record changes."""

from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest

from events import public, publishing
from events.models import Summit
from tests import snapshot


def follow(get, address):
    """The body of the page at an absolute address that an answer gave."""
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}" == "http://testserver"
    response = get(parts.path.removeprefix("/api/v1/"), **parse_qs(parts.query))
    assert response.status_code == 200
    return response.json()


def walk(get, body, direction, meanwhile=lambda: None):
    """The slugs of a page and of all pages after it in a direction, page by page."""
    pages = [[item["slug"] for item in body["results"]]]
    while body[direction]:
        meanwhile()
        body = follow(get, body[direction])
        pages.append([item["slug"] for item in body["results"]])
    return pages, body


def joined(pages):
    return [slug for page in pages for slug in page]


@pytest.fixture
@snapshot.kept
def eleven(record):
    """Entries, on days with several and days with one."""
    for number in range(11):
        record.summit(f"s{number:02}", date=f"2026-01-{1 + number // 2:02}", topics=["talks"])


@pytest.fixture
def days(eleven):
    return list(Summit.objects.order_by("slug"))


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 10, 11, 12])
@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_there_and_back(get, days, limit, order):
    expected = [f"s{number:02}" for number in range(11)]
    if order == "newest":
        expected.reverse()

    there, last = walk(get, get("entries/", limit=limit, order=order).json(), "next")
    back, first = walk(get, last, "previous")

    assert joined(there) == expected
    assert joined(back[::-1]) == expected
    assert all(len(page) == limit for page in there[:-1])
    assert (first["previous"], last["next"]) == (None, None)


@pytest.mark.parametrize("limit", [1, 2, 3, 6, 7])
@pytest.mark.parametrize("path", ["actors/", "topics/", "sources/", "processes/"])
def test_there_and_back_through_references(get, record, path, limit):
    for number in range(6):
        name = f"n{number}"
        record.development(
            name, actors=[f"a{number}"], topics=[f"t{number}"], source=f"s{number}",
            process=f"p{number}",
        )  # fmt: skip
    expected = [f"{path[0]}{number}" for number in range(6)]

    there, last = walk(get, get(path, limit=limit).json(), "next")
    back, first = walk(get, last, "previous")

    assert joined(there) == joined(back[::-1]) == expected
    assert all(len(page) == limit for page in there[:-1])
    assert (first["previous"], last["next"]) == (None, None)


def test_the_other_parameters_stay(get, days):
    params = {"topic": ["talks"], "q": ["title of"], "limit": ["4"], "from": ["2026-01-01"]}
    following = get("entries/", **params).json()["next"]
    query = parse_qs(urlsplit(following).query)

    others = {name: value for name, value in query.items() if name != "cursor"}
    assert others == params | {"seq": ["11"]}
    assert len(query["cursor"]) == 1
    again = parse_qs(urlsplit(follow(get, following)["next"]).query)
    assert len(again["cursor"]) == 1


@pytest.mark.parametrize("direction", ["next", "previous"])
@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("asked", [{}, {"from": "2025-01-01"}, {"topic": "talks"}])
def test_a_walk_is_one_list_whatever_is_published_meanwhile(
    get, record, days, direction, order, asked
):
    """While somebody walks, entries are published, before and after, moved and withdrawn."""
    gone = days[4]
    step = iter(range(100))

    def meanwhile():
        number = next(step)
        record.summit(f"new{number:02}", date=f"2026-01-{1 + number % 9:02}")
        for moved, day in ((days[number % 3], 9), (days[-1 - number % 3], 1)):
            moved.date = f"2026-01-{day:02}"
            moved.save()
            publishing.publish(moved)
        if number == 1:
            publishing.withdraw(gone)

    start = get("entries/", limit=2, order=order, **asked).json()
    assert start["seq"] == 11
    if direction == "previous":
        _pages, start = walk(get, start, "next")
    pages, _end = walk(get, start, direction, meanwhile)

    seen = joined(pages if direction == "next" else pages[::-1])
    expected = [f"s{number:02}" for number in range(11)]
    assert seen == (expected if order == "oldest" else expected[::-1])


ANYTHING = ("entries/", "summits/", "developments/", "actors/", "topics/", "sources/")


@pytest.mark.parametrize("path", ANYTHING)
@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_between_two_pages_each_record_is_given_once(get, record, path, seed):
    """Those of the state in which the first page was read, as they were then."""
    chance = Random(seed)
    happens = Happenings(record, chance)
    for _step in range(12):
        happens.once()
    expected = get(path, limit=200).json()

    body = get(path, limit=chance.randint(1, 3)).json()
    assert body["seq"] == expected["seq"]
    given = body["results"]
    while body["next"]:
        for _step in range(chance.randint(0, 3)):
            happens.once()
        body = follow(get, body["next"])
        assert (body["seq"], body["time"]) == (expected["seq"], expected["time"])
        given += body["results"]

    assert given == expected["results"]
    assert get(path, limit=200).json()["seq"] > expected["seq"] or len(given) <= 3


class Happenings:
    """Entries of two kinds that are published, moved, renamed, corrected, withdrawn by chance."""

    def __init__(self, record, chance):
        self.record, self.chance = record, chance
        self.entries, self.number = [], 0

    def once(self):
        what = self.chance.choice(["new", "new", "moved", "renamed", "other names", "withdrawn"])
        if what == "new" or not self.entries:
            self.number += 1
            make = self.chance.choice([self.record.summit, self.record.development])
            self.entries.append(make(f"e{self.number:03}", date=self.day(), **self.names()))
            return
        entry = self.chance.choice(self.entries)
        if what == "withdrawn":
            self.entries.remove(entry)
            publishing.withdraw(entry)
            return
        if what == "moved":
            entry.date = self.day()
        elif what == "renamed":
            self.number += 1
            entry.slug = f"e{self.number:03}"
        else:
            entry.topics.set([self.record.topic(self.names()["topics"][0])])
            entry.title_en = f"{entry.title_en}!"
        entry.save()
        publishing.publish(entry)

    def day(self):
        return f"2026-01-{self.chance.randint(1, 28):02}"

    def names(self):
        one = self.chance.randint(0, 9)
        return {"topics": [f"t{one}"], "actors": [f"a{one}"], "source": f"s{one}"}


def test_an_address_without_a_seq_goes_on_in_the_record_as_it_is(get, record, days):
    """As a program of before may have kept it."""
    following = parse_qs(urlsplit(get("entries/", limit=2).json()["next"]).query)
    record.summit("new", date="2026-01-01")

    body = get("entries/", limit=20, cursor=following["cursor"]).json()

    assert body["seq"] == 12
    assert [one["slug"] for one in body["results"]] == [
        *[f"s{number:02}" for number in range(8, 1, -1)],
        *("new", "s01", "s00"),
    ]


def test_a_list_at_a_seq_and_the_changes_after_it_are_the_record(get, record, days):
    listed = get("entries/", limit=100).json()
    publishing.withdraw(days[0])
    record.summit("new", date="2026-02-01")

    assert get("entries/", limit=100, seq=11).json() == listed
    changes = get("changes/", after=listed["seq"]).json()["results"]
    assert [(one["slug"], one["action"]) for one in changes] == [
        ("s00", "withdrawn"),
        ("new", "published"),
    ]


def test_a_seq_and_a_time_are_not_given_together(get, record, days):
    now = public.timestamp(public.entry("s10").published_at)

    response = get("entries/", seq=3, as_of=now)

    assert response.status_code == 400
    assert list(response.json()["errors"]) == ["seq"]


@pytest.mark.parametrize("path", ["entries/", "summits/", "actors/"])
def test_a_state_that_the_record_has_not_reached_is_refused(get, days, path):
    answer = get(path, seq=12)

    assert answer.status_code == 409
    assert answer.json()["last_seq"] == 11


def test_a_walk_as_of_a_time_sees_nothing_of_later(get, record, days):
    now = public.timestamp(public.entry("s10").published_at)

    def meanwhile():
        record.summit(f"new{len(get('changes/').json()['results'])}", date="2026-01-03")

    pages, _end = walk(get, get("entries/", limit=2, as_of=now).json(), "next", meanwhile)

    assert joined(pages) == [f"s{number:02}" for number in range(10, -1, -1)]


def test_cursors_of_another_kind_of_list_are_refused(get, days):
    cursor = parse_qs(urlsplit(get("entries/", limit=1).json()["next"]).query)["cursor"]

    assert get("topics/", cursor=cursor).status_code == 400


@pytest.mark.parametrize("cursor", ["abc", "PA=", "Pg", "éé", "Pm\u0000", "AAAA", "Pv8=", "PgA="])
def test_what_is_no_cursor_of_references_is_refused(get, db, cursor):
    response = get("topics/", cursor=cursor)

    assert response.status_code == 400
    assert list(response.json()["errors"]) == ["cursor"]
