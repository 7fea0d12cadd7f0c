"""Videos and documents on the page of an entry, and from the desk to readers."""

import pytest

from events import desk, public
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
FILM = "https://www.example.org/film"


def published(**fields):
    entry = record.summit("paris", publish=False)
    record.medium(entry, FILM, **fields)
    desk.publish(entry)
    return entry


def test_the_page_has_a_link_and_loads_nothing(client):
    published(title_en="Arrival", publisher="TV")

    page = client.get("/en/entries/paris/").content.decode()

    assert f'<a href="{FILM}" rel="noopener nofollow external">Arrival</a>' in page
    assert "Video at example.org, opens another site · TV" in page
    # Its address stands there once, so that nothing else can load it.
    assert page.count("example.org/film") == 1
    for loading in ("<iframe", "<video", "<audio", "<object", "<embed", "preconnect", "prefetch"):
        assert loading not in page


def test_the_document_of_the_api_has_it(client):
    published(title_de="Ankunft", kind="audio")

    assert client.get("/api/v1/entries/paris/").json()["media"] == [
        {"kind": "audio", "url": FILM, "title": {"de": "Ankunft"}, "publisher": None}
    ]


def test_it_can_be_redacted_by_itself(client):
    entry = published(title_en="Arrival", publisher="TV")

    reason = {"en": "Ordered.", "de": "Angeordnet."}
    desk.redact(entry, ground="court-order", reason=reason, parts=["media"])

    [medium] = public.entry("paris").document["media"]
    assert medium == {
        "kind": "video",
        "url": None,
        "title": {"en": "[redacted]", "de": "[geschwärzt]"},
        "publisher": "[redacted]",
    }
    assert "Arrival" not in client.get("/en/entries/paris/").content.decode()
    assert [(row.url, row.title_en, row.publisher) for row in entry.media.all()] == [
        ("", "[redacted]", "[redacted]")
    ]
