from datetime import date

import pytest

from events import publishing
from tests.views.reading import words


def test_the_front_page_says_who_stands_where(client, site):
    [standing] = client.get("/en/").context["standings"]

    assert standing.topic.plain == "Topic force"
    assert standing.contested
    camps = [(c.stance.label, [h.name.plain for h in c.holders]) for c in standing.camps]
    assert camps == [("Supports", ["Germany"]), ("Opposes", ["Russia"])]


def test_the_front_page_says_who_stands_where_possibly(client, record):
    record.position("stand", date="XXXX-12-24")

    assert "+ Supports France (possibly)" in words(client.get("/en/"))
    assert "+ Dafür France (de) (möglicherweise)" in words(client.get("/de/"))


def test_the_latest_entries_are_those_that_have_come(client, record, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: date(2026, 1, 20))
    record.development("today", date="2026-01-20T23:30:00-05:00")
    record.development("tomorrow", date="2026-01-21T00:30:00+02:00")
    record.summit("met", date="2026-01-19T23:30:00-05:00", status="planned")
    record.summit("meets", date="2026-01-21T00:30:00+02:00", status="held")

    content = client.get("/en/").context

    assert [item.slug for item in content["latest"]] == ["today", "met"]
    assert (content["meeting"].item.slug, content["next"]) == ("met", None)
    assert "Newest entries, not a summary" in words(client.get("/en/"))


def test_the_front_page_says_what_was_promised_and_what_is_open(client, site):
    response = client.get("/en/")

    assert [pledge.item.slug for pledge in response.context["pledges"]] == [
        "promise",
        "older-promise",
    ]
    assert [item.slug for item in response.context["questions"]] == ["unclear"]
    page = words(response)
    assert "reported 26 (24–30) confirmed 1 unknown 25" in page
    assert "no number reported – named 0 confirmed 0" in page


@pytest.mark.parametrize(
    ("date", "status", "ahead"), [("9000-01-01", "planned", True), ("9000-01-01", "held", False)]
)
def test_the_next_meeting_is_the_one_that_is_planned(client, site, date, status, ahead):
    site.record.summit("next", date=date, status=status)

    content = client.get("/en/").context

    assert (content["next"] and content["next"].slug) == ("next" if ahead else None)
    assert content["meeting"].item.slug == "paris"


@pytest.fixture
def on_20_january(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: date(2026, 1, 20))


def test_the_nearest_deadline_stands_among_the_next_dates(client, record, on_20_january):
    record.commitment("past", deadline="2026-01-19")
    met = record.commitment("met", deadline="2026-01-21", publish=False)
    record.status(met, "fulfilled", "2026-01-10")
    publishing.publish(met)
    record.commitment("far", deadline="2027")
    record.commitment("near", deadline="2026-02")
    record.commitment("elsewhere", deadline="2026-01-22", process="climate", date="2020-01-01")

    page = client.get("/en/")

    assert page.context["deadline"].url == "/en/entries/near/"
    assert "Next dates Title of near Deadline: February 2026 at least 12 days left" in words(page)


def test_a_deadline_that_is_known_to_the_month_is_ahead_until_its_last_day(
    client, record, on_20_january
):
    record.commitment("promise", deadline="2026-01")

    page = words(client.get("/en/"))

    assert "Deadline: January 2026 Due by 31 January 2026 at the latest" in page


def test_the_deadline_of_a_part_counts_and_is_told_with_the_part(client, record, on_20_january):
    promise = record.commitment("promise", deadline="2026-06-01", publish=False)
    record.promised(promise, "air", deadline="2026-02-01")
    publishing.publish(promise)

    deadline = client.get("/en/").context["deadline"]

    assert (deadline.url, bool(deadline.part)) == ("/en/entries/promise/", True)
    assert deadline.date.label == "1 February 2026"


def test_without_a_meeting_or_a_deadline_ahead_there_is_none_on_record(client, record):
    record.commitment("past", deadline="2020-01-19")

    assert "Next dates none on record" in words(client.get("/en/"))


def test_another_process_says_its_state_of_play_in_a_sentence(client, record):
    record.development("new", process="peace", date="2026-02-01")
    event = record.development("old", process="climate", date="2025-01-01")
    record.overview("before", process="climate", date="2024-01-01")
    record.overview("state", rests_on=[event], process="climate", date="2025-01-02")

    page = client.get("/en/")

    [other] = page.context["others"]
    assert (other.state.url, other.state.first) == ("/en/entries/state/", "It rests on old.")
    assert "It rests on old. As of 2 January 2025" in words(page)


def test_the_last_meeting_is_told_with_its_outcome(client, record):
    met = record.summit("met", status="held", date="2025-12-15")
    assert "Its outcome is not on record." in words(client.get("/en/"))

    for number in range(4):
        record.commitment(f"promise-{number}", made_at=met)

    page = words(client.get("/en/"))
    assert "Committed there: Title of promise-0 ; Title of promise-1 and 2 more" in page
    assert "Its outcome is not on record." not in page


def test_of_a_planned_meeting_that_has_passed_nobody_says_that_it_has_no_outcome(client, record):
    record.summit("met", status="planned", date="2025-12-15")

    page = words(client.get("/en/"))
    assert "Planned; outcome not on record" in page
    assert "Its outcome is not on record." not in page


def test_the_process_on_which_something_happened_last_comes_first(client, record):
    record.development("old", process="peace", date="2025-01-01")
    record.development("new", process="climate", date="2025-02-01")

    content = client.get("/en/").context

    assert content["process"].plain == "Process climate"
    [other] = content["others"]
    assert (other.name.plain, other.latest.slug) == ("Process peace", "old")


def test_what_is_not_of_the_process_stays_away(client, record):
    record.development("new", process="peace", date="2026-01-01")
    record.position("stand", process="climate", date="2025-01-01")
    record.commitment("promise", process="climate", date="2025-01-01")
    record.question("unclear", process="climate", date="2025-01-01")
    record.summit("met", process="climate", date="2025-01-01", status="held")

    content = client.get("/en/").context

    empty = ("standings", "pledges", "questions", "corrections")
    assert {name: content[name] for name in empty} == {name: [] for name in empty}
    assert (content["meeting"], content["contested"]) == (None, None)


def test_the_most_contested_topic_has_the_larger_smaller_side(client, record):
    for number in range(5):
        record.position(f"for-{number}", holder=f"state-{number}", topic="lopsided")
    record.position("against", holder="russia", topic="lopsided", stance="opposes")
    for number, stance in enumerate(["supports", "conditional", "opposes", "opposes"]):
        record.position(f"even-{number}", holder=f"state-{number}", topic="even", stance=stance)

    row = client.get("/en/").context["contested"]

    assert row.topic.plain == "Topic even"
    assert [(group.stance.value, group.number) for group in row.groups] == [
        ("supports", 1),
        ("conditional", 1),
        ("opposes", 2),
    ]
    page = client.get("/en/")
    assert 'href="/en/topics/even/#camp-opposes"' in page.text
    assert 'id="camp-opposes"' in client.get("/en/topics/even/").text
    assert "Supports: 1 , Supports on conditions: 1 , Opposes: 2" in words(page)


def test_a_tile_shows_how_old_a_position_is(client, record, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: date(2026, 1, 20))
    record.position("one", holder="france", date="2026-01-06")
    record.position("two", holder="germany", date="2025-01-06")
    record.position("three", holder="russia", date="../2026-01-06", stance="opposes")

    row = client.get("/en/").context["contested"]

    looks = {tile.name.plain: tile.look for group in row.groups for tile in group.tiles}
    assert looks == {"France": "lately", "Germany": "before", "Russia": "undated"}


def test_of_many_actors_only_the_numbers_are_told(client, record):
    for number in range(70):
        stance = "supports" if number % 2 else "opposes"
        record.position(f"stand-{number}", holder=f"state-{number}", stance=stance)

    row = client.get("/en/").context["contested"]

    assert (row.size, [group.number for group in row.groups]) == ("many", [35, 35])
    assert [tile for group in row.groups for tile in group.tiles] == []


def test_a_correction_of_a_value_is_shown_and_one_of_words_is_not(client, record):
    event = record.development("event", date="2025-09")
    event.title_en = "Better words"
    event.save()
    publishing.publish(event, note={"en": "Wording.", "de": "Wortlaut."})
    assert client.get("/en/").context["corrections"] == []

    event.date = "2025-09-04"
    event.save()
    publishing.publish(event, note={"en": "The day is known now.", "de": "Der Tag ist bekannt."})

    assert "The day is known now." in words(client.get("/en/"))
    [correction] = client.get("/en/").context["corrections"]
    assert (correction.label, correction.note.plain) == ("Date", "The day is known now.")
    assert correction.url == "/en/entries/event/versions/?from=2&to=3"
    assert correction.html == (
        '<del><span class="unseen">[removed: </span>September 2025<span class="unseen">] </span>'
        '</del> <ins><span class="unseen">[added: </span>4 September 2025'
        '<span class="unseen">] </span></ins>'
    )
    record.development("another")
    publishing.withdraw(event, note={"en": "Gone.", "de": "Weg."})
    assert client.get("/en/").context["corrections"] == []


def test_a_correction_stays_when_names_are_renewed(client, record):
    event = record.development("event", date="2025-09", actors=["france"])
    for day, note in (("2025-09-04", "The day."), ("2025-09-05", "Another day.")):
        event.date = day
        event.save()
        publishing.publish(event, note={"en": note, "de": note})
    france = record.actor("france")
    france.name_en = "French Republic"
    france.save()
    publishing.republish(france)

    found = client.get("/en/").context["corrections"]
    assert [correction.note.plain for correction in found] == ["Another day.", "The day."]


def test_a_meeting_that_was_called_off_is_not_the_last_one(client, record):
    record.summit("met", status="held", date="2025-12-15")
    record.summit("off", status="cancelled", date="2026-01-05")

    assert client.get("/en/").context["meeting"].item.slug == "met"


def test_a_person_counts_with_whom_it_represents(client, record):
    record.person("putin", represents="russia")
    for holder in ("russia", "putin"):
        record.position(f"stand-{holder}", holder=holder, stance="opposes")
    record.position("for", holder="france")

    row = client.get("/en/").context["contested"]
    assert [(group.stance.value, group.number) for group in row.groups] == [
        ("supports", 1),
        ("opposes", 1),
    ]


def test_queries_do_not_grow(client, record, django_assert_max_num_queries):
    def fill(first, last):
        for number in range(first, last):
            record.position(f"stand-{number}", holder=f"actor-{number}", topic=f"topic-{number}")
            record.commitment(f"promise-{number}")
            record.question(f"question-{number}")
            record.summit(f"summit-{number}")

    fill(0, 3)
    with django_assert_max_num_queries(32) as few:
        client.get("/en/")
    fill(3, 10)
    with django_assert_max_num_queries(32) as many:
        client.get("/en/")

    assert len(few) == len(many)


def test_it_is_found_once_in_each_language_for_each_state_of_the_record(
    client, record, django_assert_num_queries
):
    record.position("a", stance="supports")
    first = client.get("/en/").content
    assert "Dafür" in client.get("/de/").content.decode()

    # Up to when the record is kept: what names its state, and what stands at the foot of the page.
    with django_assert_num_queries(2):
        assert client.get("/en/").content == first

    record.position("b", holder="germany", stance="opposes")
    assert "Opposes" in client.get("/en/").content.decode()


def test_it_is_found_anew_each_day(client, record, monkeypatch):
    record.summit("paris", title_en="Meeting in Paris", date="2026-01-21", status="planned")
    days = iter((date(2026, 1, 20), date(2026, 1, 22)))

    def shown():
        day = next(days)
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: day)
        return client.get("/en/").context["next"]

    assert (shown().title, shown()) == ("Meeting in Paris", None)


def test_a_withdrawn_position_no_longer_holds(client, record):
    record.development("event")
    publishing.withdraw(record.position("stand"))

    assert client.get("/en/").context["standings"] == []
