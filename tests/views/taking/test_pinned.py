from urllib.parse import parse_qs, urlsplit

import pytest

from events.log import Version
from events.public import Moment


def test_a_view_can_be_kept_as_it_is(client, site):
    response = client.get("/en/pinned/timeline/?kind=summit")

    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]
    url = urlsplit(response["Location"])
    query = parse_qs(url.query)
    assert (url.path, query["kind"]) == ("/en/timeline/", ["summit"])
    moment = Moment.parse(query["as_of"][0])
    assert moment.until == Version.objects.latest("seq").published_at
    page = client.get(response["Location"])
    assert page.status_code == 200
    assert page.context["frame"].as_of.text == query["as_of"][0]
    chips = {chip.name: chip.value for chip in page.context["form"].chips}
    assert chips["As the record stood on"] == page.context["frame"].as_of.label
    assert query["as_of"][0] not in chips.values()


def test_what_is_kept_already_stays_as_it_is(client, site):
    response = client.get("/de/pinned/entries/paris/?as_of=2026-01-06")

    assert response["Location"] == "/de/entries/paris/?as_of=2026-01-06"


def test_a_wrong_moment_gives_way(client, site):
    location = client.get("/de/pinned/timeline/?as_of=yesterday")["Location"]

    assert Moment.parse(parse_qs(urlsplit(location).query)["as_of"][0])


@pytest.mark.parametrize("path", ["nowhere/", "feed.atom/", "embed/timeline/", "pinned/timeline/"])
def test_only_views_can_be_kept(client, db, path):
    assert client.get(f"/en/pinned/{path}").status_code == 404


def test_the_front_page_can_be_kept(client, db):
    assert client.get("/en/pinned/")["Location"].startswith("/en/?as_of=")


def test_white_space_around_a_moment_does_no_harm(client, site):
    assert client.get("/en/timeline/?as_of=+2026-01-06T10:00Z+").status_code == 200
