"""What leads a page to its address without what it does not take."""

import pytest
from django.test import Client

from events.views import urls
from events.views.frame.caching import TAKES
from events.views.taking import oembed, sitemap

# What the placeholders of addresses stand for.
NAMES = {
    "<str:slug>": "promise",
    "<int:number>": "1",
    "<str:form>": "bib",
    "<str:actor>": "germany",
    "<str:topic>": "force",
    "<str:first>": "berlin",
    "<str:second>": "paris",
    "<path:meetings>": "berlin/paris/nowhere",
    "<str:name>": "participants",
}
OF_OTHERS = {"actors/<str:slug>/": "actors/germany/", "topics/<str:slug>/": "topics/force/"}


def filled(template):
    path = OF_OTHERS.get(template, template)
    for placeholder, name in NAMES.items():
        path = path.replace(placeholder, name)
    return path


PAGES = {
    f"/en/{filled(str(pattern.pattern))}": TAKES[pattern.callback]
    for pattern in urls.urlpatterns
    if pattern.callback in TAKES and not TAKES[pattern.callback].ignores_others
} | {"/sitemap.xml": TAKES[sitemap.index], "/sitemap-pages.xml": TAKES[sitemap.part]}
CARRIED = {"as_of": "2026-01-06", "kind": "position", "actor": "germany", "after": ""}
EMBEDDED = [
    "/en/embed/",
    "/en/embed/timeline/",
    "/de/embed/entries/promise/",
    "/en/embed/positions/germany/force/",
]


def test_every_page_says_what_it_takes():
    for pattern in urls.urlpatterns:
        # A dialogue is one with a policy of its own around it.
        by_hand = pattern.name in (None, "entries", "embed", "pinned", "take", "take-front")
        assert (pattern.callback in TAKES) != by_hand, pattern


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.usefixtures("site")
def test_what_a_page_does_not_take_leads_to_its_address_without(path, method):
    takes = PAGES[path]
    kept = [(name, value) for name, value in CARRIED.items() if name in takes.accepted and value]
    query = "&".join(f"{name}={value}" for name, value in kept)
    ask = getattr(Client(), method)

    response = ask(f"{path}?utm_source=a%26b&{query}&fbclid=&x=y")

    expected = f"{path}?{query}" if query else path
    assert (response.status_code, response["Location"]) == (302, expected)
    assert "ETag" not in response
    assert "stale-if-error=600" in response["Cache-Control"]
    # There the way ends.
    assert ask(expected).status_code in (200, 404)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.usefixtures("site")
def test_empty_fields_leave_the_address(client, path):
    name = next(iter(PAGES[path].accepted), "q")

    response = client.get(f"{path}?{name}=%20&{name}=")

    assert (response.status_code, response["Location"]) == (302, path)


@pytest.mark.parametrize("path", EMBEDDED)
@pytest.mark.usefixtures("site")
def test_in_a_frame_the_way_stays_there(client, path):
    response = client.get(f"{path}?utm_source=x&as_of=2026-01-06")

    assert (response.status_code, response["Location"]) == (302, f"{path}?as_of=2026-01-06")


@pytest.mark.usefixtures("site")
def test_a_condition_does_not_keep_a_reader_at_a_wrong_address(client):
    """The tag of a page is the same at all addresses."""
    etag = client.get("/en/about/")["ETag"]

    for condition in (etag, "*"):
        response = client.get("/en/about/?utm_source=x", headers={"If-None-Match": condition})
        assert response.status_code == 302


@pytest.mark.usefixtures("site")
def test_a_part_of_a_page_is_asked_for_at_its_own_address(client):
    response = client.get("/en/timeline/?utm_source=x", headers={"HX-Request": "true"})

    assert (response.status_code, response["Location"]) == (302, "/en/timeline/")


def test_a_language_is_kept(client, db):
    assert client.get("/de/?utm_source=x")["Location"] == "/de/"


@pytest.mark.usefixtures("site")
def test_an_entry_that_has_another_address_is_found_all_the_same(client, site):
    response = client.get(f"/en/entries/{site.promise.uid}/?utm_source=x", follow=True)

    assert response.status_code == 200
    assert [status for _url, status in response.redirect_chain] == [302, 301]


def test_what_is_asked_for_by_the_rules_of_others_is_not_led_away(client, site):
    url = "http://testserver/en/entries/promise/?utm_source=newsletter"
    response = client.get("/oembed", {"url": url, "origin": "x", "maxwidth": ""})

    assert TAKES[oembed.oembed].ignores_others
    assert response.status_code == 200
    assert response.json()["title"].startswith("Title of promise, corrected")


def test_only_reading_is_answered(client, db):
    assert client.post("/en/about/?utm_source=x").status_code == 405
