"""The codes of what an editor is asked about: a closed list."""

from enum import StrEnum


class Doubt(StrEnum):
    """Each is reported at the field or row that may have to be corrected, in brackets."""

    # Two memberships of one actor in one body at the same time (memberships[n], the second one).
    MEMBER_TWICE = "memberships-overlap"
    # A membership before or after its body or its member existed (memberships[n]).
    MEMBER_OUTSIDE = "membership-outside-life"
    # Something on file of an actor without a source (the list, or the field with the date).
    NO_SOURCE = "fact-without-source"
    # A country code that nobody has or had (country, places[n].country, identifiers[n].value) …
    CODE = "unknown-code"
    # … or that is another state's than the country code (identifiers[n].value).
    OTHER_STATE = "code-of-another-state"
    # A code that no currency has or had (currency).
    CURRENCY = "unknown-currency"
    # A name that somebody else also has (name, aliases[n].text, former_names[n].name).
    SHARED_NAME = "name-shared"
    # An office (offices[n]) or a name (former_names[n].until) of a time at which an actor, or whom
    # it spoke for, did not exist …
    FACT_OUTSIDE = "fact-outside-life"
    # … and a successor of a day on which one of the two did not (successors[n].date).
    SUCCESSOR_OUTSIDE = "succession-outside-life"
    # An actor that did not exist on the day of the entry (participations[n].actor and the like).
    OUTSIDE = "actor-outside-life"
    # A position is taken back that is not on file (stance).
    NOTHING_TO_TAKE_BACK = "nothing-to-take-back"
    # A position that is said to contradict one of the same actor on another day
    # (contradicts[n].contradicted).
    CONTRADICTS_EARLIER = "contradicts-earlier-position"
    # Nothing but retracted sources that bear an entry out (citations).
    RETRACTED = "sources-retracted"
    # A source that came out before what it is to bear out began (citations[n].source,
    # status_changes[n].source and the like).
    OLDER = "source-older"
    # A correction or retraction of a source that was not published yet (state_date) …
    TOLD_TOO_EARLY = "correction-before-publication"
    # … and one without its date and without who says so (state_date).
    TOLD_BY_NOBODY = "correction-without-source"
    # Another date than that of the public meeting, which is not kept (earlier_dates).
    MOVED = "earlier-date-not-kept"
    # An earlier date that is the date of the meeting (earlier_dates[n].date).
    EARLIER_IS_DATE = "earlier-date-is-date"
    # A meeting that was moved when it had been (earlier_dates[n].moved_on).
    MOVED_AFTERWARDS = "moved-afterwards"
    # A time without a zone, where that of the place is not known (date).
    NO_ZONE = "zone-missing"
    # A time that clocks left out, or showed twice, when they were changed (date).
    CLOCKS_CHANGE = "clocks-change"
    # A time with another offset than that of the place (date).
    OTHER_CLOCK = "zone-of-elsewhere"
    # A call at which people are said to meet in person (mode).
    CALL_IN_PERSON = "call-in-person"
    # A step that comes before one that leads to it (roll_call[n].date, of the earlier one).
    STAGE_TOO_EARLY = "stage-too-early"
    # Who has taken part declines (roll_call[n].stage).
    DECLINED_LATE = "declined-after-taking-part"
    # An end and another step on one day (roll_call[n].stage, the second one).
    STAGES_OF_ONE_DAY = "stages-of-one-day"
    # A step after an end (roll_call[n].stage).
    STAGE_AFTER_END = "stage-after-end"
    # An end of what is not on record (roll_call[n].stage).
    NOTHING_TO_END = "nothing-to-end"
    # A state that is bound, and none of those that the roll call names (participations[n].actor).
    NOT_CALLED = "bound-without-step"
    # A binding step from before the commitment was made (roll_call[n].date) …
    STAGE_BEFORE_ALL = "stage-before-commitment"
    # … or a change of its status (status_changes[n].date) …
    CHANGE_BEFORE_ALL = "status-before-commitment"
    # … and two of them on one day (status_changes[n].status, the second one).
    CHANGES_OF_ONE_DAY = "statuses-of-one-day"
    # A deadline that had passed by then (deadline, parts[n].deadline).
    DEADLINE_PASSED = "deadline-before-commitment"
    # A note or reason that is not in every language (the field that has it).
    ONE_LANGUAGE = "text-in-one-language"
