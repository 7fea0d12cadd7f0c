"""What the addresses of the API answer with."""

from events.api.shapes.documents import ENTRIES
from events.api.shapes.terms import (
    ADDRESS,
    BOOLEAN,
    DAY,
    SLUG,
    STRING,
    TEXT,
    TIME,
    UUID,
    WHOLE,
    Schema,
    array,
    closed,
    one_of,
    or_null,
    page_of,
    ref,
)
from events.vocabulary import Action, Kind, Stance

VERSION: dict[str, Schema] = {
    "number": WHOLE,
    "seq": WHOLE,
    "action": one_of(Action),
    "slug": SLUG,
    "published_at": TIME,
    "note": STRING,
}

ANSWERS: dict[str, Schema] = {
    **{f"{name}List": page_of(name) for name in (*ENTRIES, "Process", "Actor", "Topic", "Source")},
    "VersionItem": closed(
        "A published state of an entry, or its withdrawal.", **VERSION, url=ADDRESS
    ),
    "VersionList": page_of("VersionItem"),
    "Version": closed(
        "A published state of an entry, or its withdrawal, which has no document.",
        id=UUID,
        kind=one_of(Kind),
        **VERSION,
        document=or_null(ref("Entry")),
    ),
    "Change": closed(
        "A version, in the order of publication.",
        seq=WHOLE,
        action=one_of(Action),
        id=UUID,
        slug=SLUG,
        kind=one_of(Kind),
        published_at=TIME,
        document=or_null(ref("Entry")),
    ),
    "Changes": closed(
        "Versions after a seq. Ask again with `after` set to `last_seq`.",
        results=array(ref("Change")),
        last_seq=WHOLE,
        more=BOOLEAN | {"description": "Whether there are more already."},
    ),
    "Named": closed("A row or column of the matrix.", slug=SLUG, name=TEXT),
    "Held": closed(
        "The position that an actor holds on a topic, and the slug of the entry that says so.",
        actor=SLUG,
        topic=SLUG,
        stance=one_of(Stance),
        entry=SLUG,
        date=ref("Date"),
        speaker=or_null(SLUG),
        attribution=TEXT,
    ),
    "Matrix": closed(
        "Who stands where on a day. `as_of` and `process` are as asked for.",
        on=DAY,
        as_of=or_null(STRING),
        process=or_null(SLUG),
        actors=array(ref("Named")),
        topics=array(ref("Named")),
        positions=array(ref("Held")),
    ),
    "Index": {
        "type": "object",
        "description": "The addresses of the API by name.",
        "additionalProperties": ADDRESS,
    },
    "Description": {"type": "object", "description": "An OpenAPI 3.1 document."},
    "Page": {"type": "string", "description": "A page for people."},
    "Problem": closed(
        "What went wrong (RFC 9457), in the language that Accept-Language asks for. `errors` are "
        "messages by parameter; `withdrawn_at` and `note` are told of a withdrawn entry.",
        ("errors", "withdrawn_at", "note"),
        type={"type": "string", "format": "uri-reference"},
        title=STRING,
        status=WHOLE,
        detail=STRING,
        errors={"type": "object", "additionalProperties": array(STRING)},
        withdrawn_at=TIME,
        note=STRING,
    ),
}
