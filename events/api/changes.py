"""The change feed: what followers read to have a copy of the record, or to be told of changes."""

from typing import Any

from django.http import HttpRequest

from events import public
from events.api.endpoint import Endpoint
from events.api.entries import loaded_at, with_document


class ChangesEndpoint(Endpoint):
    """Every version after a `seq`, including withdrawals, in the order in which they were
    published.

    Begin without `after`, then ask again with `after` set to the `last_seq` of the answer: at once
    while `more` is true, otherwise whenever you like. A smaller seq never appears later, so you
    miss none.
    """

    summary = "What has changed"
    shape = "Changes"
    parameters = ("after", "limit")

    def get(self, request: HttpRequest, **path: Any) -> bytes:
        parameters = self.read(request)
        after, limit = parameters.number("after", 0) or 0, parameters.limit()
        parameters.finish()
        versions, more = public.changes(after, limit)
        last_seq = versions[-1].seq if versions else after
        results = ",".join(_change(version) for version in versions)
        return (
            f'{{"results":[{results}],"last_seq":{last_seq},"more":{"true" if more else "false"}}}'
        ).encode()


def _change(version: public.ServedVersion) -> str:
    facts = {
        "seq": version.seq,
        "action": version.action,
        "id": str(version.uid),
        "slug": version.slug,
        "kind": version.kind,
        "published_at": public.timestamp(version.published_at),
        "loaded_at": loaded_at(version),
        "note": version.note,
    }
    return with_document(facts, version)
