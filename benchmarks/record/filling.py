"""Fills a database with a record of a given size: the desk, then the log, then the indexes.

Reference data, and the entries that all others are cast from, go through the models and
`documents.render`; what is derived from documents, through `events.documents.indexing`.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import orjson
from django.db import connection, transaction
from tqdm import tqdm

from benchmarks.record import reference
from benchmarks.record.casting import Cast, Caster, add_to_desk
from benchmarks.record.copying import Table, bare_tables, execute, settle
from benchmarks.record.entries import Inventor
from benchmarks.record.schedule import Schedule, Step
from benchmarks.record.vocabulary import vocabularies
from events.documents import indexing
from events.documents.indexing import TagName
from events.engines import TagsField
from events.log.versions import STANDS
from events.models import StanceIndex, Tag, Version, VersionIndex, VersionText, Word
from events.publishing.appending import complete
from events.publishing.counting import Counting
from events.publishing.derived import sign
from events.vocabulary import Action, Facet

# How many entries or versions are written in one transaction.
PIECE = 2000


def fill(entries: int, now: datetime) -> None:
    """Fill an empty, migrated database. `now`: shortly after its last version."""
    vocabulary = vocabularies()
    reference.write(entries, vocabulary)
    schedule = Schedule(entries, now)
    caster = Caster(Inventor(reference.Reference(), vocabulary), schedule)
    log = LogWriter(caster)
    with bare_tables() as statements:
        for numbers in _pieces("the desk", entries):
            add_to_desk(caster, numbers, schedule.states)
        for numbers in _pieces("the log", len(schedule)):
            log.write(schedule.steps(numbers.start, numbers.stop))
        log.write_words()
    log.write_counts()
    for _ in tqdm(execute(statements), "the indexes", len(statements), leave=False):
        pass
    settle()


def _pieces(what: str, count: int) -> Iterator[range]:
    """The numbers from 1 to `count` in pieces, a transaction each, with a progress bar."""
    with tqdm(desc=f"filling {what}", total=count, unit="", unit_scale=True, leave=False) as bar:
        for start in range(1, count + 1, PIECE):
            piece = range(start, min(start + PIECE, count + 1))
            with transaction.atomic():
                yield piece
            bar.update(len(piece))


class LogWriter:
    """Writes versions and what is derived from them. Tags are written at once."""

    def __init__(self, caster: Caster) -> None:
        self._caster = caster
        self._words: set[str] = set()
        labels: dict[TagName, str] = {}
        for model in caster.models:
            labels |= model.tags
        tags = Tag.objects.bulk_create(
            [Tag(facet=tag.facet, slug=tag.slug, label=label) for tag, label in labels.items()],
            batch_size=500,
        )
        self._numbers = {TagName(tag.facet, tag.slug): tag.pk for tag in tags}
        self._versions = Table(Version)
        self._index = Table(VersionIndex)
        self._texts = Table(VersionText)
        self._stances = Table(StanceIndex, numbered=False)
        self._numbers_of = {
            id(model): [self._numbers[name] for name in model.tags] for model in caster.models
        }
        self._tags_of = {
            key: TagsField().get_db_prep_value(numbers, connection)
            for key, numbers in self._numbers_of.items()
        }
        self._counting = Counting()

    def write(self, steps: Iterator[Step]) -> None:
        versions, index, texts = [], [], []
        stances: list[list[Any]] = []
        for step in steps:
            version = self._version(step)
            if not step.withdraws:
                cast = self._caster.cast(step.entry, step.number)
                version.document = complete(orjson.dumps(cast.document)[:-1], version)
                row = VersionIndex(
                    version=version,
                    superseded_by=step.superseded_by,
                    entry=step.entry,
                    slug=version.slug,
                    kind=version.kind,
                    tags=(),
                    **cast.place._asdict(),
                )
                values = self._index.values(row)
                values[self._index.columns.index("tags")] = self._tags_of[id(cast.model)]
                index.append(values)
                # Both engines read this: as words stored as they are, and as a text search vector.
                words = f" {' '.join(sorted(cast.words))} "
                texts.append([step.seq, words, cast.running])
                self._words |= cast.words
                if step.superseded_by == STANDS:
                    row.tags = self._numbers_of[id(cast.model)]
                    self._counting.begins(row)
                stances += self._stance_rows(step.seq, cast)
            versions.append(self._versions.values(version))
        self._versions.add(versions)
        self._index.add(index)
        self._texts.add(texts)
        self._stances.add(stances)

    def write_counts(self) -> None:
        self._counting.write()
        sign()

    def write_words(self) -> None:
        Table(Word).add([[word] for word in sorted(self._words)])

    def _stance_rows(self, seq: int, cast: Cast) -> Iterator[list[Any]]:
        """A position's rows in the index of stances, in the order of the columns."""
        if cast.document["kind"] != "position":
            return
        time = indexing.time_of_stance(cast.document, cast.entry)
        for held in indexing.stances(cast.document):
            row = StanceIndex(
                version_id=seq,
                actor_id=self._numbers[TagName(Facet.ACTOR, held.actor)],
                topic_id=self._numbers[TagName(Facet.TOPIC, held.topic)],
                stance=held.stance,
                cell=held.cell,
                sort=cast.place.sort,
                **time._asdict(),
            )
            yield self._stances.values(row)

    def _version(self, step: Step) -> Version:
        return Version(
            seq=step.seq,
            entry_id=step.entry,
            uid=self._caster.uid(step.entry),
            number=step.number,
            action=Action.WITHDRAWN if step.withdraws else Action.PUBLISHED,
            kind=self._caster.model(step.entry).kind,
            slug=self._caster.slug(step.entry),
            published_at=self._caster.schedule.published_at(step.seq),
        )
