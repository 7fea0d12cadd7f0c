"""What is asked for as of a time at which it was not on record."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events import publishing
from tests.views.frame.test_errors import links
from tests.views.reading import words
from tests.views.test_pages import Page, keeps_its_structure

PATHS = {
    "actors/germany/": ["Germany"],
    "topics/force/": ["Topic force"],
    "entries/promise/": ["Title of promise, corrected"],
    "compare/berlin/paris/": ["Title of berlin", "Title of paris"],
}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("path", PATHS)
def test_it_is_told_since_when_it_is(client, site, path, language):
    response = client.get(f"/{language}/{path}?as_of=1800-01-01")

    assert response.status_code == 404
    keeps_its_structure(Page(response.text), language)
    assert response.context["frame"].as_of.begins
    today = timezone.localdate().isoformat()
    assert links(response) == [f"/{language}/{path}?as_of={today}", f"/{language}/{path}"]
    for link in links(response):
        assert client.get(link).status_code == 200
    if language == "en":
        page = words(response)
        assert "This was not on record on 1 January 1800" in page
        for name in PATHS[path]:
            assert f"{name}: first put on record on " in page


def test_what_was_withdrawn_on_its_first_day_is_read_as_of_its_moment(client, record):
    gone = record.development("gone", actors=["germany"])
    publishing.withdraw(gone)

    for path in ("entries/gone/", "actors/germany/"):
        response = client.get(f"/en/{path}?as_of=1800-01-01")
        assert response.status_code == 404
        [link] = links(response)
        assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("path", ["actors/nobody/", "topics/nothing/", "entries/nothing/"])
def test_what_never_was_is_not_found(client, site, path):
    response = client.get(f"/en/{path}?as_of=1800-01-01")

    assert response.status_code == 404
    assert "There is no such page" in words(response)


def test_of_two_meetings_the_one_that_was_not_yet_is_named(client, record):
    record.summit("berlin", date="2025-12-15")
    moment = timezone.now().isoformat()
    record.summit("paris")

    page = words(client.get("/en/compare/berlin/paris/", {"as_of": moment}))

    assert "Title of paris: first put on record on " in page
    assert "Title of berlin" not in page


def test_a_meeting_that_never_was_leads_to_the_choice(client, record):
    record.summit("berlin")

    response = client.get("/en/compare/berlin/nowhere/?as_of=1800-01-01")

    assert response.status_code == 404
    assert "There is no meeting “berlin” on record." in words(response)


def test_the_same_minute_is_told_to_the_second(client, record):
    event = record.development("event", actors=["france"])
    published = publishing.standing(event).published_at
    just_before = published - timedelta(microseconds=1)

    for path in ("entries/event/", "actors/france/"):
        page = words(client.get(f"/en/{path}", {"as_of": just_before.isoformat()}))
        assert f", {just_before:%H:%M:%S.%f} UTC" in page
        assert f", {published:%H:%M:%S.%f} UTC" in page
    earlier = published - timedelta(minutes=2)
    page = words(client.get("/en/entries/event/", {"as_of": earlier.isoformat()}))
    assert f", {earlier:%H:%M} UTC" in page
    assert f", {published:%H:%M} UTC" in page


def test_what_had_been_on_record_before(client, record):
    first = record.development("first", actors=["france"])
    publishing.withdraw(first, note="wrong")
    moment = timezone.now().isoformat()

    response = client.get("/en/actors/france/", {"as_of": moment})
    assert response.status_code == 404
    assert "France: on record at other times only." in words(response)
    assert links(response) == []

    record.development("second", actors=["france"])
    response = client.get("/en/actors/france/", {"as_of": moment})
    assert links(response) == ["/en/actors/france/"]


def test_what_was_named_and_withdrawn_at_the_very_same_moment(client, record, monkeypatch):
    """As releases have it that took the time from a clock that had been set back."""
    moment = timezone.now()
    with monkeypatch.context() as standing_still:
        standing_still.setattr("events.publishing.appending.next_time", lambda last, now: moment)
        publishing.withdraw(record.development("gone", actors=["france"], topics=["force"]))

    for path, name in {"actors/france/": "France", "topics/force/": "Topic force"}.items():
        response = client.get(f"/en/{path}", {"as_of": moment.isoformat()})
        assert response.status_code == 404
        assert f"{name}: on record at other times only." in words(response)
        assert links(response) == []  # one to this moment would lead back here
