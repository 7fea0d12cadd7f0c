"""From plain values to rows: which keys there are, and what stands where."""

from typing import Any

import pytest

from events.desk.records import Fault, Reader, Row
from events.models import Commitment, Topic
from tests.desk.records.whole import values


def rows_of(sections: dict[str, Any]) -> list[Row]:
    reader = Reader()
    rows = reader.rows(sections)
    assert reader.problems == []
    return rows


def row_of(slug: str) -> Row:
    return next(row for row in rows_of(values()) if row.slug == slug)


def problems_of(sections: dict[str, Any]) -> list[tuple[str, str, str]]:
    reader = Reader()
    reader.rows(sections)
    return [(problem.code, problem.path, problem.message) for problem in reader.problems]


def test_rows_come_by_section_and_otherwise_as_they_stand() -> None:
    assert [row.where for row in rows_of(values())] == [
        ("processes", "talks"),
        ("measures", "soldiers"),
        ("sources", "gazette"),
        ("topics", "truce"),
        ("actors", "league"),
        ("actors", "norway"),
        ("actors", "finland"),
        ("actors", "ola"),
        ("summits", "oslo-2"),
        ("summits", "oslo-1"),
        ("commitments", "patrol"),
        ("positions", "finland-on-truce"),
        ("developments", "rain"),
        ("questions", "when"),
    ]


def test_a_row_has_values_links_and_parts() -> None:
    row = row_of("patrol")
    assert row.model is Commitment
    assert row.values == {
        "title_en": "Patrol",
        "title_de": "Patrouille",
        "date": "2025-04",
    }
    assert row.links == {
        "processes": ["talks"],
        "domains": ["land", "sea"],
        "made_at": ["oslo-2"],
    }
    assert {key: [item.where[2:] for item in items] for key, items in row.parts.items()} == {
        "actors": [("actors", 0)],
        "figures": [("figures", 0), ("figures", 1)],
        "roll_call": [("roll_call", 0), ("roll_call", 1)],
        "history": [("history", 0)],
        "sources": [("sources", 0)],
    }
    [norway, finland] = row.parts["roll_call"]
    assert norway.values == {"stage": "announced", "date": "2025-04", "value": "200"}
    assert (norway.links["unit"], norway.links["domain"]) == (["soldiers"], ["sea"])
    assert finland.links == {"actor": ["finland"], "source": ["gazette"]}


def test_a_record_may_come_alone() -> None:
    reader = Reader()
    row = reader.record(Topic, "truce", {"name": {"en": "Truce"}, "nmae": None})
    assert (row.model, row.slug, row.where, row.values) == (
        Topic,
        "truce",
        (),
        {"name_en": "Truce"},
    )
    assert [problem.path for problem in reader.problems] == ["nmae"]


def test_numbers_and_switches_may_be_more_than_texts() -> None:
    sections = values()
    figure, *_rest = sections["commitments"]["patrol"]["figures"]
    figure |= {"value": 500, "preferred": True}
    row = next(row for row in rows_of(sections) if row.slug == "patrol")
    assert (
        row.parts["figures"][0].values["value"],
        row.parts["figures"][0].values["preferred"],
    ) == (
        500,
        True,
    )


@pytest.mark.parametrize(
    ("slug", "role"),
    [("patrol", "party"), ("finland-on-truce", "holder"), ("when", "concerned")],
)
def test_a_name_alone_has_the_first_role_of_its_kind(slug: str, role: str) -> None:
    assert [item.values["role"] for item in row_of(slug).parts["actors"]] == [role]


def test_a_role_that_is_written_stays() -> None:
    roles = [item.values["role"] for item in row_of("oslo-2").parts["actors"]]
    assert roles == ["host", "participant"]


def test_members_have_no_role_of_entries() -> None:
    assert [item.values for item in row_of("league").parts["members"]] == [
        {"role": "lead", "since": "2024"},
        {},
    ]


def put(sections: dict[str, Any], way: str, value: Any) -> None:
    """Put a value in the place of another one, or beside those that there are."""
    *steps, last = [int(step) if step.isdecimal() else step for step in way.split("/")]
    at: Any = sections
    for step in steps:
        at = at[step]
    at[last] = value


PATROL, TRUCE = "commitments/patrol", "positions/finland-on-truce"
NO_KEYS = "Keys are expected here, each with its value."
LIST = "A list of items is expected here."
WORDS = "A list of single words is expected here: [one, two]."
SLUG = "One short name is expected here."
ONE = "One value is expected here, not a list or keys."
SWITCH = "“true” or “false” is expected here."
LANGUAGES = "Texts by language are expected here: {en: …, de: …}."


@pytest.mark.parametrize(
    ("way", "value", "code", "message"),
    [
        ("proceses", {}, Fault.SECTION, "There is no such section. Did you mean “processes”?"),
        ("zzz", {}, Fault.SECTION, "There is no such section. The sections are: processes, "),
        ("topics", [], Fault.FORM, "Records are expected here, each under its short name."),
        ("topics/truce", ["a"], Fault.FORM, NO_KEYS),
        ("summits/oslo-2/place_land", "NO", Fault.KEY, "There is no such key. Did you mean "),
        (f"{TRUCE}/xyz", "a", Fault.KEY, "There is no such key. The keys are: title, summary,"),
        ("summits/oslo-2/slug", "held", Fault.KEY, "There is no such key."),
        ("summits/oslo-2/uid", "held", Fault.KEY, "There is no such key."),
        ("summits/oslo-2/kind", "held", Fault.KEY, "There is no such key."),
        ("summits/oslo-2/title_en", "held", Fault.KEY, "There is no such key."),
        ("summits/oslo-2/edited_at", "held", Fault.KEY, "There is no such key."),
        ("summits/oslo-2/public_edited_at", "held", Fault.KEY, "There is no such key."),
        ("processes/talks/name", "Talks", Fault.FORM, LANGUAGES),
        ("processes/talks/name", ["Talks"], Fault.FORM, LANGUAGES),
        ("processes/talks/name/fr", "Paroles", Fault.LANGUAGE, "The languages of the record are: "),
        ("processes/talks/name/en", ["a"], Fault.FORM, "A text is expected here."),
        ("processes/talks/name/en", 1, Fault.FORM, "A text is expected here."),
        ("sources/gazette/title", ["The", "Gazette"], Fault.FORM, ONE),
        ("sources/gazette/title", {"en": "The Gazette"}, Fault.FORM, ONE),
        ("sources/gazette/title", True, Fault.FORM, "A text or a number is expected here."),
        ("summits/oslo-2/follows", ["oslo-1"], Fault.FORM, SLUG),
        ("summits/oslo-2/follows", {"slug": "oslo-1"}, Fault.FORM, SLUG),
        ("summits/oslo-2/follows", 1, Fault.FORM, SLUG),
        (f"{PATROL}/domains", "land", Fault.FORM, WORDS),
        (f"{PATROL}/domains", ["land", ["sea"]], Fault.FORM, WORDS),
        (f"{PATROL}/domains", ["land", None], Fault.FORM, WORDS),
        (f"{PATROL}/topics", "truce", Fault.FORM, WORDS),
        (
            f"{PATROL}/figures/0/preferred",
            "yes",
            Fault.FORM,
            "“true” or “false” is expected here.",
        ),
        (f"{PATROL}/figures/0/preferred", 1, Fault.FORM, SWITCH),
        (f"{TRUCE}/actors", "finland", Fault.FORM, LIST),
        (f"{TRUCE}/actors", {"actor": "finland"}, Fault.FORM, LIST),
        (f"{TRUCE}/actors/0", ["finland"], Fault.FORM, NO_KEYS),
        (f"{TRUCE}/actors/0", None, Fault.FORM, NO_KEYS),
        (f"{PATROL}/figures/1/lwo", "3", Fault.KEY, "There is no such key. Did you mean “low”?"),
        ("actors/league/members/0/order", "3", Fault.KEY, "There is no such key. The keys are:"),
        ("actors/league/members/0/coalition", "x", Fault.KEY, "There is no such key."),
        (f"{PATROL}/history/0", "under-way", Fault.FORM, NO_KEYS),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    way: str, value: Any, code: Fault, message: str
) -> None:
    sections = values()
    put(sections, way, value)
    [(told_code, path, told)] = problems_of(sections)
    assert (told_code, path.replace("[", ".").replace("]", "")) == (code, way.replace("/", "."))
    assert told.startswith(message)


def test_a_short_name_is_taken_once_among_all_entries() -> None:
    sections = values()
    sections["developments"]["when"] = sections["developments"].pop("rain")
    reader = Reader()
    reader.rows(sections)
    [problem] = reader.problems
    assert (problem.code, problem.where, problem.see) == (
        Fault.TAKEN,
        ("questions", "when"),
        ("developments", "when"),
    )


def test_what_is_empty_counts_as_left_out() -> None:
    [row] = rows_of({"actors": {"nobody": {"kind": None, "members": None}}, "topics": None})
    assert (row.slug, row.values, row.links, row.parts) == ("nobody", {}, {}, {})


@pytest.mark.parametrize("sections", [{"topics": None, "actors": None}, {"topics": {}}, {}])
def test_sections_without_records_are_none(sections: dict[str, Any]) -> None:
    assert problems_of(sections) == [(Fault.EMPTY, "", "The file holds no records.")]


def test_all_problems_are_told_at_once() -> None:
    sections = values()
    put(sections, "processes/talks/name", "Talks")
    put(sections, "summits/oslo-2/folows", "oslo-1")
    put(sections, f"{PATROL}/domains", "land")
    assert len(problems_of(sections)) == 3


def test_the_codes_of_faults_do_not_change():
    """Programs tell faults apart by them."""
    assert [fault.value for fault in Fault] == [
        "unreadable",
        "no-records",
        "unknown-section",
        "unknown-key",
        "unknown-language",
        "wrong-form",
        "name-taken",
        "unknown-name",
        "circle",
        "missing",
        "invalid",
        "not-allowed",
    ]
