"""What the addresses of the API answer with."""

from events.api.shapes.documents import ENTRIES, REFERENCES
from events.api.shapes.terms import (
    BOOLEAN,
    NUMBER,
    STRING,
    WHOLE,
    Schema,
    array,
    closed,
    one_of,
    or_null,
    ref,
)
from events.api.shapes.typed import closed_to, members_of, schema_of
from events.documents.shapes import (
    SHAPE,
    Address,
    Day,
    HeldOnDay,
    Since,
    Slug,
    Texts,
    Time,
    Uuid,
    VersionOfDocument,
)
from events.vocabulary import Action, AmountForm, Ground, Kind, Standing

ADDRESS, DAY, SLUG = schema_of(Address), schema_of(Day), schema_of(Slug)
TEXT, TIME, UUID = schema_of(Texts), schema_of(Time), schema_of(Uuid)
LOADED = members_of(VersionOfDocument)["loaded_at"]


AROUND = "A page of a list. `next` and `previous` are the addresses of the pages around it."


# The state of the record that an answer is of.
STATE: dict[str, Schema] = {
    "seq": WHOLE
    | {"description": "Of the last version that the answer knows; 0 before the first."},
    "time": or_null(TIME) | {"description": "When that version was published."},
}


def page_of(name: str, state: dict[str, Schema] = STATE) -> Schema:
    return closed(
        AROUND,
        next=or_null(ADDRESS),
        previous=or_null(ADDRESS),
        **state,
        results=array(ref(name)),
    )


VERSION: dict[str, Schema] = {
    "number": WHOLE,
    "seq": WHOLE,
    "action": one_of(Action),
    "slug": SLUG,
    "published_at": TIME,
    "loaded_at": LOADED,
    "note": TEXT,
}

ANSWERS: dict[str, Schema] = {
    **{f"{name}List": page_of(name) for name in ENTRIES},
    **{f"{name}List": page_of(name) for name in REFERENCES},
    "VersionItem": closed(
        "A published state of an entry, or its withdrawal.", **VERSION, url=ADDRESS
    ),
    "VersionList": page_of("VersionItem", {}),
    "Version": closed(
        "A published state of an entry, or its withdrawal, which has no document.",
        id=UUID,
        kind=one_of(Kind),
        **VERSION,
        document=or_null(ref("Entry"), ref("OlderEntry")),
    ),
    "OlderEntry": {
        "type": "object",
        "description": "A document in the older shape in which it was published, as "
        "`shape=original` gives it.",
        "properties": {"shape": WHOLE | {"exclusiveMaximum": SHAPE}},
        "required": ["shape"],
        "additionalProperties": True,
    },
    "Change": closed(
        "A version, in the order of publication. `matches`: whether the filters find it; there if "
        "there are any. `document` is not there with `document=none`, and null of what is gone.",
        ("document", "matches"),
        seq=WHOLE,
        action=one_of(Action),
        id=UUID,
        slug=SLUG,
        kind=one_of(Kind),
        published_at=TIME,
        loaded_at=LOADED,
        note=TEXT,
        matches=BOOLEAN,
        document=or_null(ref("Entry")),
    ),
    "Changes": closed(
        "Versions after a seq. Go on with `next`, or with `after` set to `last_seq`. `log` names "
        "the log, and `seq` is its end.",
        log=UUID,
        **STATE,
        next=ADDRESS,
        last_seq=WHOLE,
        more=BOOLEAN | {"description": "Whether the log goes on after `last_seq` already."},
        results=array(ref("Change")),
    ),
    "RedactedEntry": closed(
        "In which versions of an entry something was redacted. `parts`: members of the document, "
        "or `all`, `note`, `time`.",
        id=UUID,
        slug=SLUG,
        versions=array(WHOLE),
        parts=array(STRING),
    ),
    "Redaction": closed(
        "What was taken out of the record. `seq`: of the last version that told of it; `erased`: "
        "whether it is gone, rather than closed to readers.",
        id=UUID,
        seq=WHOLE,
        at=TIME,
        ground=one_of(Ground),
        reason=TEXT,
        erased=BOOLEAN,
        entries=array(ref("RedactedEntry")),
    ),
    "RedactionList": page_of("Redaction"),
    "ReleaseFile": closed(
        "A file of a release. `rows`: of a table, without its header.",
        ("rows",),
        path=STRING,
        media_type=STRING,
        bytes=WHOLE,
        sha256=STRING,
        rows=WHOLE,
        url=ADDRESS,
    ),
    "ReleaseChanges": closed(
        "How many entries have changed since the release before.",
        added=WHOLE,
        changed=WHOLE,
        withdrawn=WHOLE,
    ),
    "Release": closed(
        "The record up to the version `seq`, which was published at `time`, frozen under a name. "
        "`shape`: of its documents; `remade_at`: when its files were made anew after a redaction.",
        name=STRING,
        seq=WHOLE,
        time=TIME,
        made_at=TIME,
        remade_at=or_null(TIME),
        shape=WHOLE,
        previous=or_null(STRING),
        changed=or_null(ref("ReleaseChanges")),
        files=array(ref("ReleaseFile")),
    ),
    "ReleaseList": page_of("Release", {}),
    "Named": closed("A row or column of the matrix.", slug=SLUG, name=TEXT),
    "Since": closed_to(Since),
    "Held": closed_to(HeldOnDay),
    "Matrix": closed(
        "Who stands where on a day. `as_of` and `process` are as asked for. `future`: the day is "
        "later than the record, which cannot know whether a position will still hold.",
        on=DAY,
        future=BOOLEAN,
        **STATE,
        as_of=or_null(STRING),
        process=or_null(SLUG),
        actors=array(ref("Named")),
        topics=array(ref("Named")),
        positions=array(ref("Held")),
    ),
    "CalledActor": closed(
        "An actor in one domain. `last`: the last step that has come for certain; `steps`: all, "
        "also those to come.",
        actor=SLUG,
        domain=or_null(STRING),
        standing=or_null(one_of([one.value for one in Standing])),
        possibly=array(one_of([one.value for one in Standing])),
        last=or_null(ref("RollCallStage")),
        steps=array(ref("RollCallStage")),
    ),
    "Total": closed(
        "A sum, in the smallest of the units in which its `amounts` are given.",
        form=or_null(one_of(AmountForm)),
        unit=ref("Unit"),
        value=NUMBER,
        low=NUMBER,
        high=NUMBER,
        amounts=WHOLE | {"description": "How many amounts it is of."},
    ),
    "RollCall": closed(
        "Who takes part in a commitment on a day.",
        id=UUID,
        slug=SLUG,
        on=DAY,
        **STATE,
        counts=ref("Counts"),
        actors=array(ref("CalledActor")),
        totals=array(ref("Total")),
    ),
    "FacetCount": closed(
        "How many entries have this value. `name`: of a process, actor or topic.",
        value=STRING,
        name=or_null(TEXT),
        entries=WHOLE,
    ),
    "FacetCounts": closed(
        "How entries divide. Null where there are too many to count.",
        kind=array(ref("FacetCount")),
        year=array(ref("FacetCount")),
        process=or_null(array(ref("FacetCount"))),
        actor=or_null(array(ref("FacetCount"))),
        topic=or_null(array(ref("FacetCount"))),
    ),
    "EntryCounts": closed(
        "How many entries filters find, and how they divide.",
        **STATE,
        total=WHOLE,
        facets=ref("FacetCounts"),
    ),
    "Licence": closed("On what terms the record may be used.", name=STRING, url=or_null(ADDRESS)),
    "Record": closed(
        "The record. `begins`: when its first version was published, so that it has nothing to say "
        "as of a time before; `zone`: in which days of `as_of` and `since` begin and end. What is "
        "not told is null.",
        log=UUID,
        begins=or_null(TIME),
        **STATE,
        zone=STRING,
        languages=array(STRING),
        publisher=or_null(STRING),
        contact=or_null(STRING),
        licence=or_null(ref("Licence")),
    ),
    "Index": {
        "type": "object",
        "description": "The addresses of the API by name, and what is to be known of the record.",
        "properties": {"record": ref("Record")},
        "required": ["record"],
        "additionalProperties": ADDRESS,
    },
    "Description": {"type": "object", "description": "An OpenAPI 3.1 document."},
    "File": {"description": "A list in the form that the address names."},
    "Page": {"type": "string", "description": "A page for people."},
    "Problem": closed(
        "What went wrong (RFC 9457), in the language that Accept-Language asks for. `errors` are "
        "messages by parameter; `withdrawn_at` or `redacted_at`, and `note`, are told of an entry "
        "that was withdrawn or redacted; `log` and `last_seq` of a log that is not the "
        "one asked for.",
        ("errors", "withdrawn_at", "redacted_at", "note", "log", "last_seq"),
        type={"type": "string", "format": "uri-reference"},
        code=STRING | {"description": "What it is, for programs: it never changes."},
        title=STRING,
        status=WHOLE,
        detail=STRING,
        errors={"type": "object", "additionalProperties": array(STRING)},
        withdrawn_at=TIME,
        redacted_at=TIME,
        note=TEXT,
        log=UUID,
        last_seq=WHOLE,
    ),
}
