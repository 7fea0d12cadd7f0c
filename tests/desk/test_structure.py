"""What a file can fill is what documents say: each member is a key of a file, or it is listed here
what it is made from."""

from typing import Any

import pytest

from events.desk.structure import fields_of, parts_of
from events.documents import shapes
from events.models import (
    KINDS,
    Actor,
    Alias,
    Citation,
    CommitmentPart,
    Domain,
    EarlierDate,
    Figure,
    FormerName,
    Identifier,
    Medium,
    MeetingFormat,
    MeetingPlace,
    Membership,
    Office,
    Participation,
    Process,
    Restated,
    RollCallStage,
    Source,
    StatusChange,
    Succession,
    Topic,
    WalkStep,
)

# Of a record, its short name is where it stands in the file. Nobody fills an id, the kind follows
# from the section, and what a document carries follows from what it names.
GIVEN = {"id", "slug", "kind", "process_records", "actor_records", "source_records", "shape"}
# They are uploaded on the desk, and a file has none.
GIVEN |= {"pictures"}
# By type: keys of the file that the document has under another name, or as a part of another
# member; and members that follow from others.
OTHERWISE: dict[Any, tuple[set[str], set[str]]] = {
    shapes.Summit: ({"date_label"}, {"format_record"}),
    # A commitment has the status of its last change, and is counted by its roll call.
    shapes.Commitment: (
        {"date_label", "condition_state"},
        {"status", "counts", "domain_records"},
    ),
    # What the later one does is said of the earlier one by its short name.
    shapes.Restated: ({"commitment"}, {"id", "slug"}),
    shapes.RollCallStage: (
        {"value", "low", "high", "unit", "qualifier", "form"},
        {"amount"},
    ),
    # One of the actors is the speaker.
    shapes.Position: ({"date_label"}, {"speakers"}),
    shapes.Development: ({"date_label"}, set()),
    # A question is answered where an answer is named.
    shapes.Question: ({"date_label"}, {"status"}),
    # What it rests on is linked in its text. What is not drawn is refused as a key event.
    shapes.Overview: ({"date_label", "key_event"}, {"rests_on"}),
    shapes.Walk: ({"date_label", "key_event"}, set()),
    # What a step shows is said by its short name.
    shapes.WalkStep: ({"entry"}, {"id", "slug"}),
    # What an actor is called, its kind, office and country are in its own record.
    shapes.ActorInEntry: (
        {"actor"},
        {"slug", "name", "name_today", "kind", "office", "represents_by", "country"},
    ),
    # A document has the changes of its parts in these.
    shapes.StatusChange: ({"part"}, set()),
    shapes.PartOfCommitment: (set(), {"status", "history"}),
    shapes.Figure: (set(), {"label"}),
    # The language of the title comes first.
    shapes.Source: ({"language", "other_languages"}, {"languages"}),
    # All that the source is by itself is in its own record.
    shapes.Citation: ({"source"}, {*shapes.Source.__annotations__}),
    shapes.Member: (set(), {"name"}),
    shapes.Succession: (set(), {"name"}),
    # A life span is made of fields of the actor; whom it came after is said there.
    shapes.Actor: (
        {"since", "since_source", "until", "until_source"},
        {"lifespan", "predecessors"},
    ),
    # A name in each line.
    shapes.Topic: ({"other_names"}, {"aliases"}),
    # Where it stands in the list of the site.
    shapes.Domain: ({"order"}, set()),
    shapes.MeetingFormat: ({"order"}, set()),
}
# A file says the same of a measure as a document, which has it in its figures only.
MODELS: dict[Any, tuple[Any, str]] = {
    **{typed: (KINDS[kind], "") for kind, typed in shapes.KINDS.items()},
    shapes.ActorInEntry: (Participation, "entry"),
    shapes.Figure: (Figure, "entry"),
    shapes.Citation: (Citation, "entry"),
    shapes.Medium: (Medium, "entry"),
    shapes.StatusChange: (StatusChange, "commitment"),
    shapes.PartOfCommitment: (CommitmentPart, "commitment"),
    shapes.Place: (MeetingPlace, "summit"),
    shapes.EarlierDate: (EarlierDate, "summit"),
    shapes.RollCallStage: (RollCallStage, "commitment"),
    shapes.Member: (Membership, "body"),
    shapes.Restated: (Restated, "later"),
    shapes.WalkStep: (WalkStep, "walk"),
    shapes.Office: (Office, "actor"),
    shapes.FormerName: (FormerName, "actor"),
    shapes.Succession: (Succession, "predecessor"),
    shapes.Alias: (Alias, "actor"),
    shapes.Identifier: (Identifier, "actor"),
    shapes.Actor: (Actor, ""),
    shapes.Process: (Process, ""),
    shapes.Domain: (Domain, ""),
    shapes.MeetingFormat: (MeetingFormat, ""),
    shapes.Topic: (Topic, ""),
    shapes.Source: (Source, ""),
}


@pytest.mark.parametrize("typed", MODELS, ids=lambda typed: typed.__name__)
def test_every_member_can_be_filled_by_a_file(typed: Any) -> None:
    model, owner = MODELS[typed]
    keys = {*fields_of(model, owner), *parts_of(model)}
    elsewhere, derived = OTHERWISE.get(typed, (set(), set()))
    members = set(typed.__annotations__)
    if not owner:  # a row inside of a record has no short name of its own
        members -= GIVEN - (keys & {"kind"})

    assert keys - members == elsewhere
    assert members - keys == derived
