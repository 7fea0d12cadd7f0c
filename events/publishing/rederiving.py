"""What is derived from versions that are in the log already; and deriving it again in place, where
a few documents were redacted."""

from collections.abc import Collection, Mapping, Sequence
from typing import cast

import orjson
from django.db import connection

from events.documents import indexing
from events.documents.indexing import TagName
from events.documents.redacting import WHOLE, Path, redacted, texts_at
from events.documents.shapes import SHAPE, Document, Published
from events.documents.upgrading import upgraded
from events.engines import holds_tags, words_in_use
from events.log import (
    STANDS,
    RedactedVersion,
    StanceIndex,
    Tag,
    Version,
    VersionDays,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
)
from events.publishing.batches import batches
from events.publishing.derived import Derived, Dictionary, derive, write
from events.publishing.linking import identified
from events.publishing.said import published, with_upgrades

OF_A_VERSION = (StanceIndex, VersionUpgrade, VersionText, VersionDays, VersionIndex)


def stand_in(uid: object) -> str:
    """The short name that stands for one that was redacted by the redaction with this id."""
    return f"redacted-{str(uid)[:8]}"


class Closed:
    """What readers are not shown of some versions, though it is still in the log: by seq, places
    and the name that stands for a short name there."""

    def __init__(self, seqs: Collection[int]) -> None:
        self.places: dict[int, list[tuple[list[Path], str]]] = {}
        for batch in batches(sorted(seqs)):
            rows = RedactedVersion.objects.filter(version__in=batch, redaction__erased=False)
            for row in rows.select_related("redaction"):
                found = self.places.setdefault(row.version_id, [])
                found.append((row.paths, stand_in(row.redaction.uid)))

    def __contains__(self, seq: int) -> bool:
        return seq in self.places

    def shown(self, seq: int, document: Document) -> Document:
        """What readers are shown of a document."""
        shown: Published = document  # type: ignore[assignment]
        for places, name in self.places.get(seq, ()):
            shown = redacted(shown, places, name)
        return shown


def derived_again(versions: Sequence[Version]) -> list[tuple[Version, Derived]]:
    """Those of the versions that have a document, each with what is derived from what readers are
    shown of it."""
    read = {version.seq: upgraded(version.document) for version in versions if version.document}
    documents = identified({seq: one.document for seq, one in read.items()})
    closed = Closed([version.seq for version in versions if version.redaction_id])
    items = []
    for version in versions:
        if document := documents.get(version.seq):
            shown = closed.shown(version.seq, document)
            is_kept = version.seq in closed or read[version.seq].text is not None
            text = orjson.dumps(shown).decode() if is_kept else None
            items.append((version, derive(shown, version.entry_id, text)))
    return items


def kept(versions: Sequence[Version]) -> dict[int, Published]:
    """By seq, the documents of versions (`with_upgrades`) as the log keeps them, in today's shape:
    with what is closed to readers."""
    found = shown(versions)
    closed = Closed([version.seq for version in versions if version.redaction_id])
    read: dict[int, Document] = {
        one.seq: upgraded(one.document).document
        for one in versions
        if one.document and one.seq in closed
    }
    return found | cast("dict[int, Published]", identified(read))


def shown(versions: Sequence[Version]) -> dict[int, Published]:
    """The same as readers are shown it."""
    read = ((version.seq, published(version)) for version in versions)
    return {seq: document for seq, document in read if document}


def closed_texts(entry: int) -> set[str]:
    """What versions of an entry say that is closed to readers, of which they are shown nothing
    there."""
    rows = Version.objects.filter(entry=entry, redactions__redaction__erased=False).distinct()
    versions = list(with_upgrades(rows))
    readers = shown(versions)
    found: set[str] = set()
    for seq, document in kept(versions).items():
        found |= texts_at(document, [WHOLE]) - texts_at(readers[seq], [WHOLE])
    return found


def rederive(documents: Mapping[int, Published]) -> set[int]:
    """Write the rows of these versions again, by seq, from what readers are shown of them now.
    Returns the keys of all tags that they had or have (`renew`). Needs the log's lock."""
    rows = {row.pk: row for row in VersionIndex.objects.filter(pk__in=documents)}
    tags = {tag for row in rows.values() for tag in row.tags}
    for model in OF_A_VERSION:
        model._default_manager.filter(version__in=list(documents)).delete()
    versions = Version.objects.filter(pk__in=documents).order_by("seq")
    closed = Closed(documents)
    items: list[tuple[Version, Derived]] = []
    for version in versions:
        document = documents[version.seq]
        is_old = orjson.loads(version.document or "")["shape"] < SHAPE
        is_kept = version.seq in closed or is_old
        text = orjson.dumps(document).decode() if is_kept else None
        items.append((version, derive(document, version.entry_id, text)))
    dictionary = Dictionary(item for _version, item in items)
    ended = {row.pk: row.superseded_by for row in rows.values() if row.superseded_by != STANDS}
    counting = write(items, dictionary, ended)
    for row in rows.values():
        if row.superseded_by == STANDS:
            counting.ends(row)
    counting.write()
    tags |= {tag.pk for tag in dictionary.tags.values()}
    return tags


def renew(tags: Collection[int], before: Collection[Published]) -> None:
    """Give these tags the label of the newest version that has them, and forget those that none has
    any more; and the words that only stood in these documents."""
    labels: dict[int, dict[TagName, str]] = {}
    for tag in Tag.objects.filter(pk__in=list(tags)):
        condition, params = holds_tags(connection, "tags", [tag.pk])
        having = VersionIndex.objects.order_by("-pk").extra(where=[condition], params=params)
        newest = having.values_list("pk", flat=True).first()
        if newest is None:
            tag.delete()
            continue
        if newest not in labels:
            version = with_upgrades(Version.objects.all()).get(pk=newest)
            document = published(version)
            labels[newest] = indexing.tags(document) if document else {}
        label = labels[newest].get(TagName(tag.facet, tag.slug), "")
        if label != tag.label:
            tag.label = label
            tag.save(update_fields=["label"])
    words = {word for document in before for word in indexing.text_words(document)}
    gone = words - words_in_use(connection, words)
    for batch in batches(sorted(gone)):
        Word.objects.filter(text__in=batch).delete()
