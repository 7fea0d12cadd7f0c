"""Statuses, stances and parts as readers see them, from the desk to the page, in both languages."""

import pytest

from events import publishing
from tests.views.reading import missing, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def blocked(record):
    """A promise that was carried out in part, and then blocked by a court."""
    entry = record.commitment("promise", actors=["france"], deadline="2025-06", publish=False)
    court = record.actor("court", name_en="Court of Appeals", name_de="Berufungsgericht")
    record.promised(entry, "ships", text_en="Six ships", text_de="Sechs Schiffe")
    record.promised(entry, "crews", text_en="Their crews", text_de="Ihre Besatzungen", order=1)
    record.promised(entry, "fuel", text_en="Fuel", text_de="Treibstoff", order=2)
    record.status(entry, "under-way", "2025-01-20")
    record.status(entry, "blocked", "2025-02-10", by=court)
    record.status(entry, "fulfilled", "2025-02-01", part="ships")
    record.status(entry, "fulfilled", "2025-02-05", part="crews")
    publishing.publish(entry)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "Commitment Blocked",
                "Deadline June 2025 Blocked; the deadline has passed",
                "2 of 3 parts fulfilled",
                "Six ships Fulfilled 1 February 2025 Fulfilled source 1",
                "Fuel Open",
                "10 February 2025 Blocked by Court of Appeals source 1",
            ],
        ),
        (
            "de",
            [
                "Zusage Blockiert",
                "Frist Juni 2025 Blockiert; die Frist ist abgelaufen",
                "2 von 3 Teilen erfüllt",
                "Sechs Schiffe Erfüllt 1. Februar 2025 Erfüllt Quelle 1",
                "Treibstoff Offen",
                "10. Februar 2025 Blockiert durch Berufungsgericht Quelle 1",
            ],
        ),
    ],
)
def test_a_promise_that_a_court_has_blocked(client, blocked, language, said):
    assert missing(client.get(f"/{language}/entries/promise/"), *said) == []


def test_it_is_found_by_its_status_by_the_court_and_by_its_parts(client, blocked):
    assert "Title of promise" in words(client.get("/en/commitments/?status=blocked"))
    assert "2 of 3 parts fulfilled" in words(client.get("/en/commitments/"))
    assert missing(client.get("/en/actors/court/"), "Title of promise", "Blocked") == []
    assert "Part: Six ships" in words(client.get("/en/search/?q=ships")).replace(" :", ":")
    for query in ("status=blocked", "actor=court", "q=ships"):
        [found] = client.get(f"/api/v1/entries/?{query}").json()["results"]
        assert found["slug"] == "promise"


def test_a_vote_of_five(client, record):
    stances = ("supports", "opposes", "abstained", "did-not-vote", "undecided")
    for number, stance in enumerate(stances):
        record.position(f"vote-{number}", holder=f"state-{number}", stance=stance)

    said = ["Abstained", "Absent, did not vote", "Undecided"]
    assert missing(client.get("/en/positions/"), *said) == []
    german = ["Stimmenthaltung", "Abwesend, nicht abgestimmt", "Unentschieden"]
    assert missing(client.get("/de/positions/"), *german) == []
    for stance in stances:
        found = client.get(f"/api/v1/positions/?stance={stance}").json()["results"]
        assert [one["stance"] for one in found] == [stance]


@pytest.fixture
def taken_back(record):
    record.position("support", holder="peru", date="2024-02-02")
    record.position("back", holder="peru", date="2024-05-09", stance="taken-back")
    record.position("other", holder="chile", date="2024-02-02")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/en/positions/", ["1 position,", "Peru: ↺ Taken back: 9 May 2024"]),
        ("/de/positions/", ["1 Haltung,", "Peru (de): ↺ Zurückgenommen: 9. Mai 2024"]),
        ("/en/positions/?on=2024-05-08", ["2 positions,", "Peru: + Supports"]),
        ("/en/actors/peru/", ["Topic force ↺ Taken back 9 May 2024"]),
        ("/en/topics/force/", ["+ Supports 1 Chile", "↺ Taken back nothing on record since Peru"]),
        (
            "/en/positions/changes/?from=2024-05-08&to=2024-05-09",
            ["0 changes · 1 taken back", "Peru: Topic force + Supports → became ↺ Taken back"],
        ),
        (
            "/de/positions/changes/?from=2024-05-08&to=2024-05-09",
            ["1 zurückgenommen", "seither nichts verzeichnet"],
        ),
        ("/en/positions/peru/force/", ["↺ Taken back before: Supports"]),
        ("/en/entries/back/", ["↺ Taken back"]),
    ],
)
def test_support_that_is_taken_back(client, taken_back, path, said):
    assert missing(client.get(path), *said) == []


def test_the_matrix_of_the_api_says_that_it_is_taken_back(client, taken_back):
    answer = client.get("/api/v1/matrix/?on=2024-05-09").json()

    assert [(one["actor"], one["stance"], one["entry"]["slug"]) for one in answer["positions"]] == [
        *(("chile", "supports", "other"), ("peru", "taken-back", "back")),
    ]


def test_a_position_of_several_speakers(client, record):
    entry = record.position("stand", holder="nations", speaker="merz", publish=False)
    record.part(entry, "macron", "speaker", order=1)
    record.part(entry, "starmer", "speaker", order=2)
    publishing.publish(entry)

    assert missing(client.get("/en/entries/stand/"), "Said by Merz, Macron and Starmer") == []
    german = "Geäußert von Merz (de), Macron (de) und Starmer (de)"
    assert missing(client.get("/de/entries/stand/"), german) == []
    cell = words(client.get("/en/positions/nations/force/"))
    assert "Said by Merz ; Macron and Starmer" in cell
    assert client.get("/api/v1/matrix/").json()["positions"][0]["speakers"] == [
        *("merz", "macron", "starmer"),
    ]


@pytest.mark.parametrize(
    ("status", "date", "said"),
    [
        ("expired", "2026-02-05", "Commitment Expired"),
        ("terminated", "2019-08", "Commitment Terminated"),
        ("never-in-force", "1979", "Commitment Never in force"),
        ("under-negotiation", "2020", "Commitment Being negotiated"),
        ("suspended", "2023-02-21", "Commitment Suspended"),
        # Announced, and not so yet.
        ("expired", "2999", "Commitment Open"),
    ],
)
def test_what_becomes_of_a_treaty(client, record, status, date, said):
    entry = record.commitment("treaty", deadline="2000", publish=False)
    record.status(entry, status, date)
    publishing.publish(entry)

    page = client.get("/en/entries/treaty/")
    assert missing(page, said) == []
    assert ("Overdue" in words(page)) == (said == "Commitment Open")
