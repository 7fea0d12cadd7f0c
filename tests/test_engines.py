"""Where the engines differ: each function on the engine at hand, held against plain Python."""

import random
from contextlib import nullcontext
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.migrations.state import ProjectState
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import words
from events.engines import (
    STRETCH_BITS,
    EngineSQL,
    holds_tags,
    holds_words,
    is_postgresql,
    lock_log,
    places_as_of,
    spans_day,
)
from events.log.versions import STANDS
from events.models import Version, VersionIndex, VersionText, Word
from events.words import INSIDE_FROM
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def rows(query, params=()):
    with connection.cursor() as cursor:
        cursor.execute(query, list(params))
        return cursor.fetchall()


def add(*items, entry=None):
    """Index rows by seq, of versions that are made for them: fields of each, `seq` among them."""
    entry = entry or record.development(f"of-{items[0]['seq']}", publish=False)
    versions = [
        Version(
            seq=item["seq"],
            entry=entry,
            uid=entry.uid,
            number=number,
            action="published",
            kind="development",
            slug=f"s{item['seq']}",
            published_at=datetime(2026, 1, 6, tzinfo=UTC),
            document="{}",
        )
        for number, item in enumerate(items, 1)
    ]
    Version.objects.bulk_create(versions)
    VersionIndex.objects.bulk_create(
        VersionIndex(
            version=version,
            slug=version.slug,
            kind="development",
            month=202601,
            **{"entry": version.seq, "sort": version.seq, "tags": []}
            | {name: value for name, value in item.items() if name != "seq"},
        )
        for version, item in zip(versions, items, strict=True)
    )


def found(condition, params=(), source="events_versionindex i"):
    return [
        seq for (seq,) in rows(f"SELECT i.seq FROM {source} WHERE {condition} ORDER BY 1", params)
    ]


def test_tags_come_back_sorted_and_once():
    add({"seq": 1, "tags": [17, 3, 17]}, {"seq": 2, "tags": []}, {"seq": 3, "tags": {2**31 - 1}})
    tags = dict(VersionIndex.objects.values_list("pk", "tags"))
    assert tags == {1: [3, 17], 2: [], 3: [2**31 - 1]}


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([3], [1, 2]),
        ([17], [1]),
        ([3, 17], [1]),
        ([17, 3], [1]),
        ([1], []),
        ([7], []),
        ([31], [3]),
        ([3, 31], []),
        ([3, 3], [1, 2]),
    ],
)
def test_rows_that_hold_all_of_some_tags(tags, expected):
    add(
        {"seq": 1, "tags": [3, 17]},
        {"seq": 2, "tags": [3, 173]},
        {"seq": 3, "tags": [31]},
        {"seq": 4, "tags": []},
    )
    assert found(*holds_tags(connection, "i.tags", tags)) == expected


TEXTS = {
    1: "Der Truppeneinsatz im Herbst",
    2: "Übung der NATO; 100% sicher",
    3: "A signatory's o'clock: it\\'s a_b & c | d",
    4: "",
    5: "Einsatz der Truppen 2026",
}


def add_texts(texts):
    add(*({"seq": seq} for seq in texts))
    split = {seq: set(words.words(text)) for seq, text in texts.items()}
    for seq, held in split.items():
        VersionText.objects.create(version_id=seq, words=held)
    Word.objects.bulk_create(
        [Word(text=word) for word in sorted(set().union(*split.values()))], ignore_conflicts=True
    )
    return split


def search(*terms, inside_from=INSIDE_FROM):
    condition = holds_words(connection, "t.words", terms, inside_from)
    if condition is None:
        return []
    return found(*condition, "events_versionindex i JOIN events_versiontext t ON t.seq = i.seq")


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("einsatz", [1, 5]),
        ("EINSATZ", [1, 5]),
        ("truppen", [1, 5]),
        ("neinsat", [1]),
        ("einsatz herbst", [1]),
        ("herbst einsatz", [1]),
        ("einsatz uebung", []),
        ("uebung", [2]),
        ("Übung", [2]),
        ("nato", [2]),  # a short one only where a word begins: not in “signatory”
        ("natory", [3]),
        ("sign", [3]),
        ("gnat", []),
        ("d", [1, 2, 3, 5]),
        ("de", [1, 2, 5]),
        ("er", []),
        ("100%", [2]),
        ("%", "nothing"),
        ("_", "nothing"),
        ("a_b", [3]),
        ("1%0", []),
        ("10_", [2]),
        ("o'clock", [3]),
        ("'", "nothing"),
        ("it\\'s & a | d", [3]),
        ("nothing of the kind", []),
        ("truppen nowhere", []),
        ("truppeneinsatzes", []),
        ("2026", [5]),
    ],
)
def test_words_inside_and_at_the_beginning_of_others(q, expected):
    add_texts(TEXTS)
    terms = words.words(q)
    assert (search(*terms) if terms else "nothing") == expected


def test_from_which_length_on_terms_are_found_inside():
    add_texts(TEXTS)
    assert search("nato", inside_from=4) == [2, 3]
    assert search("einsatz", inside_from=8) == [5]
    assert search("einsatz", inside_from=7) == [1, 5]


@pytest.mark.parametrize("absent", ["xyz", "xyzxyz"])
def test_a_word_that_the_record_does_not_have_is_not_found(absent):
    add_texts(TEXTS)
    found = holds_words(connection, "t.words", ["truppen", absent], INSIDE_FROM)
    # PostgreSQL looks up inside of which words a long one is, and then needs no search.
    assert (found is None) == (is_postgresql(connection) and len(absent) >= INSIDE_FROM)
    assert found is None or search("truppen", absent) == []


class WordsTest(TestCase):
    @settings(deadline=None, max_examples=40)
    @given(
        st.lists(st.text("abàßЖ '%_\\|&", max_size=14), min_size=1, max_size=5),
        st.text("abàßЖ '%_\\|&", max_size=9),
    )
    def test_a_search_is_that_of_plain_python(self, texts, q):
        split = add_texts(dict(enumerate(texts, 1)))
        terms = words.words(q)

        def has(term, held):
            if len(term) >= INSIDE_FROM:
                return any(term in word for word in held)
            return any(word.startswith(term) for word in held)

        expected = [
            seq for seq, held in split.items() if terms and all(has(term, held) for term in terms)
        ]
        assert (search(*terms) if terms else []) == expected


SPANS = [
    (date(2026, 1, 6), date(2026, 1, 6)),
    (date(2026, 1, 1), date(2026, 1, 31)),
    (date(2025, 1, 1), date(2025, 12, 31)),
    (None, date(2026, 1, 6)),
    (date(2026, 1, 6), None),
    (None, None),
    (date.min, date.max),
]


@pytest.mark.parametrize(
    "day",
    [
        *(date.min, date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)),
        *(date(2026, 1, 5), date(2026, 1, 6), date(2026, 1, 7), date(2026, 2, 1), date.max),
    ],
)
def test_spans_that_cover_a_day(day):
    add(
        *(
            {"seq": seq, "earliest": earliest, "latest": latest}
            for seq, (earliest, latest) in enumerate(SPANS)
        )
    )
    assert found(*spans_day(connection, "i", day)) == [
        seq
        for seq, (earliest, latest) in enumerate(SPANS)
        if (earliest or date.min) <= day <= (latest or date.max)
    ]


def test_places_as_of_are_those_of_a_plain_query_across_stretches():
    chance = random.Random(20260106)
    border = 1 << STRETCH_BITS
    seqs = [*range(1, 60), *range(border - 150, border + 150), *range(2 * border, 2 * border + 60)]
    items: list[dict[str, int]] = []
    for seq in seqs:
        ended = chance.choice([STANDS, STANDS, seq + 1, seq + chance.randrange(1, 2 * border)])
        sort = chance.randrange(10**12) * 10**3 + len(items)
        items.append({"seq": seq, "sort": sort, "superseded_by": ended})
    add(*items)
    for seq in (0, 1, 30, border - 1, border, border + 1, border + 149, 2 * border, 3 * border):
        stood = [
            (item["seq"], item["sort"])
            for item in items
            if item["seq"] <= seq < item["superseded_by"]
        ]
        for direction, limit in (("ASC", 7), ("DESC", 7), ("DESC", 1000)):
            # A parameter of the condition beside those of the function's own.
            where = "i.seq <= %s AND i.superseded_by > %s AND i.kind = %s"
            query, params = places_as_of(
                connection, where, [seq, seq, "development"], seq, direction, limit
            )
            expected = sorted(stood, key=lambda row: row[1], reverse=direction == "DESC")[:limit]
            assert rows(query, params) == expected


def test_places_as_of_pass_by_what_the_condition_does_not_hold_of():
    add(*({"seq": seq, "sort": 100 - seq} for seq in range(1, 9)))
    query, params = places_as_of(connection, "i.sort > %s", [94], 8, "ASC", 3)
    assert rows(query, params) == [(5, 95), (4, 96), (3, 97)]


def test_the_lock_of_the_log_can_be_taken_twice_in_a_transaction():
    with connection.cursor() as cursor:
        lock_log(cursor, connection)
        lock_log(cursor, connection)
    assert record.development().kind == "development"


def test_a_migration_runs_the_statements_of_its_engine():
    mine, other = (
        ("postgresql", "sqlite") if is_postgresql(connection) else ("sqlite", "postgresql")
    )
    statement = "INSERT INTO events_word (text) VALUES ('100%s')"
    step = EngineSQL(**{mine: [statement % "%"], other: ["This is no SQL."]})
    with connection.schema_editor(atomic=False) if is_postgresql(connection) else editor() as ed:
        step.database_forwards("events", ed, ProjectState(), ProjectState())
    assert list(Word.objects.values_list("text", flat=True)) == ["100%"]


def editor():
    """A schema editor that runs what it is given: SQLite's own cannot begin in a transaction."""
    return nullcontext(connection.SchemaEditorClass(connection, atomic=False))


def test_a_migration_is_written_down_as_it_was_made():
    step = EngineSQL(postgresql=["one"], sqlite=("two",))
    name, args, kwargs = step.deconstruct()
    assert (name, args, kwargs) == ("EngineSQL", [], {"postgresql": ["one"], "sqlite": ["two"]})
    assert EngineSQL(*args, **kwargs).deconstruct() == step.deconstruct()
