"""Filters in the database: the first page and one far down, beside the first page without
filters."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from benchmarks.comparing import Bound, Result, at_most, cost
from benchmarks.record.vocabulary import ENDINGS, ENGLISH, GERMAN, name_at
from events import public
from events.filters import TABLE, AsOf, Choice, Day, Filter, ReferenceChoice, Words, Year
from events.log.versions import STANDS, Tag, VersionIndex
from events.public.asking.parameters import LARGEST_LIMIT
from events.vocabulary import Facet

Params = dict[str, list[str]]

DEEP = 10_000
OF_FILTERS = at_most(10)
OF_WORDS = at_most(25)
OF_DEPTH = at_most(2.5)


def measure(seconds: float) -> Iterator[Result]:
    unfiltered = public.parse({})
    first = partial(public.page, unfiltered)
    yield from _deep("no filter", {}, seconds)
    for name, params, bound in cases():
        yield cost(name, partial(_page, params), "no filter, first page", first, seconds, bound)
        yield from _deep(name, params, seconds)


def _page(params: Params) -> public.DocumentPage:
    """The parameters are read again each time, as for a request."""
    return public.page(public.parse(params))


def _deep(name: str, params: Params, seconds: float) -> Iterator[Result]:
    filters, depth = replace(public.parse(params), limit=LARGEST_LIMIT), 0
    while depth < DEEP and (cursor := (page := public.page(filters)).next):
        filters, depth = replace(filters, cursor=cursor), depth + len(page.texts)
    if not depth:
        return
    deep = params | {"cursor": [str(filters.cursor)]}
    yield cost(
        f"{name}, {depth:,} deep",
        partial(_page, deep),
        "its first page",
        partial(_page, params),
        seconds,
        OF_DEPTH,
    )


def cases() -> Iterator[tuple[str, Params, Bound]]:
    """The cases, made from what is in the record: name, parameters, target. Each filter of the
    table comes by itself, then some together."""
    moments = list(_moments())
    for one in TABLE:
        yield from _of(one, moments)
    actors, topics = by_frequency(Facet.ACTOR), by_frequency(Facet.TOPIC)
    yield "actor + topic, frequent", {"actor": [actors[0]], "topic": [topics[0]]}, OF_FILTERS
    actor, topic = actors[len(actors) // 4], topics[len(topics) // 4]
    yield "actor + topic, middling", {"actor": [actor], "topic": [topic]}, OF_FILTERS
    for share, moment in moments:
        window = {"from": [f"{moment:%Y-%m}-01"], "to": [f"{moment:%Y-%m}-28"]}
        yield f"from–to, a month at {share}", window, OF_FILTERS
    yield "from–to, all years", {"from": ["2000-01-01"], "to": ["2035-01-01"]}, OF_FILTERS


def _of(one: Filter, moments: list[tuple[str, datetime]]) -> Iterator[tuple[str, Params, Bound]]:
    def case(which: str, value: str, bound: Bound = OF_FILTERS) -> tuple[str, Params, Bound]:
        return f"{one.name}, {which}", {one.name: [value]}, bound

    match one:
        case Choice(facet=""):
            for kind in ("development", "question"):
                yield case(kind, kind)
        case Choice() | ReferenceChoice():
            found = by_frequency(one.facet)
            yield case("frequent", found[0])
            if len(found) > 2:
                yield case("middling", found[len(found) // 4])
            yield case("seldom", found[-1])
        case Day() | Year():
            for share, moment in moments:
                year = isinstance(one, Year)
                yield case(f"at {share}", str(moment.year if year else moment.date()))
        case Words():
            yield case("common word", ENGLISH[0], OF_WORDS)
            # Four in a hundred of the invented words begin like this.
            yield case("beginning of many words", GERMAN[0], OF_WORDS)
            yield case("inside words", ENDINGS[0], OF_WORDS)
            yield case("name in 1 of 1,300", name_at(100), OF_WORDS)
            yield case("rare name", name_at(20_000), OF_WORDS)
            yield case("absent word", "xylophonquartett", OF_WORDS)
        case AsOf():
            for share, moment in moments:
                yield case(f"at {share} of the log", moment.isoformat())


def _moments() -> Iterator[tuple[str, datetime]]:
    """When some of the versions were published, by the share of the log that existed by then."""
    versions = public.last_seq()
    for share in (0.95, 0.5, 0.05):
        [version], _more = public.changes(max(0, int(versions * share) - 1), 1)
        yield f"{share:.0%}", version.published_at


def by_frequency(facet: str) -> list[str]:
    """The slugs of a facet's tags in standing entries, most frequent first."""
    numbers: dict[int, int] = {}
    sample = VersionIndex.objects.filter(superseded_by=STANDS).order_by("-pk")[:20_000]
    for tags in sample.values_list("tags", flat=True):
        for tag in tags:
            numbers[tag] = numbers.get(tag, 0) + 1
    slugs = dict(Tag.objects.filter(facet=facet).values_list("id", "slug"))
    return [slugs[tag] for tag in sorted(numbers, key=lambda tag: -numbers[tag]) if tag in slugs]
