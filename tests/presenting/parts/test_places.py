from typing import Any

import pytest
from django.utils.translation import override

from events.presenting.parts import places


def at(*where: Any, mode: str = "in-person") -> Any:
    return {"places": [{"zone": None, **place} for place in where], "mode": mode}


@pytest.mark.parametrize(
    ("where", "english", "german"),
    [
        ([], "", ""),
        ([{"name": {"en": "Paris"}, "country": "FR"}], "Paris, France", None),
        ([{"name": {}, "country": "FR"}], "France", "Frankreich"),
        ([{"name": {"en": "Geneva", "de": "Genf"}, "country": None}], "Geneva", "Genf"),
        (
            [{"name": {"en": "Singapore", "de": "Singapur"}, "country": "SG"}],
            *("Singapore", "Singapur"),
        ),
        (
            [{"name": {"en": "Kyiv", "de": "Kiew"}, "country": "UA"}],
            *("Kyiv, Ukraine", "Kiew, Ukraine"),
        ),
        ([{"name": {"en": "<b>"}, "country": "QX"}], "&lt;b&gt;, QX", None),
        (
            [
                {"name": {"en": "Doha", "de": "Doha"}, "country": "QA"},
                {"name": {"en": "Cairo", "de": "Kairo"}, "country": "EG"},
            ],
            *("Doha, Qatar; Cairo, Egypt", "Doha, Katar; Kairo, Ägypten"),
        ),
    ],
)
def test_where_a_meeting_is(where, english, german):
    assert places.where(at(*where)) == english
    if german is not None:
        with override("de"):
            assert places.where(at(*where)) == german


def test_a_place_in_another_language_with_its_country():
    with override("de"):
        found = places.where(at({"name": {"en": "Paris"}, "country": "FR"}))

    assert found == '<bdi lang="en">Paris</bdi>, Frankreich'


PARIS = {"name": {"en": "Paris", "de": "Paris"}, "country": "FR"}


@pytest.mark.parametrize(
    ("mode", "where", "english", "german"),
    [
        ("online", [], "online", "online"),
        ("online", [PARIS], "online (Paris, France)", "online (Paris, Frankreich)"),
        ("hybrid", [], "in person and online", "in Präsenz und online"),
        ("hybrid", [PARIS], "Paris, France, and online", "Paris, Frankreich, sowie online"),
    ],
)
def test_a_meeting_that_is_online(mode, where, english, german):
    assert places.where(at(*where, mode=mode)) == english
    with override("de"):
        assert places.where(at(*where, mode=mode)) == german


@pytest.mark.parametrize(
    ("date", "where", "english", "german"),
    [
        ("2026-01-06", [("Paris", "FR", "Europe/Paris")], "", ""),
        ("2026-01-06T14:30:00", [], "", ""),
        ("2026-01-06T14:30:00Z", [("Paris", "FR", "")], "", ""),
        (
            "2026-01-06T14:30:00",
            [("Paris", "FR", "Europe/Paris")],
            "14:30 CET in Paris (13:30 UTC)",
            "14:30 Uhr MEZ in Paris (13:30 Uhr UTC)",
        ),
        (
            "2026-07-06T13:00:00Z/2026-07-06T15:45:00Z",
            [("Kyiv", "UA", "Europe/Kyiv")],
            "16:00–18:45 EEST in Kyiv (13:00–15:45 UTC)",
            "16:00–18:45 Uhr OESZ in Kyiv (13:00–15:45 Uhr UTC)",
        ),
        (
            "2026-01-06T14:30:00",
            [("Istanbul", "TR", "Europe/Istanbul"), ("", "IN", "Asia/Kolkata")],
            "14:30 UTC+03 in Istanbul, 17:00 IST (11:30 UTC)",
            "14:30 Uhr UTC+03 in Istanbul, 17:00 Uhr IST (11:30 Uhr UTC)",
        ),
        (
            # Of another day elsewhere, and over midnight.
            "2026-01-06T23:00:00/2026-01-07T01:00:00",
            [("New York", "US", "America/New_York")],
            (
                "6 January 2026, 23:00 – 7 January 2026, 01:00 EST in New York "
                "(7 January 2026, 04:00–06:00 UTC)"
            ),
            (
                "6. Januar 2026, 23:00 – 7. Januar 2026, 01:00 Uhr EST in New York "
                "(7. Januar 2026, 04:00–06:00 Uhr UTC)"
            ),
        ),
    ],
)
def test_what_clocks_show_there(record, read, date, where, english, german):
    record.summit("there", date=date, places=where)
    document = read("there")

    assert places.clocks(document) == english
    with override("de"):
        assert places.clocks(document) == german
