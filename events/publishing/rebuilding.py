"""Rebuilding what is derived from the log."""

from collections.abc import Iterator

import orjson
from django.db import connection, transaction
from django.db.models import F, Window
from django.db.models.functions import Lead

from events.documents.shapes import Document
from events.documents.upgrading import Upgraded, upgraded
from events.engines import lock_log
from events.log import (
    DERIVATION,
    StanceIndex,
    Tag,
    Version,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
    WrongDerivation,
    end_of_log,
    written_by,
)
from events.publishing.counting import Counting, forget
from events.publishing.derived import Dictionary, derive, sign, write
from events.publishing.linking import identified

CHUNK = 500


def rebuild(*, back: bool = False) -> Iterator[int]:
    """Derive all rows again from the documents, in one transaction, and record the number of this
    derivation.

    Yields the number of versions done after each chunk, so that the caller can show progress; it
    must be run to its end. Readers see the old rows until then; writers wait. Raises
    `WrongDerivation` if a newer release has written them, unless `back` is given: a document of
    that release may say what this one does not understand.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            lock_log(cursor, connection)
        number = written_by()
        if number is not None and number > DERIVATION and not back:
            raise WrongDerivation(number)
        sign()
        forget()
        for model in (StanceIndex, VersionUpgrade, VersionText, VersionIndex, Word):
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
    read = {version.seq: upgraded(version.document) for version in versions if version.document}
    documents = identified({seq: one.document for seq, one in read.items()})
    items = [
        (version, derive(document, version.entry_id, _text(document, read[version.seq])))
        for version in versions
        if (document := documents.get(version.seq))
    ]
    dictionary = Dictionary(item for _, item in items)
    ended = {version.seq: end for version in versions if (end := getattr(version, "ended", None))}
    counting += write(items, dictionary, ended)
    return {tag.pk for tag in dictionary.tags.values()}


def _text(document: Document, read: Upgraded) -> str | None:
    """The text to be kept beside what was published, if that was in an older shape."""
    return None if read.text is None else orjson.dumps(document).decode()
