"""Entries: lists of them, one of them, its versions."""

from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse

from events import public
from events.api.endpoint import Endpoint, Stated
from events.api.fields import picked, read_fields
from events.api.gate import moved_to
from events.api.lists import address, around, confirm_state, spliced, state_of
from events.api.parameters import ORIGINAL, WHICH_SHAPE
from events.dates import Certainty
from events.filters import every_filter
from events.public import PAGING, STATE
from events.vocabulary import TRAITS, Kind

OWN = (*public.MORE, *PAGING, STATE, "fields")
OF_ALL = every_filter(own=OWN)
# The same with the kind fixed: without what such entries cannot have.
OF_KINDS = {Kind(kind): every_filter(kind=kind, own=OWN) for kind in TRAITS}

IN_WINDOW, PERHAPS_IN_WINDOW = (
    f',"when":"{when}"}}'.encode() for when in (Certainty.CERTAIN, Certainty.POSSIBLE)
)


class EntryList(Endpoint):
    """Entries in the order of their dates, newest first unless `order` says otherwise.

    An entry is placed by its time, as the instant that it is, or without one by the first day of
    its date as it is written, or by its latest if its start is open. `next` and `previous` are the
    addresses of the pages around this one. They keep to the state of the record in which the first
    page was read, and which `seq` says: following them, you see nothing twice and miss nothing,
    whatever is published meanwhile. What has changed since is at `changes/?after=<seq>`.
    """

    summary = "Entries"
    shape = "EntryList"
    outcomes = (409,)
    parameters = OF_ALL.accepted
    kind: Kind | None = None
    states_itself = True

    def get(self, request: HttpRequest, **path: Any) -> Stated:
        parameters = self.read(request)
        fields = read_fields(parameters, self.kind)
        filters = public.read_filters(parameters, self.kind or "", programs=public.PROGRAMS)
        parameters.finish()
        page = public.page(filters)
        kept, time = public.Kept(page.seq, page.time, page.redaction), page.time
        if not page.seq:
            # An empty page does not say in which state of the record it was read.
            kept = public.kept()
            time = kept.published_at if page.state is None else public.published(page.state)
        if filters.seq is not None:
            confirm_state(filters.seq, kept.seq)
        state = kept.seq if page.state is None else page.state
        walking = {} if filters.as_of else {STATE: state}
        pages = around(request, page.next, page.previous, walking)
        texts = picked(page.texts, fields) if fields else page.texts
        body = spliced(told(page, texts), pages, state_of(state, time))
        beside = (bool(page.next), bool(page.previous), page.certain, page.redaction)
        held = f"{page.held}{beside}" if page.held else ""
        return Stated(body, kept.state, held, time if state == kept.seq else None, pages.links)


def told(page: public.DocumentPage, texts: list[bytes]) -> list[bytes]:
    """The documents; in a window of days, each with whether it was in it for certain."""
    if page.certain is None:
        return texts
    return [
        text[:-1] + (IN_WINDOW if certain else PERHAPS_IN_WINDOW)
        for text, certain in zip(texts, page.certain, strict=True)
    ]


class EntryDetail(Endpoint):
    """The document of the entry as it stands, or stood at `as_of`.

    A former name redirects to the present one. For an entry that was withdrawn, the answer says
    when and why; its versions can still be read below it. The ETag changes when the entry does,
    whatever else is published.
    """

    summary = "One entry"
    shape = "Entry"
    parameters = ("as_of", "fields")
    outcomes = (308, 404, 410)
    kind: Kind | None = None
    states_itself = True
    one_body = True

    def state(self, request: HttpRequest, **path: Any) -> str:
        if request.META.get("QUERY_STRING"):
            return super().state(request, **path)
        return _state(path["name"], self.kind)

    def get(self, request: HttpRequest, **path: Any) -> Stated | HttpResponse:
        name = path["name"]
        parameters = self.read(request)
        fields = read_fields(parameters, self.kind)
        filters = public.read_filters(parameters)
        parameters.finish()
        state = super().state(request) if request.META.get("QUERY_STRING") else ""
        try:
            entry = public.entry(name, filters.as_of, self.kind)
        except public.Moved as moved:
            return moved_to(request, f"{request.path.removesuffix(f'{name}/')}{moved.slug}/")
        now = None if filters.as_of else entry.published_at
        body = entry.text.encode()
        [body] = picked([body], fields) if fields else [body]
        return Stated(body, state or entry.state, modified=now)


class VersionList(Endpoint):
    """Every version of the entry, oldest first, including withdrawals, without the documents.

    The entry is found by its id and by every name that it has or had. `url` is an address by id,
    whose answer stays the same unless the version is redacted.
    """

    summary = "The versions of an entry"
    shape = "VersionList"
    parameters = ()
    outcomes = (404,)
    kind: Kind | None = None

    def state(self, request: HttpRequest, **path: Any) -> str:
        return _state(path["name"], self.kind)

    def get(self, request: HttpRequest, **path: Any) -> bytes:
        self.read(request).finish()
        versions = public.history(path["name"], self.kind)
        items = [
            _facts(one) | {"url": address(request, _by_id(request, path["name"], one))}
            for one in versions
        ]
        return spliced([orjson.dumps(item) for item in items])


class VersionDetail(Endpoint):
    """One version of the entry with its document, which is null for a withdrawal.

    The document has today's shape. With `shape=original` it is, byte for byte, what was published.
    What was redacted says so in both. An address by the id of the entry has the same answer until
    something is redacted; one by a name redirects there.
    """

    summary = "One version of an entry"
    shape = "Version"
    parameters = ("shape",)
    outcomes = (308, 404)
    kind: Kind | None = None
    one_body = True

    def settled(self, request: HttpRequest, **path: Any) -> str:
        # No version changes unless it is redacted; which entry has a name can.
        return public.settled() if public.is_id(path["name"]) else ""

    def state(self, request: HttpRequest, **path: Any) -> str:
        return _state(path["name"], self.kind)

    def get(self, request: HttpRequest, **path: Any) -> bytes | HttpResponse:
        parameters = self.read(request)
        original = parameters.choice("shape", WHICH_SHAPE) == ORIGINAL
        parameters.finish()
        name = path["name"]
        version = public.version(name, path["number"], self.kind, original=original)
        if not public.is_id(name):
            return moved_to(request, _by_id(request, name, version))
        facts = {"id": str(version.uid), "kind": version.kind} | _facts(version)
        return with_document(facts, version).encode()


def _state(name: str, kind: Kind | None) -> str:
    """The newest version of an entry; empty if there is none."""
    latest = public.latest(name, kind)
    return latest.state if latest else ""


def _by_id(request: HttpRequest, name: str, version: public.ServedVersion) -> str:
    """The path of a version by the id of its entry, beside that of the request, which names the
    entry."""
    before = request.path[: request.path.rindex(f"/{name}/versions/")]
    return f"{before}/{version.uid}/versions/{version.number}/"


def with_document(facts: dict[str, object], version: public.ServedVersion) -> str:
    """The facts as JSON text with the text of the document as the last member; null for a
    withdrawal."""
    document = version.text if isinstance(version, public.PublishedVersion) else "null"
    return f'{orjson.dumps(facts).decode()[:-1]},"document":{document}}}'


def _facts(version: public.ServedVersion) -> dict[str, object]:
    return {
        "number": version.number,
        "seq": version.seq,
        "action": version.action,
        "slug": version.slug,
        "published_at": public.timestamp(version.published_at),
        "loaded_at": loaded_at(version),
        "note": version.note,
    }


def loaded_at(version: public.ServedVersion) -> str | None:
    """When a version really was loaded, if its time of publication was brought in."""
    return public.timestamp(version.loaded_at) if version.loaded_at else None
