"""Rebuilding what is derived from the log."""

from collections.abc import Iterator
from contextlib import suppress

from django.db import connection, transaction
from django.db.models import F, Window
from django.db.models.functions import Lead

from events.engines import lock_log
from events.log import (
    DERIVATION,
    StanceIndex,
    Tag,
    Version,
    VersionDays,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
    WrongDerivation,
    end_of_log,
    written_by,
)
from events.models import OPEN, Job
from events.publishing import jobs
from events.publishing.counting import Counting, forget
from events.publishing.derived import Dictionary, sign, write
from events.publishing.mending import mend
from events.publishing.names import change_names
from events.publishing.rederiving import derived_again
from events.vocabulary import JobKind

CHUNK = 500


class BeingRebuilt(Exception):
    """A worker, or another command, is doing that already. `done` of `total` versions are done."""

    def __init__(self, job: Job) -> None:
        self.done, self.total = job.done, job.total
        super().__init__(job.worker)


def rebuild(*, back: bool = False, by: str = "rebuild") -> Iterator[int]:
    """Derive all rows again from the documents.

    Yields the number of versions done after each chunk, so that the caller can show progress; it
    must be run to its end. What this release has derived is derived again beside readers and
    writers (`events.publishing.mending`); interrupted, the next call or a worker goes on behind
    what is done. What another release has derived is derived in one transaction, and the number of
    this derivation is recorded with it, so that no release ever reads a mixture.

    `by`: a name of its own for whoever does it. Raises `BeingRebuilt`; and `WrongDerivation` if a
    newer release has written the rows, unless `back` is given: a document of that release may say
    what this one does not understand.
    """
    if written_by() == DERIVATION:
        yield from _mend(by)
    else:
        yield from _rebuild_at_once(back)


def _mend(by: str) -> Iterator[int]:
    if not Job.objects.filter(what=JobKind.REBUILD, state__in=OPEN).exists():
        jobs.ask(JobKind.REBUILD, versions_in_log(), None)
    claim = jobs.claim_job(by, JobKind.REBUILD)
    if claim is None:
        raise BeingRebuilt(Job.objects.get(what=JobKind.REBUILD))
    try:
        yield from mend(claim)
    except jobs.ClaimLost as lost:
        raise BeingRebuilt(Job.objects.get(what=JobKind.REBUILD)) from lost
    except BaseException:
        # Where that fails, too, the claim ends by itself; what went wrong first is what is told.
        with suppress(Exception):
            claim.release()
        raise


def _rebuild_at_once(back: bool) -> Iterator[int]:
    with transaction.atomic():
        change_names()
        with connection.cursor() as cursor:
            lock_log(cursor, connection)
        number = written_by()
        if number is not None and number > DERIVATION and not back:
            raise WrongDerivation(number)
        sign()
        forget()
        jobs.settled(JobKind.REBUILD, "", 0)
        for model in (StanceIndex, VersionUpgrade, VersionText, VersionDays, VersionIndex, Word):
            model.objects.all().delete()
        ended = Version.objects.annotate(
            ended=Window(Lead("seq"), partition_by=F("entry"), order_by=F("seq").asc())
        )
        used: set[int] = set()
        counting = Counting()
        done = 0
        chunk: list[Version] = []
        for version in ended.order_by("seq").iterator(CHUNK):
            chunk.append(version)
            if len(chunk) == CHUNK:
                used |= _write(chunk, counting)
                done += len(chunk)
                chunk = []
                yield done
        used |= _write(chunk, counting)
        counting.write()
        # Tags keep their numbers, so that nothing that holds one goes stale; unused ones are
        # deleted.
        unused = set(Tag.objects.values_list("pk", flat=True)) - used
        for key in unused:
            Tag.objects.filter(pk=key).delete()
        yield done + len(chunk)


def rebuild_needed() -> bool:
    """Were the present rows derived by another release?"""
    try:
        end_of_log()
    except WrongDerivation:
        return True
    return False


def versions_in_log() -> int:
    """How many versions a rebuild has to read."""
    return Version.objects.count()


def _write(versions: list[Version], counting: Counting) -> set[int]:
    """Write the rows of these versions and add them to the counts; return the keys of the tags
    used."""
    items = derived_again(versions)
    dictionary = Dictionary(item for _, item in items)
    ended = {version.seq: end for version in versions if (end := getattr(version, "ended", None))}
    counting += write(items, dictionary, ended)
    return {tag.pk for tag in dictionary.tags.values()}
