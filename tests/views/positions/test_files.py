"""Tables of positions to take along."""

import csv
from io import StringIO

from events import public
from tests.views.positions.reading import CHANGES, MATRIX
from tests.views.reading import queries, words


def rows(response):
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    return list(csv.DictReader(StringIO(response.text, newline="")))


def test_the_matrix_as_a_table_has_what_the_page_has(client, matter):
    page = client.get(f"{MATRIX}?on=2026-01-31")
    address = page.context["table_url"]
    assert address == "/en/positions.csv?on=2026-01-31"
    assert f'href="{address}"' in page.text

    found = rows(client.get(address))

    filled = sum(place is not None for row in page.context["table"].rows for place in row.places)
    assert len(found) == filled
    [france] = [row for row in found if (row["actor"], row["topic"]) == ("france", "force")]
    late = public.entry("late").document
    assert (france["stance"], france["certainty"], france["ended"]) == (
        *("opposes", "certain", "false"),
    )
    assert (france["entry.id"], france["entry.slug"]) == (late["id"], "late")
    assert france["url"] == "http://testserver/en/entries/late/"
    assert france["date.edtf"] == late["date"]["edtf"]
    assert (france["actors.name.de"], france["topics.name.en"]) == ("France (de)", "Topic force")
    assert france["sources.title"] == late["sources"][0]["title"]
    assert france["since.certainly"] == "2026-01-06"
    assert france["on"] == "2026-01-31"


def test_a_table_of_some_of_them(client, matter):
    found = rows(client.get("/en/positions.csv?on=2026-01-31&actor=france&topic=force"))

    assert [(row["actor"], row["topic"]) for row in found] == [("france", "force")]


def test_what_is_possible_and_what_has_ended_are_told_apart(client, record):
    record.position("over", holder="france", date="2025-01/2025-06")
    record.position("perhaps", holder="poland", date="2026-01~")

    found = rows(client.get("/en/positions.csv?on=2026-01-10"))

    assert {row["actor"]: (row["certainty"], row["ended"]) for row in found} == {
        "france": ("certain", "true"),
        "poland": ("possible", "false"),
    }
    assert {row["actor"]: row["date.edtf"] for row in found} == {
        "france": "2025-01/2025-06",
        "poland": "2026-01~",
    }


def test_then_and_then_as_a_table(client, matter):
    page = client.get(CHANGES, {"from": "2025-10-15", "to": "2026-01-31"})
    address = page.context["table_url"]
    assert address == "/en/positions/changes.csv?from=2025-10-15&to=2026-01-31"

    found = rows(client.get(address))

    [france] = [row for row in found if row["change"] == "changed"]
    assert (france["before.stance"], france["now.stance"]) == ("supports", "opposes")
    assert (france["before.entry.slug"], france["now.entry.slug"]) == ("early", "late")
    assert france["before.sources.title"] == france["now.sources.title"] != ""
    assert france["before.date.edtf"] != france["now.date.edtf"]
    assert (france["from"], france["to"]) == ("2025-10-15", "2026-01-31")
    counts = {change: number for change, number in page.context["counts"].items() if number}
    told = [row["change"] for row in found]
    assert {change: told.count(change) for change in dict.fromkeys(told)} == counts
    assert [row["before.entry.slug"] for row in found if row["change"] == "first"] == [""] * 3


def test_what_is_wrong_is_named(client, matter):
    for path, said in (
        ("positions.csv?on=x", "on: “x” is not a day."),
        ("positions/changes.csv?from=2026-02-01&to=2026-01-01", "to: The window ends before"),
    ):
        response = client.get(f"/en/{path}")
        assert (response.status_code, response.text[: len(said)]) == (400, said)


def test_more_positions_cost_no_more_queries(client, record, django_assert_max_num_queries):
    record.position("p0", holder="france", topic="t0")
    few = [
        queries(client, f"/en/{path}", django_assert_max_num_queries)
        for path in ("positions.csv", "positions/changes.csv?from=2020-01-01")
    ]
    for number in range(1, 9):
        record.position(f"p{number}", holder="france", topic=f"t{number}")

    assert few == [
        queries(client, f"/en/{path}", django_assert_max_num_queries)
        for path in ("positions.csv?on=2026-05-01", "positions/changes.csv?from=2020-01-02")
    ]


def test_what_is_unchanged_is_shown_when_asked_for(client, matter):
    days = {"from": "2026-01-30", "to": "2026-01-31"}
    page = client.get(CHANGES, days)
    unchanged = page.context["counts"]["unchanged"]
    [toggle] = [one for one in page.context["toggles"] if one.turn == "unchanged"]
    assert f"Show also {unchanged} unchanged" in words(page)
    assert page.context["changes"] == []

    shown = client.get(toggle.url)

    assert {change.turn for change in shown.context["changes"]} == {"unchanged"}
    assert len(shown.context["changes"]) == unchanged > 0
    assert f"Leave out {unchanged} unchanged" in words(shown)


def test_a_change_says_where_both_are_written(client, matter):
    page = client.get(CHANGES, {"from": "2025-10-15", "to": "2026-01-31"})

    [change, *_others] = page.context["changes"]
    assert (change.said.entry_url, change.entry_url) == (
        *("/en/entries/early/", "/en/entries/late/"),
    )
    assert change.said.source is not None
    said = f"Before: + Supports {change.said.date.label} Title of early Source: Report report"
    assert said in words(page)
