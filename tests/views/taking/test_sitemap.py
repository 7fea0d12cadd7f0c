from xml.etree import ElementTree as ET

import pytest
from django.test import override_settings
from django.utils import timezone

from events import public
from events.views.taking import sitemap

HOST = "http://testserver"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def listed(client, address):
    """The addresses of a map, without the host."""
    response = client.get(address.removeprefix(HOST))
    assert response.status_code == 200, address
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return [loc.text.removeprefix(HOST) for loc in ET.fromstring(response.content).iter(LOC)]


LOC = f"{{{NAMES['s']}}}loc"


def test_the_map_leads_to_every_page_in_every_language(client, site):
    maps = listed(client, "/sitemap.xml")

    assert maps == [
        "/sitemap-pages.xml",
        "/sitemap-actors.xml",
        "/sitemap-topics.xml",
        "/sitemap-sources.xml",
        "/sitemap-entries.xml",
    ]
    found = [url for address in maps for url in listed(client, address)]
    assert len(found) == len(set(found))
    for language in ("en", "de"):
        for path in (
            "",
            "timeline/",
            "entries/paris/",
            "actors/germany/",
            "topics/force/",
            "sources/report/",
        ):
            assert f"/{language}/{path}" in found
    assert not [url for url in found if "gone" in url or ("older" in url and "promise" not in url)]
    for url in found:
        assert client.get(url).status_code == 200, url


def test_every_address_is_absolute_and_names_its_other_languages(client, site):
    root = ET.fromstring(client.get("/sitemap-entries.xml").content)

    for url in root.findall("s:url", NAMES):
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)}
        assert set(links) == {"en", "de", "x-default"}
        assert url.findtext("s:loc", None, NAMES) in links.values()
        assert links["x-default"] == links["en"]
        assert all(address.startswith(f"{HOST}/") for address in links.values())


def test_an_entry_was_changed_when_its_version_was_published(client, site):
    root = ET.fromstring(client.get("/sitemap-entries.xml").content)

    times = {
        url.findtext("s:loc", None, NAMES): url.findtext("s:lastmod", None, NAMES)
        for url in root.findall("s:url", NAMES)
    }
    published = public.timestamp(public.entry("promise").published_at)
    assert times[f"{HOST}/de/entries/promise/"] == published


def test_a_map_has_pages_of_a_bounded_size(client, record, monkeypatch):
    monkeypatch.setattr(sitemap, "SIZE", 2)
    for number in range(5):
        record.development(f"e{number}", actors=[f"actor-{number}"])

    maps = listed(client, "/sitemap.xml")
    entries = [address for address in maps if "entries" in address]
    actors = [address for address in maps if "actors" in address]

    assert [len(listed(client, address)) for address in entries] == [4, 4, 2]
    assert [len(listed(client, address)) for address in actors] == [4, 4, 2]
    found = [url for address in entries for url in listed(client, address)]
    assert sorted(found) == sorted(
        f"/{language}/entries/e{number}/" for language in ("en", "de") for number in range(5)
    )


def test_a_page_has_at_most_ten_thousand_addresses():
    assert sitemap.SIZE * len(sitemap.CODES) <= 10_000


@pytest.mark.parametrize(
    "address",
    [
        "/sitemap-nothing.xml",
        "/sitemap-entries.xml?after=x",
        "/sitemap-entries.xml?after=-1",
        "/sitemap-entries.xml?after=1&after=2",
        "/sitemap-actors.xml?after=%00",
    ],
)
def test_there_are_no_other_maps(client, db, address):
    assert client.get(address).status_code == 404


def test_a_map_is_not_sent_again(client, site):
    first = client.get("/sitemap.xml")

    again = client.get("/sitemap.xml", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304


def test_robots_are_told_of_the_map(client, db):
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    first, desk, *_others, last = response.text.splitlines()
    assert (first, desk) == ("User-agent: *", "Disallow: /admin/")
    assert last == f"Sitemap: {HOST}/sitemap.xml"


def test_an_empty_record_has_a_map(client, db):
    assert listed(client, "/sitemap-entries.xml") == []
    assert listed(client, "/sitemap.xml")


@override_settings(ALLOWED_HOSTS=["record.test"])
def test_addresses_have_the_host_that_was_asked(client, site):
    response = client.get("/sitemap-pages.xml", headers={"Host": "record.test"})

    assert b"<loc>http://record.test/en/</loc>" in response.content
    assert timezone.now()


def test_robots_leave_out_what_has_no_end(client, db):
    lines = client.get("/robots.txt").text.splitlines()

    assert "Disallow: /*/embed/" in lines
    for name in ("from", "to", "lanes", "cursor", "as_of"):
        assert {f"Disallow: /*?{name}=", f"Disallow: /*&{name}="} <= set(lines)
