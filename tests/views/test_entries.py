import re
from html import unescape

import pytest
from django.utils import timezone

from events import public, publishing
from events.vocabulary import Role
from tests.views.reading import words


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("paris", ["Meeting", "Paris, France", "It follows Title of berlin", "35 countries"]),
        ("paris", ["Germany Merz , Chancellor Expected", "Not there Russia Absent"]),
        ("paris", ["Planned; outcome not on record", "On the agenda Topic force"]),
        ("promise", ["reported 26 (24–30) confirmed 1 unknown 25", "about 26 (24–30)"]),
        (
            "promise",
            [
                "A source speaks of 26 that take part.",
                "1 has confirmed it. Nothing certain is on record of at least 25: whoever has",
            ],
        ),
        (
            "promise",
            ["On land · In the air", "Condition, not met yet: A ceasefire", "Deadline June 2026"],
        ),
        ("promise", ["Made at Title of paris", "Strengthens Title of older-promise"]),
        (
            "promise",
            [
                "Poland confirmed by itself day not on record Announced: 1,200 soldiers",
                "January 2026 Under way",
            ],
        ),
        ("promise", ["Known to the month; the day is not known.", "Announced"]),
        ("older-promise", ["No source gives a number of those who take part.", "nobody is named"]),
        ("stand", ["Germany + Supports Topic force", "Said by Merz"]),
        ("refusal", ["− Opposes", "how much earlier it was is not known"]),
        ("event", ["It goes on: no end is known.", "The date is approximate.", "Ukraine"]),
        ("unclear", ["Question Open", "Whom it concerns Germany"]),
        ("answered", ["Question Answered", "Answered by Title of event"]),
    ],
)
def test_what_an_entry_says(client, site, slug, said):
    page = words(client.get(f"/en/entries/{slug}/"))

    assert [text for text in said if text not in page] == []


def test_sources_are_told_in_full(client, record):
    event = record.development("event", source=None, publish=False)
    source = record.source("paper")
    source.title, source.url = "Die Zeitung", "https://example.org/a?b=1&c=2"
    source.archive_url, source.publisher_en = "https://archive.example.org/x", "Verlag"
    source.save()
    quote = {"quote": "So war es.", "locator": "p. 3", "stance": "contradicts", "note_en": "But"}
    record.cite(event, "other")
    record.cite(event, "paper", **quote)
    publishing.publish(event)

    response = client.get("/en/entries/event/")

    assert 'href="https://example.org/a?b=1&amp;c=2#:~:text=So%20war%20es." rel="noopener' in (
        response.text
    )
    assert '<bdi lang="de">So war es.</bdi>' in response.text
    page = words(response)
    assert "Contradicts this entry Die Zeitung" in page
    assert "6 January 2026 · in German · p. 3 · archived copy" in page


def test_content_in_the_other_language_says_which(client, record):
    record.development("event", title_en="Only in English", title_de="", summary_en="Text.")

    page = client.get("/de/entries/event/").text

    assert '<bdi lang="en">Only in English</bdi>' in page
    assert '<div class="prose" lang="en" dir="auto"><p>Text.</p></div>' in page


@pytest.mark.parametrize(
    "name", ["😀 🇺🇦 Emoji", "שלום عالم", "\u202eevil", "x" * 200, "<b>&amp;</b>", "a\u0301"]
)
def test_any_name_can_be_shown(client, record, name):
    record.actor("somebody", name_en=name, name_de=name)
    record.development("event", title_en=name, title_de=name, actors=["somebody"])

    for path in ("/en/", "/en/timeline/", "/de/entries/event/", "/en/entries/event/versions/"):
        response = client.get(path)
        assert response.status_code == 200
        assert name in unescape(response.text)
        assert "<b>" not in response.text


def test_a_summary_cannot_do_harm(client, record):
    attack = "[a](javascript:alert) <script>x</script> ![i](https://e.org/i.png) # no\n\n# Heading"
    record.development("event", summary_en=attack, summary_de=attack)

    page = client.get("/en/entries/event/").text
    prose = page[page.index('class="prose"') :].partition("</div>")[0]

    assert re.findall(r"<(\w+)", prose) == ["p", "a", "p"]
    assert "javascript:" not in prose.replace("(javascript:alert)", "")


def test_a_withdrawn_entry_is_gone_and_says_so(client, site):
    response = client.get("/en/entries/gone/")

    assert response.status_code == 410
    assert "ETag" not in response
    page = words(response)
    assert "This entry was withdrawn" in page
    assert "Published in error" in page
    assert "Title of gone" not in page
    assert client.get("/en/entries/gone/versions/").status_code == 200
    assert "Title of gone" in words(client.get("/en/entries/gone/versions/1/"))


def test_an_address_that_has_moved_leads_on(client, site):
    site.summit.slug = "paris-2026"
    site.summit.save()
    publishing.publish(site.summit)

    response = client.get("/en/entries/paris/")

    assert (response.status_code, response["Location"]) == (301, "/en/entries/paris-2026/")
    assert client.get("/en/entries/paris-2026/versions/").status_code == 200


def test_the_id_of_an_entry_leads_to_its_address(client, site):
    response = client.get(f"/en/entries/{site.summit.uid}/")

    assert (response.status_code, response["Location"]) == (301, "/en/entries/paris/")


@pytest.mark.parametrize("slug", ["never", "%00", "x" * 3000, "%F0%9F%98%80"])
def test_what_was_never_public_is_not_found(client, site, slug):
    assert client.get(f"/en/entries/{slug}/").status_code == 404


def test_an_entry_before_it_was_published(client, site):
    response = client.get("/en/entries/paris/?as_of=2020-01-01")

    assert response.status_code == 404
    page = words(response)
    assert "This was not on record on 1 January 2020" in page
    assert "Title of paris: first put on record on " in page
    assert "Read it as it stood on " in page
    assert 'href="/en/entries/paris/"' in response.text


@pytest.mark.parametrize("text", ["9999-01-01", "nonsense", "%00"])
def test_a_day_that_cannot_be_meant_is_said(client, site, text):
    response = client.get(f"/en/entries/paris/?as_of={text}")

    assert response.status_code == 400
    assert 'class="error"' in response.text
    assert "Title of paris" in words(response)


def test_queries_do_not_grow(client, record, django_assert_num_queries):
    event = record.development("event", actors=["a", "b", "c"], topics=["t"])
    # Newest, number, version, last event, two for the course, one for what names it.
    with django_assert_num_queries(7):
        client.get("/en/entries/event/")
    for number in range(10):
        record.part(event, f"actor-{number}", Role.INVOLVED)
        record.cite(event, f"source-{number}")
    publishing.publish(event)
    with django_assert_num_queries(8):  # and the notices of a second version
        client.get("/en/entries/event/")


def test_linked_entries_cost_one_query(client, site, django_assert_num_queries):
    with django_assert_num_queries(11):  # two of them for the line of which it is a part
        client.get("/en/entries/promise/")


def test_an_entry_leads_to_the_question_that_it_answers_and_to_the_state_that_rests_on_it(
    client, record
):
    answer = record.development("answer")
    record.question("open", answered_by=answer, date="2026-01-06")
    record.overview("state", rests_on=[answer])

    page = client.get("/en/entries/answer/")

    assert "What belongs to it Answers Title of open 6 January 2026" in words(page)
    assert "In the state of play Title of state" in words(page)
    assert '<a href="/en/entries/open/">Title of open</a>' in page.text
    assert "What belongs to it" not in words(client.get("/en/entries/open/"))


def test_a_position_leads_to_all_that_its_holders_have_said_on_its_topics(client, record):
    record.position("stand", holder="germany", topic="force")

    page = client.get("/en/entries/stand/")

    assert '<a href="/en/positions/germany/force/">Germany: Topic force</a>' in page.text


@pytest.mark.parametrize("where", ["", "embed/"])
def test_one_that_was_withdrawn_since_says_so_on_its_page_of_before(client, record, where):
    entry = record.development("event")
    then = public.timestamp(publishing.standing(entry).published_at)
    pinned = f"/en/{where}entries/event/?as_of={then}"
    assert "This entry was withdrawn" not in words(client.get(pinned))

    publishing.withdraw(entry, note="It was another one.")

    page = client.get(pinned)
    assert page.status_code == 200
    assert "This entry was withdrawn. It has not been part of the record since" in words(page)
    assert "Note: It was another one." in words(page)
    assert "This entry was withdrawn" in words(client.get(f"/en/{where}entries/event/versions/1/"))


def test_what_stands_beside_it_on_the_timeline_in_all_and_on_its_topic(client, record):
    for day, topic in enumerate(("force", "other", "force", "other", "force"), start=1):
        record.development(f"event-{day}", date=f"2026-01-0{day}", topics=[topic])
    page = words(client.get("/en/entries/event-3/"))

    assert (
        "Beside it on the timeline All entries Previous: Title of event-2 2 January 2026 "
        "Next: Title of event-4 4 January 2026 "
        "Topic force Previous: Title of event-1 1 January 2026 "
        "Next: Title of event-5 5 January 2026"
    ) in page
    first = client.get("/en/entries/event-1/").text
    assert 'rel="next" href="/en/entries/event-2/"' in first
    assert 'rel="prev"' not in first


def test_an_earlier_version_and_a_frame_have_nothing_beside_them(client, record):
    for day in (1, 2):
        record.development(f"event-{day}", date=f"2026-01-0{day}")

    today = timezone.now().date()
    for address in (f"/en/entries/event-1/?as_of={today}", "/embed/en/entries/event-1/"):
        assert "Beside it on the timeline" not in client.get(address).text
