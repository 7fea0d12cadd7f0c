import csv
import tracemalloc
from io import StringIO

import pytest

from events import public, publishing
from events.feeds import tables
from events.public.lists import walking
from events.views.frame import downloads
from events.views.taking import tables as views
from tests.views.reading import queries


def rows(response):
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    text = response.getvalue().decode()
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_list_as_a_table(client, site):
    found = rows(client.get("/en/entries.csv"))

    slugs = ["paris", "refusal", "stand", "unclear", "answered", "berlin", "event"]
    assert sorted(row["slug"] for row in found) == sorted([*slugs, "promise", "older-promise"])
    [promise] = [row for row in found if row["slug"] == "promise"]
    document = public.entry("promise").document
    assert promise["id"] == document["id"]
    assert promise["url"] == "http://testserver/en/entries/promise/"
    assert (promise["title.en"], promise["date.edtf"]) == (
        *("Title of promise, corrected", "2025-09"),
    )
    assert promise["sources.title"] == "Report report"
    assert promise["version.note.en"] == "Corrected the title"
    assert (promise["counts.reported"], promise["stance"]) == ("26", "")


def test_what_is_quoted_comes_as_it_is(client, record):
    quote = '"Never", he said; =1+1,\n„niemals“'
    entry = record.position("stand", publish=False)
    entry.citations.update(quote=quote, locator="p. 3")
    record.cite(entry, "other", stance="contradicts")
    publishing.publish(entry)

    [row] = rows(client.get("/en/entries.csv?kind=position"))

    [quoted, second] = row["sources.quote"].split("\n")
    assert tables.bare(quoted) == quote.replace("\n", " ")
    assert second == ""
    assert row["sources.stance"] == "supports\ncontradicts"
    assert row["sources.locator"] == "p. 3\n"


def test_a_table_has_the_columns_of_its_kind(client, site):
    response = client.get("/en/entries.csv?kind=question")

    header = response.text.partition("\r\n")[0].split(",")
    assert header == tables.entries.entries("question").header
    assert "stance" not in header
    assert {row["slug"]: row["answered_by.slug"] for row in rows(response)} == {
        "unclear": "",
        "answered": "event",
    }


def test_a_table_of_a_window_tells_what_is_certain(client, record):
    record.development("known", date="2026-01-06")
    record.development("vague", date="../2026-01")

    certain = rows(client.get("/en/entries.csv?from=2026-01-01"))
    possible = rows(client.get("/en/entries.csv?from=2026-01-01&when=possible"))

    assert [(row["slug"], row["when"]) for row in certain] == [("known", "certain")]
    assert {row["slug"]: row["when"] for row in possible} == {
        "known": "certain",
        "vague": "possible",
    }


def test_the_head_of_a_table_says_what_it_is_of(client, site):
    response = client.get("/de/entries.csv?kind=summit")

    seq = public.last_seq()
    assert response["Content-Disposition"] == f'attachment; filename="summits-{seq}.csv"'
    assert response["Record-Seq"] == str(seq)
    assert response["Record-Time"] == public.timestamp(public.kept().published_at)
    assert response["Link"].startswith(
        '<http://testserver/de/timeline/?kind=summit>; rel="alternate"'
    )
    assert rows(response)[0]["url"] == "http://testserver/de/entries/paris/"


def test_a_table_of_the_past(client, site):
    then = public.version("promise", 1).published_at.isoformat()

    response = client.get("/en/entries.csv", {"kind": "commitment", "as_of": then})

    assert response["Record-Seq"] == str(public.version("promise", 1).seq)
    [promise, _older] = rows(response)
    assert promise["title.en"] == "Title of promise"
    assert promise["url"].startswith("http://testserver/en/entries/promise/?as_of=")


@pytest.mark.parametrize("short", [2, 1000])
def test_a_table_is_sent_again_only_if_something_has_changed(
    client, record, site, short, monkeypatch
):
    monkeypatch.setattr(downloads, "SHORT", short)
    first = client.get("/en/entries.csv")
    assert first.streaming is (short == 2)
    assert first.getvalue()
    tag = first["ETag"]

    again = client.get("/en/entries.csv", headers={"If-None-Match": tag})
    assert (again.status_code, again["ETag"]) == (304, tag)
    record.development("news")
    other = client.get("/en/entries.csv", headers={"If-None-Match": tag})
    assert (other.status_code, bool(other.getvalue())) == (200, True)


def test_a_long_table_is_that_of_one_state(client, record, monkeypatch):
    monkeypatch.setattr(walking, "AT_ONCE", 2)
    monkeypatch.setattr(downloads, "SHORT", 3)
    monkeypatch.setattr(downloads, "AT_ONCE", 1)
    for number in range(9):
        record.development(f"e{number}", date=f"2026-01-0{number + 1}")

    response = client.get("/en/entries.csv")
    content = iter(response.streaming_content)
    pieces = [next(content)]
    record.development("meanwhile", date="2025-01-01")
    pieces += content

    found = csv.DictReader(StringIO(b"".join(pieces).decode(), newline=""))
    assert [row["slug"] for row in found] == [f"e{number}" for number in reversed(range(9))]


def test_a_long_table_keeps_its_place_until_it_is_read(client, record, site, monkeypatch):
    monkeypatch.setattr(downloads, "SHORT", 2)
    place = public.lengthy()
    monkeypatch.setattr(place, "seconds", 0)

    first = client.get("/en/entries.csv")
    assert client.get("/en/entries.csv").status_code == 503
    assert client.get("/en/actors.csv?as_of=2000-01-01").status_code == 200
    first.getvalue()
    assert client.get("/en/entries.csv").getvalue()


def test_nothing_of_a_long_table_is_kept(client, record, monkeypatch):
    record.development("one")
    document = public.entry("one").document
    monkeypatch.setattr(views, "_told", lambda _pages: ((document, None) for _n in range(20_000)))
    response = client.get("/en/entries.csv")
    tracemalloc.start()
    size = sum(len(piece) for piece in response.streaming_content)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size > 7_000_000
    assert most < 2_000_000


def test_a_table_that_is_too_long_is_refused_in_words(client, site, monkeypatch):
    monkeypatch.setattr(walking, "AT_ONCE", 2)
    monkeypatch.setattr(views, "MOST_ROWS", 5)

    response = client.get("/en/entries.csv")

    said = "entries: These are 9 entries; a table has at most 5. Ask for fewer.\n"
    assert (response.status_code, response.text) == (400, said)
    assert len(rows(client.get("/en/entries.csv?kind=position"))) == 2


def test_actors_and_topics_as_tables(client, site):
    found = {row["slug"]: row for row in rows(client.get("/en/actors.csv"))}

    assert found["merz"]["represents"] == "germany"
    assert found["merz"]["url"] == "http://testserver/en/actors/merz/"
    assert found["the-willing"]["members.role"] == "lead\nmember"
    [force] = rows(client.get("/de/topics.csv"))
    assert (force["slug"], force["name.de"]) == ("force", "Thema force")
    assert force["url"] == "http://testserver/de/topics/force/"


def test_a_table_of_names_goes_on_where_the_last_page_ended(client, record, monkeypatch):
    monkeypatch.setattr(views, "AT_ONCE", 2)
    for number in range(5):
        record.development(f"e{number}", topics=[f"t{number}"])

    found = rows(client.get("/en/topics.csv"))

    assert [row["slug"] for row in found] == ["t0", "t1", "t2", "t3", "t4"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("entries.csv?kind=feast", "kind: “feast” is not one of: summit"),
        ("entries.csv?order=sideways", "order: “sideways” is not one of: newest, oldest.\n"),
        ("actors.csv?as_of=9999-01-01", "as_of: “9999-01-01” is in the future"),
        ("topics.csv?kind=summit", "kind: This list has no such filter. It has: "),
    ],
)
def test_a_wrong_filter_of_a_table_is_named(client, db, path, said):
    response = client.get(f"/en/{path}")

    assert (response.status_code, response.text[: len(said)]) == (400, said)


def test_a_table_without_entries_has_its_header(client, db):
    response = client.get("/en/entries.csv")

    assert response.text == ",".join(tables.entries.entries().header) + "\r\n"


def test_a_longer_table_asks_no_more(client, record, django_assert_max_num_queries):
    record.development("e0")
    few = queries(client, "/en/entries.csv", django_assert_max_num_queries)
    for number in range(1, 20):
        record.development(f"e{number}", topics=["force"])

    assert queries(client, "/en/entries.csv", django_assert_max_num_queries) == few


def test_the_lists_of_names_lead_to_their_tables(client, site):
    for name in ("actors", "topics"):
        page = client.get(f"/en/{name}/?as_of=2026-01-01")
        assert f'href="/en/{name}.csv' in page.text


@pytest.fixture
def promise(site):
    record, promise = site.record, site.promise
    for actor, rows in {
        "france": [("announced", "2025-09-04", "land"), ("signed", "2026-01-06", "land")],
        "italy": [("declined", "2026-01", "")],
    }.items():
        for stage, date, domain in rows:
            within = {"domain": domain} if domain else {}
            record.called(promise, actor, stage=stage, date=date, quote="-1 %", **within)
    publishing.publish(promise)
    return promise


def test_a_roll_call_as_a_table(client, promise):
    found = rows(client.get("/en/entries/promise/roll-call.csv?on=2026-01-10"))

    kept = ("actor", "domain", "stage", "date.edtf", "standing", "possibly", "ahead", "quote")
    assert [tuple(row[name] for name in kept) for row in found] == [
        ("poland", "", "announced", "", "confirmed", "", "false", ""),
        ("france", "land", "announced", "2025-09-04", "confirmed", "", "false", "'-1 %"),
        ("france", "land", "signed", "2026-01-06", "confirmed", "", "false", "'-1 %"),
        ("italy", "", "declined", "2026-01", "", "declined", "true", "'-1 %"),
    ]
    assert (found[0]["amount.value"], found[0]["amount.unit.slug"]) == ("1200", "soldiers")
    assert {row["sources.title"] for row in found} == {"Report report"}
    assert {row["on"] for row in found} == {"2026-01-10"}
    assert found[1]["actors.name.de"] == "France (de)"
    assert found[0]["url"] == "http://testserver/en/entries/promise/"


def test_the_page_leads_to_the_table_of_its_day(client, promise):
    page = client.get("/en/entries/promise/?on=2025-12-01")

    assert 'href="/en/entries/promise/roll-call.csv?on=2025-12-01"' in page.text
    earlier = rows(client.get("/en/entries/promise/roll-call.csv?on=2025-12-01"))
    assert [row["ahead"] for row in earlier if row["actor"] == "france"] == ["false", "true"]


def test_only_a_commitment_has_a_roll_call(client, promise):
    for slug in ("paris", "gone", "nothing"):
        assert client.get(f"/en/entries/{slug}/roll-call.csv").status_code == 404
    wrong = client.get("/en/entries/promise/roll-call.csv?on=yesterday")
    assert (wrong.status_code, wrong.text[:3]) == (400, "on:")
    promise.slug = "promise-2025"
    promise.save()
    publishing.publish(promise)
    moved = client.get("/en/entries/promise/roll-call.csv")
    assert moved["Location"] == "/en/entries/promise-2025/roll-call.csv"
