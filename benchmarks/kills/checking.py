"""Whether anything was lost, doubled or left half done, by what the database says in the end."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import pairwise
from typing import Any

from events import publishing
from events.log import (
    STANDS,
    MonthCount,
    StanceIndex,
    Tag,
    VersionDays,
    VersionIndex,
    VersionText,
    Word,
)
from events.models import KINDS, Actor, Entry, Version
from events.publishing.republishing import renewed, standing_of
from events.publishing.said import said, with_upgrades

PIECE = 500


def check(
    before: int,
    keys: range,
    published: dict[int, int],
    pressed: list[int],
    actor: int,
    names: list[str],
) -> dict[str, int]:
    """How many of each kind of fault there are. `before`: the last seq of the record that was there
    before; `published`: by key, the seq that a publisher was
    told; `pressed`: keys for which a web server answered an editor; `names`: those that it said the
    actor has now, the last one at the end."""
    return {
        "publications lost that a publisher was told of": _lost(published),
        "publications lost that an editor was told of": _not_public(pressed),
        "publications lost of all": _not_public(keys),
        "gaps in the log": _gaps(),
        "versions that say what the one before says": _doubled(before),
        "entries with another name than the last one": _outdated(),
        "names lost": int(bool(names) and _number(_name(actor)) < _number(names[-1])),
        "tables that a rebuild makes otherwise": _derived_otherwise(),
    }


def _name(actor: int) -> str:
    return str(Actor.objects.get(pk=actor).name_en)


def _number(name: str) -> int:
    return int(name.rpartition(" ")[2])


def _lost(published: dict[int, int]) -> int:
    there = dict(Version.objects.filter(pk__in=published.values()).values_list("entry", "seq"))
    return sum(there.get(key) != seq for key, seq in published.items())


def _not_public(keys: Iterable[int]) -> int:
    """Those that are not public although nothing keeps them from it."""
    public = set(Version.objects.values_list("entry", flat=True))
    missing = Entry.objects.filter(pk__in=[key for key in keys if key not in public])
    return sum(
        not publishing.check(KINDS[entry.kind].objects.get(pk=entry.pk)) for entry in missing
    )


def _gaps() -> int:
    seqs = Version.objects.order_by("seq").values_list("seq", flat=True)
    return sum(after - before != 1 for before, after in pairwise([0, *seqs]))


def _doubled(before: int) -> int:
    """Behind a seq: the record may have been filled with some."""
    found = 0
    last: tuple[int, Any] = (0, None)
    versions = with_upgrades(Version.objects.order_by("entry", "number"))
    for version in versions.iterator(PIECE):
        now = (version.entry_id, said(version))
        found += now == last and version.seq > before
        last = now
    return found


def _outdated() -> int:
    rows = VersionIndex.objects.filter(superseded_by=STANDS).order_by("entry")
    keys = list(rows.values_list("entry", flat=True))
    pieces = (keys[start : start + PIECE] for start in range(0, len(keys), PIECE))
    return sum(len(renewed(standing_of(piece))) for piece in pieces)


def _derived_otherwise() -> int:
    before = _digests()
    for _done in publishing.rebuild():
        pass
    return sum(one != other for one, other in zip(before, _digests(), strict=True))


def _digests() -> list[str]:
    tables: list[Callable[[], Iterable[Any]]] = [
        VersionIndex.objects.order_by("pk").values_list,
        VersionText.objects.order_by("pk").values_list("pk", "words").all,
        VersionDays.objects.order_by("version", "telling", "first")
        .values_list("version", "telling", "first", "last")
        .all,
        StanceIndex.objects.order_by("version", "actor", "topic")
        .values_list("version", "actor", "topic", "stance", "cell")
        .all,
        Tag.objects.order_by("pk").values_list,
        Word.objects.order_by("pk").values_list,
        MonthCount.objects.exclude(number=0)
        .order_by("kind", "month")
        .values_list("kind", "month", "number")
        .all,
    ]
    return [sha256("\n".join(map(str, rows())).encode()).hexdigest() for rows in tables]
