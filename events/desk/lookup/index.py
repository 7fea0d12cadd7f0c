"""Which rows a record has among those by which it is looked up (`NameRow`).

They are written when a record is saved. What has come to the tables in another way, such as a
restored backup or a bulk load, is caught up with when somebody looks something up.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max, Model, QuerySet

from events import words
from events.desk.lookup.addresses import one_spelling
from events.models import (
    Actor,
    Alias,
    Domain,
    Entry,
    FormerName,
    Identifier,
    Measure,
    MeetingFormat,
    NameKind,
    NameRow,
    Process,
    Source,
    Topic,
    Unit,
    columns,
)
from events.vocabulary import codes_of

LONGEST = 200
# Of a name of more words, the others are not looked for by themselves.
MOST_WORDS = 40
# How many records are caught up with at once: some tenths of a second.
AT_ONCE = 2_000
BATCH = 1_000


class Names(NamedTuple):
    """The columns of a table in which records are called something. `owner`: the column with the
    key of the record."""

    model: type[Model]
    columns: Mapping[str, NameKind]
    owner: str = "pk"


def _names(*fields: str, how: NameKind = NameKind.NAME) -> dict[str, NameKind]:
    return dict.fromkeys((column for field in fields for column in columns(field)), how)


SLUG = {"slug": NameKind.ALSO}
# By the name of a model, where its records are called something: first of all, their own table.
TABLES: dict[str, tuple[Names, ...]] = {
    "actor": (
        Names(Actor, _names("name") | {"country": NameKind.CODE} | SLUG),
        Names(Alias, {"text": NameKind.ALIAS}, "actor_id"),
        Names(FormerName, _names("name", how=NameKind.FORMER), "actor_id"),
        Names(Identifier, {"value": NameKind.CODE}, "actor_id"),
    ),
    "source": (
        Names(
            Source,
            {
                "title": NameKind.NAME,
                **dict.fromkeys(("publisher", "published_on"), NameKind.ALSO),
                **dict.fromkeys(("url", "archive_url"), NameKind.ADDRESS),
                **dict.fromkeys(("doi", "isbn", "urn"), NameKind.CODE),
            }
            | SLUG,
        ),
    ),
    "topic": (Names(Topic, _names("name") | _names("other_names", how=NameKind.ALIAS) | SLUG),),
    "unit": (
        Names(
            Unit, _names("name") | _names("one", how=NameKind.ALIAS) | {"currency": NameKind.CODE}
        ),
    ),
    "entry": (Names(Entry, _names("title") | {"date": NameKind.ALSO} | SLUG),),
    **{
        str(model._meta.model_name): (Names(model, _names("name") | SLUG),)
        for model in (Process, Measure, Domain, MeetingFormat)
    },
}


def group_of(model: type[Model]) -> str:
    """The name under which records of a model are in the index: entries of all kinds together."""
    return "entry" if issubclass(model, Entry) else str(model._meta.model_name)


def is_looked_up(model: type[Model]) -> bool:
    return group_of(model) in TABLES


def renew(*things: Model) -> None:
    """Write the rows of these records again, as they are on the desk now."""
    by_group: dict[str, list[int]] = {}
    for thing in things:
        by_group.setdefault(group_of(type(thing)), []).append(thing.pk)
    for group, keys in by_group.items():
        if group in TABLES:
            _write(group, keys)


def forget(model: type[Model], key: int) -> None:
    """Take out the rows of a record that is no more."""
    NameRow.objects.filter(kind=group_of(model), key=key).delete()


def catch_up(model: type[Model], most: int = AT_ONCE) -> int:
    """Write the rows of records that are newer than all of which there are some; how many records
    these were, at most so many."""
    group = group_of(model)
    found = NameRow.objects.filter(kind=group).aggregate(newest=Max("key"))["newest"]
    own: QuerySet[Any] = QuerySet(TABLES[group][0].model).filter(pk__gt=found or 0).order_by("pk")
    keys = list(own.values_list("pk", flat=True)[:most])
    if keys:
        _write(group, keys)
    return len(keys)


def _write(group: str, keys: list[int]) -> None:
    with transaction.atomic():
        NameRow.objects.filter(kind=group, key__in=keys).delete()
        NameRow.objects.bulk_create(_rows(group, keys), batch_size=BATCH)


def _rows(group: str, keys: list[int]) -> Iterator[NameRow]:
    for table in TABLES[group]:
        rows: QuerySet[Any] = QuerySet(table.model).filter(**{f"{table.owner}__in": keys})
        for key, *texts in rows.values_list(table.owner, *table.columns):
            said = {
                (how, text) for how, text in zip(table.columns.values(), texts, strict=True) if text
            }
            for how, text in said:
                yield from _called(group, key, how, text)


def _called(group: str, key: int, how: NameKind, text: str) -> Iterator[NameRow]:
    """The rows of one name: one for each of its words and ways to write it."""
    seen: set[str] = set()
    for place, said in _texts(how, text):
        if said and said not in seen:
            seen.add(said)
            first = said.partition(" ")[0][: words.LONGEST]
            yield NameRow(
                kind=group, key=key, how=how, text=said, place=place, bones=words.bones(first)
            )


def _texts(how: NameKind, text: str) -> Iterable[tuple[int, str]]:
    if how == NameKind.ADDRESS:
        yield 0, one_spelling(text)
        return
    if how == NameKind.CODE:
        yield from ((0, " ".join(words.words(code))) for code in (text, *codes_of(text)))
        return
    for line in text.splitlines():
        for way in words.written(line):
            for place in range(min(len(way), MOST_WORDS)):
                yield place, " ".join(way[place:])[:LONGEST]
