"""From the tree to rows: which keys there are, what stands where, and in which order rows come."""

from collections.abc import Callable
from pathlib import Path

import pytest

from events.importing.problems import LoadError
from events.importing.reading import read
from events.importing.records import Reader, Row, ordered

File = Callable[..., Path]
Line = Callable[[str], int]


def rows_of(path: Path) -> list[Row]:
    reader = Reader()
    rows = reader.rows(read(path))
    assert reader.problems == []
    return rows


def problems_of(path: Path) -> list[str]:
    reader = Reader()
    reader.rows(read(path))
    return [str(problem) for problem in reader.problems]


def test_rows_come_by_section_and_otherwise_as_they_stand(file: File) -> None:
    assert [": ".join(row.where) for row in rows_of(file())] == [
        "processes: talks",
        "measures: soldiers",
        "sources: gazette",
        "topics: truce",
        "actors: league",
        "actors: norway",
        "actors: finland",
        "actors: ola",
        "summits: oslo-2",
        "summits: oslo-1",
        "commitments: patrol",
        "positions: finland-on-truce",
        "developments: rain",
        "questions: when",
    ]


def test_a_row_has_values_links_and_parts(file: File, line: Line) -> None:
    row = next(row for row in rows_of(file()) if row.slug == "patrol")
    assert row.line == line("  patrol:")
    assert row.values == {
        "title_en": "Patrol",
        "title_de": "Patrouille",
        "date": "2025-04",
        "domains": ["land", "sea"],
    }
    assert {name: [text.value for text in texts] for name, texts in row.links.items()} == {
        "process": ["talks"],
        "made_at": ["oslo-2"],
    }
    assert {key: len(items) for key, items in row.parts.items()} == {
        "actors": 1,
        "figures": 2,
        "contributions": 2,
        "history": 1,
        "sources": 1,
    }
    [norway, finland] = row.parts["contributions"]
    assert norway.values == {
        "domain": "sea",
        "amount": "200",
        "unit": "soldiers",
        "confirmed": True,
    }
    assert [text.value for text in finland.links["actor"]] == ["finland"]


@pytest.mark.parametrize(
    ("slug", "role"),
    [
        ("patrol", "party"),
        ("finland-on-truce", "holder"),
        ("when", "concerned"),
    ],
)
def test_a_name_alone_has_the_first_role_of_its_kind(file: File, slug: str, role: str) -> None:
    row = next(row for row in rows_of(file()) if row.slug == slug)
    assert [item.values["role"] for item in row.parts["actors"]] == [role]


def test_a_role_that_is_written_stays(file: File) -> None:
    row = next(row for row in rows_of(file()) if row.slug == "oslo-2")
    assert [item.values["role"] for item in row.parts["actors"]] == ["host", "participant"]


def test_members_have_no_role_of_entries(file: File) -> None:
    league = next(row for row in rows_of(file()) if row.slug == "league")
    assert [item.values for item in league.parts["members"]] == [
        {"role": "lead", "since": "2024"},
        {},
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "processes:",
            "proceses:",
            "proceses: There is no such section. Did you mean “processes”?",
        ),
        (
            "processes:",
            "zzz:",
            "zzz: There is no such section. The sections are: processes, measures, sources, ",
        ),
        ("topics:\n  truce:", "topics:\n  - truce:", "topics: Here records stand,"),
        (
            "    place_country:",
            "    place_land:",
            "summits: oslo-2: place_land: There is no such key. Did",
        ),
        (
            "    stance: supports",
            "    xyz: supports",
            "positions: finland-on-truce: xyz: There is no such key. The keys are: process, title,",
        ),
        ("    status: held", "    slug: held", "summits: oslo-2: slug: There is no such key."),
        ("    status: held", "    uid: held", "summits: oslo-2: uid: There is no such key."),
        ("    status: held", "    kind: held", "summits: oslo-2: kind: There is no such key."),
        (
            "    status: held",
            "    title_en: held",
            "summits: oslo-2: title_en: There is no such key.",
        ),
        (
            "    status: held",
            "    edited_at: held",
            "summits: oslo-2: edited_at: There is no such key.",
        ),
        (
            "{en: Talks, de: Gespräche}",
            "Talks",
            "processes: talks: name: Here texts stand by language: {en: …, de: …}.",
        ),
        (
            "{en: Talks, de: Gespräche}",
            "[Talks]",
            "processes: talks: name: Here texts stand by language",
        ),
        (
            "{en: Talks, de: Gespräche}",
            "{en: Talks, fr: Paroles}",
            "processes: talks: name: fr: The languages of the record are: en, de.",
        ),
        (
            "{en: Talks, de: Gespräche}",
            "{en: [a], de: b}",
            "processes: talks: name: Here a text stands.",
        ),
        (
            "title: The Gazette",
            "title: [The, Gazette]",
            "sources: gazette: title: Here one value stands,",
        ),
        (
            "title: The Gazette",
            "title: {en: The Gazette}",
            "sources: gazette: title: Here one value stands,",
        ),
        (
            "follows: oslo-1",
            "follows: [oslo-1]",
            "summits: oslo-2: follows: Here one short name stands.",
        ),
        (
            "follows: oslo-1",
            "follows: {slug: oslo-1}",
            "summits: oslo-2: follows: Here one short name",
        ),
        (
            "    domains: [land, sea]",
            "    domains: land",
            "commitments: patrol: domains: Here a list of single words stands",
        ),
        (
            "    domains: [land, sea]",
            "    domains: [land, [sea]]",
            "commitments: patrol: domains: Here a list of",
        ),
        (
            "    domains: [land, sea]",
            "    domains: [land, ~]",
            "commitments: patrol: domains: Here a list of",
        ),
        (
            "confirmed: true",
            "confirmed: yes",
            "commitments: patrol: contributions 1: confirmed: Here “true” or “false” stands.",
        ),
        (
            "    actors: [finland]",
            "    actors: finland",
            "positions: finland-on-truce: actors: Here a list stands, one item with each “-”.",
        ),
        (
            "    actors: [finland]",
            "    actors: {actor: finland}",
            "positions: finland-on-truce: actors: Here a list stands",
        ),
        (
            "    actors: [finland]",
            "    actors: [[finland]]",
            "positions: finland-on-truce: actors 1: Here keys stand, each with its value.",
        ),
        (
            "    actors: [finland]",
            "    actors: [~]",
            "positions: finland-on-truce: actors 1: Here keys stand",
        ),
        (
            "low: 300",
            "lwo: 300",
            "commitments: patrol: figures 2: lwo: There is no such key. Did you mean “low”?",
        ),
        (
            "- {actor: norway, role: lead,",
            "- {actor: norway, order: 3,",
            "actors: league: members 1: order: There is no such key. The keys are:",
        ),
        (
            "- {actor: norway, role: lead,",
            "- {actor: norway, coalition: x,",
            "actors: league: members 1: coalition: There is no such key.",
        ),
        (
            "  rain:\n",
            "  when:\n",
            "questions: when: This short name is taken already: developments: when, line ",
        ),
        (
            "{status: under-way, date: 2025-05, source: gazette, locator: p. 2}",
            "under-way",
            "commitments: patrol: history 1: Here keys stand, each with its value.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    file: File, line: Line, old: str, new: str, problem: str
) -> None:
    [told] = problems_of(file((old, new)))
    assert problem in told
    if "short name is taken" not in problem:
        assert told.startswith(f"line {line(old) + (old[0] == 't' and chr(10) in old)}: ")


def test_a_record_that_is_no_mapping(file: File) -> None:
    assert problems_of(file(text="topics:\n  truce: [a]\n")) == [
        "line 2: topics: truce: Here keys stand, each with its value."
    ]


def test_what_is_empty_counts_as_left_out(file: File) -> None:
    [row] = rows_of(file(text="actors:\n  nobody:\n    kind:\n    members: ~\ntopics:\n"))
    assert (row.slug, row.values, row.links, row.parts) == ("nobody", {}, {}, {})


def test_sections_without_records_are_not_a_file(file: File) -> None:
    with pytest.raises(LoadError, match="The file holds no records"):
        rows_of(file(text="topics:\nactors: ~\n"))
    with pytest.raises(LoadError, match="The file holds no records"):
        rows_of(file(text="topics: {}\n"))


def test_all_problems_are_told_at_once(file: File) -> None:
    path = file(
        ("{en: Talks, de: Gespräche}", "Talks"),
        ("follows: oslo-1", "folows: oslo-1"),
        ("domains: [land, sea]", "domains: land"),
    )
    assert len(problems_of(path)) == 3


def test_a_row_comes_after_those_that_it_names(file: File) -> None:
    rows, problems = ordered(rows_of(file()))
    assert problems == []
    slugs = [row.slug for row in rows]
    assert slugs.index("oslo-1") < slugs.index("oslo-2") < slugs.index("patrol")
    assert slugs == [
        *("talks", "soldiers", "gazette", "truce", "league", "norway", "finland", "ola"),
        *("oslo-1", "oslo-2", "patrol", "finland-on-truce", "rain", "when"),
    ]


def summits(*links: tuple[str, str]) -> str:
    return "summits:\n" + "".join(f"  {slug}:\n    follows: {to}\n" for slug, to in links)


def test_a_circle_is_told_once_and_the_rest_keeps_its_order(file: File) -> None:
    path = file(text=summits(("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "e")))
    rows, problems = ordered(rows_of(path))
    assert [row.slug for row in rows] == ["c", "b", "a", "d", "e"]
    assert list(map(str, problems)) == [
        "line 7: summits: c: follows: This goes round in a circle: a → b → c → a.",
        "line 11: summits: e: follows: This goes round in a circle: e → e.",
    ]
    assert [row.slug for row in rows if row.spoilt] == ["c", "e"]


def test_a_circle_behind_a_row_that_is_not_part_of_it(file: File) -> None:
    _rows, [problem] = ordered(rows_of(file(text=summits(("x", "a"), ("a", "b"), ("b", "a")))))
    assert str(problem) == "line 7: summits: b: follows: This goes round in a circle: a → b → a."


def test_a_long_chain_needs_no_recursion(file: File) -> None:
    count = 3000
    links = [(f"s{n}", f"s{n + 1}") for n in range(count)]
    rows, problems = ordered(rows_of(file(text=summits(*links, (f"s{count}", "elsewhere")))))
    assert problems == []
    assert [row.slug for row in rows] == [f"s{n}" for n in range(count, -1, -1)]
