"""What describes the API, and how much may be written by it."""

from tracker import environment

# How many requests that write a token may make in a minute; each can have many records.
API_WRITES_A_MINUTE = environment.number(
    "API_WRITES_A_MINUTE", default=600, lowest=1, highest=100_000
)

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": None,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Record of diplomacy",
    "DESCRIPTION": (
        "Who met, who promised what, who stands where: dated as precisely as it is known, sourced, "
        "and never silently changed. Anyone may read, from any site."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    # In the order of the list of addresses.
    "SORT_OPERATIONS": False,
    "POSTPROCESSING_HOOKS": [
        "events.api.describing.add_shapes",
        "events.api.describing.add_imprint",
        "events.writing.describing.add_writing",
    ],
}
