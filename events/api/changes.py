"""The change feed: what followers read to have a copy of the record, or to be told of changes."""

from datetime import datetime
from typing import Any

import orjson
from django.http import HttpRequest
from django.utils.translation import gettext as _

from events import public
from events.api.endpoint import Endpoint, Stated
from events.api.entries import loaded_at, with_document
from events.api.lists import page_at, state_of
from events.api.parameters import FULL, WITH_DOCUMENT
from events.filters import every_filter
from events.public import Parameters

TAKES = every_filter(but=["as_of"], own=(*public.MORE, "after", "at", "since", "document", "limit"))


class ChangesEndpoint(Endpoint):
    """Every version after a `seq`, including withdrawals and redactions, in the order in which they
    were published.

    To have a copy: read a list to its end, then the changes after its `seq`; or begin here without
    `after`. Then follow `next`, which is there in every answer: at once while `more` is true,
    otherwise whenever you like. A smaller seq never appears later, so you miss none. `log` names
    the log: if it is another one than before, or `next` is answered by 409, the record was replaced
    by another copy of it, and is to be read from its beginning.

    With filters, you are told of versions that they find, and of those of which they found the
    version before: `matches` says which. What does not match, no longer belongs to your part of the
    record. An answer can then have few results, or none, and `more` be true.
    """

    summary = "What has changed"
    shape = "Changes"
    parameters = TAKES.accepted
    outcomes = (409,)
    states_itself = True

    def get(self, request: HttpRequest, **path: Any) -> Stated:
        kept = public.kept()
        parameters = self.read(request)
        after, at = parameters.number("after", 0), parameters.value("at", _time)
        since = parameters.value("since", public.read_since)
        documents = (parameters.choice("document", WITH_DOCUMENT) or FULL) == FULL
        limit, filters = (
            parameters.limit(),
            public.read_filters(parameters, programs=public.PROGRAMS),
        )
        _complain(parameters, after, since, at)
        parameters.finish()
        start = public.seq_before(since) if since else after or 0
        begin = public.LogPlace.find(start, kept.seq, at)
        found = public.followed(start, limit, kept.seq, filters, documents=documents)
        end = begin
        if found.versions and found.versions[-1].seq == found.last:
            end = public.LogPlace(found.last, found.versions[-1].published_at)
        elif found.last != start:
            end = public.LogPlace.find(found.last, kept.seq)
        results = ",".join(_change(one, found, documents=documents) for one in found.versions)
        following = {"after": end.seq} | ({"at": public.timestamp(end.at)} if end.at else {})
        following_at = page_at(request, following, ("since", "at"))
        about = {
            "log": public.log_id(),
            **state_of(kept.seq, kept.published_at),
            "next": following_at,
            "last_seq": end.seq,
            "more": found.more,
        }
        body = b'%b,"results":[%b]}' % (orjson.dumps(about)[:-1], results.encode())
        links = {"next": following_at}
        return Stated(body, kept.state, modified=kept.published_at, links=links)


def _complain(
    parameters: Parameters, after: int | None, since: datetime | None, at: datetime | None
) -> None:
    if since and after is not None:
        parameters.complain("since", _("Give either this or “after”: each says where to begin."))
    if at and after is None:
        parameters.complain("at", _("This goes with “after”: it is the time of that version."))


def _time(text: str) -> datetime:
    return public.Moment.parse(text).until


def _change(version: public.ServedVersion, found: public.Followed, *, documents: bool) -> str:
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
    if found.matching is not None:
        facts["matches"] = version.seq in found.matching
    return with_document(facts, version) if documents else orjson.dumps(facts).decode()
