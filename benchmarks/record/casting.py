"""Entries by the hundred thousand, cast from a few thousand invented ones.

A cast has the facts and links of its model, and an address, a date and texts of its own. Its rows,
document, tags and words are put together from its model's, which is much quicker than rendering
each; a test holds them equal to what a rebuild makes of the documents.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models

from benchmarks.record import moments
from benchmarks.record.copying import Table
from benchmarks.record.entries import Inventor, rows_of
from benchmarks.record.kinds import uid_of
from benchmarks.record.schedule import CAUGHT_UP, Schedule
from benchmarks.record.vocabulary import name
from events import dates
from events.documents import indexing
from events.documents.rendering.entries import render
from events.documents.rendering.records import date_of
from events.documents.shapes import Date, Document
from events.models import Entry
from events.words import words

# Entries that are invented one by one; all others are cast from them.
MODELS = 3000

SENTENCES_OF_A_SUMMARY = (2, 5)
# What each cast has of its own, by column of the desk's tables.
KEYS = (
    *("entry_ptr_id", "overview_id", "walk_id", "entry_id"),
    *("summit_id", "later_id", "commitment_id"),
)

Row = list[Any]


class Model:
    """An invented entry, taken apart: what its casts share."""

    def __init__(self, entry: Entry) -> None:
        self.kind = str(entry.kind)
        self.document = render(entry)
        self.document["title"], self.document["summary"] = {}, {}
        self.document["date"] = {**self.document["date"], "label": {}, "earliest": None}
        self.tags = indexing.tags(self.document)
        self.words = indexing.text_words(self.document)
        self.running = indexing.running_text(self.document)
        rows: list[models.Model] = [entry, *rows_of(entry)]
        # Each with the position of the entry's key.
        self.rows: list[tuple[type[models.Model], Row, int]] = []
        for row in rows:
            table = _table(type(row))
            key = next(place for place, column in enumerate(table.columns) if column in KEYS)
            self.rows.append((type(row), table.values(row), key))
        self.entry_row = _table(Entry).values(entry)


class Dated(NamedTuple):
    """A date with everything that is derived from it."""

    document: Date
    value: dates.EDTF
    words: frozenset[str]


class Cast(NamedTuple):
    """A state of an entry: its document, and what it is found by."""

    entry: int
    document: Document
    words: set[str]
    running: str
    model: Model
    place: indexing.PlaceInList


class Caster:
    """Casts the entries of a record, numbered from 1; the same number gives the same entry."""

    def __init__(self, inventor: Inventor, schedule: Schedule) -> None:
        self.schedule = schedule
        self.vocabularies = inventor.words
        count = min(MODELS, schedule.entries)
        self.models = [Model(inventor.entry(number)) for number in range(1, count + 1)]

    def model(self, number: int) -> Model:
        return self.models[(number - 1) % len(self.models)]

    def slug(self, number: int) -> str:
        return f"{self.model(number).kind}-{number}"

    def uid(self, number: int) -> UUID:
        return uid_of(number)

    def cast(self, number: int, state: int) -> Cast:
        """The entry as worded in that state: when it is published again, it has another summary."""
        model = self.model(number)
        facts, wording = Random(number), Random(state << 40 | number)
        opened = self.schedule.opened(number).date()
        when = _dated(moments.edtf(facts, opened, number < self.schedule.entries * CAUGHT_UP))
        found = model.words | when.words
        named = name(facts)
        found.add(named.lower())
        title, summary = {}, {}
        running = model.running
        for language, vocabulary in self.vocabularies.items():
            phrase = facts.choice(vocabulary.titles)
            sentences = wording.choices(
                vocabulary.sentences, k=wording.randint(*SENTENCES_OF_A_SUMMARY)
            )
            title[language] = f"{phrase.text} {named}"
            summary[language] = " ".join(sentence.text for sentence in sentences)
            found = found.union(phrase.words, *(sentence.words for sentence in sentences))
            told = " ".join(sentence.running for sentence in sentences)
            running += f"| {phrase.running} {named.lower()} | {told} "
        document = model.document.copy()
        document["id"], document["slug"] = str(self.uid(number)), self.slug(number)
        document["title"], document["summary"] = title, summary
        document["date"] = when.document
        return Cast(
            number, document, found, running, model, indexing.place_of(when.value, 0, number)
        )

    def desk_rows(self, number: int, state: int) -> Iterator[tuple[type[models.Model], Row]]:
        """The entry's rows on the desk, its own first."""
        cast = self.cast(number, state)
        document = cast.document
        own = {
            "id": number,
            "uid": self.uid(number),
            "slug": document["slug"],
            "date": document["date"]["edtf"],
        }
        for field in ("title", "summary"):
            own[field] = document[field]["en"]
            own |= {f"{field}_{language}": text for language, text in document[field].items()}
        yield Entry, _table(Entry).changed(cast.model.entry_row, own)
        for model, row, key in cast.model.rows:
            yield model, [*row[:key], number, *row[key + 1 :]]


def add_to_desk(caster: Caster, numbers: range, states: Any) -> None:
    """Write these entries to the desk, each in the state that `states` has for its number."""
    rows: dict[type[models.Model], list[Row]] = defaultdict(list)
    for number in numbers:
        for model, row in caster.desk_rows(number, states[number]):
            rows[model].append(row)
    for model, of_it in rows.items():  # entries first
        _table(model).add(of_it)


@cache
def _table(model: type[models.Model]) -> Table:
    return Table(model, numbered=model is Entry)


@cache
def _dated(edtf: str) -> Dated:
    document = date_of(edtf)
    said = frozenset(word for label in document["label"].values() for word in words(label))
    return Dated(document, dates.parse(edtf), said)
