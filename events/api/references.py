"""Processes, actors, topics, sources, domains and formats: what published entries name."""

from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

import orjson
from django.http import HttpRequest
from django.utils.translation import gettext as _

from events import public, words
from events.api.endpoint import Endpoint, Stated
from events.api.lists import around, confirm_state, spliced, state_of
from events.api.parameters import Parameter
from events.filters import LONGEST_QUERY, MOST_TERMS
from events.vocabulary import ActorKind

PAGE = ("limit", "cursor", public.STATE)


OWN = {
    "q": Parameter(
        "Those with all these words in a name, also in one of their other names, or in a title or "
        "publisher; words of four letters and more also at the beginning of others.",
        {"type": "string", "maxLength": LONGEST_QUERY},
    ),
    "kind": Parameter("Actors of this kind.", {"type": "string", "enum": list(ActorKind.values)}),
    "country": Parameter(
        "Actors with this code (ISO 3166-1), as a country or by whom they represent, such as DE.",
        {"type": "string"},
    ),
}
NAMED_BY = ("name", "title", "publisher")


def parameters_of(of: public.Referred[Any]) -> tuple[str, ...]:
    """What the list of these takes."""
    only = ("kind", "country") if of is public.ACTORS else ()
    return ("as_of", "q", *only, *PAGE)


class ReferenceList(Endpoint):
    """Those that published entries name, in the order of their slugs.

    Each is given as in the newest of the entries that name it. `next` and `previous` keep to the
    state of the record in which the first page was read, and which `seq` says.
    """

    parameters = ("as_of", "q", *PAGE)
    own = MappingProxyType(OWN)
    outcomes = (409,)
    of: public.Referred[Any] = public.PROCESSES
    states_itself = True

    def get(self, request: HttpRequest, **path: Any) -> Stated:
        kept = public.kept()
        parameters = self.read(request)
        as_of, limit = parameters.moment(), parameters.limit()
        cursor = parameters.value("cursor", public.NameCursor.parse)
        seq = parameters.state(as_of)
        wanted = matched(parameters)
        parameters.finish()
        if seq is not None:
            confirm_state(seq, kept.seq)
        state = public.seq_at(as_of) if as_of else kept.seq if seq is None else seq
        page = public.reference_page(self.of, state, cursor, limit, wanted)
        texts = [orjson.dumps(record) for record in page.records]
        time = kept.published_at if state == kept.seq else public.published(state)
        walking = {} if as_of else {public.STATE: state}
        pages = around(request, page.next, page.previous, walking)
        body = spliced(texts, pages, state_of(state, time))
        beside = f"{bool(page.next)}{bool(page.previous)}{kept.redaction}"
        held = blake2b(b",".join(texts), digest_size=16).hexdigest()
        now = time if state == kept.seq else None
        return Stated(body, kept.state, f"{held}{beside}" if texts else "", now, pages.links)


def matched(parameters: public.Parameters) -> Callable[[Mapping[str, Any]], bool] | None:
    """Tells which records are asked for; None for all."""
    terms = parameters.value("q", _terms)
    kind = country = None
    if not parameters.errors.keys() & {"kind", "country"}:
        kind = parameters.choice("kind", ActorKind.values)
        country = parameters.one("country")
    if not (terms or kind or country):
        return None

    def wanted(record: Mapping[str, Any]) -> bool:
        if kind and record["kind"] != kind:
            return False
        if country and record["country"] != country.upper():
            return False
        held = {word for name in _names(record) for word in words.words(name)}
        return all(any(words.names(word, term) for word in held) for term in terms or ())

    return wanted


def _terms(text: str) -> list[str]:
    terms = words.words(text[: LONGEST_QUERY + 1])
    if len(text) > LONGEST_QUERY or not 0 < len(terms) <= MOST_TERMS:
        message = _("Search for one to %(most)d words.")
        raise ValueError(message % {"most": MOST_TERMS})
    return terms


def _names(record: Mapping[str, Any]) -> Iterator[str]:
    """What it is called."""
    for member in NAMED_BY:
        found = record.get(member) or ""
        yield from [found] if isinstance(found, str) else found.values()
    yield from (alias["text"] for alias in record.get("aliases", ()))


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
