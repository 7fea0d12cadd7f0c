"""One entry, its versions, and what became of addresses that it had."""

from typing import Any
from urllib.parse import urlencode

import orjson
import pytest

from events import publishing
from events.documents.rendering import render
from events.documents.shapes import SHAPE
from events.log import timestamp
from events.models import Version
from events.publishing import door


def test_an_entry_is_the_stored_text(get, record):
    record.position()

    assert get("entries/stand/").content.decode() == Version.objects.get().document
    assert get("positions/stand/").content == get("entries/stand/").content


def test_a_list_is_spliced_from_the_stored_texts(get, record):
    record.summit("one", date="2026-01-01")
    record.summit("two", date="2026-01-02")
    texts = Version.objects.order_by("-seq").values_list("document", flat=True)

    time = timestamp(Version.objects.get(seq=2).published_at)

    state = f'"next":null,"previous":null,"seq":2,"time":"{time}"'
    expected = f'{{{state},"results":[{",".join(texts)}]}}'
    assert get("entries/").content.decode() == expected


def told(response):
    return {item["slug"]: item["when"] for item in response.json()["results"]}


def test_what_was_by_a_day_can_have_been_in_any_window_before(get, record):
    record.development("by", date="../2026-01-06")
    window = {"from": "1999-01-01", "to": "1999-12-31"}

    assert told(get("entries/", **window)) == {"by": "possible"}
    assert told(get("entries/", **window, when="possible")) == {"by": "possible"}
    assert get("entries/", **window, when="certain").json() == {
        "next": None,
        "previous": None,
        "seq": 1,
        "time": timestamp(Version.objects.get().published_at),
        "results": [],
    }
    assert told(get("entries/", to="2026-01-06", when="certain")) == {"by": "certain"}
    assert told(get("entries/", to="2026-01-05")) == {"by": "possible"}


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize("limit", [1, 2, 200])
def test_each_result_of_a_window_says_whether_it_was_in_it(get, record, order, limit):
    for slug, edtf in (
        ("day", "2026-01-06"),
        ("month", "2026-01"),
        ("year", "2026"),
        ("by", "../2026-01-06"),
        ("since", "2025-11/.."),
        ("about", "2026-01-31~"),
        ("later", "2026-02-01"),
        ("any", "XXXX-01"),
    ):
        record.development(slug, date=edtf)
    found: dict[str, Any] = {}
    params = {"from": "2026-01-01", "to": "2026-01-31", "order": order, "limit": limit}
    url = "/api/v1/entries/?" + urlencode(params)
    while url:
        page = get(url.partition("/api/v1/")[2])
        found |= told(page)
        url = page.json()["next"]

    assert found == {
        "day": "certain",
        "month": "certain",
        "since": "certain",
        **dict.fromkeys(("year", "by", "about", "any"), "possible"),
    }


@pytest.mark.parametrize("params", [{}, {"year": "2026"}, {"q": "title"}, {"limit": "1"}])
def test_without_a_window_no_result_says_it(get, record, params):
    record.development("event")

    assert [*get("entries/", **params).json()["results"][0]][-1] != "when"
    assert "when" not in get("entries/", **params).json()["results"][0]


def test_the_document_of_a_window_is_the_stored_text_and_no_more(get, record):
    record.summit("one", date="2026-01-06")
    text = Version.objects.get().document

    response = get("summits/", **{"from": "2026-01-06"})

    time = timestamp(Version.objects.get(seq=1).published_at)

    expected = f'"seq":1,"time":"{time}","results":[{text[:-1]},"when":"certain"}}]}}'
    assert response.content.decode() == f'{{"next":null,"previous":null,{expected}'


def test_what_was_certain_as_the_record_stood(get, record):
    entry = record.development("event", date="2026-01-06")
    then = timestamp(Version.objects.get().published_at)
    entry.date = "2026"
    entry.save()
    publishing.publish(entry)
    window = {"from": "2026-01-01", "to": "2026-01-31"}

    assert told(get("entries/", **window)) == {"event": "possible"}
    assert told(get("entries/", **window, as_of=then)) == {"event": "certain"}
    assert told(get("entries/", **window, as_of=then, when="certain")) == {"event": "certain"}
    assert told(get("entries/", **window, when="certain")) == {}


@pytest.mark.parametrize("worded", [False, True])
def test_by_in_documents_of_the_first_shape(get, record, monkeypatch, worded):
    """“Up to” is served as “by”, unless an editor worded the date so."""
    by = {"en": "by 6 January 2026", "de": "spätestens 6. Januar 2026"}
    said = {"en": "up to 6 January 2026", "de": "bis 6. Januar 2026"}
    if worded:
        said = {"en": "up to Epiphany", "de": "bis Dreikönig"}

    def in_shape_1(*given):
        document: dict[str, Any] = dict(render(*given))
        assert document["date"]["label"] == by
        sources = [{**source, "language": "de"} for source in document["sources"]]
        date = document["date"] | {"label": said}
        [process], [record_of_it] = document["processes"], document["process_records"]
        of_one = {"process": process, "process_record": record_of_it}
        return document | of_one | {"shape": 1, "date": date, "sources": sources}

    with monkeypatch.context() as patch:
        patch.setattr(door, "render", in_shape_1)
        record.development("event", date="../2026-01-06")
    list(publishing.rebuild())
    published = Version.objects.get().document

    served = get("entries/event/").json()

    served_at = f"entries/{served['id']}/versions/1/"
    stored = orjson.loads(published)
    assert (stored["shape"], stored["date"]["label"]) == (1, said)
    assert (served["shape"], served["date"]["label"]) == (SHAPE, said if worded else by)
    original = get(served_at, shape="original").content.decode()
    assert original.endswith(f',"document":{published}}}')
    page = get("entries/", **{"from": "1999-01-01"}).json()["results"]
    assert [item["date"]["label"] for item in page] == [served["date"]["label"]]


def test_an_empty_record(get, db):
    empty = {"next": None, "previous": None, "seq": 0, "time": None, "results": []}
    assert get("entries/").json() == get("entries/", seq=0).json() == empty


def test_an_entry_by_its_id(get, record):
    entry = record.position()

    assert get(f"entries/{entry.uid}/").json()["slug"] == "stand"
    # Another spelling of the id is another address.
    response = get(f"entries/{entry.uid.hex}/")
    assert (response.status_code, response["Location"]) == (308, "/api/v1/entries/stand/")


def test_an_entry_below_another_kind_is_not_found(get, record):
    record.position()

    assert get("summits/stand/").status_code == 404
    assert get("summits/stand/versions/").status_code == 404
    assert get("summits/stand/versions/1/").status_code == 404


def test_a_withdrawn_entry(get, record):
    publishing.withdraw(record.position(), note="It was never said.")
    withdrawn = Version.objects.get(number=2)

    response = get("entries/stand/")

    assert response.status_code == 410
    assert response.json() == {
        "type": "about:blank",
        "code": "withdrawn",
        "title": "Gone",
        "status": 410,
        "detail": "“stand” was withdrawn from the record.",
        "withdrawn_at": f"{withdrawn.published_at:%Y-%m-%dT%H:%M:%S.%fZ}",
        "note": {"en": "It was never said."},
    }
    assert get("positions/stand/").status_code == 410


@pytest.mark.parametrize("below", ["entries", "positions"])
def test_an_entry_that_moved(get, record, below):
    entry = record.position()
    entry.slug = "stance"
    entry.save()
    publishing.publish(entry)

    response = get(f"{below}/stand/")

    assert (response.status_code, response.content) == (308, b"")
    assert response["Location"] == f"/api/v1/{below}/stance/"
    # The move is permanent, but the address can come into use again, so nobody should keep the
    # redirect for ever.
    assert response["Cache-Control"] == (
        "public, max-age=10, stale-while-revalidate=60, stale-if-error=600"
    )
    now = f"{Version.objects.get(number=2).published_at.isoformat()}"
    response = get(f"{below}/stand/", as_of=now)
    assert response["Location"].startswith(f"/api/v1/{below}/stance/?as_of=")
    assert get(response["Location"].removeprefix("/api/v1/")).status_code == 200


def test_versions(get, record):
    entry = record.position()
    entry.slug, entry.title_en = "stance", "New"
    entry.save()
    publishing.publish(entry, note="Renamed.")
    publishing.withdraw(entry, note="Wrong.")
    first, second, third = Version.objects.order_by("seq")

    for name in ("stand", "stance", entry.uid):
        body = get(f"entries/{name}/versions/").json()
        assert (body["next"], body["previous"]) == (None, None)
        assert body["results"] == [
            {
                "number": version.number,
                "seq": version.seq,
                "action": action,
                "slug": slug,
                "published_at": f"{version.published_at:%Y-%m-%dT%H:%M:%S.%fZ}",
                "loaded_at": None,
                "note": note,
                "url": f"http://testserver/api/v1/entries/{entry.uid}/versions/{version.number}/",
            }
            for version, action, slug, note in (
                (first, "published", "stand", {}),
                (second, "published", "stance", {"en": "Renamed."}),
                (third, "withdrawn", "stance", {"en": "Wrong."}),
            )
        ]


def test_one_version(get, record):
    entry = record.position()
    publishing.withdraw(entry, note="Wrong.")
    first, second = Version.objects.order_by("seq")
    response = get(f"entries/{entry.uid}/versions/1/")

    assert response.content.decode().endswith(f',"document":{first.document}}}')
    assert list(response.json()) == [
        *("id", "kind", "number", "seq", "action", "slug", "published_at", "loaded_at", "note"),
        "document",
    ]
    assert get(f"entries/{entry.uid}/versions/2/").json() == {
        "id": str(entry.uid),
        "kind": "position",
        "number": 2,
        "seq": second.seq,
        "action": "withdrawn",
        "slug": "stand",
        "published_at": f"{second.published_at:%Y-%m-%dT%H:%M:%S.%fZ}",
        "loaded_at": None,
        "note": {"en": "Wrong."},
        "document": None,
    }
    # Only a redaction changes a version, which caches of others are not told of.
    assert response["Cache-Control"] == (
        "public, max-age=60, s-maxage=60, stale-while-revalidate=60, stale-if-error=600"
    )


@pytest.mark.parametrize(
    "path",
    [
        "entries/never/",
        "entries/never/versions/",
        "entries/stand/versions/0/",
        "entries/stand/versions/2/",
        "entries/stand/versions/99999999999999999999/",
        f"entries/stand/versions/{'9' * 5000}/",
        "entries/stand/versions/-1/",
        "entries/stand/versions/one/",
        "entries/%00/",
        "entries/stand%00/versions/",
        f"entries/{'x' * 10_000}/",
        "entries/00000000-0000-0000-0000-000000000000/",
        "entries/../",
        "entries/%F0%28%8C%28/",
        "topics/never/",
        "actors/%00/",
        "actors/force/",
        "processes/france/",
        "sources/stand/",
        "nowhere/",
        "entries/stand/more/",
    ],
)
def test_what_is_nowhere_is_a_404(get, record, path):
    record.position()
    response = get(path)

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
