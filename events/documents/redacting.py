"""Taking texts out of a document, so that it still has the shape of one.

What is taken out is named by paths, so that it can be done once more without knowing the text: the
keys and places that lead to a value, counted from 0, as in `("sources", 0, "quote")`. The empty
path is the whole document. What kind of value stands there says what replaces it: a text becomes a
stub that says so, an address on the web none, a short name a name that says nothing. Dates, numbers
and what is one of a closed list are not text and stay, unless the whole document goes.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from types import UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from events import dates
from events.documents import shapes
from events.documents.counts import counted
from events.documents.naming import NAMED, RECORDS
from events.documents.shapes import Date, Form, OneOf, Published, Slug, Texts
from events.vocabulary import Kind

Path = tuple[str | int, ...]
WHOLE: Path = ()

STUB = gettext_noop("[redacted]")
# How short names are written.
SLUG = next(one.pattern for one in get_args(Slug)[1:])
# What stands for all items of a list.
EVERY = "*"
# Members that are codes, though nothing but their description says so.
CODES = {"language", "languages", "quote_language", "shape", "zone", "edtf", "published_on"}
CODES |= {"state_date"}


def stub() -> Texts:
    """What readers see in place of a text, in every language of the record."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            found[code] = _(STUB)
    return found


def redacted(document: Published, paths: Iterable[Path], name: str) -> Published:
    """The document without what stands at these places; the one given stays as it is. `name`: what
    replaces a short name. Places that it does not have are left out: see `missing`."""
    found: Any = document
    for path in sorted(paths, key=len, reverse=True):
        if path == WHOLE:
            found = _emptied(found)
        elif _has(found, path):
            found = _at(found, path, shapes.KINDS[Kind(document["kind"])], name)
    return cast("Published", found)


def missing(document: Published, paths: Iterable[Path]) -> list[Path]:
    """Those of the places that the document does not have."""
    return [path for path in paths if not _has(document, path)]


def places(document: Published, part: str) -> list[Path]:
    """Where a part of a document is that is written as `summary`, `sources/reuters-1/quote` or
    `roll_call/*/note`: members by their name, items of a list by their short name, by their number
    from 1, or all of them. Empty if it has no such part, or no text there."""
    return list(_places(document, part.split("/"), ()))


def of_record(document: Published, kind: str, slug: str) -> list[Path]:
    """Every place at which the document tells of a record of reference data: its texts, and its
    short name. `kind`: the name of its model."""
    return list(_of_record(document, shapes.KINDS[Kind(document["kind"])], (), kind, slug))


def texts_at(document: Published, paths: Iterable[Path]) -> set[str]:
    """The texts at these places, each as it is written there."""
    found: set[str] = set()
    for path in paths:
        if _has(document, path):
            value: Any = document
            for step in path:
                value = value[step]
            found |= set(_strings(value))
    return found


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str) and value:
        yield value


def _places(value: Any, steps: Sequence[str], before: Path) -> Iterator[Path]:
    if not steps:
        # Nothing stands there that could be redacted.
        if value not in (None, "", {}, []):
            yield before
        return
    step, rest = steps[0], steps[1:]
    if isinstance(value, dict) and step in value:
        yield from _places(value[step], rest, (*before, step))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            if step in (EVERY, str(place + 1)) or step in _names_of(item):
                yield from _places(item, rest, (*before, place))


def _names_of(item: Any) -> set[Any]:
    """What an item of a list can be called by."""
    if isinstance(item, str):
        return {item}
    return {item.get(key) for key in ("slug", "actor", "key")} - {None}


def _has(value: Any, path: Path) -> bool:
    for step in path:
        if isinstance(value, dict):
            if step not in value:
                return False
        elif not (isinstance(value, list) and isinstance(step, int) and step < len(value)):
            return False
        value = value[step]
    return True


def _at(value: Any, path: Path, hint: Any, name: str) -> Any:
    """The value with what stands at the path replaced."""
    if not path:
        return name if _is_slug(hint) else _stubbed(value, hint)
    step, rest = path[0], path[1:]
    hint = _plain(hint)
    if isinstance(value, list):
        [inner] = get_args(hint)
        return [
            _at(item, rest, inner, name) if place == step else item
            for place, item in enumerate(value)
        ]
    if hint == Texts:
        return {**value, step: stub().get(str(step), _(STUB))}
    return {**value, step: _at(value[step], rest, _members(hint).get(str(step)), name)}


def _stubbed(value: Any, hint: Any) -> Any:
    """The value with every text in it replaced."""
    hint, said = _plain(hint), _said(hint)
    if value in (None, "", {}, []):
        return value
    if hint == Texts:
        return stub()
    if isinstance(value, list):
        [inner] = get_args(hint) or (str,)
        return [_stubbed(item, inner) for item in value]
    if isinstance(value, dict):
        if hint is Date:
            return {**value, "label": _labels(value["edtf"])}
        members = _members(hint)
        return {
            key: inner if key in CODES else _stubbed(inner, members.get(key))
            for key, inner in value.items()
        }
    if not isinstance(value, str) or get_origin(hint) is Literal or _is_code(said):
        return value
    if any(isinstance(one, Form) for one in said):
        # An address, or a number in a register: what has a form cannot be a stub.
        return None
    return str(stub()[settings.LANGUAGES[0][0]])


def _emptied(document: Any) -> Any:
    """What is left of a document: which entry it was of, what kind, and when."""
    members = _members(shapes.KINDS[Kind(document["kind"])])
    kept = {"id", "slug", "kind", "shape", "processes", "status", "stance", "firmness", "format"}
    found: dict[str, Any] = {}
    for key, value in document.items():
        hint = _plain(members.get(key))
        if key in kept or isinstance(value, int):
            found[key] = value
        elif key == "title":
            found[key] = stub()
        elif key == "version":
            found[key] = {**value, "note": stub() if value["note"] else {}}
        elif key == "counts":
            nothing = {"reported": None, "reported_low": None, "reported_high": None}
            found[key] = counted([], date.max, cast("shapes.Counts", nothing))
        elif key in ("date", "process_records", "format_record"):
            found[key] = _stubbed(value, hint) if key == "date" else value
        else:
            found[key] = [] if isinstance(value, list) else {} if hint == Texts else None
    return found


def _labels(edtf: str) -> Texts:
    """The date in words, as they follow from it."""
    value = dates.parse(edtf)
    return {code: value.label(code) for code, _name in settings.LANGUAGES}


def _of_record(value: Any, hint: Any, before: Path, kind: str, slug: str) -> Iterator[Path]:
    hint = _plain(hint)
    if isinstance(value, list):
        [inner] = get_args(hint) or (str,)
        for place, item in enumerate(value):
            yield from _of_record(item, inner, (*before, place), kind, slug)
    elif isinstance(value, dict) and is_typeddict(hint):
        members, called = _members(hint), hint.__name__
        says_which = RECORDS[kind].get(called)
        is_it = says_which is not None and value[says_which] == slug
        for key, item in value.items():
            inner = members.get(key)
            if key == says_which or f"{called}.{key}" in NAMED[kind]:
                yield from _named(item, (*before, key), slug)
            elif is_it and _differs(item, inner, key):
                yield (*before, key)
            else:
                yield from _of_record(item, inner, (*before, key), kind, slug)


def _named(value: Any, before: Path, slug: str) -> Iterator[Path]:
    """Where the short name is, or is one of several."""
    if value == slug:
        yield before
    elif isinstance(value, list):
        yield from ((*before, place) for place, one in enumerate(value) if one == slug)


def _differs(value: Any, hint: Any, key: str) -> bool:
    """Has it texts that could tell of the record?"""
    return key not in CODES and _stubbed(value, hint) != value


def _members(hint: Any) -> dict[str, Any]:
    found = get_type_hints(hint, include_extras=True) if is_typeddict(hint) else {}
    if hint in shapes.KINDS.values():
        found |= get_type_hints(shapes.OfTheDoor, include_extras=True)
    return found


def _plain(hint: Any) -> Any:
    """The type itself, without what is said of it, and without null."""
    while (origin := get_origin(hint)) in (Annotated, NotRequired, Union, UnionType):
        inner = [one for one in get_args(hint) if one is not type(None)]
        if origin in (Union, UnionType) and len(inner) > 1:
            return hint
        hint = inner[0]
    return hint


def _said(hint: Any) -> list[Any]:
    """What a type is annotated with, at any depth."""
    found: list[Any] = []
    while (origin := get_origin(hint)) in (Annotated, NotRequired, Union, UnionType):
        if origin is Annotated:
            found += get_args(hint)[1:]
        inner = [one for one in get_args(hint) if one is not type(None)]
        hint = inner[0]
    return found


def _is_slug(hint: Any) -> bool:
    return any(isinstance(one, Form) and one.pattern == SLUG for one in _said(hint))


def _is_code(said: Sequence[Any]) -> bool:
    """Is it one of a closed list, a short name, a day, a code of a country or a currency?"""
    codes = ("ISO 3166", "ISO 4217", "BCP", "EDTF")
    return any(
        isinstance(one, OneOf)
        or (
            isinstance(one, Form)
            and (
                one.format in ("date", "date-time", "uuid")
                or one.pattern == SLUG
                or one.description.startswith(codes)
            )
        )
        for one in said
    )
