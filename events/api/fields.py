"""Parts of documents: only those members that are asked for (`fields`)."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from django.utils.translation import gettext as _

from events.documents.shapes import KINDS, OfTheDoor, Texts
from events.feeds import tables
from events.public import Parameters

# What is asked for of an object, by member; of a member, what is asked for of it: nothing for all.
Tree = dict[str, "Tree"]
MOST = 100


def read_fields(parameters: Parameters, kind: str | None) -> Tree | None:
    """What is asked for; None for all of it. `kind`: of the entries, if they are of one."""
    typed = [KINDS[one] for one in KINDS if kind in (None, one)]

    def read(text: str) -> Tree:
        tree: Tree = {}
        names = [name.strip() for name in text.split(",") if name.strip()]
        if len(names) > MOST:
            raise ValueError(_("Give at most %(most)d values.") % {"most": MOST})
        for name in names:
            path = name.split(".")
            if not any(_has(one, path) for one in (*typed, OfTheDoor)):
                message = _("A document has no “%(name)s”. Write members like title or date.edtf.")
                raise ValueError(message % {"name": name})
            at = tree
            for part in path:
                at = at.setdefault(part, {})
        return tree

    tree: Tree | None = parameters.value("fields", read)
    return tree


def picked(texts: Iterable[bytes], tree: Tree) -> list[bytes]:
    """These documents with no more than that."""
    return [orjson.dumps(_part(orjson.loads(text), tree)) for text in texts]


def _part(value: Any, tree: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_part(one, tree) for one in value]
    if isinstance(value, dict) and tree:
        return {name: _part(found, tree[name]) for name, found in value.items() if name in tree}
    return value


def _has(typed: Any, path: list[str]) -> bool:
    """Does a document of that type have such a member? Of a text, each language is one."""
    return bool(tables.member(typed, path)) or (
        len(path) > 1 and tables.member(typed, path[:-1]) == Texts
    )
