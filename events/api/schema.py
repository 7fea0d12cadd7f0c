"""What the API says about itself: an index, a description for programs, a page for people."""

from functools import cache
from types import MappingProxyType
from typing import Any
from zlib import crc32

import orjson
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.encoding import force_bytes
from django.utils.translation import override
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer

from events import public
from events.api.endpoint import JSON, Endpoint
from events.api.lists import address, state_of
from events.api.parameters import Parameter
from events.imprint import imprint
from events.imprint import state as imprint_state
from events.vocabulary import TRAITS

YAML = "application/yaml"
RENDERERS = {JSON: OpenApiJsonRenderer, YAML: OpenApiYamlRenderer}
MEDIA_TYPES = {"json": JSON, "yaml": YAML}

LISTS = (
    *("entries", *(traits.address for traits in TRAITS.values())),
    *(
        "changes",
        "counts",
        "redactions",
        "releases",
        "matrix",
        "processes",
        "actors",
        "topics",
        "sources",
        "domains",
        "formats",
    ),
    *("schema", "docs"),
)


class Fixed(Endpoint):
    """An answer that changes only with the program, so that no query is needed."""

    parameters: tuple[str, ...] = ()

    def body(self, request: HttpRequest) -> bytes:
        raise NotImplementedError

    def settled(self, request: HttpRequest, **path: Any) -> str:
        return ""

    def state(self, request: HttpRequest, **path: Any) -> str:
        return f"{crc32(self.body(request)):x}"

    def get(self, request: HttpRequest, **path: Any) -> bytes:
        self.read(request).finish()
        return self.body(request)


class Index(Endpoint):
    """The addresses of the lists and of everything else, and what is to be known of the record:
    where it begins, in which zone its days are, who publishes it, and on what terms."""

    summary = "Where to begin"
    shape = "Index"
    parameters: tuple[str, ...] = ()

    def state(self, request: HttpRequest, **path: Any) -> str:
        return f"{super().state(request)}.{crc32(imprint_state().encode()):x}"

    def get(self, request: HttpRequest, **path: Any) -> bytes:
        self.read(request).finish()
        here = address(request, request.path)
        lists = {name: f"{here}{name}/" for name in LISTS}
        return orjson.dumps({"record": _record()} | lists)


def _record() -> dict[str, object]:
    kept, begins, told = public.kept(), public.published(1), imprint()
    licence = {"name": told.licence, "url": told.licence_url or None}
    return {
        "log": public.log_id(),
        "begins": public.timestamp(begins) if begins else None,
        **state_of(kept.seq, kept.published_at),
        "zone": settings.TIME_ZONE,
        "languages": [code for code, _name in settings.LANGUAGES],
        "publisher": told.publisher or None,
        "contact": told.contact or None,
        "licence": licence if told.licence else None,
    }


class Description(Fixed):
    """This description: OpenAPI 3.1, as JSON or YAML."""

    summary = "The description of the API"
    shape = "Description"
    parameters = ("format",)
    own = MappingProxyType(
        {
            "format": Parameter(
                "The form of the answer; if left out, what the header Accept asks for, else JSON.",
                {"type": "string", "enum": list(MEDIA_TYPES)},
            )
        }
    )
    media_types = (JSON, YAML)

    def media_type(self, request: HttpRequest) -> str:
        wanted = request.GET.get("format", "").strip()
        return MEDIA_TYPES.get(wanted) or super().media_type(request)

    def body(self, request: HttpRequest) -> bytes:
        return description(self.media_type(request))

    def get(self, request: HttpRequest, **path: Any) -> bytes:
        parameters = self.read(request)
        parameters.choice("format", MEDIA_TYPES)
        parameters.finish()
        return self.body(request)


class Documentation(Fixed):
    """A page for reading the description and trying it out. It loads nothing from other hosts."""

    summary = "A page for people"
    shape = "Page"
    media_types = ("text/html; charset=utf-8",)

    def body(self, request: HttpRequest) -> bytes:
        return _page()


@cache
def description(media_type: str) -> bytes:
    """The OpenAPI document; always in English, as are the names in it."""
    with override("en"):
        schema = SchemaGenerator().get_schema(request=None, public=True)
    return force_bytes(RENDERERS[media_type]().render(schema, renderer_context={}))


@cache
def _page() -> bytes:
    return render_to_string("api/docs.html").encode()
