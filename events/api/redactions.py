"""What was redacted, for programs that keep a copy of the record."""

from typing import Any

import orjson
from django.http import HttpRequest

from events import public
from events.api.endpoint import Endpoint, Stated
from events.api.lists import around, spliced, state_of


class RedactionList(Endpoint):
    """What was taken out of the record after it had been published, the newest first: in which
    versions of which entries, when, on what ground and why. It never says what stood there.

    `parts` are members of the document, or `all` of it, the `note` on the version, or its `time`.
    The change feed tells of each redaction by versions with the action `redacted`, one for each
    entry, up to `seq`.
    """

    summary = "What was redacted"
    shape = "RedactionList"
    parameters = ("limit", "cursor")

    def get(self, request: HttpRequest, **path: Any) -> Stated:
        parameters = self.read(request)
        limit, before = parameters.limit(), parameters.number("cursor", 1)
        parameters.finish()
        kept = public.kept()
        found, following = public.redactions(limit, before)
        texts = [orjson.dumps(_said(one)) for one in found]
        pages = around(request, following)
        body = spliced(texts, pages, state_of(kept.seq, kept.published_at))
        return Stated(body, modified=kept.published_at, links=pages.links)


def _said(one: public.ToldRedaction) -> dict[str, object]:
    return {
        "id": str(one.id),
        "seq": one.seq,
        "at": public.timestamp(one.at),
        "ground": one.ground,
        "reason": one.reason,
        "erased": one.erased,
        "entries": [
            {
                "id": str(entry.id),
                "slug": entry.slug,
                "versions": entry.numbers,
                "parts": entry.parts,
            }
            for entry in one.entries
        ],
    }
