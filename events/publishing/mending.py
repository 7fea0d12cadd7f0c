"""Deriving again what this release has derived, beside readers and writers: a piece at a time.

The versions are walked by their seq. Each chunk is a short transaction that replaces the rows of
some versions, so that readers never see a part of them. At the end, the sums are put right: what is
counted and what is kept are compared in one statement, and the differences are added, because
writers add to them meanwhile, too. What was not finished is gone on with behind the last chunk.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from time import monotonic

from django.db import connection, transaction
from django.db.models import Q

from events.engines import holds_tags, lock_log, words_of_no_text
from events.log import (
    STANDS,
    StanceIndex,
    Tag,
    Version,
    VersionDays,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
    confirm,
    end_of_log,
    written_by,
)
from events.publishing.batches import BATCH, batches
from events.publishing.counting import corrections, unused_tags
from events.publishing.derived import Derived, Dictionary, write
from events.publishing.jobs import JobClaim
from events.publishing.names import change_names, keep_names, revision
from events.publishing.rederiving import derived_again

# To count all that stands takes seconds, in a very large record minutes. Nobody waits for it.
COUNTING = timedelta(minutes=10)


def mend(claim: JobClaim) -> Iterator[int]:
    """Derive all rows again; yield how many versions are done after each chunk, once at least.

    Raises `ClaimLost`, and `WrongDerivation` if another release has written the tables since.
    """
    labels = _Labels()
    while True:
        # Before the versions: what is redacted after they were read is noticed.
        names = revision()
        versions = _versions_behind(claim.job.cursor, claim.size.number)
        if not versions:
            break
        items = derived_again(versions)
        dictionary = Dictionary(item for _version, item in items)
        labels.keep_newer(dictionary, versions[-1].seq)
        with transaction.atomic():
            keep_names()
            claim.lock()
            if revision() != names:
                # Something was redacted, or renamed.
                continue
            locked_at = _lock()
            # What was published since is known now.
            labels.keep_newer(dictionary, versions[-1].seq)
            _replace(versions, items, dictionary)
            claim.advance(versions[-1].seq, claim.job.done + len(versions))
        claim.size.held_since(locked_at)
        yield claim.job.done
    claim.advance(claim.job.cursor, claim.job.done, COUNTING)
    _put_sums_right(claim)
    _remove_unused(claim)
    claim.finish()
    if not claim.job.done:
        yield 0


def _versions_behind(seq: int, limit: int) -> list[Version]:
    return list(Version.objects.filter(seq__gt=seq).order_by("seq")[:limit])


def _lock() -> float:
    """Lock the log; return when that was. Raises `WrongDerivation`."""
    with connection.cursor() as cursor:
        lock_log(cursor, connection)
    locked_at = monotonic()
    confirm(written_by(), empty=False)
    return locked_at


class _Labels:
    """Tags have the label of the newest version that has them, which is walked last."""

    def __init__(self) -> None:
        # By tag, a version that has it.
        self.seen: dict[int, int] = {}

    def keep_newer(self, dictionary: Dictionary, end: int) -> None:
        """Let no version up to `end` give a tag its label that a newer version has, too."""
        for name, tag in dictionary.tags.items():
            if dictionary.labels[name] != tag.label and self._has_newer(tag, end):
                dictionary.labels[name] = tag.label

    def _has_newer(self, tag: Tag, end: int) -> bool:
        if self.seen.get(tag.pk, 0) <= end:
            condition, params = holds_tags(connection, "tags", [tag.pk])
            rows = VersionIndex.objects.filter(pk__gt=end).extra(where=[condition], params=params)
            newest = rows.order_by("-pk").values_list("pk", flat=True).first()
            self.seen[tag.pk] = newest or 0
        return self.seen[tag.pk] > end


def _replace(
    versions: Sequence[Version], items: list[tuple[Version, Derived]], dictionary: Dictionary
) -> None:
    """Write the rows of these versions in place of what is there. The sums stay as they are."""
    first, last = versions[0].seq, versions[-1].seq
    ended = _ends(versions)
    standing = [(version, item) for version, item in items if version.seq not in ended]
    wrong = Q(entry__in=[version.entry_id for version, _item in standing])
    wrong |= Q(slug__in=[item.slug for _version, item in standing])
    VersionIndex.objects.filter(wrong, superseded_by=STANDS).delete()
    for model in (StanceIndex, VersionUpgrade, VersionText, VersionDays, VersionIndex):
        model._default_manager.filter(version__gte=first, version__lte=last).delete()
    write(items, dictionary, ended)


def _ends(versions: Sequence[Version]) -> dict[int, int]:
    """By seq, the seq of the version that ended it; without those that stand."""
    entries = {version.entry_id for version in versions}
    later = Version.objects.filter(entry__in=entries, seq__gte=versions[0].seq).order_by("seq")
    found: dict[int, int] = {}
    before: dict[int, int] = {}
    for entry, seq in later.values_list("entry", "seq"):
        if entry in before:
            found[before[entry]] = seq
        before[entry] = seq
    return found


def _put_sums_right(claim: JobClaim) -> None:
    """Add to the sums what they lack. Each piece is a transaction; interrupted, what is still
    lacking is found out again."""
    for piece in corrections():
        with transaction.atomic():
            claim.lock()
            _lock()
            piece.write()


def _remove_unused(claim: JobClaim) -> None:
    """Delete tags and words that no version has. Nobody may be about to use them: who publishes
    looks up the numbers of tags beforehand."""
    seq = end_of_log()
    tags, words = set(unused_tags()), set(words_of_no_text(connection))
    if not (tags or words):
        return
    seq = _spare(tags, words, seq)
    with transaction.atomic():
        change_names()
        claim.lock()
        _lock()
        _spare(tags, words, seq)
        for some in batches(sorted(tags)):
            Tag.objects.filter(pk__in=some).delete()
        for texts in batches(sorted(words)):
            Word.objects.filter(pk__in=texts).delete()


def _spare(tags: set[int], words: set[str], seq: int) -> int:
    """Take out of these what versions behind this one have; return the seq of the last one."""
    for row in VersionIndex.objects.filter(pk__gt=seq).values_list("tags", flat=True).iterator():
        tags.difference_update(row)
    while some := _versions_behind(seq, BATCH):
        for _version, item in derived_again(some):
            words.difference_update(item.words)
        seq = some[-1].seq
    return seq
