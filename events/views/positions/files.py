"""The tables of positions to take along: all of what a page shows in parts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from django.http import HttpRequest, HttpResponseBase

from events import public
from events.documents.shapes import Texts
from events.feeds import tables
from events.presenting.positions import changes as position_changes
from events.presenting.positions import matrix as on_day
from events.views.asking import Chosen, Query, as_of
from events.views.frame import Download, absolute, download, reader_page, refused
from events.views.positions import choosing

MATRIX = replace(choosing.MATRIX, own=("on",))
CHANGES = replace(choosing.CHANGES, own=("from", "to"))
# How many positions are looked up at once for what is written of them.
AT_ONCE = 200


@reader_page(MATRIX, costly=True)
def matrix(request: HttpRequest, query: Query) -> HttpResponseBase:
    """`positions.csv`: the cells of the matrix of a day, also those in which the last position has
    ended."""
    chosen = Chosen.read(query)
    on = chosen.parameters.day("on") or as_of.day(chosen.as_of)
    if chosen.errors:
        return refused(chosen.errors)
    found = public.matrix(on, chosen.process, chosen.as_of)
    cells = on_day.only((*found.cells, *found.ended), chosen.actors, chosen.topics)
    held = _Held(request, chosen.as_of)
    rows = (
        {"on": on.isoformat(), **_named(cell, found.actors, found.topics), **row}
        for cell, row in held.rows(cells)
    )
    page = choosing.at("positions", query.plus("on", on), chosen).url
    taken = Download(tables.positions.MATRIX, rows, page, chosen.as_of, on.isoformat())
    return download(request, taken)


@reader_page(CHANGES, costly=True)
def changes(request: HttpRequest, query: Query) -> HttpResponseBase:
    """`positions/changes.csv`: each cell of two days, also where nothing has changed."""
    chosen = Chosen.read(query)
    start, end = choosing.window(chosen, as_of.day(chosen.as_of))
    if chosen.errors:
        return refused(chosen.errors)
    compared = choosing.ComparedDays.of(chosen, start, end)
    days = {"from": start.isoformat(), "to": end.isoformat()}
    held = _Held(request, chosen.as_of)
    rows = ({**days, **row} for row in _changed(compared, held))
    page = choosing.at("position-changes", query.plus("from", start).plus("to", end), chosen).url
    name = "-".join(days.values())
    taken = Download(tables.positions.CHANGES, rows, page, chosen.as_of, name)
    return download(request, taken)


class _Held:
    """Makes rows of cells, with what their entries say."""

    def __init__(self, request: HttpRequest, moment: public.Moment | None) -> None:
        self.address = absolute(request, as_of.links(moment).entry)
        self.moment = moment

    def rows(self, cells: Iterable[public.Cell]) -> Iterator[tuple[public.Cell, tables.Row]]:
        """A row for each, in their order."""
        left = iter(cells)
        while some := list(islice(left, AT_ONCE)):
            ids = {cell.position["entry"]["id"] or "" for cell in some}
            documents = public.named(ids, self.moment)
            for cell in some:
                position = {**cell.position, **cell.on_day, "ended": cell.ended}
                document = documents.get(cell.position["entry"]["id"] or "")
                yield cell, tables.positions.held(position, document, self.address)


def _changed(compared: "choosing.ComparedDays", held: _Held) -> Iterator[tables.Row]:
    left = iter(compared.differences)
    while some := list(islice(left, AT_ONCE)):
        cells = [cell for one in some for cell in (one.before, one.now) if cell]
        rows = {id(cell): row for cell, row in held.rows(cells)}
        for one in some:
            ended = one.turn == position_changes.ChangeKind.ENDED
            yield {
                "change": one.turn.value,
                **_named(one.now, compared.actors, compared.topics),
                "actor": one.now.actor,
                "topic": one.now.topic,
                "before": rows[id(one.before)] if one.before else None,
                "now": {**rows[id(one.now)], "ended": ended},
            }


def _named(
    cell: public.Cell, actors: Mapping[str, Texts], topics: Mapping[str, Texts]
) -> dict[str, object]:
    """The row and the column of a cell."""
    return {
        "actors": [{"slug": cell.actor, "name": actors[cell.actor]}],
        "topics": [{"slug": cell.topic, "name": topics[cell.topic]}],
    }
