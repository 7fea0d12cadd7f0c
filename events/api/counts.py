"""How many entries filters find, and how they divide."""

from collections.abc import Iterable
from typing import Any

import orjson
from django.http import HttpRequest

from events import public
from events.api.endpoint import Endpoint, Stated
from events.api.lists import confirm_state, state_of
from events.filters import every_filter


class CountsEndpoint(Endpoint):
    """How many entries a list with these filters has in all, and how many of each kind, year (by
    their place in the list), process, actor and topic. An entry with several topics counts for each
    of them. Processes, actors and topics are null beyond 10,000 entries: ask for fewer.
    """

    summary = "How many there are"
    shape = "EntryCounts"
    parameters = every_filter(own=(*public.MORE, public.STATE)).accepted
    costly = True
    outcomes = (409,)

    def get(self, request: HttpRequest, **path: Any) -> Stated:
        kept = public.kept()
        parameters = self.read(request)
        filters = public.read_filters(parameters, programs=public.PROGRAMS)
        parameters.finish()
        if filters.seq is not None:
            confirm_state(filters.seq, kept.seq)
        state = public.state_of(filters)
        found = public.divided(filters)
        if state in (None, kept.seq):
            told = state_of(kept.seq, kept.published_at)
        else:
            told = state_of(state, public.published(state))
        shares = found.shares
        facets = {
            "kind": [_count(kind, number) for kind, number in found.kinds.items()],
            "year": [_count(str(year), number) for year, number in found.years.items() if year],
            **{
                facet: None if shares is None else _shared(shares[facet])
                for facet in public.DIVIDED_BY
            },
        }
        body = orjson.dumps({**told, "total": found.total, "facets": facets})
        return Stated(body, held=orjson.dumps([found.total, facets]).decode())


def _count(value: str, number: int, name: Any = None) -> dict[str, object]:
    return {"value": value, "name": name, "entries": number}


def _shared(shares: Iterable[public.Share]) -> list[dict[str, object]]:
    return [_count(one.name.slug, one.number, one.name.names) for one in shares]
