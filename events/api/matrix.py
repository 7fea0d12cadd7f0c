"""Who stands where: actors × topics."""

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import orjson
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from events import public
from events.api.endpoint import Endpoint
from events.api.lists import state_at
from events.api.parameters import SEVERAL, Parameter
from events.documents.shapes import Texts

PARAMETERS = ("process", "actor", "topic", "stance", "on", "as_of")
OWN = MappingProxyType(
    {
        "actor": Parameter(
            "The rows of these actors: slugs or codes, with commas or repeated.", SEVERAL
        ),
        "topic": Parameter(
            "The columns of these topics, and of those that belong to them: with commas or "
            "repeated.",
            SEVERAL,
        ),
        "stance": Parameter(
            "The cells with one of these stances: with commas.", {"type": "string"}
        ),
    }
)


class MatrixEndpoint(Endpoint):
    """The position of each actor on each topic that holds on a day, as the record stands or stood.

    Of several positions of an actor on a topic, the one that began last holds. Where the day on
    which one of them began is not known, several can be the last: each of these holds possibly,
    unless all say the same. A position whose date has an end holds until then. `actors` and
    `topics` name the rows and columns that have one; most cells of a matrix are empty, so only the
    others are listed. Who has taken a position back holds none from then on: its cell says so
    (`taken-back`), and is to be counted as no stance.
    """

    summary = "Who stands where on a day"
    shape = "Matrix"
    costly = True
    parameters, own = PARAMETERS, OWN

    def settled(self, request: HttpRequest, **path: Any) -> str:
        # Without a day it is today's, which changes even if the record does not.
        return super().settled(request) if _dayasked_for(request) else ""

    def state(self, request: HttpRequest, **path: Any) -> str:
        # A day that is still to come is one that has come some day.
        today = timezone.localdate().isoformat()
        asked = _dayasked_for(request) or today
        return f"{super().state(request)}.{asked}{'.future' if asked > today else ''}"

    def get(self, request: HttpRequest, **path: Any) -> bytes:
        parameters = self.read(request)
        on = parameters.day("on") or timezone.localdate()
        filters = public.read_filters(parameters, programs=public.PROGRAMS)
        if len(filters.asked.get("process", ())) > 1:
            parameters.complain("process", _("Give this parameter once."))
        parameters.finish()
        state = state_at(filters.as_of)  # first, so that it is none that came later
        matrix = public.matrix(on, filters.process, filters.as_of)
        cells = asked_for(matrix.cells, filters)
        until = filters.as_of.until if filters.as_of else timezone.now()
        asked = {
            "on": on,
            "future": on > timezone.localdate(until),
            **state,
            "as_of": filters.as_of.text if filters.as_of else None,
            "process": filters.process,
            "actors": _named(matrix.actors, {cell.actor for cell in cells}),
            "topics": _named(matrix.topics, {cell.topic for cell in cells}),
        }
        positions = ",".join(_said(cell) for cell in cells)
        return b'%b,"positions":[%b]}' % (orjson.dumps(asked)[:-1], positions.encode())


def asked_for(cells: Iterable[public.Cell], filters: public.Filters) -> list[public.Cell]:
    actors, wider = filters.asked.get("actor", ()), filters.asked.get("topic", ())
    topics = {*wider, *public.narrower(wider, filters.as_of)}
    stances = (filters.choice("stance") or "").split(",")
    return [
        cell
        for cell in cells
        if (not actors or cell.actor in actors)
        and (not topics or cell.topic in topics)
        and (stances == [""] or cell.stance in stances)
    ]


def _dayasked_for(request: HttpRequest) -> str:
    return request.GET.get("on", "").strip()


def _said(cell: public.Cell) -> str:
    """The stored text of a position, and what is so on the day."""
    return f"{cell.text[:-1]},{orjson.dumps(cell.on_day).decode()[1:]}"


def _named(names: Mapping[str, Texts], filled: Container[str]) -> list[dict[str, object]]:
    return [{"slug": slug, "name": name} for slug, name in names.items() if slug in filled]
