"""The description of what needs a token, for OpenAPI."""

from dataclasses import dataclass, field
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ComponentRegistry

from events.vocabulary import Scope
from events.writing.shapes import WRITING_SHAPES

SCHEME = "token"
PROBLEMS = {
    400: "The body cannot be read.",
    401: "There is no token, or it is unknown, expired or revoked; `code` says which.",
    403: "The token is not for that; `code` and `scope` say what is missing.",
    404: "There is nothing of this name for this account.",
    413: "The body is too large.",
    415: "The body is not declared as JSON in UTF-8.",
    422: "What was sent cannot be; `errors` says why, by member.",
    429: "The token has written as often as it may in a minute; Retry-After says how long to wait.",
    503: "The record is being prepared for a new release; Retry-After says when to ask again.",
}
ALWAYS = (401, 403, 503)
ON_WRITING = (400, 413, 415, 422, 429)


@dataclass(frozen=True)
class Operation:
    """One method of an address. `scope`: what the token has to be for; None: any will do. `takes`
    and `shape`: the names of the shapes that are sent and answered, if any."""

    summary: str
    description: str
    shape: str = ""
    scope: Scope | None = None
    takes: str = ""
    status: int = 200
    problems: tuple[int, ...] = field(default=())


class WritingSchema(AutoSchema):
    def get_operation(
        self,
        path: str,
        path_regex: str,
        path_prefix: str,
        method: str,
        registry: ComponentRegistry,
    ) -> dict[str, Any]:
        operation: Operation = self.view.operations[method]  # type: ignore[attr-defined]
        segments = path.removeprefix("/api/v1/").strip("/").split("/")
        words = ["one" if part.startswith("{") else part for part in segments]
        problems = {*ALWAYS, *operation.problems, *(ON_WRITING if method != "GET" else ())}
        described: dict[str, Any] = {
            "operationId": "_".join([method.lower(), *words]),
            "summary": operation.summary,
            "description": operation.description,
            "tags": [segments[0]],
            "security": [{SCHEME: [operation.scope.value] if operation.scope else []}],
            "parameters": [
                {
                    "name": part.strip("{}"),
                    "in": "path",
                    "required": True,
                    "description": "Its number.",
                    "schema": {"type": "integer", "minimum": 1},
                }
                for part in segments
                if part.startswith("{")
            ],
            "responses": {
                str(operation.status): _answer(operation),
                **{str(status): _problem(status) for status in sorted(problems)},
            },
        }
        if operation.takes:
            described["requestBody"] = {
                "required": True,
                "content": {"application/json": {"schema": _ref(operation.takes)}},
            }
        return described


def add_writing(result: dict[str, Any], **context: Any) -> dict[str, Any]:
    """A hook of drf-spectacular: the shapes of what needs a token, and how one is shown."""
    if any("security" in one for path in result["paths"].values() for one in path.values()):
        result["components"]["schemas"] = result["components"]["schemas"] | WRITING_SHAPES
        result["components"]["securitySchemes"] = {
            SCHEME: {
                "type": "http",
                "scheme": "bearer",
                "description": "A token of an account of the desk; it begins with `dipl_`.",
            }
        }
    return result


def _answer(operation: Operation) -> dict[str, Any]:
    if not operation.shape:
        return {"description": "It is done."}
    return {
        "description": WRITING_SHAPES[operation.shape]["description"],
        "content": {"application/json": {"schema": _ref(operation.shape)}},
    }


def _problem(status: int) -> dict[str, Any]:
    return {
        "description": PROBLEMS[status],
        "content": {"application/problem+json": {"schema": _ref("TokenProblem")}},
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
