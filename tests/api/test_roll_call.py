"""The roll call of a commitment on a day, as the API tells it."""

import pytest

from events import publishing
from tests.record import Record


@pytest.fixture
def convention(db):
    record = Record()
    entry = record.commitment("convention", date="1973-03-03", publish=False)
    record.called(entry, "gdr", stage="approved", date="1974-09-27", value=-30339000, unit="EUR")
    record.called(entry, "gdr", stage="ended", date="1990-10-03")
    record.called(entry, "poland", stage="approved", date="1989", value="0.002645", unit="EUR")
    publishing.publish(entry)


@pytest.mark.parametrize(
    ("on", "counts", "standings"),
    [
        ("1980-01-01", (0, 1, 0), ["confirmed", None]),
        ("1989-06-01", (0, 1, 0), ["confirmed", None]),
        ("1990-10-03", (0, 1, 1), ["left", "confirmed"]),
    ],
)
def test_who_takes_part_on_a_day(client, convention, on, counts, standings):
    body = client.get("/api/v1/commitments/convention/roll-call/", {"on": on}).json()

    assert body["on"] == on
    assert (body["counts"]["named"], body["counts"]["confirmed"], body["counts"]["left"]) == counts
    assert [actor["standing"] for actor in body["actors"]] == standings


def test_numbers_are_exact(client, convention):
    text = client.get("/api/v1/commitments/convention/").text

    assert '"value":-30339000,' in text
    assert '"value":0.002645,' in text


def test_a_page_tells_the_same_day_and_what_is_wrong_with_one(client, convention):
    assert "possibly confirmed" in client.get("/en/entries/convention/?on=1989-06-01").text
    response = client.get("/en/entries/convention/?on=soon")
    assert response.status_code == 400
    assert client.get("/de/entries/convention/?on=1990-10-03").status_code == 200
