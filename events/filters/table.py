"""The table of filters: each is declared here, once, and every public list takes it from here.

To filter on another closed list that documents have, add one `Choice` with the `member` that has
the value. It is then read, found, shown in forms, as a chip and in titles, and described by the
API; `manage.py rebuild` makes its tags.
"""

from django.utils.translation import gettext_lazy as _

from events.dates import Certainty
from events.filters.declaring import AsOf, Choice, Day, Filter, ReferenceChoice, When, Words, Year
from events.vocabulary import (
    TRAITS,
    Attendance,
    Basis,
    Facet,
    Firmness,
    Kind,
    MeetingLevel,
    MeetingMode,
    Role,
    Stance,
)


def _having_statuses() -> str:
    """The kinds that have a status, as the API calls them."""
    *others, last = [traits.address for traits in TRAITS.values() if traits.statuses]
    return f"{', '.join(others).capitalize()} and {last}"


# In the order in which titles name them and forms show them.
TABLE: tuple[Filter, ...] = (
    Choice(
        name="kind",
        label=_("Kind"),
        described="Entries of this kind.",
        labels={kind: traits.plural for kind, traits in TRAITS.items()},
    ),
    ReferenceChoice(
        name="process",
        label=_("Process"),
        described="What belongs to this process.",
        facet=Facet.PROCESS,
        worth_choosing=2,
    ),
    ReferenceChoice(
        name="actor",
        label=_("Actor"),
        described="Entries that name this actor in any role, or as having changed the status of a "
        "commitment. Repeated: all of them. A country or an organisation is also found by those "
        "who represent it.",
        facet=Facet.ACTOR,
        also=Facet.RECORD,
        repeats=True,
        another=_("and actor"),
    ),
    Choice(
        name="role",
        label=_("Role of the actor"),
        described="Entries in which somebody has this role; with `actor`, in which every one of "
        "them has it. A role does not say that somebody was there: see `attendance`.",
        labels=dict(Role.choices),
        facet=Facet.ROLE,
        member="actors.role",
        with_actors=Facet.ACTOR_IN_ROLE,
        worth_choosing=2,
    ),
    Choice(
        name="attendance",
        label=_("Attendance"),
        described="Meetings of which the record says this of somebody; with `actor`, of every one "
        "of them or of somebody who represents them.",
        of={Kind.SUMMIT: dict(Attendance.choices)},
        facet=Facet.ATTENDANCE,
        member="actors.status",
        with_actors=Facet.ATTENDANCE_OF,
        worth_choosing=2,
    ),
    ReferenceChoice(
        name="topic",
        label=_("Topic"),
        described="Entries on this topic, or on one that belongs to it.",
        facet=Facet.TOPIC,
    ),
    Choice(
        name="stance",
        label=_("Stance"),
        described="Positions with this stance.",
        of={Kind.POSITION: dict(Stance.choices)},
        facet=Facet.STANCE,
        member="stance",
    ),
    Choice(
        name="status",
        label=_("Status"),
        described=f"{_having_statuses()} with this status. It is that of their documents, and so "
        "of the day of publication: what has come into force since is in their history.",
        of={
            kind: dict(traits.statuses.choices)
            for kind, traits in TRAITS.items()
            if traits.statuses
        },
        facet=Facet.STATUS,
        member="status",
    ),
    Choice(
        name="firmness",
        label=_("Firmness"),
        described="Commitments of this firmness.",
        of={Kind.COMMITMENT: dict(Firmness.choices)},
        facet=Facet.FIRMNESS,
        member="firmness",
    ),
    ReferenceChoice(
        name="domain",
        label=_("Domain"),
        described="Commitments in this domain, or to which something is given in it: one of "
        "`domains/`.",
        facet=Facet.DOMAIN,
        kinds=(Kind.COMMITMENT,),
    ),
    ReferenceChoice(
        name="format",
        label=_("Format"),
        described="Meetings of this format: one of `formats/`.",
        facet=Facet.FORMAT,
        kinds=(Kind.SUMMIT,),
        worth_choosing=2,
    ),
    Choice(
        name="level",
        label=_("Level"),
        described="Meetings at this level.",
        of={Kind.SUMMIT: dict(MeetingLevel.choices)},
        facet=Facet.LEVEL,
        member="level",
    ),
    Choice(
        name="mode",
        label=_("Mode of meeting"),
        described="Meetings of this sort.",
        of={Kind.SUMMIT: dict(MeetingMode.choices)},
        facet=Facet.MODE,
        member="mode",
    ),
    ReferenceChoice(
        name="source",
        label=_("Source"),
        described="Entries that cite this source, for or against: one of `sources/`. Repeated: "
        "all of them.",
        facet=Facet.SOURCE,
        also=Facet.SOURCE_ON_FILE,
        repeats=True,
        another=_("and source"),
        most_offered=100,
        title=_("from “%(value)s”"),
    ),
    Choice(
        name="basis",
        label=_("Basis"),
        described="Entries of which it is recorded that those whom they are about said so "
        "(`stated`), that the source reports it (`reported`), or that the editors infer it.",
        labels=dict(Basis.choices),
        facet=Facet.BASIS,
        member="basis",
    ),
    Day(
        name="from",
        label=_("From"),
        described="Entries whose date reaches to this day or beyond it; see `when`.",
        title=_("from %(value)s on"),
    ),
    Day(
        name="to",
        label=_("Until"),
        described="Entries whose date begins on this day or before it; see `when`.",
        title=_("until %(value)s"),
    ),
    When(
        name="when",
        label=_("In this time"),
        described="With `from` or `to`: `certain` for entries that were in the window whatever day "
        "their date means, `possible` for all that can have been. Each result says which it is.",
        labels={
            Certainty.CERTAIN.value: _("for certain"),
            Certainty.POSSIBLE.value: _("possibly"),
        },
        title=_("(%(value)s)"),
        help=_("“By 6 January” can have been long before."),
    ),
    Year(
        name="year",
        label=_("Year"),
        described="Entries that stand in this year of the list.",
    ),
    Words(
        name="q",
        label=_("Search"),
        described="Entries that have all these words, in any language; words of four letters and "
        "more also at the beginning of others, of five and more inside them. “Quotes” hold a "
        "phrase together; a `-` before a word or phrase leaves out what has it. Other names of "
        "actors and topics, and kinds and formats by their names, are found too. Case and accents "
        "do not matter.",
        title=_("“%(value)s”"),
        help=_(
            "All words have to be there, in either language. “Quotes” hold a phrase together, and "
            "a minus sign leaves out: troops -Paris. “Uebung” also finds “Übung”."
        ),
    ),
    AsOf(
        name="as_of",
        label=_("As the record stood on"),
        described="The record as it stood at a time, such as 2026-01-06T14:30:00Z, or at the end "
        "of a day, such as 2026-01-06. Not in the future.",
        title=_("as the record stood on %(value)s"),
        help=_("Shows what was published by that day."),
    ),
)
