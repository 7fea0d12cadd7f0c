"""Lists in other forms: whole, in one state of the record, with what they are of."""

import csv
import json
import zipfile
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from events import public, publishing
from events.api.urls import REFERENCES
from events.feeds.tables import bare
from events.vocabulary import TRAITS

LISTS = ["entries", *(traits.address for traits in TRAITS.values())]


def body(response):
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content) if response.streaming else response.content


def rows(response):
    return list(csv.DictReader(StringIO(body(response).decode(), newline="")))


def sheets(response):
    """By name, the rows of a workbook as texts."""
    space = {"": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(BytesIO(body(response))) as file:
        names = [
            one.get("name")
            for one in ET.fromstring(file.read("xl/workbook.xml")).find("sheets", space)
        ]
        found = {}
        for number, name in enumerate(names, start=1):
            text = file.read(f"xl/worksheets/sheet{number}.xml")
            assert b"<f>" not in text
            found[name] = [
                ["".join(cell.itertext()) for cell in row]
                for row in ET.fromstring(text).find("sheetData", space)
            ]
    return found


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize("name", LISTS)
def test_a_document_on_each_line(get, name):
    listed = get(f"{name}/", limit=200)

    answer = get(f"{name}.ndjson")

    assert answer["Content-Type"] == "application/x-ndjson; charset=utf-8"
    assert [json.loads(line) for line in body(answer).splitlines()] == listed.json()["results"]
    assert answer["Record-Seq"] == str(listed.json()["seq"])
    assert answer["Record-Time"] == listed.json()["time"]
    file = f"{name}-{public.last_seq()}.ndjson"
    assert answer["Content-Disposition"] == f'attachment; filename="{file}"'
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize(
    "params",
    [
        {"topic": "force"},
        {"actor": "france,russia", "order": "oldest"},
        {"q": "title"},
        {"from": "2025-09", "to": "2025-12"},
        {"from": "2025-12-01", "to": "2025-12-31", "when": "certain"},
        {"kind": "position", "stance": "opposes"},
        {"seq": 3},
        {"as_of": "2020-01-01"},
    ],
)
def test_with_the_filters_of_the_list(get, params):
    listed = get("entries/", limit=200, **params).json()

    answer = get("entries.ndjson", **params)

    assert [json.loads(line) for line in body(answer).splitlines()] == listed["results"]
    assert answer["Record-Seq"] == str(listed["seq"])


def test_however_long_it_is(get, record, monkeypatch):
    for number in range(30):
        record.development(f"e{number:02}", date=f"2026-01-{1 + number // 3:02}")
    monkeypatch.setattr("events.public.lists.walking.TEXTS_AT_ONCE", 4)

    answer = get("entries.ndjson")
    record.development("new")

    assert answer.streaming
    slugs = [json.loads(line)["slug"] for line in body(answer).splitlines()]
    assert slugs == [f"e{number:02}" for number in range(29, -1, -1)]
    head = Client().head("/api/v1/entries.ndjson")
    assert (head.status_code, body(head)) == (200, b"")


def test_texts_arrive_as_they_are(get, record):
    record.development(
        "event", title_en='A "quote", a \\ and\ta tab\nin two lines', title_de="Ü\u2028"
    )

    [line] = body(get("entries.ndjson")).split(b"\n")[:-1]

    assert json.loads(line) == get("entries/event/").json()


@pytest.mark.usefixtures("entries")
def test_a_table_has_the_members_as_columns(get):
    answer = get("commitments.csv")

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    [row] = rows(answer)
    document = get("entries/troops/").json()
    assert row["id"] == document["id"]
    assert row["title.en"] == document["title"]["en"]
    assert row["date.edtf"] == "2025-09"
    assert row["domains"].split("\n") == ["land", "sea"]
    assert row["sources.slug"] == "report"
    assert row["url"] == "http://testserver/en/entries/troops/"


@pytest.mark.usefixtures("entries")
def test_a_list_within_the_rows_is_a_table_of_its_own(get):
    found = rows(get("entries.csv", of="actors", topic="force"))

    documents = get("entries/", topic="force").json()["results"]
    expected = [
        (document["id"], document["slug"], document["kind"], actor["slug"], actor["role"])
        for document in documents
        for actor in document["actors"]
    ]
    assert [(*tuple(row.values())[:4], row["actors.role"]) for row in found] == [
        tuple(one) for one in expected
    ]


def test_no_cell_is_a_formula(get, record):
    text = '=HYPERLINK("https://evil.example")'
    record.development("event", title_en=text, title_de="+1")

    [row] = rows(get("entries.csv"))

    assert row["title.en"] == f"'{text}"
    assert bare(row["title.en"]) == text
    header, first = sheets(get("entries.xlsx"))["entries"][:2]
    assert first[header.index("title.en")] == text


@pytest.mark.usefixtures("entries")
def test_a_workbook_has_a_sheet_for_each_list_and_says_what_it_is_of(get, settings):
    settings.LICENCE_NAME = "CC BY 4.0"
    answer = get("entries.xlsx")
    found = sheets(answer)

    assert found["entries"][0][:4] == ["id", "slug", "url", "kind"]
    assert len(found["entries"]) == 1 + 7
    actors = rows(get("entries.csv", of="actors"))
    assert len(found["actors"]) == 1 + len(actors)
    assert {"sources", "topics", "about"} < found.keys()
    about = {line[0]: line[1] for line in found["about"] if len(line) > 1}
    assert about["seq"] == answer["Record-Seq"]
    assert about["licence"] == "CC BY 4.0"


def test_a_workbook_that_would_be_too_long_is_refused(get, record, monkeypatch):
    monkeypatch.setattr("events.feeds.tables.workbook.MOST_ROWS", 1)
    record.development("one")
    assert len(sheets(get("entries.xlsx"))["entries"]) == 2
    record.development("two")

    answer = get("entries.xlsx")

    assert answer.status_code == 400
    assert answer.json()["errors"] == {
        "form": ["A workbook has at most 1 rows. Ask for fewer, or for CSV."]
    }


def test_a_timeline_says_no_more_than_is_known(get, record):
    for slug, date in (
        ("day", "2026-01-06"),
        ("month", "2025-09"),
        ("about", "2025~"),
        ("season", "2025-21"),
        ("days", "2025-12-01/2025-12-05"),
        ("since", "2025-11/.."),
        ("by", "../2026-01-06"),
        ("decade", "201X"),
    ):
        record.development(slug, date=date, title_en=f"<b>{slug}</b>", title_de="x")

    answer = get("entries.timeline.json", headers={"Accept-Language": "en"})

    told = json.loads(body(answer))
    found = {one["text"]["headline"][9:-10]: one for one in told["events"]}
    assert {slug: (one["start_date"], one.get("end_date")) for slug, one in found.items()} == {
        "day": ({"year": 2026, "month": 1, "day": 6}, None),
        "month": ({"year": 2025, "month": 9}, None),
        "about": ({"year": 2025}, None),
        "season": ({"year": 2025}, None),
        "days": (
            {"year": 2025, "month": 12, "day": 1},
            {"year": 2025, "month": 12, "day": 5},
        ),
        "since": ({"year": 2025, "month": 11}, None),
    }
    assert told["left_out"] == 2
    assert found["month"]["display_date"] == "September 2025"
    assert found["day"]["text"]["headline"] == "&lt;b&gt;day&lt;/b&gt;"


@pytest.mark.parametrize(("form", "page"), [("ics", "calendar.ics"), ("atom", "feed.atom")])
def test_what_pages_make_is_there_in_the_readers_language(get, record, form, page):
    record.summit("meeting")

    for language in ("en", "de"):
        answer = get(f"summits.{form}", headers={"Accept-Language": language}, topic="force")
        assert answer.status_code == 307
        assert answer["Location"] == f"/{language}/{page}?kind=summit&topic=force"
        assert answer["Vary"] == "Accept-Language"


@pytest.mark.usefixtures("entries")
@pytest.mark.parametrize("name", [name for name, _of, _table in REFERENCES])
def test_references_are_taken_along(get, name):
    listed = get(f"{name}/", limit=200).json()

    answer = get(f"{name}.ndjson")

    assert [json.loads(line) for line in body(answer).splitlines()] == listed["results"]
    table = get(f"{name}.csv")
    if name not in ("domains", "formats"):
        assert [row["slug"] for row in rows(table)] == [one["slug"] for one in listed["results"]]
        assert len(sheets(get(f"{name}.xlsx"))[name]) == 1 + len(listed["results"])
    else:
        assert table.status_code == 404


@pytest.mark.usefixtures("entries")
def test_the_matrix_is_taken_along(get):
    day = "2026-02-01"
    listed = get("matrix/", on=day).json()["positions"]

    found = rows(get("matrix.csv", on=day))

    pairs = [(one["actor"], one["topic"], one["stance"]) for one in listed]
    assert [(row["actor"], row["topic"], row["stance"]) for row in found] == pairs
    assert found[0]["on"] == day
    assert found[0]["sources.slug"] == "report"
    assert rows(get("matrix.csv", on=day, actor="russia")) == [
        row for row in found if row["actor"] == "russia"
    ]
    lines = [json.loads(line) for line in body(get("matrix.ndjson", on=day)).splitlines()]
    assert [(one["actor"], one["topic"]) for one in lines] == [pair[:2] for pair in pairs]
    assert len(sheets(get("matrix.xlsx", on=day))["positions"]) == 1 + len(pairs)


@pytest.mark.parametrize(
    ("path", "params", "status", "wrong"),
    [
        ("entries.pdf", {}, 404, None),
        ("actors.ics", {}, 404, None),
        ("entries.csv", {"limit": 5}, 400, "limit"),
        ("entries.csv", {"cursor": "AAAA"}, 400, "cursor"),
        ("entries.csv", {"actor": "nobody"}, 400, "actor"),
        ("entries.csv", {"of": "everything"}, 400, "of"),
        ("entries.ndjson", {"of": "sources"}, 400, "of"),
        ("summits.csv", {"stance": "opposes"}, 400, "stance"),
        ("entries.csv", {"seq": 9}, 409, None),
        ("matrix.csv", {"on": "2026"}, 400, "on"),
        ("topics.csv", {"kind": "country"}, 400, "kind"),
    ],
)
def test_what_cannot_be_taken_is_said(get, record, path, params, status, wrong):
    record.summit("meeting")

    answer = get(path, **params)

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    if wrong:
        assert list(answer.json()["errors"]) == [wrong]


def test_what_was_withdrawn_is_in_none(get, record):
    publishing.withdraw(record.development("event"))

    assert body(get("entries.ndjson")) == b""
    assert rows(get("entries.csv")) == []


def test_the_number_of_queries_does_not_grow(get, record, django_assert_max_num_queries):
    for number in range(10):
        record.summit(f"s{number}")

    # The end of the log, the same again for the walk, and the documents, which PostgreSQL copies.
    with django_assert_max_num_queries(3):
        body(get("entries.ndjson"))
