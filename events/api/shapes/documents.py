"""Documents of the five kinds, and their parts."""

from events import public
from events.api.shapes.references import REFERENCES
from events.api.shapes.terms import (
    AMOUNT,
    BOOLEAN,
    COUNTRY,
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
    ref,
)
from events.vocabulary import (
    ActorKind,
    Attendance,
    CitationStance,
    CommitmentStatus,
    ConditionState,
    Domain,
    Firmness,
    Kind,
    Qualifier,
    QuestionStatus,
    Restatement,
    Role,
    Stance,
    SummitFormat,
    SummitStatus,
)

PARTS: dict[str, Schema] = {
    "ActorInEntry": closed(
        "What an actor does in the entry; one actor can have several roles. `status` is its "
        "attendance of a summit.",
        slug=SLUG,
        name=TEXT,
        kind=one_of(ActorKind),
        role=one_of(Role),
        status=or_null(one_of(Attendance)),
        represents=or_null(SLUG),
        country=or_null(COUNTRY),
    ),
    "Figure": closed(
        "A reported quantity, as the source gives it; `source` is null where the entry has one "
        "source only. Of several for a measure, one is preferred, with a reason.",
        measure=SLUG,
        label=TEXT,
        value=AMOUNT,
        low=AMOUNT,
        high=AMOUNT,
        unit=or_null(STRING),
        qualifier=one_of(Qualifier),
        source=or_null(SLUG),
        preferred=BOOLEAN,
        reason=TEXT,
    ),
    "Citation": closed(
        "A source, and how the entry uses it: where in it, in which words, for or against.",
        **REFERENCES["Source"]["properties"],
        locator=STRING,
        quote=STRING,
        stance=one_of(CitationStance),
        note=TEXT,
    ),
    "Place": closed("Where a summit is held.", name=TEXT, country=or_null(COUNTRY)),
    "Condition": closed(
        "What a commitment depends on.", text=TEXT, state=or_null(one_of(ConditionState))
    ),
    "StatusChange": closed(
        "A step in the history of a commitment.",
        status=one_of(CommitmentStatus),
        date=ref("Date"),
        source=SLUG,
        locator=STRING,
        note=TEXT,
    ),
    "Contribution": closed(
        "What one actor gives, and whether it has said so itself.",
        actor=SLUG,
        domain=or_null(one_of(Domain)),
        amount=AMOUNT,
        unit=or_null(STRING),
        confirmed=BOOLEAN,
        note=TEXT,
    ),
    "Counts": closed(
        "How many take part: as reported, by name, and by their own word.",
        reported=AMOUNT,
        named=WHOLE,
        confirmed=WHOLE,
    ),
    "Restated": closed(
        "The earlier commitment, and what this one does to it.", slug=SLUG, how=one_of(Restatement)
    ),
    "VersionOfDocument": closed(
        "Which published state of the entry this is. `seq` counts over the whole record.",
        number=WHOLE,
        seq=WHOLE,
        published_at=TIME,
        note=STRING,
    ),
}

OF_EVERY_KIND: dict[str, Schema] = {
    "id": UUID,
    "slug": SLUG,
    "process": SLUG,
    "title": TEXT,
    "summary": TEXT | {"description": "Markdown, without HTML."},
    "date": ref("Date"),
    "rank": WHOLE | {"description": "The order of entries of the same day."},
    "topics": array(ref("Topic")),
    "actors": array(ref("ActorInEntry")),
    "figures": array(ref("Figure")),
    "sources": array(ref("Citation")),
    "process_record": ref("Process"),
    "actor_records": array(ref("Actor"))
    | {"description": "Every actor to whom the document refers by its slug."},
    "shape": {"type": "integer", "const": public.SHAPE, "description": "Of the document."},
    "version": ref("VersionOfDocument"),
}

OF_KIND: dict[Kind, tuple[str, dict[str, Schema]]] = {
    Kind.SUMMIT: (
        "A meeting, at any level.",
        {
            "status": one_of(SummitStatus),
            "format": one_of(SummitFormat),
            "place": or_null(ref("Place")),
            "follows": or_null(SLUG),
        },
    ),
    Kind.COMMITMENT: (
        "What actors bind themselves to.",
        {
            "domains": array(one_of(Domain)),
            "firmness": one_of(Firmness),
            "condition": or_null(ref("Condition")),
            "status": one_of(CommitmentStatus),
            "history": array(ref("StatusChange")),
            "deadline": or_null(ref("Date")),
            "made_at": or_null(SLUG),
            "restates": or_null(ref("Restated")),
            "contributions": array(ref("Contribution")),
            "counts": ref("Counts"),
        },
    ),
    Kind.POSITION: (
        "Where an actor stands on a topic. `attribution`: how the source words an unnamed speaker.",
        {"stance": one_of(Stance), "speaker": or_null(SLUG), "attribution": TEXT},
    ),
    Kind.DEVELOPMENT: ("Something else that happened or was said, or a state of affairs.", {}),
    Kind.QUESTION: (
        "Something that is open, until an entry answers it.",
        {"status": one_of(QuestionStatus), "answered_by": or_null(SLUG)},
    ),
}

ENTRIES: dict[str, Schema] = {
    kind.title(): closed(
        description, kind={"type": "string", "const": kind.value}, **OF_EVERY_KIND, **members
    )
    for kind, (description, members) in OF_KIND.items()
} | {
    "Entry": {
        "description": "One dated, sourced statement, of one of five kinds.",
        "oneOf": [ref(kind.title()) for kind in Kind],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {kind.value: ref(kind.title())["$ref"] for kind in Kind},
        },
    }
}
