"""Every short name in documents is that of one sort of record, or of none that can be redacted."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from events.documents import shapes
from events.documents.naming import NAMED, RECORDS
from events.documents.shapes import Form, Slug

# Those of entries, of parts of them, and of measures, which tell of nobody.
OTHERS = {"Linked.slug", "Restated.slug", "PartOfCommitment.key", "WalkStep.slug"}
OTHERS |= {f"{one.__name__}.slug" for one in shapes.KINDS.values()}


def types_in(hint: Any) -> Iterator[Any]:
    if is_typeddict(hint):
        yield hint
        for inner in get_type_hints(hint, include_extras=True).values():
            yield from types_in(inner)
    for inner in get_args(hint):
        yield from types_in(inner)


def is_of_slugs(hint: Any) -> bool:
    forms = [one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Form)]
    pattern = next(one.pattern for one in get_args(Slug)[1:])
    return any(one.pattern == pattern for one in forms) or any(
        is_of_slugs(inner) for inner in get_args(hint) if not is_typeddict(inner)
    )


def test_each_is_known_and_of_one_sort() -> None:
    typed = {one for kind in shapes.KINDS.values() for one in types_in(kind)}
    assert all(get_origin(one) is None for one in typed)
    found = {
        f"{one.__name__}.{name}"
        for one in typed
        for name, hint in get_type_hints(one, include_extras=True).items()
        if is_of_slugs(hint)
    }
    known = [
        f"{called}.{member}" for types in RECORDS.values() for called, member in types.items()
    ] + [one for named in NAMED.values() for one in named]
    assert sorted([*known, *OTHERS]) == sorted(found)
