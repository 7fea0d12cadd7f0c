"""The line of a commitment, in both directions, as far as it stands."""

from typing import Any

import pytest

from events import publishing
from events.documents.reading import commitments
from events.documents.shapes import Commitment
from events.models import Restated
from events.public import Lineage, Moment, entry, lineage, timestamp
from events.public.lists.lineage import MOST, STEPS
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def promise(slug: str = "promise", as_of: Moment | None = None) -> Commitment:
    [document] = commitments([entry(slug, as_of).document])
    return document


def line_of(slug: str, as_of: Moment | None = None) -> tuple[list[str], list[str], bool]:
    found = lineage(promise(slug, as_of), as_of)
    return [d["slug"] for d in found.earlier], [d["slug"] for d in found.later], found.more


def line(length: int) -> list[Any]:
    made: list[Any] = []
    for number in range(length):
        how = {"restates": made[-1], "restatement": "restates"} if made else {}
        made.append(record.commitment(f"step-{number}", date=f"{2000 + number}", **how))
    return made


def test_alone() -> None:
    record.commitment("promise")
    assert lineage(promise()) == Lineage([], [])


def test_from_any_place_in_the_line() -> None:
    line(4)
    slugs = [f"step-{number}" for number in range(4)]
    for place, slug in enumerate(slugs):
        assert line_of(slug) == (slugs[:place], slugs[place + 1 :], False)


def test_a_line_may_divide() -> None:
    first, second = line(2)
    record.commitment("other", date="2000-06", restates=first, restatement="softens")
    record.commitment("last", date="2009", restates=second, restatement="replaces")
    assert line_of("step-0") == ([], ["other", "step-1", "last"], False)
    assert line_of("other") == (["step-0"], [], False)


def test_a_long_line_is_cut_and_says_so() -> None:
    line(STEPS + 3)
    assert line_of("step-0") == ([], [f"step-{n + 1}" for n in range(STEPS)], True)
    last = STEPS + 2
    assert line_of(f"step-{last}") == ([f"step-{n}" for n in range(2, last)], [], True)


def test_many_that_restate_one_are_cut() -> None:
    first = record.commitment("first", date="2000")
    for number in range(MOST + 2):
        record.commitment(
            f"again-{number:02}",
            date=f"{2001 + number}",
            restates=first,
            restatement="restates",
        )
    assert line_of("first") == ([], [f"again-{number:02}" for number in range(MOST)], True)


def test_what_is_gone_ends_the_line() -> None:
    _first, second, _third = line(3)
    publishing.withdraw(second)
    assert line_of("step-2") == ([], [], False)
    assert line_of("step-0") == ([], [], False)


def test_what_has_moved_is_followed() -> None:
    first, _second = line(2)
    first.slug = "moved"
    first.save()
    publishing.publish(first)
    assert line_of("step-1") == (["moved"], [], False)
    assert line_of("moved") == ([], ["step-1"], False)


def test_several_earlier_ones_are_all_followed() -> None:
    one = record.commitment("one", date="2000")
    two = record.commitment("two", date="2001", restates=one)
    three = record.commitment("three", date="2001-06")
    both = record.commitment("both", date="2002", restates=two, publish=False)
    Restated.objects.create(later=both, commitment=three, how="replaces")
    publishing.publish(both)
    assert line_of("both") == (["one", "two", "three"], [], False)
    assert line_of("three") == ([], ["both"], False)
    assert line_of("one") == ([], ["two", "both"], False)


def test_as_the_record_stood() -> None:
    first, second = line(2)
    then = Moment.parse(timestamp(publishing.standing(first).published_at))
    later = Moment.parse(timestamp(publishing.standing(second).published_at))
    publishing.withdraw(second)
    assert line_of("step-0", then) == ([], [], False)
    assert line_of("step-0", later) == ([], ["step-1"], False)
    assert line_of("step-1", later) == (["step-0"], [], False)


def test_a_line_that_comes_back_to_itself_ends() -> None:
    first, second = line(2)
    Restated.objects.create(later=first, commitment=second, how="restates")
    publishing.publish(first)
    assert line_of("step-0") == (["step-1"], [], False)
    assert line_of("step-1") == (["step-0"], [], False)


def test_a_line_that_comes_back_after_many_steps_has_each_commitment_once() -> None:
    made = line(STEPS + 3)
    Restated.objects.create(later=made[0], commitment=made[-1], how="restates")
    publishing.publish(made[0])
    earlier = [f"step-{number}" for number in range(3, STEPS + 3)]
    assert line_of("step-0") == (earlier, ["step-1", "step-2"], True)


def test_the_number_of_queries_is_that_of_the_steps(django_assert_num_queries: Any) -> None:
    record.commitment("promise")
    document = promise()
    with django_assert_num_queries(1):  # the tag of those that name it
        lineage(document)
