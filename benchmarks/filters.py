"""Filters in the database: the first page and one far down, beside the first page without any."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from benchmarks.comparing import Bound, Result, at_most, cost
from benchmarks.vocabulary import ENDINGS, ENGLISH, GERMAN, name_at
from events import public
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


def _page(params: Params) -> public.Page:
    """The parameters are read anew each time, as for a request."""
    return public.page(public.parse(params))


def _deep(name: str, params: Params, seconds: float) -> Iterator[Result]:
    filters, depth = replace(public.parse(params), limit=LARGEST_LIMIT), 0
    while depth < DEEP and (cursor := (page := public.page(filters)).next):
        filters, depth = replace(filters, cursor=cursor), depth + len(page.documents)
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
    """The cases, made from what is in the record: name, parameters, target."""
    actors, topics = _by_frequency(Facet.ACTOR), _by_frequency(Facet.TOPIC)
    frequent, middling, seldom = actors[0], actors[len(actors) // 4], actors[-1]
    yield "actor, frequent", {"actor": [frequent]}, OF_FILTERS
    yield "actor, middling", {"actor": [middling]}, OF_FILTERS
    yield "actor, seldom", {"actor": [seldom]}, OF_FILTERS
    yield "actor + topic, frequent", {"actor": [frequent], "topic": [topics[0]]}, OF_FILTERS
    topic = topics[len(topics) // 4]
    yield "actor + topic, middling", {"actor": [middling], "topic": [topic]}, OF_FILTERS
    versions = public.last_seq()
    for share in (0.95, 0.5, 0.05):
        [version], _more = public.changes(max(0, int(versions * share) - 1), 1)
        moment = version.published_at.isoformat()
        day = version.published_at.date()
        yield f"as_of, at {share:.0%} of the log", {"as_of": [moment]}, OF_FILTERS
        window = {"from": [f"{day:%Y-%m}-01"], "to": [f"{day:%Y-%m}-28"]}
        yield f"from–to, a month at {share:.0%}", window, OF_FILTERS
    yield "from–to, all years", {"from": ["2000-01-01"], "to": ["2035-01-01"]}, OF_FILTERS
    for kind in ("development", "question"):
        yield f"kind, {kind}", {"kind": [kind]}, OF_FILTERS
    yield "q, common word", {"q": [ENGLISH[0]]}, OF_WORDS
    # Four in a hundred of the invented words begin like this.
    yield "q, beginning of many words", {"q": [GERMAN[0]]}, OF_WORDS
    yield "q, inside words", {"q": [ENDINGS[0]]}, OF_WORDS
    yield "q, name in 1 of 1,300", {"q": [name_at(100)]}, OF_WORDS
    yield "q, rare name", {"q": [name_at(20_000)]}, OF_WORDS
    yield "q, absent word", {"q": ["xylophonquartett"]}, OF_WORDS


def _by_frequency(facet: str) -> list[str]:
    """The slugs of a facet's tags in standing entries, the most frequent first."""
    numbers: dict[int, int] = {}
    sample = VersionIndex.objects.filter(superseded_by=STANDS).order_by("-pk")[:20_000]
    for tags in sample.values_list("tags", flat=True):
        for tag in tags:
            numbers[tag] = numbers.get(tag, 0) + 1
    slugs = dict(Tag.objects.filter(facet=facet).values_list("id", "slug"))
    return [slugs[tag] for tag in sorted(numbers, key=lambda tag: -numbers[tag]) if tag in slugs]
