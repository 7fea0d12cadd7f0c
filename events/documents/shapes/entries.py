"""Documents: one type for each kind of entry, and what all of them have.

An entry is rendered without the member `version`, which the door adds when it publishes the entry:
the type of a published document is that of its kind plus `version`. The parts of `OfEveryKind` are
in the order in which a document is written, with `kind` after the address, and what only one kind
has after the sources.
"""

from typing import Annotated, Literal, TypedDict

from events.documents.shapes.media import Medium, Picture
from events.documents.shapes.parts import (
    ActorInEntry,
    Citation,
    Condition,
    EarlierDate,
    Figure,
    Linked,
    PartOfCommitment,
    Place,
    Restated,
    StatusChange,
    VersionOfDocument,
    WalkStep,
)
from events.documents.shapes.references import (
    Actor,
    Date,
    Domain,
    MeetingFormat,
    Process,
    Source,
    Topic,
)
from events.documents.shapes.roll_call import Counts, RollCallStage
from events.documents.shapes.values import OneOf, Slug, Texts, Uuid
from events.vocabulary import (
    Basis,
    CommitmentStatus,
    Firmness,
    Kind,
    MeetingLevel,
    MeetingMode,
    QuestionStatus,
    Stance,
    SummitStatus,
)

# The number of the shape that these types describe and in which every document is served. A release
# that changes it adds a step to `events.documents.upgrading`.
SHAPE = 5


class Addressed(TypedDict):
    """How an entry is found."""

    id: Annotated[Uuid, "What the entry is known by for good, also where its slug changes."]
    slug: Annotated[Slug, "The short name in the entry's address."]


class Told(TypedDict):
    """What entries of all kinds say."""

    processes: Annotated[
        list[Slug], "The short names of the processes to which it belongs, at least one."
    ]
    title: Annotated[Texts, "What the entry says, in a line."]
    summary: Annotated[Texts, "Markdown, without HTML; empty where nothing is written."]
    date: Annotated[Date, "When it was, or for how long."]
    rank: Annotated[int, "The order of entries of the same day, from 0 to 1023."]
    basis: Annotated[
        Annotated[str, OneOf(Basis)] | None,
        "Whether those it is about said so, the source, or the editors; null if not recorded.",
    ]
    topics: Annotated[list[Topic], "What it is about."]
    actors: Annotated[list[ActorInEntry], "Who is named, each role by itself."]
    figures: Annotated[list[Figure], "Quantities that its sources report."]
    pictures: Annotated[list[Picture], "Pictures of it; may be empty."]
    media: Annotated[
        list[Medium], "Videos, recordings and documents elsewhere that belong to it; may be empty."
    ]
    sources: Annotated[
        list[Citation],
        "Where it is written: at least one that bears it out. Only a state of play and a walk may "
        "have none.",
    ]


class Carried(TypedDict):
    """What makes the document complete in itself."""

    process_records: Annotated[list[Process], "The processes, in the order of `processes`."]
    actor_records: Annotated[list[Actor], "Every actor to whom the document refers by its slug."]
    source_records: Annotated[list[Source], "The sources of what those records say."]
    shape: Annotated[int, "The number of the shape of the document."]


class OfEveryKind(Addressed, Told, Carried):
    """What documents of all kinds have."""


class OfEvents(TypedDict):
    """What documents of all kinds have that are drawn among the events."""

    key_event: Annotated[bool, "Whether the editors have marked it as one that carries the story."]
    contradicts: Annotated[
        list[Linked],
        "The entries that it contradicts: if it is true, they are not. Usually empty.",
    ]


class Summit(OfEveryKind, OfEvents):
    """A meeting, at any level."""

    kind: Annotated[Literal["summit"], "The kind of the entry."]
    status: Annotated[str, OneOf(SummitStatus), "Whether it is planned, held or called off."]
    format: Annotated[Slug, "Who meets, and in which form; its record is `format_record`."]
    format_record: Annotated[MeetingFormat, "The format."]
    level: Annotated[
        Annotated[str, OneOf(MeetingLevel)] | None,
        "Of what rank those are who meet; null where that is not on record.",
    ]
    mode: Annotated[
        Annotated[str, OneOf(MeetingMode)] | None,
        "Whether they meet in person; null where that is not known.",
    ]
    places: Annotated[
        list[Place],
        "Where it is held; its times go by the clocks of the first. Empty where not known.",
    ]
    earlier_dates: Annotated[
        list[EarlierDate], "For when it had been planned before it was moved, in that order."
    ]
    follows: Annotated[Linked | None, "The meeting that it continues; null for none."]


class Commitment(OfEveryKind, OfEvents):
    """What actors bind themselves to."""

    kind: Annotated[Literal["commitment"], "The kind of the entry."]
    domains: Annotated[list[Slug], "The short names of what it is about; may be empty."]
    domain_records: Annotated[list[Domain], "Every domain to which it refers by its short name."]
    firmness: Annotated[str, OneOf(Firmness), "How far it has got, from an idea to a fact."]
    condition: Annotated[Condition | None, "What it depends on; null where on nothing."]
    status: Annotated[
        str,
        OneOf(CommitmentStatus),
        "That which had come last for certain when it was published, else open.",
    ]
    history: Annotated[list[StatusChange], "Changes of its status, in order of time."]
    parts: Annotated[list[PartOfCommitment], "What it promises one by one; may be empty."]
    deadline: Annotated[Date | None, "By when it is to be fulfilled; null where none is set."]
    made_at: Annotated[Linked | None, "The summit at which it was made; null for none."]
    restates: Annotated[list[Restated], "The earlier commitments that it takes up; may be empty."]
    roll_call: Annotated[list[RollCallStage], "What each actor has said and done, step by step."]
    counts: Annotated[Counts, "How many take part."]


class Position(OfEveryKind, OfEvents):
    """Where actors stand on a topic. `attribution`: how the source words an unnamed speaker."""

    kind: Annotated[Literal["position"], "The kind of the entry."]
    stance: Annotated[str, OneOf(Stance), "Where its holders stand on its topics."]
    speakers: Annotated[list[Slug], "The short names of who said so; empty if nobody is named."]
    attribution: Annotated[Texts, "How the source words a speaker it does not name; else empty."]


class Development(OfEveryKind, OfEvents):
    """Something else that happened or was said, or a state of affairs."""

    kind: Annotated[Literal["development"], "The kind of the entry."]


class Question(OfEveryKind, OfEvents):
    """Something that is open, until an entry answers it."""

    kind: Annotated[Literal["question"], "The kind of the entry."]
    status: Annotated[str, OneOf(QuestionStatus), "Whether an entry has answered it."]
    answered_by: Annotated[Linked | None, "The entry that answered it; null for none."]


class Overview(OfEveryKind):
    """Where a process has got to by its date. Each paragraph of the summary is a sentence, and a
    link in it leads to an entry, by the entry's slug. Instead of `sources`, which may be empty, it
    has the entries on which it rests."""

    kind: Annotated[Literal["overview"], "The kind of the entry."]
    rests_on: Annotated[list[Linked], "The entries on which it rests: at least one."]


class Walk(OfEveryKind):
    """A way through the record. Instead of `sources`, which may be empty, it has the entries that
    it shows."""

    kind: Annotated[Literal["walk"], "The kind of the entry."]
    steps: Annotated[list[WalkStep], "What it shows, from the first step to the last."]


# An entry as it would be published.
Document = Summit | Commitment | Position | Development | Question | Overview | Walk
# One that is drawn among the events.
Event = Summit | Commitment | Position | Development | Question
# The type of each kind.
KINDS: dict[Kind, type[Document]] = {
    Kind.SUMMIT: Summit,
    Kind.COMMITMENT: Commitment,
    Kind.POSITION: Position,
    Kind.DEVELOPMENT: Development,
    Kind.QUESTION: Question,
    Kind.OVERVIEW: Overview,
    Kind.WALK: Walk,
}


class OfTheDoor(TypedDict):
    """What a document has once it is published."""

    version: Annotated[VersionOfDocument, "Which published state of the entry this is."]


class PublishedSummit(Summit, OfTheDoor):
    """A published `Summit`."""


class PublishedCommitment(Commitment, OfTheDoor):
    """A published `Commitment`."""


class PublishedPosition(Position, OfTheDoor):
    """A published `Position`."""


class PublishedDevelopment(Development, OfTheDoor):
    """A published `Development`."""


class PublishedQuestion(Question, OfTheDoor):
    """A published `Question`."""


class PublishedOverview(Overview, OfTheDoor):
    """A published `Overview`."""


class PublishedWalk(Walk, OfTheDoor):
    """A published `Walk`."""


# An entry as it was published.
Published = (
    PublishedSummit
    | PublishedCommitment
    | PublishedPosition
    | PublishedDevelopment
    | PublishedQuestion
    | PublishedOverview
    | PublishedWalk
)
