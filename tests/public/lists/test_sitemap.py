import pytest

from events import publishing
from events.public import Filters
from events.public.lists import sitemap
from events.public.lists.published import recent
from tests.record import Record


@pytest.fixture
def record(db):
    return Record()


def parts(size):
    return {
        after: [slug for slug, _time in sitemap.addresses(after, size)]
        for after in sitemap.starts(size)
    }


def test_each_part_of_the_log_has_those_that_stand(record):
    for number in range(7):
        record.development(f"e{number}")
    publishing.withdraw(record.development("gone"))

    assert parts(3) == {0: ["e0", "e1", "e2"], 3: ["e3", "e4", "e5"], 6: ["e6"]}


def test_parts_stay_as_they_are_and_one_that_nothing_is_left_of_is_left_out(record):
    entries = [record.development(f"e{number}") for number in range(4)]
    for entry in entries[2:]:
        publishing.withdraw(entry)
    record.development("new")

    assert parts(2) == {0: ["e0", "e1"], 6: ["new"]}


def test_a_full_last_part_has_none_after_it(record):
    for number in range(4):
        record.development(f"e{number}")

    assert len(sitemap.starts(2)) == 2
    assert len(sitemap.starts(4)) == 1


def test_an_empty_record_has_one_page(db):
    assert sitemap.starts(2) == [0]
    assert sitemap.addresses(0, 2) == []


def test_each_has_the_time_of_its_version(record):
    record.development("entry")

    [version] = recent(Filters(), 1).versions
    assert sitemap.addresses(0, 2) == [("entry", version.published_at)]


def test_references_are_those_that_standing_entries_name(record):
    record.development("a", actors=["france", "germany", "poland"], topics=["force"])
    publishing.withdraw(record.development("b", actors=["russia"]))
    record.actor("ukraine")

    assert sitemap.references("actor", "", 10) == ["france", "germany", "poland"]
    assert sitemap.references("actor", "france", 1) == ["germany"]
    assert sitemap.reference_starts("actor", 2) == ["", "germany"]
    assert sitemap.reference_starts("actor", 3) == [""]
    assert sitemap.references("topic", "", 10) == ["force"]
