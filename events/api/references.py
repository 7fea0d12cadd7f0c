"""Processes, actors, topics, sources, domains and formats: what published entries name."""

from typing import Any

import orjson
from django.http import HttpRequest

from events import public
from events.api.endpoint import Endpoint
from events.api.lists import spliced


class ReferenceList(Endpoint):
    """Those that published entries name, in the order of their slugs.

    Each is given as in the newest of the entries that name it.
    """

    parameters = ("as_of", "limit", "cursor")
    of: public.Referred[Any] = public.PROCESSES

    def get(self, request: HttpRequest, **path: Any) -> bytes:
        parameters = self.read(request)
        as_of, limit = parameters.moment(), parameters.limit()
        cursor = parameters.value("cursor", public.NameCursor.parse)
        parameters.finish()
        page = public.reference_page(self.of, as_of, cursor, limit)
        texts = [orjson.dumps(record) for record in page.records]
        return spliced(request, texts, page.next, page.previous)


class ReferenceDetail(Endpoint):
    """One that published entries name, as in the newest of them."""

    outcomes = (404,)
    of: public.Referred[Any] = public.PROCESSES

    def get(self, request: HttpRequest, **path: Any) -> bytes:
        parameters = self.read(request)
        as_of = parameters.moment()
        parameters.finish()
        return orjson.dumps(public.reference(self.of, path["slug"], as_of))
