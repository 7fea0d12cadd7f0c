"""What has changed from one release to the next, entry by entry.

Told from the documents themselves, so that the release before and its differences give the next one
to the byte, whatever became of the record in between.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from hashlib import blake2b
from typing import Any, NamedTuple

import orjson

# What every version changes.
OF_VERSIONS = ("version", "shape")


class Outcome(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class EntryDifference(NamedTuple):
    """`fields`: the members of the document that changed, of an entry in both releases;
    `document`: as it is now, None if it is there no longer."""

    outcome: Outcome
    id: str
    slug: str
    kind: str
    title: dict[str, str]
    fields: list[str]
    document: bytes | None

    def line(self) -> bytes:
        """As JSON, on one line, with the document as it is."""
        told: dict[str, Any] = {"change": self.outcome.value, "id": self.id, "slug": self.slug}
        told |= {"kind": self.kind, "title": self.title}
        if self.outcome == Outcome.CHANGED:
            told["fields"] = self.fields
        text = orjson.dumps(told)
        if self.document is not None:
            text = text[:-1] + b',"document":' + self.document + b"}"
        return text + b"\n"


def between(
    before: Callable[[], Iterable[bytes]], now: Callable[[], Iterable[bytes]]
) -> Iterator[EntryDifference]:
    """The differences from some documents to others, those of now first and in their order.

    Each is asked for twice: in memory are a digest of every entry, and the documents that have
    changed.
    """
    known = {_id(text): _digest(text) for text in before()}
    kept = {uid for text in now() if known.get(uid := _id(text)) == _digest(text)}
    older = {uid: text for text in before() if (uid := _id(text)) not in kept}
    for text in now():
        uid = _id(text)
        if uid in kept:
            continue
        past = older.pop(uid, None)
        yield _difference(text, past)
    for text in older.values():
        yield _difference(None, text)


def applied(documents: Iterable[bytes], lines: Iterable[bytes]) -> dict[str, bytes]:
    """The documents of a release by id, from those of the one before and the lines of its
    differences."""
    found = {_id(text): text for text in documents}
    for line in lines:
        told = orjson.loads(line)
        if told["change"] == Outcome.WITHDRAWN:
            del found[told["id"]]
        else:
            found[told["id"]] = line.rstrip(b"\n").partition(b',"document":')[2][:-1]
    return found


def _difference(now: bytes | None, past: bytes | None) -> EntryDifference:
    old: dict[str, Any] = orjson.loads(past) if past is not None else {}
    new: dict[str, Any] = orjson.loads(now) if now is not None else {}
    told = new or old
    outcome = Outcome.CHANGED if old and new else Outcome.ADDED if new else Outcome.WITHDRAWN
    named = (told["id"], told["slug"], told["kind"], told["title"])
    return EntryDifference(outcome, *named, _changed(old, new) if old and new else [], now)


def _changed(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """The members that differ; those that every version changes only if nothing else does."""
    names = [name for name in {**new, **old} if old.get(name) != new.get(name)]
    told = [name for name in names if name not in OF_VERSIONS]
    return told or names


def _id(text: bytes) -> str:
    # The first member of every document, as `events.documents.shapes` has them.
    return str(orjson.loads(text)["id"])


def _digest(text: bytes) -> bytes:
    return blake2b(text, digest_size=16).digest()
