"""What a filter can be."""

from typing import Any

import pytest

from events.filters import AsOf, Choice, Day, Filter, ReferenceChoice, Words, Year

COMMON: dict[str, Any] = {"name": "one", "label": "One", "described": "What has one."}
BY_KIND = Choice(
    **COMMON,
    of={"summit": {"a": "A", "b": "B"}, "question": {"b": "Other B", "c": "C"}},
    facet="one",
    member="one",
)
FOR_ALL = Choice(**COMMON, labels={"a": "A"}, facet="one", member="parts.one")


def test_the_values_of_a_closed_list_are_those_of_all_kinds_each_once():
    assert BY_KIND.labels == {"a": "A", "b": "B", "c": "C"}
    assert list(BY_KIND.labels) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("kind", "can", "labels"),
    [
        ("question", True, {"b": "Other B", "c": "C"}),
        ("position", False, {"a": "A", "b": "B", "c": "C"}),
        ("", False, {"a": "A", "b": "B", "c": "C"}),
    ],
)
def test_entries_of_a_kind_have_values_of_their_own(kind, can, labels):
    assert (BY_KIND.of_kind(kind), BY_KIND.labels_of(kind)) == (can, labels)


def test_a_closed_list_may_be_the_same_for_all_kinds():
    assert FOR_ALL.of_kind("position")
    assert FOR_ALL.labels_of("position") == {"a": "A"}


@pytest.mark.parametrize(
    ("member", "document", "values"),
    [
        ("one", {"one": "a"}, ["a"]),
        ("one", {"one": ["a", "b"]}, ["a", "b"]),
        ("one", {"one": None}, []),
        ("one", {"one": ""}, []),
        ("one", {"one": {"a": "b"}}, []),
        ("one", {}, []),
        ("parts.one", {"parts": [{"one": "a"}, {"one": None}, {}, {"one": "b"}]}, ["a", "b"]),
        ("parts.one", {"parts": {"one": "a"}}, ["a"]),
        ("parts.one", {"parts": None}, []),
        ("parts.one", {"parts": "one"}, []),
        ("", {"one": "a"}, []),
    ],
)
def test_a_document_has_the_values_of_the_member(member, document, values):
    found = Choice(**COMMON, labels={"a": "A"}, member=member)

    assert list(found.held_by(document)) == values


SCHEMAS: list[tuple[Filter, object]] = [
    (FOR_ALL, {"type": "string", "enum": ["a"]}),
    (ReferenceChoice(**COMMON, facet="one"), {"type": "string"}),
    (
        ReferenceChoice(**COMMON, facet="one", repeats=True),
        {"type": "array", "items": {"type": "string"}, "maxItems": 50},
    ),
    (Day(**COMMON), {"type": "string", "format": "date"}),
    (Year(**COMMON), {"type": "integer", "minimum": 1, "maximum": 9999}),
    (Words(**COMMON), {"type": "string", "maxLength": 200}),
    (AsOf(**COMMON), {"type": "string"}),
]


@pytest.mark.parametrize(("declared", "schema"), SCHEMAS)
def test_the_api_says_what_it_takes(declared, schema):
    assert declared.schema == schema


def test_what_holds_for_all_kinds_needs_no_word_about_it():
    assert all(one.of_kind("summit") for one, _schema in SCHEMAS)
