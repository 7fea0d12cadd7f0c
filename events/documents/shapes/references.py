"""What entries name, as documents carry it; and dates."""

from typing import Annotated, NotRequired, TypedDict

from events.dates import Precision
from events.documents.shapes.media import Picture
from events.documents.shapes.values import (
    Address,
    Day,
    Doi,
    Edtf,
    Isbn,
    LanguageTag,
    OneOf,
    Slug,
    StateCode,
    Texts,
    Urn,
)
from events.vocabulary import (
    ActorKind,
    AliasKind,
    IdentifierScheme,
    MemberRole,
    SourceAccess,
    SourceState,
)


class Date(TypedDict):
    """A date as precisely as it is known. `earliest` and `latest` bound the days it can mean; null
    is an open or unknown end. Where it is given as “about”, they are wider than the date as it is
    written, by half of its unit on each side."""

    edtf: Annotated[Edtf, "The date as EDTF (ISO 8601-2), from which the other members follow."]
    earliest: Annotated[Day | None, "The first day it can mean; null where the start is not known."]
    latest: Annotated[
        Day | None, "The last day it can mean; null where the end is open or not known."
    ]
    precision: Annotated[
        Precision,
        "How precisely it is known; of an interval its vaguer end, of a choice what holds it all.",
    ]
    approximate: Annotated[bool, "Whether it is given as “about” (~ in EDTF)."]
    uncertain: Annotated[bool, "Whether the source doubts it (? in EDTF)."]
    label: Annotated[Texts, "The date in words, in every language of the record."]


class Process(TypedDict):
    """A negotiation that is tracked."""

    slug: Annotated[Slug, "Its short name."]
    name: Annotated[Texts, "What it is called."]
    summary: Annotated[Texts, "What it is about; empty where nothing is written."]
    pictures: NotRequired[Annotated[list[Picture], "Pictures that stand for it, if it has any."]]


class TopicAlias(TypedDict):
    """What a topic is also called."""

    text: Annotated[str, "The name."]
    language: Annotated[LanguageTag, "In which language."]


class WiderTopic(TypedDict):
    """A topic to which a narrower one belongs."""

    slug: Annotated[Slug, "Its short name."]
    name: Annotated[Texts, "What it is called."]
    description: Annotated[Texts, "What is proposed; empty where nothing is written."]
    aliases: Annotated[list[TopicAlias], "What else it is called; may be empty."]


class Topic(WiderTopic):
    """A proposal that an actor can support or oppose."""

    wider: Annotated[
        list[WiderTopic],
        "The topics to which it belongs, from the nearest to the widest; may be empty.",
    ]


# The line that says what the source of something on file is.
WHO_SAYS_SO = "The short name of who says so, in `source_records`; null where none is on record."


class Domain(TypedDict):
    """What commitments can be about; the site keeps the list itself."""

    slug: Annotated[Slug, "Its short name."]
    name: Annotated[Texts, "What it is called."]
    description: Annotated[Texts, "What belongs to it; empty where nothing is written."]


class MeetingFormat(TypedDict):
    """Who meets, and in which form; the site keeps the list itself."""

    slug: Annotated[Slug, "Its short name."]
    name: Annotated[Texts, "What it is called."]
    description: Annotated[Texts, "What belongs to it; empty where nothing is written."]


class Member(TypedDict):
    """A member of a coalition or an organisation."""

    actor: Annotated[Slug, "The short name of the member."]
    name: Annotated[Texts, "What the member is called."]
    role: Annotated[str, OneOf(MemberRole), "What it is in that body."]
    since: Annotated[Date | None, "When it became a member; null where that is not on record."]
    until: Annotated[Date | None, "When it left; null where it has not, or nobody has recorded it."]
    source: Annotated[Slug | None, WHO_SAYS_SO]


class Office(TypedDict):
    """An office that a person held for a time."""

    title: Annotated[Texts, "What it is called."]
    represents: Annotated[
        Slug | None, "The short name of whom the person spoke for in it; null for nobody."
    ]
    since: Annotated[Date | None, "When it began; null where that is not on record."]
    until: Annotated[
        Date | None, "Its last day; null where it goes on, or nobody has recorded an end."
    ]
    source: Annotated[Slug | None, WHO_SAYS_SO]


class FormerName(TypedDict):
    """What an actor was called until some day."""

    name: Annotated[Texts, "What it was called."]
    until: Annotated[Date, "The last day on which it had this name."]
    source: Annotated[Slug | None, WHO_SAYS_SO]


class Lifespan(TypedDict):
    """From when to when an actor exists; of a person, the life."""

    since: Annotated[Date | None, "When it began; null where that is not on record."]
    since_source: Annotated[Slug | None, WHO_SAYS_SO]
    until: Annotated[Date | None, "Its last day; null where it goes on, or nobody has recorded it."]
    until_source: Annotated[Slug | None, WHO_SAYS_SO]


class Succession(TypedDict):
    """A state or organisation that came before another one, or after it."""

    actor: Annotated[Slug, "Its short name; its record need not be in the document."]
    name: Annotated[Texts, "What it is called."]
    date: Annotated[Date | None, "When the one came after the other; null if not on record."]
    source: Annotated[Slug | None, WHO_SAYS_SO]


class Alias(TypedDict):
    """What an actor is also called."""

    text: Annotated[str, "The name."]
    language: Annotated[LanguageTag | None, "In which language; null for none in particular."]
    kind: Annotated[str, OneOf(AliasKind), "What the name is."]


class Identifier(TypedDict):
    """What an actor is called in a register elsewhere."""

    scheme: Annotated[str, OneOf(IdentifierScheme), "The register."]
    value: Annotated[str, "The identifier, as the register writes it."]
    url: Annotated[Address | None, "Where the register tells of it; null where it does not."]


class Actor(TypedDict):
    """A country, an organisation, a coalition or a person, as it is on file today. What it was on
    the date of an entry stands among the `actors` of that entry. A person's `country` is that of
    whom they represent; only coalitions and organisations have `members`."""

    slug: Annotated[Slug, "Its short name."]
    name: Annotated[Texts, "What it is called."]
    kind: Annotated[str, OneOf(ActorKind), "Whether it is a country, an organisation or a person."]
    country: Annotated[
        StateCode | None, "Its code, or that of whom it represents; null where it has none."
    ]
    office: Annotated[Texts, "The office of a person; empty where none is on record."]
    description: Annotated[Texts, "Who or what it is; empty where nothing is written."]
    represents: Annotated[
        Slug | None, "The short name of whom a person usually speaks for; null for nobody."
    ]
    offices: Annotated[list[Office], "The dated offices of a person; empty where none is known."]
    former_names: Annotated[list[FormerName], "What it was called before; may be empty."]
    lifespan: Annotated[Lifespan | None, "From when to when it exists; null if not on record."]
    predecessors: Annotated[list[Succession], "Whom it came after; may be empty."]
    successors: Annotated[list[Succession], "Who came after it; may be empty."]
    aliases: Annotated[list[Alias], "What else it is called; may be empty."]
    identifiers: Annotated[list[Identifier], "What it is called in registers; may be empty."]
    members: NotRequired[Annotated[list[Member], "The members of a coalition or organisation."]]
    pictures: NotRequired[Annotated[list[Picture], "Pictures of it, if it has any."]]


class StateSource(TypedDict):
    """The publication that tells of a correction or retraction."""

    slug: Annotated[Slug, "Its short name."]
    title: Annotated[str, "Its title, in its own language."]
    language: Annotated[str, "The tag of the language of its title (BCP 47)."]
    url: Annotated[Address | None, "Where it is on the web; null where it is not."]


class Source(TypedDict):
    """A publication, and what has become of it since. `published_on` and `state_date` are EDTF."""

    slug: Annotated[Slug, "Its short name."]
    title: Annotated[str, "Its title, in the first of its languages."]
    authors: Annotated[list[str], "Who wrote it, as it says itself; may be empty."]
    publisher: Annotated[str | None, "Who published it; null where nobody is named."]
    url: Annotated[Address | None, "Where it is on the web; null where it is not."]
    archive_url: Annotated[Address | None, "Where a copy is kept; null where there is none."]
    access: Annotated[
        Annotated[str, OneOf(SourceAccess)] | None,
        "What a reader needs at its address; null where that is not recorded.",
    ]
    doi: Annotated[Doi | None, "Its DOI; null where it has none, or none is recorded."]
    isbn: Annotated[Isbn | None, "Its ISBN; null where it has none, or none is recorded."]
    urn: Annotated[Urn | None, "Its URN; null where it has none, or none is recorded."]
    languages: Annotated[
        list[str], "The tags of its languages (BCP 47), that of its title first; at least one."
    ]
    published_on: Annotated[Edtf | None, "When it was published; null where that is not known."]
    state: Annotated[str, OneOf(SourceState), "Whether it has been corrected or retracted since."]
    state_date: Annotated[
        Edtf | None, "When it was corrected or retracted; null where it was not, or nobody knows."
    ]
    state_note: Annotated[Texts, "What was corrected, or why it was retracted; may be empty."]
    state_source: Annotated[
        StateSource | None, "Who says that it was corrected or retracted; null where nobody does."
    ]
