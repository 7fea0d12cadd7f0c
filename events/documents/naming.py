"""Which members of documents name a record of reference data, or tell of it."""

from collections.abc import Mapping

from events.documents import shapes

# By the model of a record of reference data, the types whose values tell of it, each with the
# member that says of which one; a source is cited by the entry or by what actors are on file.
RECORDS: Mapping[str, Mapping[str, str]] = {
    "actor": {"Actor": "slug", "ActorInEntry": "slug", "Member": "actor", "Succession": "actor"},
    "topic": {"Topic": "slug", "WiderTopic": "slug"},
    "source": {"Source": "slug", "Citation": "slug", "StateSource": "slug"},
    "process": {"Process": "slug"},
    "domain": {"Domain": "slug"},
    "meetingformat": {"MeetingFormat": "slug"},
    "unit": {"Unit": "slug"},
    "measure": {"Figure": "measure"},
}
# Where else its short name stands: records of two sorts can have the same one.
NAMED: Mapping[str, set[str]] = {
    "actor": {
        *("Actor.represents", "ActorInEntry.represents", "Office.represents"),
        *("StatusChange.by", "RollCallStage.actor", "Position.speakers"),
    },
    "topic": set(),
    "source": {
        *(f"{one}.source" for one in ("Member", "Office", "FormerName", "Succession", "Figure")),
        *("Lifespan.since_source", "Lifespan.until_source"),
        *(f"{one}.source" for one in ("EarlierDate", "StatusChange", "RollCallStage")),
    },
    "process": {f"{one.__name__}.processes" for one in shapes.KINDS.values()},
    "domain": {"Commitment.domains", "RollCallStage.domain"},
    "meetingformat": {"Summit.format"},
    "unit": {"Multiple.of"},
    "measure": set(),
}
