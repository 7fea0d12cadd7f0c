"""The OpenAPI description of the API, made from what its endpoints declare."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ComponentRegistry, get_doc
from rest_framework.views import APIView

from events.api.parameters import PARAMETERS, PATH_PARAMETERS, Parameter
from events.api.shapes import SHAPES, opened, ref
from events.imprint import imprint

PREFIX = "/api/v1/"

OUTCOMES = {
    304: "The answer is the one that the ETag in If-None-Match names.",
    308: "The entry or version has another address, which Location has.",
    400: "A parameter is invalid.",
    404: "Nothing public has this name, or had it then.",
    406: "The header Accept admits no media type that this address has.",
    409: "The log is not the one asked for; or does not go so far.",
    410: "The entry was withdrawn.",
    503: "The record is being prepared for a new release; Retry-After says when to ask again.",
}
OF_EVERY_ADDRESS = (304, 400, 406, 503)

HEADERS = {
    "ETag": {
        "description": "The state of the answer, for If-None-Match.",
        "schema": {"type": "string"},
    },
    "Cache-Control": {"schema": {"type": "string"}},
}
RETRY_AFTER = {
    "Retry-After": {"description": "In seconds.", "schema": {"type": "integer"}},
}
IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "ETags of answers that are at hand: 304 instead of an answer that is the same.",
    "schema": {"type": "string"},
}


class EndpointSchema(AutoSchema):
    """Describes an endpoint. Nothing is guessed from serializers, because there are none."""

    def get_operation(
        self,
        path: str,
        path_regex: str,
        path_prefix: str,
        method: str,
        registry: ComponentRegistry,
    ) -> dict[str, Any]:
        view = cast("Described", self.view)
        segments = path.removeprefix(PREFIX).strip("/").split("/")
        return {
            "operationId": _operation_id(segments),
            "summary": view.summary,
            "description": get_doc(type(view)),
            "tags": [segments[0].partition(".")[0] or "index"],
            "parameters": [*_parameters(view, segments), IF_NONE_MATCH],
            "responses": {
                "200": _answer(view),
                **{
                    str(status): _outcome(status)
                    for status in sorted((*OF_EVERY_ADDRESS, *view.outcomes))
                },
            },
        }


class Described(APIView):
    """A view that says what it takes and answers; its description is made from that."""

    schema = EndpointSchema()
    # Which of the parameters in `events.api.parameters` it takes, and those of them that mean
    # something else here.
    parameters: tuple[str, ...] = ("as_of",)
    own: Mapping[str, Parameter] = {}
    media_types: tuple[str, ...] = ("application/json",)
    # The name of its answer's shape in `events.api.shapes`, and a line for the documentation.
    shape = ""
    summary = ""
    # The status codes it answers with, besides those of every address.
    outcomes: tuple[int, ...] = ()


def _parameters(view: "Described", segments: list[str]) -> Iterator[dict[str, Any]]:
    for segment in segments:
        for name in re.findall(r"{(\w+)}", segment):
            yield {"name": name, "in": "path", "required": True} | PATH_PARAMETERS[name]._asdict()
    for name in view.parameters:
        taken = view.own.get(name) or PARAMETERS[name]
        yield {"name": name, "in": "query"} | taken._asdict()


def _answer(view: "Described") -> dict[str, Any]:
    return {
        "description": SHAPES[view.shape]["description"],
        "headers": HEADERS,
        "content": {media_type: {"schema": ref(view.shape)} for media_type in view.media_types},
    }


def _operation_id(segments: list[str]) -> str:
    """A name for generated clients: entries, entries_one, entries_one_versions …"""
    words = ["one" if segment.startswith("{") else segment for segment in segments]
    words = [word.replace(".{form}", "_taken") for word in words]
    return "_".join(words) or "index"


def _outcome(status: int) -> dict[str, Any]:
    answer: dict[str, Any] = {"description": OUTCOMES[status]}
    if status == 503:
        answer["headers"] = RETRY_AFTER
    if status >= 400:
        answer["content"] = {"application/problem+json": {"schema": ref("Problem")}}
    return answer


def add_imprint(result: dict[str, Any], **context: Any) -> dict[str, Any]:
    """Another: who publishes the record, and under which licence, as far as that is set."""
    told = imprint()
    contact = {"name": told.publisher}
    contact["email" if told.contact.startswith("mailto:") else "url"] = told.written_to
    licence = {"name": told.licence, "url": told.licence_url}
    for name, members in (("contact", contact), ("license", licence)):
        if known := {key: value for key, value in members.items() if value}:
            result["info"][name] = known
    return result


def add_shapes(result: dict[str, Any], **context: Any) -> dict[str, Any]:
    """A hook of drf-spectacular: the shapes to which the operations refer."""
    result["components"] = {"schemas": opened(SHAPES)}
    result["servers"] = [{"url": "/", "description": "This site."}]
    # Everybody may read.
    result["security"] = []
    named = {
        tag for path in result["paths"].values() for one in path.values() for tag in one["tags"]
    }
    result["tags"] = [{"name": tag, "description": f"`{tag}`"} for tag in sorted(named)]
    return result
