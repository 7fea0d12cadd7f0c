"""What addresses take."""

import pytest

from events.filters import BY_NAME, TABLE, Takes, every_filter, named, no_list
from events.vocabulary import Kind

EVERY = list(BY_NAME)
# Of what only commitments or only meetings can have.
OF_MEETINGS = ("format", "level", "mode")
OF_OTHERS = ("firmness", "domain", *OF_MEETINGS)


def test_each_filter_has_a_name_of_its_own():
    assert len(BY_NAME) == len(TABLE)
    assert [
        *("kind", "process", "actor", "role", "attendance", "topic", "stance", "status"),
        *("firmness", "domain", "format", "level", "mode", "source", "basis"),
        *("from", "to", "when", "year", "q", "as_of"),
    ] == EVERY


def test_a_list_takes_every_filter_unless_it_has_no_use_for_it():
    takes = every_filter(but=["year", "q"], own=("cursor",))

    assert takes.names == tuple(name for name in EVERY if name not in ("year", "q"))
    assert takes.accepted == (*takes.names, "cursor")
    assert takes.refused == {"year", "q"}
    assert (takes.kind, takes.fixed) == ("", {})


@pytest.mark.parametrize(
    ("kind", "without"),
    [
        (Kind.SUMMIT, {"kind", "stance", "firmness", "domain"}),
        (Kind.COMMITMENT, {"kind", "attendance", "stance", *OF_MEETINGS}),
        (Kind.POSITION, {*("kind", "attendance", "status", "firmness", "domain"), *OF_MEETINGS}),
        (Kind.DEVELOPMENT, {*("kind", "attendance", "stance", "status"), *OF_OTHERS}),
        (Kind.QUESTION, {*("kind", "attendance", "stance"), *OF_OTHERS}),
    ],
)
def test_a_list_of_one_kind_takes_what_such_entries_can_have(kind, without):
    takes = every_filter(kind=kind)

    assert set(EVERY) - set(takes.names) == takes.refused == without
    assert (takes.kind, takes.fixed) == (kind, {"kind": kind})


def test_where_there_is_no_list_nothing_is_refused():
    takes = no_list("version")

    assert (takes.accepted, takes.refused) == (("as_of", "version"), frozenset())


def test_what_a_page_takes_itself_is_no_filter_there():
    assert "from" not in Takes(named("as_of"), own=("from",)).refused


def test_what_narrows_a_list_narrows_another_one():
    takes = Takes(
        named("process", "actor", "as_of"), own=("page",), any_of=("actor",), here=("as_of",)
    )
    pairs = [("process", "p"), ("actor", "a"), ("page", "2"), ("as_of", "x"), ("q", "y")]

    assert takes.along(pairs) == [("process", "p"), ("actor", "a")]
    # What has any of two is not what has both.
    assert takes.along([*pairs, ("actor", "b")]) == [("process", "p")]
