from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from events.public import Moment
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

TODAY = date(2026, 12, 31)


def slugs(**options: Any) -> list[str]:
    found = public.stances("france", "force", **options)
    return [said.document["slug"] for said in found.said]


def change(entry, **fields):
    for name, value in fields.items():
        setattr(entry, name, value)
    entry.save()
    return publishing.publish(entry)


def test_positions_of_one_actor_on_one_topic_the_newest_first() -> None:
    record.position("early", date="2025-09")
    record.position("late", date="2026-01-06", stance="opposes")
    record.position("other-topic", topic="aid")
    record.position("other-actor", holder="germany")
    record.position("draft", publish=False)
    publishing.withdraw(record.position("gone"))
    assert slugs() == ["late", "early"]


def test_nobody_has_said_anything() -> None:
    assert public.stances("nobody", "nothing").said == []
    assert public.stances("a\0b", "force").said == []
    assert public.beside("nobody", "nothing", TODAY) == []


def test_older_ones_follow_on_the_next_page() -> None:
    for month in (1, 2, 3):
        record.position(f"p{month}", date=f"2025-{month:02}")
    first = public.stances("france", "force", limit=2)
    assert ([said.document["slug"] for said in first.said], first.more) == (["p3", "p2"], True)
    rest = public.stances("france", "force", before=first.said[-1].sort, limit=2)
    assert ([said.document["slug"] for said in rest.said], rest.more) == (["p1"], False)
    assert slugs(before=0) == []


def test_since_when_the_record_says_so() -> None:
    entry = record.position("one", stance="supports")
    first = publishing.standing(entry).published_at
    change(entry, title_en="Better worded")
    [said] = public.stances("france", "force").said
    assert (said.since, said.earlier) == (first, None)
    corrected = change(entry, stance="opposes")
    change(entry, title_en="Best worded")
    [said] = public.stances("france", "force").said
    assert (said.since, said.earlier) == (corrected.published_at, "supports")
    [said] = public.stances("france", "force", Moment("", first)).said
    assert (said.since, said.earlier, said.document["stance"]) == (first, None, "supports")


def test_while_it_was_withdrawn_the_record_said_nothing() -> None:
    entry = record.position("one", stance="supports")
    publishing.withdraw(entry)
    again = change(entry, stance="opposes")
    [said] = public.stances("france", "force").said
    assert (said.since, said.earlier) == (again.published_at, None)


def test_as_the_record_stood() -> None:
    entry = record.position("one", date="2025-09")
    then = Moment("", publishing.standing(entry).published_at)
    record.position("two", date="2026-01-06")
    assert slugs() == ["two", "one"]
    assert slugs(as_of=then) == ["one"]


def beside(actor: str, *others: str, **options: Any) -> list[tuple[str, str]]:
    found = public.beside(actor, "force", TODAY, others, **options)
    return sorted((slug, document["slug"]) for slug, document, _certain in found)


def test_whoever_represents_an_actor_and_the_coalitions_that_it_is_in() -> None:
    record.person("minister", represents="france")
    record.coalition("the-willing", france="lead", poland="member")
    record.position("own", holder="france")
    record.position("minister-says", holder="minister", date="2025-09")
    record.position("minister-said", holder="minister", date="2025-08")
    record.position("elsewhere", holder="minister", topic="aid")
    willing = record.position("together", holder="the-willing")
    then = Moment("", publishing.standing(willing).published_at)
    record.position("stranger", holder="russia")
    assert beside("france") == [("minister", "minister-says"), ("the-willing", "together")]
    assert beside("minister", "france") == [("france", "own")]
    assert beside("the-willing", "france", "poland") == [("france", "own")]
    publishing.withdraw(willing)
    assert beside("france") == [("minister", "minister-says")]
    assert len(beside("france", as_of=then)) == 2


def test_of_several_holders_of_one_position_only_those_that_still_hold_it() -> None:
    joint = record.position("joint", holder="germany", date="2025-09-01", publish=False)
    record.part(joint, "poland", "holder", order=1)
    publishing.publish(joint)
    record.position("own", holder="germany", date="2026-01-06")
    assert beside("france", "germany", "poland") == [("germany", "own"), ("poland", "joint")]


def test_all_that_hold_possibly() -> None:
    record.position("first", holder="germany", date="2025-09-01")
    record.position("later", holder="germany", date="2026-12-01/..", stance="opposes")
    record.position("perhaps", holder="germany", date="2026~", stance="undecided")
    record.position("over", holder="poland", date="2025-09-01/2026-01-06")
    assert beside("france", "germany", "poland") == [
        *(("germany", "later"), ("germany", "perhaps")),
    ]


def test_the_number_of_queries_does_not_grow() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as context:
            public.stances("france", "force")
            public.beside("france", "force", TODAY, ["germany"])
        return len(context)

    record.position("one")
    record.position("other", holder="germany")
    before = queries()
    for number in range(3):
        record.position(f"p{number}", date=f"2025-0{number + 1}")
        record.position(f"g{number}", holder="germany", date=f"2025-0{number + 1}")
    assert queries() == before == 7


def test_of_a_related_actor_it_is_said_whether_its_position_is_certain() -> None:
    record.person("minister", represents="france")
    record.position("own", holder="france")
    record.position("vague", holder="minister", date="../2026-01-06", stance="opposes")

    def certain(on: date) -> list[bool]:
        return [sure for _slug, _document, sure in public.beside("france", "force", on)]

    assert certain(date(2026, 1, 5)) == [False]
    assert certain(date(2026, 1, 6)) == [True]
