"""How a list divides by its tags, and the first entries of each part."""

from dataclasses import replace
from typing import Any

import pytest

from events import publishing
from events.documents.shapes import Published
from events.public import Filters, Moment, heads, narrowed, parse, tallies, timestamp
from events.vocabulary import Facet
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

COMMITMENTS = Filters(kind="commitment")


def numbers(filters: Filters, facet: str) -> dict[str, int]:
    return {tally.slug: tally.number for tally in tallies(filters, [facet])[facet]}


def slugs(documents: list[Published]) -> list[str]:
    return [document["slug"] for document in documents]


@pytest.fixture
def promises() -> None:
    for number, actors in enumerate([["france"], ["france", "germany"], ["germany"], ["france"]]):
        entry = record.commitment(
            f"promise-{number}",
            date=f"2026-01-0{number + 1}",
            actors=actors,
            domains=["air"] if number else ["sea"],
            publish=False,
        )
        if number == 3:
            record.status(entry, "broken", "2026-02")
        publishing.publish(entry)
    record.question("unclear", actors=["france"])
    record.commitment("draft", actors=["france"], publish=False)


@pytest.mark.usefixtures("promises")
def test_the_most_frequent_come_first() -> None:
    found = tallies(COMMITMENTS, [Facet.ACTOR, Facet.STATUS, Facet.DOMAIN])

    assert {facet: [(t.slug, t.number) for t in listed] for facet, listed in found.items()} == {
        "actor": [("france", 3), ("germany", 2)],
        "status": [("open", 3), ("broken", 1)],
        "domain": [("air", 3), ("sea", 1)],
    }
    france = found["actor"][0]
    assert france.name == {"en": "France", "de": "France (de)"}
    assert found["status"][0].name == {}


@pytest.mark.usefixtures("promises")
def test_the_filters_are_kept() -> None:
    assert numbers(Filters(), Facet.ACTOR) == {"france": 4, "germany": 2}
    filters = parse({"kind": ["commitment"], "actor": ["germany"]})
    assert numbers(filters, Facet.ACTOR) == {"germany": 2, "france": 1}
    nothing = replace(COMMITMENTS, tags=None)
    assert tallies(nothing, [Facet.ACTOR]) == {"actor": []}
    assert heads(nothing, [1], 5) == {1: []}
    assert heads(COMMITMENTS, [], 5) == {}


def test_the_record_as_it_stood() -> None:
    entry = record.commitment("promise", actors=["france"])
    then = Moment.parse(timestamp(publishing.standing(entry).published_at))
    record.commitment("later", actors=["france"])
    publishing.withdraw(entry)
    before = replace(COMMITMENTS, as_of=Moment.parse("2020-01-01"))

    assert numbers(COMMITMENTS, Facet.ACTOR) == {"france": 1}
    assert numbers(replace(COMMITMENTS, as_of=then), Facet.ACTOR) == {"france": 1}
    assert numbers(before, Facet.ACTOR) == {}
    [france] = tallies(COMMITMENTS, [Facet.ACTOR])[Facet.ACTOR]
    as_it_stood = heads(replace(COMMITMENTS, as_of=then), [france.tag], 5)
    assert slugs(as_it_stood[france.tag]) == ["promise"]


@pytest.mark.usefixtures("promises")
def test_heads_are_the_first_of_each() -> None:
    listed = tallies(COMMITMENTS, [Facet.ACTOR])[Facet.ACTOR]
    france, germany = (tally.tag for tally in listed)

    newest = heads(COMMITMENTS, [france, germany], 2)
    assert {tag: slugs(texts) for tag, texts in newest.items()} == {
        france: ["promise-3", "promise-1"],
        germany: ["promise-2", "promise-1"],
    }
    oldest = heads(replace(COMMITMENTS, order="oldest"), [france], 2)
    assert slugs(oldest[france]) == ["promise-0", "promise-1"]


@pytest.mark.usefixtures("promises")
def test_lists_are_narrowed_by_what_the_api_has_no_filter_for() -> None:
    assert narrowed(COMMITMENTS, {}) is COMMITMENTS
    air = narrowed(COMMITMENTS, {Facet.DOMAIN: "air", Facet.FIRMNESS: "announced"})
    assert numbers(air, Facet.ACTOR) == {"france": 2, "germany": 2}
    # The values of one facet are not those of another, and a value that nothing has finds nothing.
    assert narrowed(COMMITMENTS, {Facet.DOMAIN: "announced"}).tags is None
    assert narrowed(air, {Facet.DOMAIN: "cyber"}).tags is None
    nothing = replace(COMMITMENTS, tags=None)
    assert narrowed(nothing, {Facet.DOMAIN: "air"}) is nothing


def test_the_number_of_queries_does_not_grow(
    promises: None, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        found = tallies(COMMITMENTS, [Facet.ACTOR, Facet.STATUS])
    tags = [tally.tag for listed in found.values() for tally in listed]
    for some in (tags[:1], tags):
        with django_assert_num_queries(1):
            heads(COMMITMENTS, some, 3)
