"""Short names that nobody has yet, made from what a record is called."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet

from events import words
from events.models import Entry, Version

# Room for a number after it.
LONGEST = 70


def free_slug(model: type[Model], names: Iterable[str]) -> str:
    """A short name from the first of these that has letters for one; with a number, if another
    record of the model, or for an entry any entry or version, has it already."""
    base = next(filter(None, map(_short, names)), str(model._meta.model_name))
    taken = _taken(model, base)
    if base not in taken:
        return base
    return next(slug for slug in (f"{base}-{number}" for number in _from(2)) if slug not in taken)


def _short(name: str) -> str:
    kept = [word for word in words.words(name) if word.isascii()]
    while len(kept) > 1 and len("-".join(kept)) > LONGEST:
        kept.pop()
    return "-".join(kept)[:LONGEST]


def _from(number: int) -> Iterable[int]:
    while True:
        yield number
        number += 1


def _taken(model: type[Model], base: str) -> set[str]:
    own: Any = Entry if issubclass(model, Entry) else model
    rows: list[QuerySet[Any]] = [QuerySet(own)]
    if own is Entry:
        rows.append(QuerySet(Version))
    return {
        slug
        for found in rows
        for slug in found.filter(slug__startswith=base).values_list("slug", flat=True)
    }
