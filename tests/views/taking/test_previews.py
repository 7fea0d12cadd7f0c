from io import BytesIO

import pytest
from PIL import Image

from events import publishing


def picture(response):
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    return Image.open(BytesIO(response.content))


@pytest.mark.parametrize("path", ["/en/card.png", "/de/card.png", "/en/entries/paris/card.png"])
def test_a_card_is_a_picture(client, site, path):
    assert picture(client.get(path)).size == (1200, 630)


def test_a_card_is_in_the_language_of_its_address(client, site):
    english, german = (client.get(f"/{code}/entries/paris/card.png") for code in ("en", "de"))

    assert english.content != german.content


def test_a_card_follows_what_is_published(client, site):
    address = "/en/entries/paris/card.png"
    before = client.get(address)
    site.summit.title_en = "Another title"
    site.summit.save()

    assert client.get(address, headers={"If-None-Match": before["ETag"]}).status_code == 304
    publishing.publish(site.summit)
    after = client.get(address, headers={"If-None-Match": before["ETag"]})
    assert (after.status_code, after.content != before.content) == (200, True)


@pytest.mark.parametrize(
    ("path", "status"), [("entries/nothing/card.png", 404), ("entries/gone/card.png", 404)]
)
def test_what_is_not_there_has_no_card(client, site, path, status):
    assert client.get(f"/en/{path}").status_code == status


def test_a_card_moves_with_its_entry(client, site):
    site.summit.slug = "paris-2026"
    site.summit.save()
    publishing.publish(site.summit)

    response = client.get("/en/entries/paris/card.png")

    assert (response.status_code, response["Location"]) == (301, "/en/entries/paris-2026/card.png")


def test_a_card_of_the_past_shows_the_past(client, site):
    from events import public

    then = public.version("promise", 1).published_at.isoformat().replace("+00:00", "Z")

    past = client.get("/en/entries/promise/card.png", {"as_of": then})

    assert picture(past)
    assert past.content != client.get("/en/entries/promise/card.png").content
