"""Counts of what stands: entries by kind and month, and by tag. Needs the log's lock."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import F

from events.log import EVERY_KIND, MonthCount, Tag, VersionIndex
from events.publishing.batches import BATCH, batches


class Counting:
    """What a change of the record adds to the counts and takes from them.

    A correction leaves most of them as they are, and what has not changed is not written.
    """

    def __init__(self) -> None:
        self.months: Counter[tuple[str, int]] = Counter()
        self.tags: Counter[int] = Counter()

    def begins(self, row: VersionIndex) -> None:
        """A version stands from now on."""
        self._count(row, 1)

    def ends(self, row: VersionIndex) -> None:
        """A version stood until now."""
        self._count(row, -1)

    def __iadd__(self, other: "Counting") -> "Counting":
        self.months.update(other.months)
        self.tags.update(other.tags)
        return self

    def write(self) -> None:
        changed = {place: number for place, number in self.months.items() if number}
        MonthCount.objects.bulk_create(
            [MonthCount(kind=kind, month=month) for kind, month in changed],
            ignore_conflicts=True,
            batch_size=BATCH,
        )
        for (kind, month), number in changed.items():
            rows = MonthCount.objects.filter(kind=kind, month=month)
            rows.update(number=F("number") + number)
        for number, tags in _by_number(self.tags):
            for some in batches(tags):
                named = Tag.objects.filter(pk__in=some)
                named.update(standing=F("standing") + number)

    def _count(self, row: VersionIndex, number: int) -> None:
        for kind in (row.kind, EVERY_KIND):
            self.months[kind, row.month] += number
        for tag in set(row.tags):
            self.tags[tag] += number


def forget() -> None:
    """Reset every count, before everything is counted again."""
    MonthCount.objects.all().delete()
    Tag.objects.exclude(standing=0).update(standing=0)


def _by_number(counts: Counter[int]) -> Iterable[tuple[int, list[int]]]:
    """The keys by number, except 0, because one statement changes all keys that share a number."""
    found: dict[int, list[int]] = {}
    for key, number in counts.items():
        if number:
            found.setdefault(number, []).append(key)
    return found.items()
