"""What a release has in it: the documents of the record at one time, and the tables made of them.

Nothing here depends on the engine, the server or the hour: made again from the same log, every byte
is the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from django.utils import timezone

from events import public
from events.documents.shapes import KINDS, PublishedCommitment
from events.feeds import tables

AT_ONCE = 200
# Where a page is depends on the site, and whether an entry is in a window on the question.
LEFT_OUT = ("url", "when")


def documents(moment: public.Moment) -> Iterator[bytes]:
    """Every entry as it stood then, as JSON, from the oldest on."""
    for page in public.walk(_oldest_first(moment)):
        yield from page.texts


def every_table(moment: public.Moment) -> Iterator[tuple[tables.DataTable, Iterator[tables.Row]]]:
    """The tables, each with its rows, which are made as they are asked for."""
    for kind in KINDS:
        yield _cut(tables.entries.entries(kind)), _of_kind(kind, moment)
    yield _cut(tables.references.ACTORS), _every(public.ACTORS, moment)
    yield _cut(tables.references.TOPICS), _every(public.TOPICS, moment)
    yield _cut(tables.references.PROCESSES), _every(public.PROCESSES, moment)
    yield tables.references.SOURCES, _every(public.SOURCES, moment)
    yield _cut(tables.roll_call.TABLE), _roll_calls(moment)
    yield replace(_cut(tables.positions.MATRIX), name="matrix"), _matrix(moment)


def day_of(moment: public.Moment) -> date:
    """The day on which positions and roll calls are told: that of the release."""
    return timezone.localdate(moment.until)


def _cut(table: tables.DataTable) -> tables.DataTable:
    return replace(table, names=tuple(name for name in table.names if name not in LEFT_OUT))


def _oldest_first(moment: public.Moment, **more: str) -> public.Filters:
    asked = {name: [value] for name, value in {"order": "oldest", **more}.items()}
    return replace(public.parse(asked), as_of=moment)


def _of_kind(kind: str, moment: public.Moment) -> Iterator[tables.Row]:
    for page in public.walk(_oldest_first(moment, kind=kind)):
        yield from page.documents


def _every(of: public.Referred[Any], moment: public.Moment) -> Iterator[tables.Row]:
    after, more = "", True
    while more:
        found, more = public.references(of, moment, after=after, limit=AT_ONCE)
        yield from found
        after = found[-1]["slug"] if found else ""


def _roll_calls(moment: public.Moment) -> Iterator[tables.Row]:
    for document in _of_kind("commitment", moment):
        yield from tables.roll_call.steps(_commitment(document), day_of(moment), _nowhere)


def _commitment(document: tables.Row) -> PublishedCommitment:
    found: PublishedCommitment = document  # type: ignore[assignment]
    return found


def _matrix(moment: public.Moment) -> Iterator[tables.Row]:
    """Who stands where on the day; also those whose last position has ended."""
    day = day_of(moment)
    found = public.matrix(day, None, moment)
    left = iter(sorted((*found.cells, *found.ended), key=lambda cell: (cell.actor, cell.topic)))
    while some := list(islice(left, AT_ONCE)):
        written = public.named(_ids(some), moment)
        for cell in some:
            position = {**cell.position, **cell.on_day, "ended": cell.ended}
            document = written.get(cell.position["entry"]["id"] or "")
            yield {
                "on": day.isoformat(),
                "actors": _named(cell.actor, found.actors),
                "topics": _named(cell.topic, found.topics),
                **tables.positions.held(position, document, _nowhere),
            }


def _ids(cells: Iterable[public.Cell]) -> set[str]:
    return {cell.position["entry"]["id"] or "" for cell in cells}


def _named(slug: str, names: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"slug": slug, "name": names[slug]}]


def _nowhere(_slug: str) -> str:
    return ""
