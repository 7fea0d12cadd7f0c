"""A position whose date has an end is said to have ended, or possibly, wherever somebody stands."""

import re
from datetime import date

import pytest
from django.utils import timezone

from tests.views.reading import words

PAGES = (
    "/en/positions/",
    "/en/positions/france/force/",
    "/en/actors/france/",
    "/en/topics/force/",
    "/en/entries/stand/",
)


@pytest.fixture
def on(monkeypatch):
    """Moves the reader's day."""

    def move(day):
        monkeypatch.setattr(
            timezone, "localdate", lambda value=None, timezone=None: date.fromisoformat(day)
        )

    return move


@pytest.mark.parametrize(
    ("edtf", "day", "said"),
    [
        ("2022-05/2023-09", "2023-09-01", None),
        (
            *("2022-05/2023-09", "2023-09-02"),
            "possibly ended since 2 September 2023, by 30 September 2023 for certain",
        ),
        (
            *("2022-05/2023-09", "2023-09-30"),
            "possibly ended since 2 September 2023, by 30 September 2023 for certain",
        ),
        ("2022-05/2023-09", "2023-10-01", "ended by 30 September 2023"),
        ("2022-05/2023-09-30", "2023-09-30", None),
        ("2022-05/2023-09-30", "2023-10-01", "ended on 30 September 2023"),
        (
            *("2022-05-01/2023-09~", "2023-08-20"),
            "possibly ended since 18 August 2023, by 15 October 2023 for certain",
        ),
        ("2022-05-01/", "2022-05-01", None),
        ("2022-05-01/", "2022-06-01", "possibly ended since 2 May 2022; when is not known"),
        ("2022-05-01/..", "2026-06-01", None),
        ("2022-05-01", "2026-06-01", None),
    ],
)
def test_every_page_says_so(client, record, on, edtf, day, said):
    record.position("stand", date=edtf)
    on(day)

    for page in PAGES:
        found = words(client.get(page))
        assert bool(re.search(r"possibly ended|ended (on|by) \d", found)) == bool(said), page
        assert said is None or said in found, page


def test_what_has_ended_is_held_no_longer(client, record, on):
    record.position("stand", date="2022-05/2023-09")
    record.position("other", date="2022-05", holder="poland", stance="opposes")
    on("2024-01-01")

    matrix = client.get("/en/positions/")
    assert "1 position" in words(matrix)
    assert "contested" not in words(matrix)
    places = [place for row in matrix.context["table"].rows for place in row.places]
    assert [(place.certain, place.new, place.ending is not None) for place in places] == [
        *((True, False, False), (True, False, True)),
    ]
    api = client.get("/api/v1/matrix/").json()
    assert [cell["actor"] for cell in api["positions"]] == ["poland"]
    assert [actor["slug"] for actor in api["actors"]] == ["poland"]
    topic = client.get("/en/topics/force/").context
    assert [stand.name.plain for camp in topic["camps"] for stand in camp.stands] == ["Poland"]
    assert [stand.name.plain for stand in topic["ended"]] == ["France"]
    assert (
        "France"
        not in words(client.get("/en/"))
        .partition("Where they stand")[2]
        .partition("Latest on the timeline")[0]
    )


def test_what_has_been_followed_is_not_said_to_have_ended(client, record, on):
    record.position("stand", date="2022-05/2023-09")
    record.position("next", date="2023-08-01", stance="opposes")
    on("2024-01-01")

    assert "− Opposes" in words(client.get("/en/actors/france/"))
    assert "ended" not in words(client.get("/en/positions/")).partition("legend")[2]
    assert [stand.ended for stand in client.get("/en/actors/france/").context["stands"]] == [False]


def test_in_german(client, record, on):
    record.position("stand", date="2022-05/2023-09")
    on("2023-09-15")
    said = "möglicherweise seit dem 2. September 2023 beendet, spätestens am 30. September 2023"
    assert said in words(client.get("/de/actors/france/"))
    on("2024-01-01")
    assert "spätestens am 30. September 2023 beendet" in words(client.get("/de/positions/"))


def test_the_front_page_says_that_it_may_have_ended(client, record, on):
    record.position("stand", date=f"2022-05/{timezone.localdate()}~")

    assert "possibly ended since" in words(client.get("/en/"))
