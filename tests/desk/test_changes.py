"""What a save has changed, and what rows of lists are called there."""

import pytest

from events.desk import RecordChanges, RowChanges, rows_changed
from events.desk.changes import ABOUT, about
from events.desk.records.comparing import rows_compared
from events.desk.structure import SECTIONS, PartList, parts_of
from events.models import (
    Alias,
    CommitmentPart,
    EarlierDate,
    Figure,
    FormerName,
    Identifier,
    Medium,
    MeetingPlace,
    Office,
    StatusChange,
)

PARTS = {part.rows: part for model in SECTIONS.values() for part in parts_of(model).values()}


def test_nothing_is_no_change():
    assert not RecordChanges()
    assert not RecordChanges((), {"citations": RowChanges()})
    assert RecordChanges(("title_en",))
    assert RecordChanges((), {"citations": RowChanges(added=("report",))})


def test_changes_are_kept_without_what_has_not_changed():
    changes = RecordChanges(
        ("title_en",), {"citations": RowChanges(removed=("report",)), "figures": RowChanges()}
    )

    assert changes.params() == {
        "fields": ["title_en"],
        "rows": {"citations": {"removed": ["report"]}},
    }


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_the_rows_of_every_list_have_a_name(part: PartList):
    """By that of what they are about or, if they are about nothing else, by what they say."""
    by_themselves = {
        *(StatusChange, Office, FormerName, CommitmentPart, Alias, Identifier),
        *(MeetingPlace, EarlierDate, Medium),
    }
    assert part.model in by_themselves or part.model._meta.get_field(ABOUT[part.model]).is_relation
    assert set(ABOUT) == {part.model for part in PARTS.values()} - by_themselves


def test_rows_are_named_by_what_they_are_about(record):
    commitment = record.commitment(actors=["france"], publish=False)
    record.figure(commitment, "countries", 26)
    record.called(commitment, "poland")
    record.status(commitment, "open", "2026-02")
    coalition = record.coalition("willing", germany="lead")
    meeting = record.summit(places=[("Doha", "QA", "")], earlier=["2026-01-05"], publish=False)
    minister = record.person("minister")
    minister.offices.create(title_de="Ministerin")
    coalition.former_names.create(name_en="The ready", until="2025")
    record.alias("willing", "COW", kind="abbreviation")
    record.succession("willing", "alliance")
    coalition.identifiers.create(scheme="wikidata", value="Q1")
    record.medium(meeting, "https://example.org/film", title_en="Arrival")

    assert [
        about(rows.get())
        for rows in (
            commitment.participations,
            commitment.citations,
            commitment.figures,
            commitment.roll_call,
            commitment.status_changes,
            coalition.memberships,
            meeting.places,
            meeting.earlier_dates,
            minister.offices,
            coalition.former_names,
            coalition.aliases,
            coalition.successors,
            coalition.identifiers,
            meeting.media,
        )
    ] == [
        *("france", "report", "countries", "poland", "2026-02", "germany"),
        *("Doha", "2026-01-05"),
        *("Ministerin", "The ready", "COW", "alliance", "Wikidata Q1", "Arrival"),
    ]
    assert rows_changed(removed=commitment.figures.all()) == RowChanges(removed=("countries",))


def figures(record, *values):
    return [
        Figure(measure=record.measure(measure), value=value)
        for measure, value in (text.split() for text in values)
    ]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (["a 1"], ["a 1", "b 2"], RowChanges(added=("b",))),
        (["a 1", "b 2"], ["b 2"], RowChanges(removed=("a",))),
        (["a 1", "b 2"], ["a 1", "b 3"], RowChanges(changed=("b",))),
        # Two of one measure.
        (["a 1"], ["a 1", "a 2"], RowChanges(added=("a",))),
        (["a 1", "a 2"], ["a 1", "a 3"], RowChanges(changed=("a",))),
        (["a 1", "a 2"], ["a 3"], RowChanges(removed=("a",))),
        (["a 1", "b 2"], ["c 1"], RowChanges(added=("c",), removed=("a", "b"))),
        # Only their places.
        (["a 1", "b 2", "c 3"], ["b 2", "a 1", "c 3"], RowChanges(changed=("b", "a"))),
    ],
)
def test_lists_are_compared_by_what_their_rows_are_about(record, before, after, changes):
    assert rows_compared(figures(record, *before), figures(record, *after), "entry") == changes
