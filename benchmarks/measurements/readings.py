"""The record's answers to other questions, beside the first page of the list."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from benchmarks.comparing import Result, cost
from events import public


def measure(seconds: float) -> Iterator[Result]:
    first = partial(public.page, public.parse({}))
    for name, question in questions():
        yield cost(name, question, "list, first page", first, seconds)


def questions() -> Iterator[tuple[str, Callable[[], Any]]]:
    last = public.last_seq()
    [version], _more = public.changes(last // 2, 1)
    moment = public.Moment.parse(version.published_at.isoformat())
    today = date.today()  # noqa: DTZ011 - any day after most entries will do
    everything, kind = public.parse({}), public.parse({"kind": ["summit"]})
    yield "entry, by slug", partial(_entry, version.slug)
    yield "entry, by id", partial(_entry, str(version.uid))
    yield "history of an entry", partial(public.history, version.slug)
    yield "seq at a moment", partial(public.seq_at, moment)
    yield "changes, 50 from the middle", partial(public.changes, last // 2, 50)
    yield "matrix", partial(public.matrix, today)
    yield "matrix, as of the middle", partial(public.matrix, today, as_of=moment)
    actors = partial(public.references, public.ACTORS, limit=50)
    topics = partial(public.references, public.TOPICS, limit=50)
    yield "actors, 50", actors
    yield "actors, 50, as of the middle", partial(actors, as_of=moment)
    yield "topics, 50", topics
    yield "topics, 50, as of the middle", partial(topics, as_of=moment)
    yield "sources, 50", partial(public.references, public.SOURCES, limit=50)
    yield "count, everything", partial(public.count, everything)
    yield "count, summits", partial(public.count, kind)
    yield "count by month, everything", partial(public.counts, everything)
    yield "count by month, summits", partial(public.counts, kind)


def _entry(name: str) -> object:
    try:
        return public.entry(name)
    except public.Gone as gone:
        return gone
