"""The types of documents are whole: every kind has one, every member says what it is."""

import re
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, NotRequired, Union, get_args, get_origin, get_type_hints

import pytest

from events.documents import shapes
from events.documents.shapes import KINDS, Document, Published, VersionOfDocument
from events.vocabulary import Kind

LONGEST = 100


def parts_of(typed: Any) -> Iterator[Any]:
    """The type and, once each, all typed dictionaries inside of it."""
    seen: list[Any] = []

    def visit(hint: Any) -> None:
        origin = get_origin(hint)
        if origin is Annotated:
            visit(get_args(hint)[0])
        elif origin in (Union, UnionType, list, NotRequired):
            for argument in get_args(hint):
                visit(argument)
        elif hasattr(hint, "__required_keys__") and hint not in seen:
            seen.append(hint)
            for inner in get_type_hints(hint, include_extras=True).values():
                visit(inner)

    visit(typed)
    yield from seen


ALL = list(
    dict.fromkeys(
        part
        for typed in (*KINDS.values(), VersionOfDocument, shapes.Held)
        for part in parts_of(typed)
    )
)


def test_every_kind_has_a_type_that_names_it() -> None:
    named = {kind: get_args(get_type_hints(typed)["kind"]) for kind, typed in shapes.KINDS.items()}
    assert named == {kind: (kind.value,) for kind in Kind}
    assert set(get_args(Document)) == set(KINDS.values())


def test_what_is_published_has_a_version_more() -> None:
    for typed, published in zip(get_args(Document), get_args(Published), strict=True):
        added = get_type_hints(published).items() - get_type_hints(typed).items()
        assert dict(added) == {"version": VersionOfDocument}
        assert published.__name__ == f"Published{typed.__name__}"


@pytest.mark.parametrize("typed", ALL, ids=lambda typed: typed.__name__)
def test_every_type_and_member_says_what_it_is(typed: Any) -> None:
    assert typed.__doc__.strip().endswith(".")
    for name, hint in get_type_hints(typed, include_extras=True).items():
        said = [word for word in getattr(hint, "__metadata__", ()) if isinstance(word, str)]
        if get_origin(hint) is NotRequired:
            said = [word for word in get_args(hint)[0].__metadata__ if isinstance(word, str)]
        assert len(said) == 1, name
        [line] = said
        assert re.fullmatch(r"\S.*\.", line), name
        assert len(line) <= LONGEST, name


@pytest.mark.parametrize("typed", ALL, ids=lambda typed: typed.__name__)
def test_a_member_that_can_be_null_or_empty_says_when(typed: Any) -> None:
    for name, hint in get_type_hints(typed, include_extras=True).items():
        if get_origin(hint) is Annotated and NoneType in get_args(get_args(hint)[0]):
            assert "null" in hint.__metadata__[-1], name
