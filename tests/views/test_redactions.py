"""What readers and programs are told of redactions."""

from typing import Any

import pytest
from django.test import override_settings

from events import desk, public, publishing
from events.models import Actor, Entry
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
WHY: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "Asked for.", "de": "Erbeten."}}


@pytest.fixture
def redacted() -> list[Entry]:
    """One entry of which the title was redacted, one of which all was closed, and a person."""
    one = record.position(
        "stand", title_en="A secret", speaker="jane", holder="france", publish=False
    )
    one.citations.update(quote="A secret")
    publishing.publish(one)
    two = record.development("event", title_en="Another secret")
    desk.redact(one, parts=["title", "sources/*/quote"], **WHY)
    desk.redact(two, erase=False, **WHY | {"ground": "court-order"})
    desk.redact_record(Actor.objects.get(slug="jane"), **WHY)
    return [one, two]


def test_a_page_tells_what_when_why_and_on_what_ground(client: Any, redacted: list[Entry]) -> None:
    page = client.get("/en/redactions/").content.decode()

    assert page.count("Order of a court or an authority") == 1
    assert page.index("Order of a court") < page.index("the title, sources and quotes")
    assert page.count("Protection of personal data") == 2
    assert page.count("Asked for.") == 3
    assert page.count("The text is closed to readers and was not erased.") == 1
    assert "version 1 (the title, sources and quotes)" in " ".join(page.split())
    assert "version 1 (everything)" in " ".join(page.split())
    german = client.get("/de/redactions/").content.decode()
    assert "Schutz personenbezogener Daten" in german
    assert "Erbeten." in german


def test_entries_are_called_by_their_title_unless_that_was_redacted(client: Any) -> None:
    told = record.development("event", title_en="An <event>", summary_en="A secret")
    untold = record.development("untold", title_en="A secret")
    desk.redact(told, parts=["summary"], **WHY)
    desk.redact(untold, parts=["title"], **WHY)

    page = client.get("/en/redactions/").content.decode()

    assert '/en/entries/event/versions/"><bdi>An &lt;event&gt;</bdi></a>' in page
    assert '/en/entries/untold/versions/"><bdi>untold</bdi></a>' in page


def test_an_empty_record_has_an_empty_page(client: Any) -> None:
    assert "Nothing has been redacted." in client.get("/en/redactions/").content.decode()
    assert client.get("/en/redactions/?before=x").status_code == 400


def test_the_page_asks_as_many_queries_whatever_there_is(
    client: Any, redacted: list[Entry], django_assert_num_queries: Any
) -> None:
    client.get("/en/redactions/")
    with django_assert_num_queries(2):
        assert len(public.redactions(10)[0]) == 3
    with django_assert_num_queries(2):
        assert len(public.redactions(1)[0]) == 1


def test_the_page_of_an_entry_says_so(client: Any, redacted: list[Entry]) -> None:
    said = "Something of this entry was redacted."
    for address in ("/en/entries/stand/", "/en/entries/stand/versions/1/"):
        page = client.get(address).content.decode()
        assert said in page
        assert "[redacted]" in page
    assert "[geschwärzt]" in client.get("/de/entries/stand/").content.decode()
    assert (
        said not in client.get(f"/en/entries/{record.development('plain').slug}/").content.decode()
    )
    history = client.get("/en/entries/stand/versions/").content.decode()
    assert history.count("Partly redacted") == 1  # version 1; those after it tell of redactions
    gone = client.get("/en/entries/event/")
    assert gone.status_code == 410
    assert "What this entry said was redacted" in gone.content.decode()
    end = client.get("/en/entries/event/versions/2/").content.decode()
    assert "Version 2 tells of a redaction" in end


def test_what_is_closed_cannot_be_read_as_it_was_published_either(
    client: Any, redacted: list[Entry]
) -> None:
    uid = redacted[1].uid
    for query in ("", "?shape=original"):
        body = client.get(f"/api/v1/entries/{uid}/versions/1/{query}").json()
        assert body["document"]["title"] == {"en": "[redacted]", "de": "[geschwärzt]"}


def test_the_api_lists_redactions_in_pages(client: Any, redacted: list[Entry]) -> None:
    first = client.get("/api/v1/redactions/?limit=2").json()
    second = client.get(first["next"]).json()

    assert [one["ground"] for one in first["results"]] == ["personal-data", "court-order"]
    assert second["next"] is None
    [title] = second["results"]
    assert title == {
        "id": title["id"],
        "seq": 3,
        "at": title["at"],
        "ground": "personal-data",
        "reason": {"en": "Asked for.", "de": "Erbeten."},
        "erased": True,
        "entries": [
            {
                "id": str(redacted[0].uid),
                "slug": "stand",
                "versions": [1],
                "parts": ["title", "sources"],
            }
        ],
    }
    assert client.get("/api/v1/redactions/?cursor=x").status_code == 400


def test_an_entry_that_was_redacted_is_gone_to_programs(client: Any, redacted: list[Entry]) -> None:
    gone = client.get("/api/v1/entries/event/")

    assert gone.status_code == 410
    body = gone.json()
    assert body["detail"] == "What “event” said was redacted."
    assert (body["note"], "redacted_at" in body, "withdrawn_at" in body) == (
        {"en": "Asked for.", "de": "Erbeten."},
        True,
        False,
    )


@override_settings(PURGE_URLS=["http://cache.example"])
def test_a_cache_that_is_told_may_keep_the_past_for_a_day(
    client: Any, redacted: list[Entry]
) -> None:
    response = client.get(f"/api/v1/entries/{redacted[0].uid}/versions/1/")
    said = response["Cache-Control"]
    assert said.startswith("public, max-age=60, s-maxage=86400")
