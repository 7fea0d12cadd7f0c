"""The shapes of what needs a token, as JSON Schema (2020-12)."""

from typing import Any

from events.vocabulary import Scope

TEXT = {"type": "string"}
TIME = {"type": "string", "format": "date-time"}
TIME_OR_NONE = {"type": ["string", "null"], "format": "date-time"}
SCOPES = {
    "type": "array",
    "items": {"type": "string", "enum": Scope.values},
    "minItems": 1,
    "uniqueItems": True,
    "description": "What it may be used for. It never may what its account may not.",
}


def thing(description: str, members: dict[str, Any], *, optional: tuple[str, ...] = ()) -> Any:
    return {
        "type": "object",
        "description": description,
        "properties": members,
        "required": [name for name in members if name not in optional],
        "additionalProperties": False,
    }


_TOKEN = {
    "id": {"type": "integer"},
    "name": {**TEXT, "description": "What uses it."},
    "scopes": SCOPES,
    "beginnings": {
        "type": "array",
        "items": TEXT,
        "description": "What its texts begin with; two while one takes the place of the other.",
    },
    "made_at": TIME,
    "expires_at": {**TIME_OR_NONE, "description": "When it ends by itself, if it does."},
    "revoked_at": {**TIME_OR_NONE, "description": "When it was revoked, if it was."},
    "last_used_at": {**TIME_OR_NONE, "description": "To the minute."},
    "current": {"type": "boolean", "description": "Is it the token of this request?"},
}

WRITING_SHAPES: dict[str, Any] = {
    "Token": thing("A token, without the text that is shown.", _TOKEN),
    "TokenList": thing(
        "The tokens of the account, the newest first.",
        {"results": {"type": "array", "items": {"$ref": "#/components/schemas/Token"}}},
    ),
    "NewToken": thing(
        "A token with its text, which is shown this once.",
        {**_TOKEN, "token": {**TEXT, "description": "What is sent in `Authorization`."}},
    ),
    "TokenWanted": thing(
        "A token that is to be made.",
        {
            "name": {**TEXT, "minLength": 1, "maxLength": 80},
            "scopes": SCOPES,
            "expires_at": {**TIME_OR_NONE, "description": "Left out: it does not end by itself."},
        },
        optional=("expires_at",),
    ),
    "RotationWanted": thing(
        "How a token gets another text.",
        {
            "overlap_hours": {
                "type": "integer",
                "minimum": 0,
                "maximum": 720,
                "default": 168,
                "description": "For how long the text of now works beside the new one.",
            }
        },
        optional=("overlap_hours",),
    ),
    "TokenProblem": {
        "type": "object",
        "description": "What is wrong (RFC 9457); `code` never changes its meaning.",
        "properties": {
            "type": TEXT,
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "code": TEXT,
            "scope": TEXT,
            "errors": {"type": "object", "additionalProperties": TEXT},
        },
        "required": ["type", "title", "status", "detail"],
    },
}
