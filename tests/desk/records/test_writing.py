"""From rows to the desk's tables: whatever they were read from, under the rules of the desk."""

from decimal import Decimal
from typing import Any

import pytest

from events import desk, publishing
from events.desk import records
from events.desk.records import Fault, Refused, Written
from events.models import (
    Actor,
    AuditLine,
    Commitment,
    Entry,
    Participation,
    Position,
    Summit,
    Topic,
    Version,
)
from tests.desk.accounts import account
from tests.desk.records.whole import values

pytestmark = pytest.mark.django_db


def write(sections: dict[str, Any], **more: Any) -> Written:
    reader = records.Reader()
    rows, circles = records.ordered(reader.rows(sections))
    return records.write(rows, problems=[*reader.problems, *circles], **more)


def problems_of(sections: dict[str, Any], by: Any = None) -> list[tuple[str, str]]:
    before = counts()
    with pytest.raises(Refused) as refusal:
        write(sections, by=by)
    assert counts() == before
    return [(problem.code, problem.path) for problem in refusal.value.problems]


def counts() -> list[int]:
    return [model.objects.count() for model in (Entry, Actor, Topic, Version, AuditLine)]


def lines() -> list[tuple[str, str, Any]]:
    return [(line.action, line.slug, line.params) for line in AuditLine.objects.order_by("pk")]


def rows(**lists: dict[str, list[str]]) -> dict[str, Any]:
    """What a line says where only rows of lists have changed."""
    return {"fields": [], "rows": lists}


def test_records_that_come_as_json_are_written_like_those_of_a_file() -> None:
    sections = values()
    patrol = sections["commitments"]["patrol"]
    patrol["figures"] = [{"measure": "soldiers", "value": 500.5, "preferred": False}]
    patrol["roll_call"] = [{"actor": "norway", "value": 200, "unit": "ships", "source": "gazette"}]

    assert len(write(sections).created) == 14

    commitment = Commitment.objects.get()
    assert [str(value) for value in commitment.figures.values_list("value", flat=True)] == [
        "500.500000"
    ]
    assert list(commitment.roll_call.values_list("value", "unit__slug")) == [
        (Decimal(200), "ships")
    ]
    assert len(write(sections).unchanged) == 14


def test_one_record_may_be_written_alone() -> None:
    write(values())
    reader = records.Reader()
    row = reader.record(Topic, "truce", {"name": {"en": "Armistice", "de": "Waffenruhe"}})

    written = records.write([row], problems=reader.problems)

    assert (written.updated, Topic.objects.get().name_en) == ([()], "Armistice")


def test_nothing_is_kept_on_request_and_what_would_be_refused_is_told() -> None:
    sections = values()
    del sections["developments"]["rain"]["sources"]

    written = write(sections, keep=False)

    assert len(written.created) == 14
    assert [(str(problem.code), problem.path) for problem in written.lacking] == [
        ("source-missing", "developments.rain.sources")
    ]
    assert counts() == [0] * 5


# A change of the values, and the problems that come of it.
FAULTY: dict[Fault, tuple[str, Any, list[str]]] = {
    Fault.EMPTY: ("", {}, [""]),
    Fault.SECTION: ("summit", {}, ["summit"]),
    Fault.KEY: ("topics/truce/nmae", "x", ["topics.truce.nmae"]),
    Fault.LANGUAGE: ("topics/truce/name/fr", "Trêve", ["topics.truce.name.fr"]),
    Fault.FORM: ("topics/truce/name", "Truce", ["topics.truce.name"]),
    Fault.TAKEN: ("developments/when", values()["developments"]["rain"], ["questions.when"]),
    Fault.NAME: ("summits/oslo-2/topics", ["truce", "trce"], ["summits.oslo-2.topics[1]"]),
    Fault.CIRCLE: ("summits/oslo-1/follows", "oslo-2", ["summits.oslo-1.follows"]),
    Fault.MISSING: ("developments/rain/date", None, ["developments.rain.date"]),
    Fault.VALUE: (
        "commitments/patrol/figures/1/low",
        "1000",
        ["commitments.patrol.figures[1].high"],
    ),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_each_fault_is_told_by_its_code_and_place(fault: Fault) -> None:
    way, value, paths = FAULTY[fault]
    sections: Any = values() if way else {}
    *steps, last = [int(step) if step.isdecimal() else step for step in way.split("/")]
    at = sections
    for step in steps:
        at = at[step]
    if way:
        at[last] = value

    assert problems_of(sections) == [(fault, path) for path in paths]


def test_every_fault_can_come_up() -> None:
    """That a file cannot be read is told by whoever reads it."""
    assert {*FAULTY, Fault.RIGHT, Fault.UNREADABLE} == set(Fault)


def test_who_may_not_is_told_so_at_each_record() -> None:
    topic = {"topics": {"truce": {"name": {"en": "Truce"}}, "peace": {"name": {"en": "Peace"}}}}

    assert problems_of(topic, by=account("reader")) == [
        (Fault.RIGHT, "topics.truce"),
        (Fault.RIGHT, "topics.peace"),
    ]


def test_who_may_writes_and_what_stays_needs_no_right() -> None:
    write(values(), by=account("contributor"))

    assert len(write(values(), by=account("reader")).unchanged) == 14
    assert {line.by.username for line in AuditLine.objects.all()} == {"contributor"}


def test_a_contributor_does_not_rename_what_is_public() -> None:
    for entry in write(values()).entries:
        publishing.publish(entry)
    sections = values()
    sections["actors"]["norway"]["name"]["en"] = "Norge"

    assert problems_of(sections, by=account("contributor")) == [(Fault.RIGHT, "actors.norway")]


def test_each_record_that_changes_is_one_line() -> None:
    write(values())
    assert [action for action, _slug, _params in lines()] == ["added"] * 14
    sections = values()
    sections["summits"]["oslo-2"] |= {"status": "planned", "topics": []}
    sections["summits"]["oslo-2"]["title"]["de"] = "Oslo, die zweite"
    sections["summits"]["oslo-2"]["actors"][1:] = ["finland"]
    sections["actors"]["league"]["members"] = [{"actor": "norway", "role": "member"}]

    write(sections)

    assert lines()[14:] == [
        (
            "changed",
            "league",
            rows(memberships={"changed": ["norway"], "removed": ["finland"]}),
        ),
        (
            "changed",
            "oslo-2",
            {
                "fields": ["title_de", "status", "topics"],
                "rows": {"participations": {"added": ["finland"], "removed": ["ola"]}},
            },
        ),
    ]
    write(sections)
    assert len(lines()) == 16


def test_rows_that_change_places_have_changed() -> None:
    write(values())
    sections = values()
    sections["summits"]["oslo-2"]["actors"].reverse()

    write(sections)

    assert lines()[14:] == [
        (
            "changed",
            "oslo-2",
            rows(participations={"changed": ["ola", "norway"]}),
        )
    ]
    assert [part.actor.slug for part in Participation.objects.filter(entry__slug="oslo-2")] == [
        *("ola", "norway"),
    ]


def test_a_link_is_told_by_its_name() -> None:
    write(values())
    sections = values()
    del sections["summits"]["oslo-2"]["follows"]

    write(sections)

    assert lines()[14:] == [("changed", "oslo-2", {"fields": ["follows"], "rows": {}})]


def test_what_names_a_changed_record_is_published_again_once_all_is_written() -> None:
    for entry in write(values()).entries:
        publishing.publish(entry)
    before = Version.objects.count()
    sections = values()
    for slug in ("norway", "finland"):
        sections["actors"][slug]["name"]["en"] = f"New {slug}"

    write(sections, by=account("editor"))

    changed = {slug: params.get("republished") for _action, slug, params in lines()[14:]}
    # The first brings all names up to date in what it names, so that less is left to the second.
    assert changed == {"norway": 3, "finland": 1}
    assert Version.objects.count() == before + 4
    document = publishing.standing(Position.objects.get()).document
    assert '"New finland"' in document


def test_an_edit_of_an_entry_is_one_whatever_of_it_changes() -> None:
    write(values())
    before = {entry.slug: entry.edited_at for entry in Entry.objects.all()}
    sections = values()
    sections["summits"]["oslo-1"]["topics"] = ["truce"]
    sections["summits"]["oslo-2"]["actors"].pop()

    write(sections)

    edited = {e.slug for e in Entry.objects.all() if e.edited_at != before[e.slug]}
    assert edited == {"oslo-1", "oslo-2"}
    assert desk.history(Summit.objects.get(slug="oslo-1")).count() == 2
