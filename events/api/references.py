"""Processes, actors, topics, sources, domains and formats: what published entries name."""

from hashlib import blake2b
from typing import Any

import orjson
from django.http import HttpRequest

from events import public
from events.api.endpoint import Endpoint, Stated
from events.api.lists import around, confirm_state, spliced, state_of

PAGE = ("limit", "cursor", public.STATE)


class ReferenceList(Endpoint):
    """Those that published entries name, in the order of their slugs.

    Each is given as in the newest of the entries that name it. `next` and `previous` keep to the
    state of the record in which the first page was read, and which `seq` says.
    """

    parameters = ("as_of", *PAGE)
    outcomes = (409,)
    of: public.Referred[Any] = public.PROCESSES
    states_itself = True

    def get(self, request: HttpRequest, **path: Any) -> Stated:
        kept = public.kept()
        parameters = self.read(request)
        as_of, limit = parameters.moment(), parameters.limit()
        cursor = parameters.value("cursor", public.NameCursor.parse)
        seq = parameters.state(as_of)
        parameters.finish()
        if seq is not None:
            confirm_state(seq, kept.seq)
        state = public.seq_at(as_of) if as_of else kept.seq if seq is None else seq
        page = public.reference_page(self.of, state, cursor, limit)
        texts = [orjson.dumps(record) for record in page.records]
        time = kept.published_at if state == kept.seq else public.published(state)
        walking = {} if as_of else {public.STATE: state}
        pages = around(request, page.next, page.previous, walking)
        body = spliced(texts, pages, state_of(state, time))
        beside = f"{bool(page.next)}{bool(page.previous)}{kept.redaction}"
        held = blake2b(b",".join(texts), digest_size=16).hexdigest()
        now = time if state == kept.seq else None
        return Stated(body, kept.state, f"{held}{beside}" if texts else "", now, pages.links)


class ReferenceDetail(Endpoint):
    """One that published entries name, as in the newest of them."""

    outcomes = (404,)
    of: public.Referred[Any] = public.PROCESSES

    def get(self, request: HttpRequest, **path: Any) -> Stated:
        parameters = self.read(request)
        as_of = parameters.moment()
        parameters.finish()
        body = orjson.dumps(public.reference(self.of, path["slug"], as_of))
        return Stated(body, held=body.decode())
