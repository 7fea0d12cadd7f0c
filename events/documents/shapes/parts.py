"""The parts of documents, other than what they name."""

from typing import Annotated, Literal, TypedDict

from events.documents.shapes.amounts import Quantity
from events.documents.shapes.references import Date, Source
from events.documents.shapes.values import (
    Address,
    Country,
    Day,
    Edtf,
    LanguageTag,
    OneOf,
    Slug,
    StateCode,
    Texts,
    Time,
    Uuid,
    Zone,
)
from events.vocabulary import (
    ActorKind,
    Attendance,
    Basis,
    CitationStance,
    CommitmentStatus,
    ConditionState,
    Restatement,
    Role,
    SourceState,
    Stance,
)

# How it is known whom an actor represents: the entry says so, it follows from a dated office, or it
# was on file without a date when the entry was published.
RepresentsBy = Literal["entry", "office", "file"]


class ActorInEntry(TypedDict):
    """What an actor is and does in the entry, on its date; one actor can have several roles.
    `status` is its attendance at a summit."""

    slug: Annotated[Slug, "The short name of the actor; its record is in `actor_records`."]
    name: Annotated[Texts, "What it was called on the date of the entry."]
    name_today: Annotated[Texts | None, "What it is called today; null where that is the same."]
    kind: Annotated[str, OneOf(ActorKind), "Whether it is a country, an organisation or a person."]
    role: Annotated[str, OneOf(Role), "What it does in the entry."]
    status: Annotated[
        Annotated[str, OneOf(Attendance)] | None,
        "Whether it came to a summit; null where that is not on record.",
    ]
    office: Annotated[Texts, "The office of a person on that date; empty where none is known."]
    represents: Annotated[
        Slug | None, "The short name of whom it speaks for here; null where for itself only."
    ]
    represents_by: Annotated[
        RepresentsBy | None,
        "Whether the entry says so, a dated office, or what was on file; null if not recorded.",
    ]
    country: Annotated[
        StateCode | None, "Its code, or that of whom it represents here; null where it has none."
    ]


class Figure(Quantity):
    """A reported quantity, as the source gives it; `source` is null where the entry has only one
    source. Of several figures for a measure, one is preferred, with a reason."""

    measure: Annotated[Slug, "The short name of what is measured."]
    label: Annotated[Texts, "What is measured, in words."]
    source: Annotated[Slug | None, "The short name of the source; null where there is but one."]
    preferred: Annotated[bool, "Whether it is the one to go by, of several for its measure."]
    reason: Annotated[Texts, "Why it is preferred; empty where no reason is needed."]


class Citation(Source):
    """A source, and how the entry uses it: where in it, in which words, for or against."""

    locator: Annotated[str, "Where in the source: page, paragraph, minute; empty for all of it."]
    quote: Annotated[str, "Its words; empty where nothing is quoted."]
    quote_language: Annotated[
        LanguageTag | None, "The language of the quote; null where it is that of the source."
    ]
    stance: Annotated[str, OneOf(CitationStance), "Whether it bears the entry out."]
    note: Annotated[Texts, "What is to be said of it; empty where nothing is."]


class Place(TypedDict):
    """Where a summit is held."""

    name: Annotated[Texts, "The town or building; empty where only the country is known."]
    country: Annotated[Country | None, "The country; null where it is not recorded."]
    zone: Annotated[
        Zone | None, "The time zone by which clocks go there; null where it is not recorded."
    ]


class EarlierDate(TypedDict):
    """A date for which a summit was planned before it was moved."""

    date: Annotated[Date, "For when it had been planned."]
    moved_on: Annotated[Date | None, "When it was moved; null where that is not on record."]
    source: Annotated[
        Slug | None, "The short name of who says so; null where the entry has but one source."
    ]
    note: Annotated[Texts, "What is to be said of it; empty where nothing is."]


class Condition(TypedDict):
    """What a commitment depends on."""

    text: Annotated[Texts, "The condition, in words."]
    state: Annotated[
        Annotated[str, OneOf(ConditionState)] | None,
        "Whether it is met; null where that is not recorded.",
    ]


class StatusChange(TypedDict):
    """A step in the history of a commitment, or of a part of it."""

    status: Annotated[str, OneOf(CommitmentStatus), "The status from then on."]
    date: Annotated[Date, "When it changed."]
    by: Annotated[
        Slug | None,
        "The short name of who suspended, blocked or ended it; null if nobody is named.",
    ]
    source: Annotated[Slug, "The short name of the source, one of those that the entry cites."]
    locator: Annotated[str, "Where in the source; empty for all of it."]
    basis: Annotated[
        Annotated[str, OneOf(Basis)] | None,
        "Whether the parties said so, the source, or the editors; null where not recorded.",
    ]
    note: Annotated[Texts, "What is to be said of it; empty where nothing is."]


class PartOfCommitment(TypedDict):
    """One of several things that a commitment promises, and what has become of it by itself."""

    key: Annotated[Slug, "Its short name within the commitment."]
    text: Annotated[Texts, "What it promises."]
    deadline: Annotated[
        Date | None, "By when it is to be fulfilled; null where no deadline of its own is set."
    ]
    status: Annotated[
        str,
        OneOf(CommitmentStatus),
        "That which had come last for certain when it was published, else open.",
    ]
    history: Annotated[list[StatusChange], "Changes of its status, in order of time."]


class Linked(TypedDict):
    """An entry that another one names. Its id stays the same for good; its slug is the one that it
    had when this was published, or published again."""

    id: Annotated[
        Uuid | None,
        "The id of the entry; null only where an old document has a slug that nothing had.",
    ]
    slug: Annotated[Slug, "Its short name."]


class WalkStep(Linked):
    """An entry that a walk shows, and the sentence that it says there."""

    text: Annotated[Texts, "What readers are told at this step, in every language."]


class Restated(Linked):
    """An earlier commitment, and what this one does to it."""

    how: Annotated[str, OneOf(Restatement), "What this one does to it."]


class VersionOfDocument(TypedDict):
    """Which published state of the entry this is. `seq` counts over the whole record."""

    number: Annotated[int, "1, 2, 3 … within the entry, withdrawals included."]
    seq: Annotated[int, "The place in the order of publication, over the whole record, from 1."]
    published_at: Annotated[Time, "When it was published, in UTC."]
    loaded_at: Annotated[
        Time | None,
        "When it really was loaded, if `published_at` was brought in; null where it is a clock's.",
    ]
    note: Annotated[Texts, "What readers are told of the change; empty where nothing is."]


class Since(TypedDict):
    """When something began, as far as its date says."""

    certainly: Annotated[Day | None, "The day by which it had begun; null where there is none."]
    possibly: Annotated[Day | None, "The first day on which it can have; null if nobody knows."]


class SourceInBrief(TypedDict):
    """The source that a list shows beside a statement: one of those that bear it out, of which most
    is known. `published_on` is EDTF."""

    slug: Annotated[Slug, "Its short name."]
    title: Annotated[str, "Its title, in its own language."]
    language: Annotated[LanguageTag, "The language of its title."]
    publisher: Annotated[str | None, "Who published it; null where nobody is named."]
    url: Annotated[Address | None, "Where it is on the web; null where it is not."]
    archive_url: Annotated[Address | None, "Where a copy is kept; null where there is none."]
    published_on: Annotated[Edtf | None, "When it was published; null where that is not known."]
    state: Annotated[str, OneOf(SourceState), "Whether it has been corrected or retracted since."]
    quote: Annotated[str, "Its words; empty where nothing is quoted."]
    quote_language: Annotated[LanguageTag, "The language of the quote."]
    others: Annotated[int, "How many other sources bear the statement out."]


class Held(TypedDict):
    """The position that an actor holds on a topic, and the entry that says so. Where the stance is
    `taken-back`, the actor holds none any more."""

    actor: Annotated[Slug, "The short name of the actor."]
    country: Annotated[StateCode | None, "The code of the actor, if it is a country; else null."]
    topic: Annotated[Slug, "The short name of the topic."]
    stance: Annotated[str, OneOf(Stance), "Where the actor stands."]
    entry: Annotated[Linked, "The entry that says so."]
    date: Annotated[Date, "The date of the position."]
    speakers: Annotated[list[Slug], "The short names of who said so; empty if nobody is named."]
    attribution: Annotated[Texts, "How the source words a speaker it does not name; else empty."]
    basis: Annotated[
        Annotated[str, OneOf(Basis)] | None,
        "Whether the actor said so, the source, or the editors; null where not recorded.",
    ]
    source: Annotated[
        SourceInBrief | None, "A source that bears it out; null where the record has none."
    ]


class HeldOnDay(Held):
    """The same on the day that is asked for."""

    certainty: Annotated[
        Literal["certain", "possible"],
        "Whether it holds for certain, or may: another one may have followed, or it may be over.",
    ]
    since: Annotated[Since, "Since when it holds, as far as its date says."]
