"""A picture is at its address for as long as a version that can be read names it, and no other."""

from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from events import desk, public
from events.models import PictureFile
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
REASON = {"en": "Ordered.", "de": "Angeordnet."}
GROUND: dict[str, Any] = {"ground": "court-order", "reason": REASON}


def pictured(slug="event", size=(700, 350), **fields):
    entry = record.development(slug, publish=False)
    picture = record.picture(entry, size, **fields)
    return entry, [f"/pictures/{one['digest']}.webp" for one in picture.sizes]


def statuses(client, addresses):
    return {client.get(address).status_code for address in addresses}


def test_only_what_is_published_has_an_address(client):
    entry, addresses = pictured()

    assert len(addresses) == 3
    assert statuses(client, addresses) == {404}
    desk.publish(entry)
    assert statuses(client, addresses) == {200}


def test_what_is_sent_never_changes_and_is_what_it_says(client):
    entry, addresses = pictured()
    desk.publish(entry)

    response = client.get(addresses[0])

    assert Image.open(BytesIO(response.content)).size == (320, 160)
    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in response.headers
    tag = response.headers["ETag"]
    for asked in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(addresses[0], headers={"If-None-Match": asked})
        assert (again.status_code, again.content) == (304, b"")
    assert client.get(addresses[0], headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.head(addresses[0]).content == b""
    assert client.post(addresses[0]).status_code == 405


@pytest.mark.parametrize(
    "name", ["0" * 64, "nothing", "..", "A" * 64, "x" * 300, "%00", "a%2Fb", "", "-"]
)
def test_an_address_of_nothing(client, name):
    response = client.get(f"/pictures/{name}.webp")

    assert response.status_code == 404
    assert "immutable" not in response.headers.get("Cache-Control", "")


def test_it_stays_with_the_version_that_shows_it(client):
    entry, addresses = pictured()
    desk.publish(entry)
    entry.pictures.all().delete()
    desk.publish(entry)
    assert public.entry("event").document["pictures"] == []

    # Its page is among the versions, also when the entry is withdrawn.
    assert addresses[-1] in client.get("/en/entries/event/versions/1/").content.decode()
    assert statuses(client, addresses) == {200}
    desk.withdraw(entry, reason={"en": "Wrong.", "de": "Falsch."})
    assert statuses(client, addresses) == {200}


def test_a_redaction_takes_it_away_everywhere(client):
    entry, addresses = pictured(
        caption_en="At the table", credit="Ada", origin="https://a.example/"
    )
    desk.publish(entry)

    desk.redact(entry, parts=["pictures"], **GROUND)

    assert statuses(client, addresses) == {404}
    assert client.get(addresses[0], headers={"If-None-Match": "*"}).status_code == 404
    assert not PictureFile.objects.exists()
    [left] = public.entry("event").document["pictures"]
    assert [size["digest"] for size in left["sizes"]] == [None] * 3
    assert (left["credit"], left["origin"]) == ("[redacted]", None)
    row = entry.pictures.get()
    assert (row.sizes, row.credit, row.origin, row.caption_en) == (
        *([], "[redacted]", ""),
        "[redacted]",
    )
    page = client.get("/en/entries/event/").content.decode()
    assert "/pictures/" not in page
    assert "At the table" not in page


def test_what_is_closed_to_readers_is_kept_and_not_shown(client):
    entry, addresses = pictured()
    desk.publish(entry)

    desk.redact(entry, parts=["pictures"], erase=False, **GROUND)

    assert statuses(client, addresses) == {404}
    assert PictureFile.objects.count() == 3


@pytest.mark.parametrize("which", ["actor", "process"])
def test_pictures_of_what_entries_name_are_seen_with_them(client, which):
    of = record.actor("france") if which == "actor" else record.process()
    picture = record.picture(of, (700, 350), description_en="The flag in front of the palace")
    addresses = [f"/pictures/{one['digest']}.webp" for one in picture.sizes]
    assert statuses(client, addresses) == {404}

    desk.publish(record.development("event", actors=["france"], publish=False))

    assert statuses(client, addresses) == {200}
    records = records_of("event", which)
    assert [len(one["pictures"]) for one in records] == [1]
    page = "/en/actors/france/" if which == "actor" else "/en/"
    assert 'alt="The flag in front of the palace"' in client.get(page).content.decode()
    desk.redact_record(of, **GROUND)
    assert statuses(client, addresses) == {404}
    assert not PictureFile.objects.exists()
    assert [(row.sizes, row.description_en) for row in of.pictures.all()] == [([], "[redacted]")]


def test_what_another_entry_shows_stays(client):
    entry, addresses = pictured()
    other, same = pictured("other")
    assert same == addresses
    desk.publish(entry)
    desk.publish(other)

    desk.redact(entry, parts=["pictures"], **GROUND)

    assert statuses(client, addresses) == {200}


def test_the_page_shows_it_with_whose_it_is_and_on_what_terms(client):
    entry, addresses = pictured(
        caption_en="At the table",
        description_en='Two "men"',
        description_de="Zwei Männer",
        credit="Ada <b>",
        origin="https://example.org/photo",
    )
    desk.publish(entry)

    page = client.get("/en/entries/event/").content.decode()

    assert f'<img src="{addresses[-1]}" srcset="{addresses[0]} 320w, ' in page
    assert 'width="700" height="350"' in page
    assert 'alt="Two &#34;men&#34;"' in page
    assert "At the table" in page
    assert ">Picture: Ada &lt;b&gt;</a>" in page
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in page
    assert f'"contentUrl":"http://testserver{addresses[-1]}"' in page
    german = client.get("/de/entries/event/").content.decode()
    assert 'alt="Zwei Männer"' in german
    # No list has it.
    assert "/pictures/" not in client.get("/en/timeline/").content.decode()


def test_a_page_with_pictures_asks_no_more(client):
    entry = record.development("event", publish=False)
    desk.publish(entry)
    record.picture(entry, (299, 200))
    desk.publish(entry)
    before = asked(client, "/en/entries/event/")
    for number in range(3):
        record.picture(entry, (300 + number, 200))
    desk.publish(entry)

    assert asked(client, "/en/entries/event/") == before


def asked(client, path):
    """How many queries the page takes, once all that is looked up but once is there."""
    client.get(f"{path}?as_of=2020-01-01")
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


def records_of(slug, which):
    document: Any = public.entry(slug).document
    return document[f"{which}_records"]
