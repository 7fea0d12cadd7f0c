"""Who takes part in a commitment on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from events import public
from events.api.endpoint import Endpoint
from events.api.gate import moved_to
from events.api.lists import state_at
from events.documents import shapes
from events.documents.counts import counted
from events.documents.roll_call import Line, RollCall
from events.documents.totals import Total, totals
from events.vocabulary import Kind, Standing


class RollCallEndpoint(Endpoint):
    """The roll call of a commitment on a day: its counts, and what each actor counts as.

    The last step of each actor that has come counts, in each domain by itself. Where dates are not
    fully known, `standing` is null and `possibly` has what the actor can count as. What is still to
    come is announced, and not in force. `counts` add up: `named`, `confirmed`, `suspended`, `left`
    and `unknown` are the reported ones; an actor with several domains is one of them only, by the
    first of these that holds: confirmed, named, suspended, left. `totals` adds up amounts in the
    same unit or a multiple of it.
    """

    summary = "Who takes part in a commitment on a day"
    shape = "RollCall"
    parameters = ("on", "as_of")
    outcomes = (308, 404, 410)

    def settled(self, request: HttpRequest, **path: Any) -> str:
        # Without a day it is today's, which changes even if the record does not.
        is_of_a_day = bool(_day_asked_for(request))
        return super().settled(request) if is_of_a_day and public.is_id(path["name"]) else ""

    def state(self, request: HttpRequest, **path: Any) -> str:
        day = _day_asked_for(request) or timezone.localdate().isoformat()
        return f"{super().state(request)}.{day}"

    def get(self, request: HttpRequest, **path: Any) -> bytes | HttpResponse:
        parameters = self.read(request)
        on = parameters.day("on")
        filters = public.read_filters(parameters)
        parameters.finish()
        state, name = state_at(filters.as_of), path["name"]
        try:
            entry = public.entry(name, filters.as_of, Kind.COMMITMENT)
        except public.Moved as moved:
            return moved_to(request, request.path.replace(f"/{name}/", f"/{moved.slug}/"))
        document = entry.document
        if document["kind"] != "commitment":
            raise public.Missing
        today = timezone.localdate(filters.as_of.until if filters.as_of else None)
        return orjson.dumps(called(document, on or today, state))


def called(
    document: shapes.PublishedCommitment, day: date, state: Mapping[str, object]
) -> dict[str, object]:
    """The answer for a day."""
    lines = RollCall.of(document).lines(day)
    return {
        "id": document["id"],
        "slug": document["slug"],
        "on": day,
        **state,
        "counts": counted(lines, day, document["counts"]),
        "actors": [_actor(line) for line in lines],
        "totals": [_total(total) for total in totals(lines, day)],
    }


def _actor(line: Line) -> dict[str, object]:
    possibly = [one for one in Standing if one in line.readings]
    return {
        "actor": line.actor,
        "domain": line.domain,
        "standing": line.standing,
        "possibly": [] if len(line.readings) == 1 else possibly,
        "last": line.last,
        "steps": [step.row for step in line.steps],
    }


def _total(total: Total) -> dict[str, object]:
    return {
        "form": total.form,
        "unit": total.unit,
        "value": total.value,
        "low": total.low,
        "high": total.high,
        "amounts": total.number,
    }


def _day_asked_for(request: HttpRequest) -> str:
    return request.GET.get("on", "").strip()
