"""What the desk has of the records that are to be written: asked of many at once, so that a file of
many records asks as much as one of few."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from events.desk import snapshots
from events.desk.plain import PICTURES_KEY, lists_of, model_of, plain
from events.desk.records.rows import Row
from events.desk.rights import kind_of
from events.desk.structure import group_of
from events.models import Snapshot
from events.vocabulary import Occasion

BATCH = 500


class OnDesk:
    """The texts of records that are from an earlier release and have none on record, and pictures,
    which no file tells of."""

    def __init__(self) -> None:
        self._without: set[tuple[str, int]] = set()
        self._texts: dict[tuple[str, int], Snapshot] = {}
        self._pictures: dict[tuple[str, int], list[Any]] = {}

    def look_up(self, rows: Iterable[Row]) -> None:
        """Find out which of the records have no text on record."""
        for group, same in groupby(rows, key=lambda row: group_of(row.model)):
            for some in _chunks(list(same)):
                found = group._default_manager.filter(slug__in=[row.slug for row in some])
                things: Any = list(found)
                if things:
                    self._without |= snapshots.without(things)

    def keep(self, instance: Any) -> None:
        """Remember what a record says, before it is changed, if that is on record nowhere."""
        key = (kind_of(instance), instance.pk)
        if key in self._without:
            text = plain(instance)
            self._texts[key] = snapshots.of(instance, text, None, occasion=Occasion.FOUND)

    def texts(self, things: Iterable[Any]) -> list[Snapshot]:
        """What was remembered of these records."""
        keys = [(kind_of(thing), thing.pk) for thing in things]
        return [self._texts[key] for key in keys if key in self._texts]

    def add_pictures(self, things: Iterable[Any]) -> None:
        """Look up the pictures of these records."""
        by_model: dict[Any, list[Any]] = {}
        for thing in things:
            if PICTURES_KEY in lists_of(model_of(thing)):
                by_model.setdefault(model_of(thing), []).append(thing)
        for model, same in by_model.items():
            part = lists_of(model)[PICTURES_KEY]
            for some in _chunks(same):
                owned = {f"{part.owner}__in": [thing.pk for thing in some]}
                for picture in part.model._default_manager.filter(**owned):
                    key = (kind_of(some[0]), getattr(picture, f"{part.owner}_id"))
                    self._pictures.setdefault(key, []).append(picture)

    def pictures_of(self, thing: Any) -> dict[str, list[Any]]:
        """The list of pictures of a record, by its key; none if it has none."""
        found = self._pictures.get((kind_of(thing), thing.pk))
        return {PICTURES_KEY: found} if found else {}


def _chunks(things: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(things), BATCH):
        yield things[start : start + BATCH]
