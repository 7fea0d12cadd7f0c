import re
from html import unescape

import pytest
from django.utils import timezone

from events import public, publishing
from tests.views.reading import words
from tests.views.test_pages import Page

PAGES = [
    "",
    "about/",
    "timeline/",
    "search/?q=title",
    "entries/paris/",
    "entries/promise/versions/",
]


def control(response):
    """The form with which a reader goes back: its action and its fields."""
    form = re.search(r'<form class="moment".*?</form>', response.text, re.DOTALL)[0]
    action = re.search(r'action="([^"]*)"', form)[1]
    fields = [
        (field["name"], field.get("type"), field.get("value", ""))
        for field in Page(form).all("input")
    ]
    return action, fields


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_control(client, site, path):
    _action, fields = control(client.get(f"/en/{path}"))

    assert fields[-1] == ("as_of", "date", "")


def test_the_rest_of_the_address_is_kept(client, site):
    response = client.get("/en/timeline/?kind=summit&actor=germany&actor=france&cursor=x&q=a%22b")

    action, fields = control(response)

    assert action == "/en/timeline/"
    assert [(name, unescape(value)) for name, kind, value in fields if kind == "hidden"] == [
        ("kind", "summit"),
        ("actor", "germany"),
        ("actor", "france"),
        ("q", 'a"b'),
    ]


def test_it_shows_the_day_that_is_set(client, site):
    today = timezone.localdate().isoformat()

    _action, fields = control(client.get(f"/en/entries/paris/?as_of={today}"))

    assert fields == [("as_of", "date", today)]


def test_a_time_is_shown_as_text(client, site):
    _action, fields = control(client.get("/en/timeline/?as_of=2020-01-01T10:00Z"))

    assert fields == [("as_of", "text", "2020-01-01T10:00Z")]


@pytest.mark.parametrize("text", ["soon", "9999-01-01", "2026-02-30", "a\0b", "<b>", "x" * 5000])
@pytest.mark.parametrize("path", ["timeline/", "entries/paris/", "search/", "since/", "about/"])
def test_what_is_no_day_is_said_in_place_and_kept(client, site, path, text):
    response = client.get(f"/en/{path}", {"as_of": text})

    assert response.status_code in (200, 400)
    assert 'id="moment-error"' in response.text or 'id="since-error"' in response.text
    shown = re.search(r'name="as_of" type="text" value="([^"]*)"', response.text)[1]
    assert unescape(shown) == text
    assert response.text.count("<b>") == 0


def test_old_versions_lead_to_the_entry_of_a_day(client, site):
    for path in ("versions/", "versions/1/"):
        action, _fields = control(client.get(f"/en/entries/promise/{path}"))
        assert action == "/en/entries/promise/"


def test_the_banner_leads_to_what_has_changed_since(client, site):
    today = timezone.localdate().isoformat()

    response = client.get(f"/en/timeline/?as_of={today}&actor=germany&kind=position&q=title")

    assert response.context["frame"].as_of.since_url == (
        f"/en/since/?actor=germany&kind=position&as_of={today}"
    )
    assert client.get(response.context["frame"].as_of.since_url).status_code == 200


@pytest.mark.parametrize("path", ["timeline/", "search/?q=title", "entries/paris/"])
def test_before_the_record_begins(client, site, path):
    joint = "&" if "?" in path else "?"
    response = client.get(f"/en/{path}{joint}as_of=2020-01-01")

    assert response.status_code == (404 if path.startswith("entries") else 200)
    banner = response.context["frame"].as_of
    assert banner.begins
    assert "On 1 January 2020, nothing was on record yet." in unescape(response.text)
    assert f"The record begins on {banner.begins}." in response.text
    assert client.get(banner.begins_url).status_code == 200


def test_an_empty_record_has_no_beginning(client, db):
    banner = client.get("/en/timeline/?as_of=2020-01-01").context["frame"].as_of

    assert (banner.begins, banner.begins_url) == ("", "")


def test_the_search_stays_on_that_day(client, site):
    today = timezone.localdate().isoformat()

    page = client.get(f"/en/timeline/?as_of={today}").text
    finder = re.search(r'<form class="finder".*?</form>', page, re.DOTALL)[0]

    assert f'<input type="hidden" name="as_of" value="{today}">' in finder
    wrong = client.get("/en/timeline/?as_of=soon").text
    assert 'name="as_of"' not in re.search(r'<form class="finder".*?</form>', wrong, re.DOTALL)[0]


def test_notices_of_an_entry(client, record):
    event = record.development("event")
    assert "Corrections and changes" not in words(client.get("/en/entries/event/"))
    then = public.timestamp(publishing.standing(event).published_at)
    event.title_en = "Right"
    event.save()
    publishing.publish(event, note="The title was <wrong>")

    response = client.get("/en/entries/event/")

    assert "Corrections and changes" in words(response)
    assert "The title was <wrong> What was changed" in words(response)
    assert 'href="/en/entries/event/versions/?from=1&amp;to=2"' in response.text
    before = client.get("/en/entries/event/", {"as_of": then})
    assert "Corrections and changes" not in words(before)


def test_contradicting_sources_stand_beside_the_others(client, record):
    event = record.development("event", publish=False)
    record.cite(event, "other", stance="contradicts", quote="Nein.")
    report, other = record.source("report"), record.source("other")
    record.figure(
        event, "states", 35, preferred=True, reason_en="Counted one by one", source=report
    )
    record.figure(event, "states", 33, source=other)
    publishing.publish(event)

    response = client.get("/en/entries/event/")

    page = words(response)
    assert "Where the sources differ" in page
    assert "These sources bear it out Report report" in page
    assert "These sources contradict it Report other" in page
    assert "35 Report report preferred : Counted one by one" in page
    assert "33 Report other shown beside it" in page
    assert "Where the sources differ" in words(client.get("/en/entries/event/versions/1/"))


@pytest.mark.parametrize("path", ["", "about/"])
def test_the_front_page_goes_back_too(client, record, path):
    event = record.development("event", title_en="Then")
    then = public.timestamp(publishing.standing(event).published_at)
    event.title_en = "Now"
    event.save()
    publishing.publish(event)
    record.question("later")

    response = client.get(f"/en/{path}", {"as_of": then})

    assert "You see an earlier version of this record: that of" in response.text
    if path:
        assert response.context["versions"] == 1
    else:
        assert [item.title.plain for item in response.context["latest"]] == ["Then"]
        assert response.context["questions"] == []
    assert client.get(f"/en/{path}?as_of=2020-01-01").status_code == 200
