"""What changed between two days."""

from datetime import date

import pytest

from tests.views.positions.reading import CHANGES, MATRIX, shown, signs, turns
from tests.views.reading import missing, words


def test_a_page_of_changes_that_there_is_not(client, record):
    record.position("one", holder="france", topic="t1")

    response = client.get(f"{CHANGES}?page=3")

    assert response.status_code == 400
    assert "Page: There is no page “3” of this list: it has 1 page." in words(response)


def test_what_changed_between_two_days(client, matter):
    response = client.get(CHANGES, {"from": "2025-10-15", "to": "2026-01-31"})

    assert shown(response) == [
        ("France", "supports", "opposes"),
        ("Poland", None, "supports"),
        ("The Willing", None, "supports"),
        ("Merz", None, "conditional"),
    ]
    assert response.context["matrix_url"] == f"{MATRIX}?on=2026-01-31"
    said = "1 change · 3 first on record · Show also 1 unchanged · All positions on the second day"
    assert said in words(response)
    some = client.get(CHANGES, {"from": "2025-10-15", "to": "2026-01-31", "topic": "force"})
    assert [actor for actor, _before, _now in shown(some)] == ["France", "Merz"]
    assert some.context["matrix_url"] == f"{MATRIX}?topic=force&on=2026-01-31"


def test_without_days_it_is_the_last_change(client, matter):
    response = client.get(CHANGES)

    assert response.context["start"] == date(2026, 1, 5)
    assert shown(response) == [("France", "supports", "opposes")]


def test_without_a_day_on_which_something_changed_it_is_the_last_day(client, record):
    record.position("one", date="../2026-01-06")

    response = client.get(CHANGES, {"to": "2026-01-06"})

    assert response.context["start"] == date(2026, 1, 5)
    assert turns(response) == [("first", "France")]


def test_who_said_the_same_again_is_shown_when_asked_for(client, matter):
    matter.position("again", holder="germany", stance="supports", date="2025-12-31")
    days = {"from": "2025-12-25", "to": "2026-01-01"}

    response = client.get(CHANGES, days)
    assert (shown(response), response.context["counts"]["again"]) == ([], 1)
    assert "0 changes · Show also 1 who said the same again" in words(response)
    assert "Nobody's position changed" in response.text
    response = client.get(response.context["toggles"][0].url)
    assert shown(response) == [("Germany", "supports", "supports")]
    told = "Said again 31 December 2025 Germany: Topic force + Supports as before Title of again"
    assert missing(response, told, "Leave out 1 who said the same again") == []
    assert "again" not in response.context["toggles"][0].url


def test_what_was_so_by_the_second_day_is_first_on_record_and_no_change(client, record):
    for number in range(13):
        record.position(f"p{number}", holder=f"holder-{number:02}", date="../2026-01-06")

    response = client.get(CHANGES, {"from": "2026-01-05", "to": "2026-01-06"})

    assert turns(response) == [("first", f"Holder {number:02}") for number in reversed(range(13))]
    assert (
        missing(
            response,
            "0 changes · 13 first on record · All positions",
            "First on record by 6 January 2026 day not known Holder 12: Topic force",
            "+ Supports not certain on the first day Title of p12",
            "Nobody's position changed between these days",
        )
        == []
    )
    assert "Changed" not in words(response)
    german = client.get("/de/positions/changes/", {"from": "2026-01-05", "to": "2026-01-06"})
    told = (
        "0 Änderungen · 13 erstmals verzeichnet",
        "Erstmals verzeichnet spätestens 6. Januar 2026",
    )
    assert missing(german, *told) == []


@pytest.mark.parametrize(
    ("edtf", "days", "expected"),
    [
        ("2026-01-06", ("2026-01-05", "2026-01-06"), "changed"),
        ("2026-01-06T09:30:00Z", ("2026-01-05", "2026-01-06"), "changed"),
        ("2026-01-06/..", ("2026-01-05", "2026-01-06"), "changed"),
        # From when only one stance was possible to when only the other one is.
        ("2026-01", ("2025-12-31", "2026-01-31"), "changed"),
        ("2026-01", ("2025-12-31", "2026-01-06"), "perhaps"),
        ("2026-01", ("2026-01-30", "2026-01-31"), "perhaps"),
        ("2026-01-06~", ("2026-01-02", "2026-01-06"), "perhaps"),
        ("[2026-01-05,2026-01-07]", ("2026-01-04", "2026-01-06"), "perhaps"),
    ],
)
def test_each_kind_of_date_is_in_its_group(client, record, edtf, days, expected):
    record.position("before", stance="supports", date="2025-09-01")
    record.position("after", stance="opposes", date=edtf)

    response = client.get(CHANGES, dict(zip(("from", "to"), days, strict=True)))

    assert turns(response) == [(expected, "France")]
    assert [turn for turn, number in response.context["counts"].items() if number] == [expected]
    heading = {"changed": "Changed", "perhaps": "Perhaps changed: the day is not known"}[expected]
    assert response.text.count(f'<h3 class="turn">{heading}</h3>') == 1
    assert response.text.count('<h3 class="turn">') == 1


def test_what_may_have_been_so_long_before_another_one_is_news_on_no_day(client, record):
    record.position("before", stance="supports", date="2025-09-01")
    record.position("by", stance="opposes", date="../2026-01-06")

    for days in (("2026-01-05", "2026-01-06"), ("2025-09-01", "2026-12-31")):
        assert turns(client.get(CHANGES, dict(zip(("from", "to"), days, strict=True)))) == []
    assert signs(client.get(MATRIX)) == {"Topic force": {"France": "(−/+)"}}


def test_all_groups_in_their_order_with_their_numbers(client, record):
    record.position("before", stance="supports", date="2025-09-01")
    record.position("changed", stance="opposes", date="2026-01-06")
    record.position("first", holder="germany", date="2026-01-05")
    record.position("ended", holder="poland", date="2025-09-01/2026-01-06")
    record.position("denied", holder="russia", stance="opposes", date="2025-09-01")
    record.position("perhaps", holder="russia", stance="conditional", date="2026-01")
    record.position("said", holder="ukraine", date="2025-09-01")
    record.position("said-again", holder="ukraine", date="2026-01-07")
    days = {"from": "2025-12-31", "to": "2026-01-20", "again": "1"}

    response = client.get(CHANGES, days)
    german = client.get("/de/positions/changes/", days)

    assert turns(response) == [
        ("changed", "France"),
        ("first", "Germany"),
        ("ended", "Poland"),
        ("perhaps", "Russia"),
        ("again", "Ukraine"),
    ]
    assert (
        missing(
            response,
            "1 change · 1 first on record · 1 ended · 1 perhaps · Leave out 1 who said",
            "Changed 6 January 2026 France: Topic force + Supports → became − Opposes Title",
            "First on record 5 January 2026 Germany: Topic force + Supports nothing on",
            "Ended 1 September 2025 – 6 January 2026 Poland: Topic force + Supports ended",
            "nothing on record on the first day Title of first",
            "ended on 6 January 2026 nothing on record since Title of ended",
            "Perhaps changed: the day is not known January 2026 day not known Russia: Topic force",
            "± Supports on conditions possibly Title of perhaps",
            "Said again 7 January 2026 Ukraine: Topic force + Supports as before",
        )
        == []
    )
    assert (
        missing(
            german,
            "1 Änderung · 1 erstmals verzeichnet · 1 beendet · 1 möglicherweise · ",
            "Geändert 6. Januar 2026 France (de): Thema force + Dafür → wurde zu − Dagegen",
            "Poland (de): Thema force + Dafür beendet am 6. Januar 2026 seither nichts verzeichnet",
            "Möglicherweise geändert: Der Tag ist nicht bekannt Januar 2026",
            "Erneut gesagt 7. Januar 2026",
        )
        == []
    )


def test_what_can_have_been_so_on_the_first_day_is_not_called_nothing(client, record):
    record.position("by", date="../2026-01-06")

    response = client.get(CHANGES, {"from": "2026-01-05", "to": "2026-01-06"})

    assert "not certain on the first day" in words(response)
    assert "nothing on record on the first day" not in words(response)


def test_what_has_since_become_certain_is_not_called_possible(client, record):
    record.position("before", stance="supports", date="2025-09-01")
    record.position("month", stance="opposes", date="2026-01")

    response = client.get(CHANGES, {"from": "2026-01-15", "to": "2026-01-31"})

    assert turns(response) == [("perhaps", "France")]
    told = "France: Topic force − Opposes Title of month"
    assert missing(response, told, "0 changes · 1 perhaps") == []


def test_days_in_the_wrong_order_are_told(client, matter):
    response = client.get(CHANGES, {"from": "2026-01-31", "to": "2025-10-15"})

    assert (response.status_code, shown(response)) == (400, [])
    [wrong] = [field for field in response.context["form"].fields if field.errors]
    assert (wrong.name, wrong.errors) == ("to", ["The window ends before it begins."])
    page = words(response)
    assert "The window ends before it begins." in page
    assert "0 changes" not in page  # a window that is none has no number of them
    assert "31 January 2026" not in response.text


def test_many_changes_come_in_parts(client, record, monkeypatch):
    monkeypatch.setattr("events.views.positions.between.MOST_CHANGES", 2)
    for day in (1, 2, 3):
        record.position(f"p{day}", topic=f"t{day}", date=f"2025-01-0{day}")

    first = client.get(CHANGES, {"from": "2024-01-01"})
    rest = client.get(first.context["pages"]["after"])

    assert [change.topic for change in first.context["changes"]] == ["Topic t3", "Topic t2"]
    assert [change.topic for change in rest.context["changes"]] == ["Topic t1"]
    assert rest.context["pages"]["before"] == f"{CHANGES}?from=2024-01-01&page=1"
