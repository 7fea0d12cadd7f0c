import pytest
from django.urls import set_script_prefix
from django.utils.translation import override

from events import publishing
from events.views.frame.embed import EMBEDDABLE, embeddable, embedded, split
from events.views.urls import urlpatterns
from tests.views.test_pages import Page, keeps_the_policy

FRAMED = [
    *("", "timeline/", "timeline/?kind=summit&order=oldest", "timeline/?as_of=2020-01-01"),
    *("entries/paris/", "entries/promise/versions/", "entries/promise/versions/1/"),
]


@pytest.fixture
def below_a_path():
    """What the web server says to the program where the site is at /record/."""
    set_script_prefix("/record/")
    yield
    set_script_prefix("/")


def ancestors(response):
    policy = response["Content-Security-Policy"].split("; ")
    return [item for item in policy if item.startswith("frame-ancestors")]


@pytest.mark.usefixtures("site")
def test_any_view_can_be_framed(client):
    for path in FRAMED:
        response = client.get(f"/en/embed/{path}")
        page = Page(response.text)

        assert response.status_code == 200, path
        assert ancestors(response) == ["frame-ancestors *"]
        assert "X-Frame-Options" not in response
        assert response["X-Robots-Tag"] == "noindex"
        assert page.open == []
        keeps_the_policy(page)
        assert page.all("base") == [{"target": "_blank"}]
        assert page.all("header") == [] or "masthead" not in response.text
        assert page.levels.count(1) == 1
        assert 'name="embed-code"' not in response.text


@pytest.mark.usefixtures("site")
def test_only_what_is_below_embed_can_be_framed(client):
    others = [*(f"/en/{path}" for path in FRAMED), "/en/feed.atom", "/en/calendar.ics"]
    others += ["/en/card.png", "/en/nowhere/", "/healthz", "/admin/login/", "/sitemap.xml"]
    others += ["/oembed", "/en/pinned/timeline/", "/en/embedded/"]
    for path in others:
        response = client.get(path)
        assert ancestors(response) == ["frame-ancestors 'none'"], path
        assert response["X-Frame-Options"] == "DENY", path


@pytest.mark.usefixtures("site")
def test_a_frame_shows_the_same_and_leads_to_the_site(client):
    framed = client.get("/en/embed/timeline/?kind=summit")
    page = Page(framed.text)

    assert framed.context["groups"] == client.get("/en/timeline/?kind=summit").context["groups"]
    links = [link["href"] for link in page.all("a")]
    assert "/en/entries/paris/" in links
    assert "/en/timeline/?kind=summit" in links
    # What is chosen in the drawing stays in the frame, and nothing else does.
    inside = [link for link in page.all("a") if "/embed/" in link["href"]]
    assert {link["href"].partition("?")[0] for link in inside} == {"/en/embed/timeline/"}
    assert all(link["href"].endswith("#drawing") for link in inside)
    assert {link.get("target") for link in inside} == {"_self"}
    [drawing] = [part for part in page.all("section") if part.get("id") == "drawing"]
    assert drawing["data-base"] == "/en/embed/timeline/?kind=summit"
    assert {"rel": "canonical", "href": "http://testserver/en/timeline/?kind=summit"} in page.all(
        "link"
    )


@pytest.mark.usefixtures("site")
def test_wrong_filters_are_said_in_the_frame(client):
    response = client.get("/en/embed/timeline/?kind=feast")

    assert response.status_code == 400
    assert ancestors(response) == ["frame-ancestors *"]
    assert "feast" in response.text


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("entries/nothing/", 404),
        ("entries/gone/", 410),
        ("nowhere/", 404),
        ("feed.atom/", 404),
        ("embed/timeline/", 404),
        ("search/", 404),
    ],
)
def test_what_is_not_there_is_said_in_the_frame(client, path, status):
    response = client.get(f"/en/embed/{path}")

    assert response.status_code == status
    assert ancestors(response) == ["frame-ancestors *"]
    assert "X-Frame-Options" not in response
    assert Page(response.text).all("base")


@pytest.mark.usefixtures("site")
def test_a_redirect_stays_in_the_frame(client, site):
    site.summit.slug = "paris-2026"
    site.summit.save()

    publishing.publish(site.summit)

    assert client.get("/en/embed/entries/paris/")["Location"] == "/en/embed/entries/paris-2026/"
    empty = client.get("/en/embed/timeline/?kind=&q=peace")
    assert (empty.status_code, empty["Location"]) == (302, "/en/embed/timeline/?q=peace")
    assert client.get("/en/embed/timeline")["Location"] == "/en/embed/timeline/"


@pytest.mark.usefixtures("site")
def test_a_frame_that_has_not_changed_may_still_be_framed(client):
    first = client.get("/en/embed/timeline/")

    again = client.get("/en/embed/timeline/", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert ancestors(again) == ["frame-ancestors *"]
    assert "X-Frame-Options" not in again


def test_frames_are_only_read(client, db):
    assert client.post("/en/embed/timeline/").status_code in (403, 405)


def test_what_can_be_framed_exists():
    assert {pattern.name for pattern in urlpatterns} >= EMBEDDABLE


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/en/", "front"),
        ("/en/timeline/", "timeline"),
        ("/en/positions/", "positions"),
        ("/en/entries/paris/", "entry"),
        ("/en/compare/a/b/", "compare"),
        ("/en/feed.atom", None),
        ("/en/entries/paris/card.png", None),
        ("/en/embed/timeline/", None),
        ("/admin/", None),
        ("/nowhere", None),
    ],
)
def test_pages_can_be_framed_and_nothing_else(path, name):
    with override("en"):
        match = embeddable(path)

    assert (match.url_name if match else None) == name


@pytest.mark.parametrize(
    ("url", "framed"),
    [
        ("/en/", "/en/embed/"),
        ("/de/timeline/?kind=summit", "/de/embed/timeline/?kind=summit"),
        ("/de/embed/timeline/", "/de/embed/timeline/"),
        ("/fr/timeline/", "/fr/timeline/"),
        ("https://example.org/en/", "https://example.org/en/"),
        ("", ""),
    ],
)
def test_addresses_for_frames(url, framed):
    assert embedded(url) == framed


def test_an_address_is_taken_apart():
    assert split("/en/embed/timeline/") == ("en", "timeline/")
    assert split("/en/timeline/") == ("en", "timeline/")
    assert split("/en") == ("", "")
    assert split("/nowhere/") == ("", "")


@pytest.mark.usefixtures("site")
def test_a_site_below_a_path_is_framed_below_it(client, below_a_path):
    response = client.get("/en/embed/entries/paris/", SCRIPT_NAME="/record")

    links = [link["href"] for link in Page(response.text).all("a")]
    assert response.status_code == 200
    assert links
    assert all(link.startswith(("/record/", "#")) for link in links)


@pytest.mark.usefixtures("site")
def test_a_link_within_the_page_stays_in_the_frame(client, record):
    entry = record.development("counted", publish=False)
    record.figure(entry, "countries", 3, source=record.source())

    publishing.publish(entry)

    links = Page(client.get("/en/embed/entries/counted/").text).all("a")

    inside = [link for link in links if link["href"].startswith("#")]
    assert inside == [{"href": "#source-1", "target": "_self"}]
