"""The kinds of entries, and the table of what is particular to each.

A kind is added here first. Wherever it also needs a place (a model, a template, a colour), a test
in `tests/kinds/` fails until it is there, and says where.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.vocabulary.lists import Role


class Kind(TextChoices):
    """The labels are the desk's; what readers call a kind is in its `Traits`."""

    SUMMIT = "summit", _("Summit")
    COMMITMENT = "commitment", _("Commitment")
    POSITION = "position", _("Position")
    DEVELOPMENT = "development", _("Development")
    QUESTION = "question", _("Open question")
    OVERVIEW = "overview", _("State of play")
    WALK = "walk", _("Walk")


class SummitStatus(TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class CommitmentStatus(TextChoices):
    OPEN = "open", pgettext_lazy("commitment", "Open")
    UNDER_NEGOTIATION = "under-negotiation", _("Being negotiated")
    UNDER_WAY = "under-way", _("Under way")
    FULFILLED = "fulfilled", _("Fulfilled")
    PARTLY_FULFILLED = "partly-fulfilled", _("Partly fulfilled")
    DELAYED = "delayed", _("Delayed")
    SUSPENDED = "suspended", _("Suspended")
    BLOCKED = "blocked", _("Blocked")
    BROKEN = "broken", _("Broken")
    WITHDRAWN = "withdrawn", _("Withdrawn by those who made it")
    SUPERSEDED = "superseded", _("Superseded")
    EXPIRED = "expired", _("Expired")
    TERMINATED = "terminated", _("Terminated")
    NEVER_IN_FORCE = "never-in-force", _("Never in force")


# With a date that has an end, these are over then by themselves.
ENDING = (CommitmentStatus.SUSPENDED, CommitmentStatus.BLOCKED)


class QuestionStatus(TextChoices):
    OPEN = "open", pgettext_lazy("question", "Open")
    ANSWERED = "answered", _("Answered")


class Tone(StrEnum):
    """The colour of a status: is it going well, is something wrong, or is it simply undecided? The
    values are class names in `static/site/site.css`."""

    AHEAD = "ahead"
    DONE = "done"
    MIXED = "mixed"
    OVER = "over"
    WRONG = "wrong"


class Naming:
    """What an entry that a document names is to that document."""

    MADE_AT = "made-at"
    RESTATES = "restates"
    FOLLOWS = "follows"
    ANSWERED_BY = "answered-by"
    RESTS_ON = "rests-on"
    SHOWS = "shows"
    CONTRADICTS = "contradicts"


# What an entry of any kind that is drawn can name, beside what is its kind's own.
OF_EVENTS = {"contradicts": Naming.CONTRADICTS}


@dataclass(frozen=True)
class Traits:
    """What is particular to one kind of entry.

    `singular`, `plural`, `meaning`: for readers, one entry, the name of a list, and a sentence that
    explains the kind. `address`: the plural by which the API and files name it. `colour`: that of
    its cards, the one on light paper in `static/site/site.css`. `schema_type`: its type in
    schema.org.

    `roles`: of its actors; the first is that of an actor with no role given. `statuses`: none, or a
    closed list with a tone for each of its values. `links`: the fields and lists that name other
    entries, each with what those are to it. `lasts`: whether an interval as its date is the time
    over which it went on, rather than one at some point of which it happened. `drawn`: whether it
    is drawn among the events, which a text about them is not. `section`: the name
    of the page that lists them (`events.views.urls`), if the site has one. `called`: by which
    words, of any language, people search for entries of the kind.
    """

    singular: Promise
    plural: Promise
    meaning: Promise
    address: str
    colour: str
    schema_type: str
    roles: tuple[Role, ...]
    statuses: type[TextChoices] | None = None
    tones: Mapping[str, Tone] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    lasts: bool = False
    drawn: bool = True
    section: str = ""
    called: str = ""


TRAITS: dict[str, Traits] = {
    Kind.SUMMIT: Traits(
        # What the record keeps under the name “summit” may be a call or talks between delegations,
        # so readers see “meeting”.
        singular=_("Meeting"),
        plural=_("Meetings"),
        meaning=_(
            "A meeting, at any level: where, who came and who did not, what was on the agenda."
        ),
        address="summits",
        colour="#8a5300",
        schema_type="Event",
        roles=(Role.PARTICIPANT, Role.HOST, Role.CHAIR, Role.OBSERVER, Role.MEDIATOR),
        statuses=SummitStatus,
        tones={
            SummitStatus.PLANNED: Tone.AHEAD,
            SummitStatus.HELD: Tone.DONE,
            SummitStatus.POSTPONED: Tone.MIXED,
            SummitStatus.CANCELLED: Tone.OVER,
        },
        links={"follows": Naming.FOLLOWS} | OF_EVENTS,
        section="meetings",
        called="summit summits meeting meetings talks Gipfel Gipfeltreffen Treffen Gespräche",
    ),
    Kind.COMMITMENT: Traits(
        singular=_("Commitment"),
        plural=_("Commitments"),
        meaning=_(
            "What somebody has promised: how firmly, on which conditions, and what has become of "
            "it."
        ),
        address="commitments",
        colour="#0a6652",
        schema_type="Claim",
        # Contributors, and who declined, are not chosen: the roll call says who is one.
        roles=(Role.PARTY,),
        statuses=CommitmentStatus,
        tones={
            CommitmentStatus.OPEN: Tone.AHEAD,
            CommitmentStatus.UNDER_NEGOTIATION: Tone.AHEAD,
            CommitmentStatus.UNDER_WAY: Tone.AHEAD,
            CommitmentStatus.FULFILLED: Tone.DONE,
            CommitmentStatus.PARTLY_FULFILLED: Tone.MIXED,
            CommitmentStatus.DELAYED: Tone.MIXED,
            CommitmentStatus.SUSPENDED: Tone.MIXED,
            CommitmentStatus.BLOCKED: Tone.MIXED,
            CommitmentStatus.BROKEN: Tone.WRONG,
            CommitmentStatus.WITHDRAWN: Tone.OVER,
            CommitmentStatus.SUPERSEDED: Tone.OVER,
            CommitmentStatus.EXPIRED: Tone.OVER,
            CommitmentStatus.TERMINATED: Tone.OVER,
            CommitmentStatus.NEVER_IN_FORCE: Tone.OVER,
        },
        links={"made_at": Naming.MADE_AT, "restates": Naming.RESTATES} | OF_EVENTS,
        section="commitments",
        called="commitment commitments promise promises pledge pledges Zusage Zusagen",
    ),
    Kind.POSITION: Traits(
        singular=_("Position"),
        plural=_("Positions"),
        meaning=_(
            "Where somebody stands on a topic. The latest one by date holds; the earlier ones are "
            "its history."
        ),
        address="positions",
        colour="#6337a0",
        schema_type="Claim",
        roles=(Role.HOLDER, Role.SPEAKER),
        links=OF_EVENTS,
        section="positions",
        called="position positions stance Haltung Haltungen Position Positionen",
    ),
    Kind.DEVELOPMENT: Traits(
        singular=_("Development"),
        plural=_("Developments"),
        meaning=_("Something else that happened or was said, or a state of affairs that goes on."),
        address="developments",
        colour="#47536b",
        schema_type="CreativeWork",
        roles=(Role.INVOLVED, Role.SPEAKER),
        links=OF_EVENTS,
        lasts=True,
        called="development developments Entwicklung Entwicklungen Ereignis Ereignisse",
    ),
    Kind.QUESTION: Traits(
        # One may be answered: it is still a question then, but not an open one.
        singular=_("Question"),
        plural=_("Questions"),
        meaning=_("What the record cannot answer yet, until an entry answers it."),
        address="questions",
        colour="#a32a1c",
        schema_type="Question",
        roles=(Role.CONCERNED,),
        statuses=QuestionStatus,
        tones={QuestionStatus.OPEN: Tone.AHEAD, QuestionStatus.ANSWERED: Tone.DONE},
        links={"answered_by": Naming.ANSWERED_BY} | OF_EVENTS,
        section="questions",
        called="question questions Frage Fragen",
    ),
    Kind.OVERVIEW: Traits(
        singular=_("State of play"),
        plural=_("States of play"),
        meaning=_(
            "Where a process has got to by its date, in a few sentences of the editors. Each rests "
            "on entries, and leads to them."
        ),
        address="overviews",
        colour="#6b5b1e",
        schema_type="CreativeWork",
        roles=(Role.CONCERNED,),
        links={"rests_on": Naming.RESTS_ON},
        drawn=False,
        called="overview overviews Lagebild Lagebilder Sachstand",
    ),
    Kind.WALK: Traits(
        singular=_("Walk"),
        plural=_("Walks"),
        meaning=_(
            "A way through the record, step by step: an entry at each, and a sentence on it."
        ),
        address="walks",
        colour="#8f2f6c",
        schema_type="CreativeWork",
        roles=(Role.CONCERNED,),
        links={"steps": Naming.SHOWS},
        drawn=False,
        called="walk walks tour tours Rundgang Rundgänge",
    ),
}

# All that a named entry can be to the one that names it.
NAMINGS = tuple(
    dict.fromkeys(naming for traits in TRAITS.values() for naming in traits.links.values())
)
