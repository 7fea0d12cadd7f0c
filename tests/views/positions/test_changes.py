"""What changed between two days."""

from datetime import date

from tests.views.positions.reading import CHANGES, MATRIX, shown
from tests.views.reading import words


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
    assert "4 changes" in response.text
    some = client.get(CHANGES, {"from": "2025-10-15", "to": "2026-01-31", "topic": "force"})
    assert [actor for actor, _before, _now in shown(some)] == ["France", "Merz"]
    assert some.context["matrix_url"] == f"{MATRIX}?topic=force&on=2026-01-31"


def test_without_days_it_is_the_last_change(client, matter):
    response = client.get(CHANGES)

    assert response.context["start"] == date(2026, 1, 5)
    assert shown(response) == [("France", "supports", "opposes")]


def test_who_said_the_same_again_is_shown_when_asked_for(client, matter):
    matter.position("again", holder="germany", stance="supports", date="2025-12-31")
    days = {"from": "2025-12-25", "to": "2026-01-01"}

    response = client.get(CHANGES, days)
    assert (shown(response), response.context["again"]) == ([], 1)
    assert "Nobody's position changed" in response.text
    response = client.get(response.context["again_url"])
    assert shown(response) == [("Germany", "supports", "supports")]
    assert "again" not in response.context["again_url"]


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
    monkeypatch.setattr("events.views.positions.MOST_CHANGES", 2)
    for day in (1, 2, 3):
        record.position(f"p{day}", topic=f"t{day}", date=f"2025-01-0{day}")

    first = client.get(CHANGES, {"from": "2024-01-01"})
    rest = client.get(first.context["pages"]["after"])

    assert [change.topic for change in first.context["changes"]] == ["Topic t3", "Topic t2"]
    assert [change.topic for change in rest.context["changes"]] == ["Topic t1"]
    assert rest.context["pages"]["before"] == f"{CHANGES}?from=2024-01-01&page=1"
