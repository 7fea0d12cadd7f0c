"""Search over everything: the entries that words and filters find, how they divide by kind, year,
process, actor and topic, and the names that contain the words.

The numbers are exact. Counting tags means looking at each entry found, so beyond `MOST_COUNTED`
entries only kinds and years are counted, and `shares` is None.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import orjson
from django.db import connection

from events import words
from events.documents.shapes import Published, Texts
from events.engines import SQLCondition, count_tags
from events.log import Tag
from events.public.asking.cursors import Cursor
from events.public.asking.filters import Filters
from events.public.asking.suggestions import OTHER_NAMES
from events.public.lists.listing import conditions_of, state_of
from events.public.lists.windowed import all_of, in_window
from events.public.names.tags import in_use
from events.public.versions.moments import Moment, seq_at
from events.public.versions.served import decoded, served
from events.vocabulary import Facet, Kind

MOST_COUNTED = 10_000
# How many names are checked against the record of another day.
MOST_NAMES = 100
DIVIDED_BY = (Facet.PROCESS, Facet.ACTOR, Facet.TOPIC)
NAMED = (Facet.ACTOR, Facet.TOPIC, Facet.SOURCE)


@dataclass(frozen=True)
class Name:
    """Something with a name: an actor, a topic, a process or a source. `names`: by language."""

    facet: str
    slug: str
    names: Texts


@dataclass(frozen=True)
class Share:
    """How many of the entries found have this tag."""

    name: Name
    number: int


def _no_shares() -> dict[str, list[Share]]:
    return {facet: [] for facet in DIVIDED_BY}


@dataclass(frozen=True)
class Found:
    """What a search has found.

    `kinds`: how many entries of each kind the other filters find; `total`, `years` (by the place in
    the list) and `shares` (by facet, the most frequent first) count only the kind asked for, if
    any. `shares` is None if there are too many entries to count. `documents`: the newest of each
    kind. `next` and `previous`: the pages around them, if one kind was asked for.
    """

    total: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    shares: dict[str, list[Share]] | None = field(default_factory=_no_shares)
    documents: dict[str, list[Published]] = field(default_factory=dict)
    next: Cursor | None = None
    previous: Cursor | None = None


@dataclass(frozen=True)
class _Where:
    source: str
    conditions: list[SQLCondition]

    def plus(self, *conditions: SQLCondition) -> tuple[str, list[Any]]:
        return all_of([*self.conditions, *conditions])


def found(filters: Filters, each: int = 5) -> Found:
    """Search. `each`: how many of each kind are given, those with the words as they were typed
    before those with parts of others. If a kind was asked for, a page of it is given:
    `filters.limit` entries from `filters.cursor` on, newest first."""
    where = _where(replace(filters, kind=None))
    if where is None:
        return Found()
    kinds, years = _divided(where, filters.kind)
    total = sum(years.values())
    of_kind: list[SQLCondition] = [("i.kind = %s", [filters.kind])] if filters.kind else []
    shares = _shares(where, of_kind) if total <= MOST_COUNTED else None
    if filters.kind:
        documents, after, before = _page(where, filters)
        return Found(total, kinds, years, shares, {filters.kind: documents}, after, before)
    newest = _newest(where, kinds, each)
    if filters.has_parts and total > each:
        exact = _where(replace(filters, q=filters.wanted.asked(whole=True)))
        first = _newest(exact, kinds, each) if exact else {}
        for kind, listed in newest.items():
            whole = first.get(kind, [])
            ids = {document["id"] for document in whole}
            rest = [document for document in listed if document["id"] not in ids]
            newest[kind] = [*whole, *rest][:each]
    return Found(total, kinds, years, shares, newest)


def divided(filters: Filters) -> Found:
    """How the entries that the filters find divide, without any of them."""
    where = _where(filters)
    if where is None:
        return Found()
    kinds, years = _divided(where, None)
    total = sum(years.values())
    return Found(total, kinds, years, _shares(where, []) if total <= MOST_COUNTED else None)


def _where(filters: Filters) -> _Where | None:
    conditions = conditions_of(filters, state_of(filters))
    if conditions is None:
        return None
    source, given = conditions
    return _Where(source, [*given, *in_window(filters)])


def _divided(where: _Where, kind: str | None) -> tuple[dict[str, int], dict[int, int]]:
    """The numbers by kind; and by year, for the kind asked for or else for all."""
    condition, params = where.plus()
    kinds: dict[str, int] = {}
    years: dict[int, int] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT i.kind, i.month / 100, COUNT(*) FROM {where.source}"
            f" WHERE {condition} GROUP BY 1, 2",
            params,
        )
        for of_kind, year, number in cursor.fetchall():
            kinds[of_kind] = kinds.get(of_kind, 0) + number
            if kind in (None, of_kind):
                years[year] = years.get(year, 0) + number
    ordered = {value: kinds[value] for value in Kind.values if value in kinds}
    return ordered, dict(sorted(years.items(), reverse=True))


def _shares(where: _Where, of_kind: list[SQLCondition]) -> dict[str, list[Share]]:
    counted = count_tags(connection, ("i.tags", "i.sort"), where.source, *where.plus(*of_kind))
    shares = _no_shares()
    if counted:
        for tag, facet, slug, label in _tags(DIVIDED_BY):
            if tag in counted:
                share = Share(Name(facet, slug, orjson.loads(label)), counted[tag].number)
                shares[facet].append(share)
    for listed in shares.values():
        listed.sort(key=lambda share: (-share.number, share.name.slug))
    return shares


def _newest(where: _Where, kinds: Iterable[str], each: int) -> dict[str, list[Published]]:
    branches: list[str] = []
    params: list[Any] = []
    for kind in kinds:
        condition, values = where.plus(("i.kind = %s", [kind]))
        branches.append(
            f"SELECT * FROM (SELECT i.seq, i.sort, i.kind FROM {where.source}"
            f" WHERE {condition} ORDER BY i.sort DESC LIMIT {each:d}) of_{kind}"
        )
        params += values
    documents: dict[str, list[Published]] = {kind: [] for kind in kinds}
    if branches:
        for kind, _sort, document in _documents(" UNION ALL ".join(branches), params, "DESC"):
            documents[kind].append(document)
    return documents


def _page(where: _Where, filters: Filters) -> tuple[list[Published], Cursor | None, Cursor | None]:
    cursor = filters.cursor
    backwards = cursor.backwards if cursor else False
    direction, sign = ("ASC", ">") if backwards else ("DESC", "<")
    from_here: list[SQLCondition] = [(f"i.sort {sign} %s", [cursor.sort])] if cursor else []
    condition, params = where.plus(("i.kind = %s", [filters.kind]), *from_here)
    rows = _documents(
        f"SELECT i.seq, i.sort, i.kind FROM {where.source} WHERE {condition}"
        f" ORDER BY i.sort {direction} LIMIT {filters.limit + 1:d}",
        params,
        direction,
    )
    more = len(rows) > filters.limit
    del rows[filters.limit :]
    if backwards:
        rows.reverse()
    if not rows:
        return [], None, None
    return (
        [document for _kind, _sort, document in rows],
        Cursor(rows[-1][1]) if more or backwards else None,
        Cursor(rows[0][1], backwards=True) if cursor and (more or not backwards) else None,
    )


def _documents(places: str, params: list[Any], direction: str) -> list[tuple[str, int, Published]]:
    """Kind, sort number and document of these places of the index, in their order."""
    document, join = served("place.seq")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT place.kind, place.sort, {document} FROM ({places}) place{join}"
            f" ORDER BY place.sort {direction}",
            params,
        )
        return [(kind, sort, decoded(text)) for kind, sort, text in cursor.fetchall()]


def named_like(
    terms: Collection[str], as_of: Moment | None = None, facets: Collection[str] = NAMED
) -> dict[str, list[Name]]:
    """By facet, what standing entries name under a name with every term, the closest first. Actors
    and topics are also found by their other names.

    Terms are normalised words; each is a word of the name or begins one (`words.names`).
    """
    near: list[tuple[tuple[int, int, str], int, Name]] = []
    if terms:
        others_of = {facet: OTHER_NAMES[facet] for facet in facets if facet in OTHER_NAMES}
        tags = list(_tags({*facets, *others_of.values()}, standing=as_of is None))
        others = {(facet, slug): label for _tag, facet, slug, label in tags}
        for tag, facet, slug, label in tags:
            if facet not in facets:
                continue
            held = _label_words(label)
            if other := others.get((others_of.get(facet, ""), slug)):
                held |= _label_words(other)
            if all(any(words.names(word, term) for word in held) for term in terms):
                # Whole words before parts of words, short names before long ones.
                rank = (len(set(terms).difference(held)), len(held), slug)
                near.append((rank, tag, Name(facet, slug, orjson.loads(label))))
    near.sort(key=lambda item: item[0])
    if as_of and near:
        del near[MOST_NAMES:]
        stood = in_use([tag for _rank, tag, _name in near], seq_at(as_of))
        near = [item for item in near if item[1] in stood]
    found_names: dict[str, list[Name]] = {facet: [] for facet in facets}
    for _rank, _tag, name in near:
        found_names[name.facet].append(name)
    return found_names


def _tags(
    facets: Collection[str], *, standing: bool = False
) -> Iterable[tuple[int, str, str, str]]:
    tags = Tag.objects.filter(facet__in=facets)
    if standing:
        tags = tags.filter(standing__gt=0)
    return tags.values_list("id", "facet", "slug", "label")


@lru_cache(maxsize=16_384)
def _label_words(label: str) -> frozenset[str]:
    names: Mapping[str, str] | list[str] = orjson.loads(label)
    listed = names if isinstance(names, list) else names.values()
    return frozenset(word for name in listed for word in words.words(name))
