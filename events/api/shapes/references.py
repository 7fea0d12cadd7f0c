"""What entries name, and the texts and dates that everything has."""

from typing import get_args

from events.api.shapes.terms import (
    ADDRESS,
    BOOLEAN,
    COUNTRY,
    DAY,
    SLUG,
    STRING,
    TEXT,
    Schema,
    array,
    closed,
    one_of,
    or_null,
    ref,
)
from events.dates import Precision
from events.vocabulary import ActorKind, MemberRole

REFERENCES: dict[str, Schema] = {
    "Text": {
        "type": "object",
        "description": "A text by language tag, in the languages in which it exists.",
        "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
        "additionalProperties": {"type": "string"},
        "examples": [{"en": "Germany", "de": "Deutschland"}],
    },
    "Date": closed(
        "A date as precisely as it is known. `earliest` and `latest` bound the days it can mean; "
        "null is an open or unknown end.",
        edtf={"type": "string", "description": "EDTF (ISO 8601-2)", "examples": ["2025-09"]},
        earliest=or_null(DAY),
        latest=or_null(DAY),
        precision=one_of(get_args(Precision)),
        approximate=BOOLEAN,
        uncertain=BOOLEAN,
        label=TEXT,
    ),
    "Process": closed("A negotiation that is tracked.", slug=SLUG, name=TEXT, summary=TEXT),
    "Topic": closed(
        "A proposal that an actor can support or oppose.", slug=SLUG, name=TEXT, description=TEXT
    ),
    "Actor": closed(
        "A country, an organisation, a coalition or a person. `country` is that of the person's "
        "office, too; only a coalition has `members`.",
        ("members",),
        slug=SLUG,
        name=TEXT,
        kind=one_of(ActorKind),
        country=or_null(COUNTRY),
        office=TEXT,
        description=TEXT,
        represents=or_null(SLUG),
        members=array(ref("Member")),
    ),
    "Member": closed(
        "A member of a coalition.",
        actor=SLUG,
        name=TEXT,
        role=one_of(MemberRole),
        since=or_null(ref("Date")),
        until=or_null(ref("Date")),
    ),
    "Source": closed(
        "A publication. `title` is in its language; `published_on` is EDTF.",
        slug=SLUG,
        title=STRING,
        publisher=or_null(STRING),
        url=or_null(ADDRESS),
        archive_url=or_null(ADDRESS),
        language=STRING,
        published_on=or_null(STRING),
    ),
}
