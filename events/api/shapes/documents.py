"""Documents of all kinds, their parts, and what they name, made from their types."""

from events.api.shapes.terms import Schema, ref
from events.api.shapes.typed import closed_to, schema_of
from events.dates import Certainty
from events.documents import shapes
from events.documents.shapes import OfTheDoor

TEXT: dict[str, Schema] = {
    "Text": {
        "type": "object",
        "description": "A text by language tag, in the languages in which it exists.",
        "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
        "additionalProperties": schema_of(str),
        "examples": [{"en": "Germany", "de": "Deutschland"}],
    }
}
# Those that have lists of their own.
REFERENCES: dict[str, Schema] = {
    typed.__name__: closed_to(typed)
    for typed in (
        *(shapes.Process, shapes.Actor, shapes.Topic, shapes.Source),
        *(shapes.Domain, shapes.MeetingFormat),
    )
}
PARTS: dict[str, Schema] = {
    typed.__name__: closed_to(typed)
    for typed in (
        *(shapes.Date, shapes.Member, shapes.Office, shapes.FormerName, shapes.Lifespan),
        *(shapes.Succession, shapes.Alias, shapes.Identifier, shapes.StateSource),
        *(shapes.ActorInEntry, shapes.Figure, shapes.Citation, shapes.SourceInBrief),
        *(shapes.Medium, shapes.Picture, shapes.PictureSize),
        *(shapes.Unit, shapes.Multiple, shapes.WiderTopic, shapes.TopicAlias),
        *(shapes.Place, shapes.EarlierDate, shapes.Condition, shapes.StatusChange),
        *(shapes.PartOfCommitment, shapes.RollCallStage, shapes.StagedAmount, shapes.NamedCounts),
        *(shapes.Counts, shapes.Linked, shapes.Restated, shapes.WalkStep),
        shapes.VersionOfDocument,
    )
}


# Said of an entry in a list with a window of days; no part of the document.
WHEN: Schema = {
    "type": "string",
    "enum": [Certainty.CERTAIN.value, Certainty.POSSIBLE.value],
    "description": "In a list with `from` or `to`: whether the entry was in that window whatever "
    "day its date means, or can have been.",
}


def entries(shape: int) -> dict[str, Schema]:
    """What is served for each kind, with the number of its shape; and `Entry`, for any of them."""
    found = {typed.__name__: closed_to(typed, OfTheDoor) for typed in shapes.KINDS.values()}
    for schema in found.values():
        schema["properties"]["shape"] |= {"const": shape}
        schema["properties"]["when"] = WHEN
    return found | {
        "Entry": {
            "description": "One dated, sourced statement, of one of seven kinds.",
            "oneOf": [ref(name) for name in found],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {
                    kind.value: ref(typed.__name__)["$ref"] for kind, typed in shapes.KINDS.items()
                },
            },
        }
    }


ENTRIES = entries(shapes.SHAPE)
