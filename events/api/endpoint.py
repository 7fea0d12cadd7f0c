"""What all addresses of the API have in common: conditions, caching, media types."""

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import http_date
from django.utils.translation import gettext as _

from events import public
from events.api.conditions import HELD, SentTags, held_tag, state_tag
from events.api.describing import Described
from events.api.negotiating import ANYTHING, preferred
from events.api.problems import ProblemDetails

METHODS = "GET, HEAD, OPTIONS"
JSON = "application/json"

# A reader may be this far behind, and a cache may answer at once while it asks again.
CURRENT = "public, max-age=10, stale-while-revalidate=60, stale-if-error=600"
# The past does not change, but for redactions and for releases that give documents another shape.
# A cache of the site itself is told of both (`PURGE_URLS`), and no other one may keep it longer
# than what is current.
SETTLED = "public, max-age=60, s-maxage={of_proxies}, stale-while-revalidate=60, stale-if-error=600"

PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Cache-Control, Content-Type, "
    "If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def preflight() -> HttpResponse:
    """What a browser is told that asks whether a page of another site may ask (CORS)."""
    return bare(HttpResponse(status=204, headers=PREFLIGHT))


def bare(response: HttpResponse) -> HttpResponse:
    """An answer without a body, and so without a type."""
    del response.headers["Content-Type"]
    return response


def _of_the_past() -> str:
    of_proxies = 86400 if settings.PURGE_URLS else 60
    return SETTLED.format(of_proxies=of_proxies)


class Stated(NamedTuple):
    """A body, and the state in which it was made (`Endpoint.state`); empty if that was asked for
    before. `held`: what names that which it holds, whatever else has been published; empty if it
    holds all that is."""

    body: bytes
    state: str = ""
    held: str = ""
    # When it was last changed, if that is known.
    modified: datetime | None = None
    # Addresses by their relation to this one (RFC 8288).
    links: Mapping[str, str] = MappingProxyType({})

    @property
    def headers(self) -> dict[str, str]:
        told = {}
        if self.modified:
            told["Last-Modified"] = http_date(self.modified.timestamp())
        if self.links:
            links = (f'<{url}>; rel="{relation}"' for relation, url in self.links.items())
            told["Link"] = ", ".join(links)
        return told


class Endpoint(Described):
    """An address that can be read. A subclass says what it takes and answers, and answers in `get`.

    It is a view of REST framework, so that it is found and described as one, but reading uses
    nothing of what the framework does on the way to a view.
    """

    # Whether `get` says in which state of the record it answers, so that nothing need ask before.
    states_itself = False
    # Whether it has to find room (`public.costly`), as every search has.
    costly = False
    # Whether a state is that of one body, to the byte: the version of one entry.
    one_body = False

    def get(self, request: HttpRequest, **path: Any) -> bytes | Stated | HttpResponse:
        """The body of the answer, or an answer of another kind."""
        raise NotImplementedError

    def settled(self, request: HttpRequest, **path: Any) -> str:
        """Of a question about the past, what names its answer until something is redacted; else
        empty."""
        moment = self.moment(request)
        return moment.settled if moment else ""

    def moment(self, request: HttpRequest) -> public.Moment | None:
        """The moment that the address asks about, if it does."""
        if not request.META.get("QUERY_STRING"):
            return None  # without looking for parameters, which is not free
        text = request.GET.get("as_of", "").strip()
        try:
            return public.Moment.parse(text) if text else None
        except ValueError:
            return None

    def state(self, request: HttpRequest, **path: Any) -> str:
        """What the body depends on besides its address: the part of the ETag that changes."""
        return public.kept().state

    def dispatch(self, request: HttpRequest, *args: Any, **path: Any) -> HttpResponse:
        if request.method == "OPTIONS":
            return preflight()
        if request.method not in ("GET", "HEAD"):
            detail = _("This address can be read only.")
            raise ProblemDetails(405, detail, headers={"Allow": METHODS})
        media_type = self.media_type(request)
        settled = self.settled(request, **path)
        headers = {"Cache-Control": _of_the_past() if settled else CURRENT}
        if len(self.media_types) > 1:
            headers["Vary"] = "Accept"
        sent_tags = SentTags(request)
        state = settled
        if not state and (sent_tags or not self.states_itself):
            state = self.state(request, **path)
        tag = state_tag(state, request)
        if sent := sent_tags.names_state(tag):
            return HttpResponseNotModified(headers=headers | {"ETag": self.etag(sent)})
        try:
            made = self._made(request, **path)
        except Exception:
            # If nothing has asked whether the derived tables can be read, they may be to blame.
            if self.states_itself or settled:
                public.last_seq()
            raise
        if isinstance(made, HttpResponse):
            return made
        tag = state_tag(settled or made.state or state, request)
        if made.held:
            held = held_tag(made.held, request)
            tag = sent_tags.names_held(held) or f"{tag}{HELD}{held}"
        headers |= made.headers | {"ETag": self.etag(tag)}
        # Unlike a tag, which was given out for this address, the star does not say that there is an
        # answer: an error is still reported (RFC 9110, 13.2.1).
        if sent_tags.is_star or tag in sent_tags.given:
            return HttpResponseNotModified(headers=headers)
        return HttpResponse(made.body, content_type=media_type, headers=headers)

    def _made(self, request: HttpRequest, **path: Any) -> Stated | HttpResponse:
        is_search = request.META.get("QUERY_STRING") and "q" in request.GET
        with public.costly().entered() if self.costly or is_search else nullcontext():
            made = self.get(request, **path)
        return Stated(made) if isinstance(made, bytes) else made

    def etag(self, tag: str) -> str:
        """Weak, unless `one_body`: a version published while the answer is made may be in the body
        already; and a list that holds the same says another state."""
        return f'"{tag}"' if self.one_body else f'W/"{tag}"'

    def media_type(self, request: HttpRequest) -> str:
        """The media type of the answer."""
        accepted = request.META.get("HTTP_ACCEPT", ANYTHING)
        if accepted == ANYTHING:
            return self.media_types[0]
        best = preferred(accepted, self.media_types)
        if best is None:
            detail = _("This address answers with: %(types)s.")
            raise ProblemDetails(406, detail % {"types": ", ".join(self.media_types)})
        return best

    def read(self, request: HttpRequest) -> public.Parameters:
        """The request's parameters, to be taken one by one."""
        given = dict(request.GET.lists())
        return public.Parameters(given, self.parameters, own=self.own)
