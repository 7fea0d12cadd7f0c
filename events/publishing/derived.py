"""Writes what is derived from documents: index rows, words, stances, tags. Needs the log's lock."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from events import dates
from events.documents import indexing
from events.documents.indexing import HeldStance, PlaceInList, TagName, TimeOfStance
from events.documents.shapes import Document
from events.log import (
    DERIVATION,
    STANDS,
    Derivation,
    StanceIndex,
    Tag,
    Version,
    VersionDays,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
)
from events.publishing.batches import BATCH, batches
from events.publishing.counting import Counting
from events.vocabulary import Facet


class Derived(NamedTuple):
    """All that is derived from one document. `upgraded`: its text in today's shape, if it was
    published in an older one."""

    slug: str
    kind: str
    place: PlaceInList
    tags: dict[TagName, str]
    words: set[str]
    running: str
    stances: list[HeldStance]
    time_of_stance: TimeOfStance | None
    upgraded: str | None = None
    days: Sequence[dates.windows.StretchOfDays] = ()


def derive(document: Document, entry: int, upgraded: str | None = None) -> Derived:
    """What the rows of a version hold, from its document in today's shape. Pure, so that it can run
    before the lock is taken."""
    return Derived(
        document["slug"],
        document["kind"],
        indexing.place(document, entry),
        indexing.tags(document),
        indexing.text_words(document),
        indexing.running_text(document),
        indexing.stances(document),
        indexing.time_of_stance(document, entry) if document["kind"] == "position" else None,
        upgraded,
        dates.windows.stretches(dates.parse(document["date"]["edtf"])),
    )


class Dictionary:
    """The numbers of tags and the words that the log has already, as far as these documents need
    them.

    Looked up before the lock is taken, so that only what is new has to be written under it.
    """

    def __init__(self, items: Iterable[Derived]) -> None:
        self.labels: dict[TagName, str] = {}
        words: set[str] = set()
        for item in items:
            self.labels |= item.tags  # the newest label wins
            words |= item.words
        self.tags: dict[TagName, Tag] = {}
        self._look_up(self.labels)
        known: set[str] = set()
        for batch in batches(sorted(words)):
            known |= set(Word.objects.filter(text__in=batch).values_list("text", flat=True))
        self.new_words = words - known

    def write(self) -> None:
        """Add what is new, and let tags carry the newest label."""
        Word.objects.bulk_create(
            [Word(text=text) for text in sorted(self.new_words)],
            ignore_conflicts=True,
            batch_size=BATCH,
        )
        missing = [name for name in self.labels if name not in self.tags]
        if missing:
            Tag.objects.bulk_create(
                [
                    Tag(facet=name.facet, slug=name.slug, label=self.labels[name])
                    for name in missing
                ],
                ignore_conflicts=True,
                batch_size=BATCH,
            )
            self._look_up(missing)
        for name, label in self.labels.items():
            tag = self.tags[name]
            if tag.label != label:
                tag.label = label
                tag.save(update_fields=["label"])

    def number(self, facet: str, slug: str) -> int:
        return self.tags[TagName(facet, slug)].pk

    def _look_up(self, names: Iterable[TagName]) -> None:
        wanted = set(names)
        for batch in batches(sorted({name.slug for name in wanted})):
            for tag in Tag.objects.filter(slug__in=batch):
                if (name := TagName(tag.facet, tag.slug)) in wanted:
                    self.tags[name] = tag


def write(
    items: Sequence[tuple[Version, Derived]],
    dictionary: Dictionary,
    superseded_by: dict[int, int] | None = None,
) -> Counting:
    """Write the rows of these versions and return what those that stand add to the counts.

    `superseded_by`, in a rebuild: by seq, the seq of the version that ended it.
    """
    dictionary.write()
    ended = superseded_by or {}
    rows = [
        VersionIndex(
            version=version,
            superseded_by=ended.get(version.seq, STANDS),
            entry=version.entry_id,
            slug=item.slug,
            kind=item.kind,
            **item.place._asdict(),
            tags=[dictionary.tags[name].pk for name in item.tags],
        )
        for version, item in items
    ]
    VersionIndex.objects.bulk_create(rows, batch_size=BATCH)
    VersionDays.objects.bulk_create(
        [
            VersionDays(version=version, **stretch._asdict())
            for version, item in items
            for stretch in item.days
        ],
        batch_size=BATCH,
    )
    VersionText.objects.bulk_create(
        [
            VersionText(version=version, words=item.words, running=item.running)
            for version, item in items
        ],
        batch_size=BATCH,
    )
    VersionUpgrade.objects.bulk_create(
        [
            VersionUpgrade(version=version, document=item.upgraded)
            for version, item in items
            if item.upgraded is not None
        ],
        batch_size=BATCH,
    )
    StanceIndex.objects.bulk_create(
        [
            StanceIndex(
                version=version,
                actor_id=dictionary.number(Facet.ACTOR, held.actor),
                topic_id=dictionary.number(Facet.TOPIC, held.topic),
                stance=held.stance,
                cell=held.cell,
                sort=item.place.sort,
                **item.time_of_stance._asdict(),
            )
            for version, item in items
            if item.time_of_stance
            for held in item.stances
        ],
        batch_size=BATCH,
    )
    counting = Counting()
    for row in rows:
        if row.superseded_by == STANDS:
            counting.begins(row)
    return counting


def sign() -> None:
    """Record which derivation the tables have from now on."""
    Derivation.objects.update_or_create(pk=1, defaults={"number": DERIVATION})
