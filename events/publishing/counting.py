"""Counts of what stands: entries by kind and month, and by tag. Needs the log's lock."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import F

from events.engines import tags_of_rows
from events.log import EVERY_KIND, STANDS, MonthCount, Tag, VersionIndex
from events.publishing.batches import batches

# By month, by how much less is kept than stands. In one statement, which sees one state of both.
MONTHS_LACK = f"""
    SELECT kind, month, SUM(number) FROM (
        SELECT kind, month, 1 AS number FROM events_versionindex WHERE superseded_by = {STANDS}
        UNION ALL
        SELECT '', month, 1 FROM events_versionindex WHERE superseded_by = {STANDS}
        UNION ALL
        SELECT kind, month, -number FROM events_monthcount
    ) AS counted GROUP BY kind, month HAVING SUM(number) <> 0"""  # noqa: S608
# The same by tag.
TAGS_LACK = """
    SELECT tag.id, COALESCE(counted.standing, 0) - tag.standing FROM events_tag tag
    LEFT JOIN ({counted}) counted ON counted.tag = tag.id
    WHERE COALESCE(counted.standing, 0) <> tag.standing"""
UNUSED = """
    SELECT tag.id FROM events_tag tag
    LEFT JOIN ({counted}) counted ON counted.tag = tag.id WHERE counted.tag IS NULL"""
# So many sums are put right at a time.
PIECE = 100

# Adds to the entries of a kind in a month.
ADD = """
    INSERT INTO events_monthcount (kind, month, number) VALUES (%s, %s, %s)
    ON CONFLICT (kind, month) DO UPDATE SET number = events_monthcount.number + excluded.number"""


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
        months = [(*place, number) for place, number in self.months.items() if number]
        if months:
            with connection.cursor() as cursor:
                cursor.executemany(ADD, months)
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


def corrections() -> Iterator[Counting]:
    """What the sums lack beside what stands, in pieces. Asked without the lock, and right whatever
    is published until they are written: that adds to the sums, too."""
    with connection.cursor() as cursor:
        cursor.execute(MONTHS_LACK)
        months = cursor.fetchall()
        cursor.execute(TAGS_LACK.format(counted=tags_of_rows(connection, STANDS)))
        tags = cursor.fetchall()
    for start in range(0, max(len(months), len(tags)), PIECE):
        piece = Counting()
        for kind, month, number in months[start : start + PIECE]:
            piece.months[kind, month] = int(number)
        for tag, number in tags[start : start + PIECE]:
            piece.tags[tag] = int(number)
        yield piece


def unused_tags() -> list[int]:
    """Those that no version has, standing or not."""
    with connection.cursor() as cursor:
        cursor.execute(UNUSED.format(counted=tags_of_rows(connection, STANDS)))
        return [tag for (tag,) in cursor.fetchall()]


def _by_number(counts: Counter[int]) -> Iterable[tuple[int, list[int]]]:
    """The keys by number, except 0, because one statement changes all keys that share a number."""
    found: dict[int, list[int]] = {}
    for key, number in counts.items():
        if number:
            found.setdefault(number, []).append(key)
    return found.items()
