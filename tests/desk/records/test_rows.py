"""In which order rows are written: each after those that it names."""

from events.desk.records import Fault, Reader, Row, ordered
from tests.desk.records.whole import values


def summits(*links: tuple[str, str]) -> list[Row]:
    return Reader().rows({"summits": {slug: {"follows": to} for slug, to in links}})


def test_a_row_comes_after_those_that_it_names() -> None:
    rows, problems = ordered(Reader().rows(values()))
    assert problems == []
    slugs = [row.slug for row in rows]
    assert slugs.index("oslo-1") < slugs.index("oslo-2") < slugs.index("patrol")
    assert slugs == [
        *("talks", "soldiers", "gazette", "truce", "league", "norway", "finland", "ola"),
        *("oslo-1", "oslo-2", "patrol", "finland-on-truce", "rain", "when"),
    ]


def test_a_circle_is_told_once_and_the_rest_keeps_its_order() -> None:
    rows, problems = ordered(
        summits(("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "e")),
    )
    assert [row.slug for row in rows] == ["c", "b", "a", "d", "e"]
    assert [(problem.code, problem.path, str(problem)) for problem in problems] == [
        (Fault.CIRCLE, "summits.c.follows", "This goes round in a circle: a → b → c → a."),
        (Fault.CIRCLE, "summits.e.follows", "This goes round in a circle: e → e."),
    ]
    assert [row.slug for row in rows if row.spoilt] == ["c", "e"]


def test_a_circle_behind_a_row_that_is_not_part_of_it() -> None:
    _rows, [problem] = ordered(summits(("x", "a"), ("a", "b"), ("b", "a")))
    assert (problem.path, str(problem)) == (
        "summits.b.follows",
        "This goes round in a circle: a → b → a.",
    )


def test_rows_that_a_list_names_come_first_and_may_close_a_circle() -> None:
    def commitments(**links: list[str]) -> list[Row]:
        items = {
            slug: {"restates": [{"commitment": to, "how": "softens"} for to in earlier]}
            for slug, earlier in links.items()
        }
        return Reader().rows({"commitments": items})

    rows, problems = ordered(commitments(c=["a", "b"], b=["a"], a=[]))
    assert (problems, [row.slug for row in rows]) == ([], ["a", "b", "c"])

    rows, [problem] = ordered(commitments(a=["elsewhere", "b"], b=["c"], c=["a"]))
    assert (problem.code, problem.path, str(problem)) == (
        Fault.CIRCLE,
        "commitments.c.restates[0].commitment",
        "This goes round in a circle: a → b → c → a.",
    )
    [last] = [row for row in rows if row.slug == "c"]
    assert last.parts["restates"][0].spoilt == {"commitment"}


def test_a_long_chain_needs_no_recursion() -> None:
    count = 3000
    links = [(f"s{n}", f"s{n + 1}") for n in range(count)]
    rows, problems = ordered(summits(*links, (f"s{count}", "elsewhere")))
    assert problems == []
    assert [row.slug for row in rows] == [f"s{n}" for n in range(count, -1, -1)]
