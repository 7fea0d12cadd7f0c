"""What an error says, in both languages."""

from collections.abc import Callable

import pytest

from events.dates import EDTF, LANGUAGES, DateError, parse, understand


def in_words(text: str) -> EDTF:
    return understand(text, "en")


def in_french(text: str) -> EDTF:
    return understand(text, "fr")


SAID: list[tuple[Callable[[str], EDTF], object, str, str]] = [
    (
        *(parse, 2026),
        "A date is a text such as 2026-01-06, not “int”.",
        "Ein Datum ist ein Text wie 2026-01-06, nicht „int“.",
    ),
    (
        *(parse, ""),
        "The date is missing: write one such as 2026-01-06.",
        "Das Datum fehlt: Schreiben Sie zum Beispiel 2026-01-06.",
    ),
    (
        *(parse, "a" * 201),
        f"“{'a' * 39}…” is too long for a date: write one such as 2026-01-06.",
        f"„{'a' * 39}…“ ist zu lang für ein Datum: Schreiben Sie zum Beispiel 2026-01-06.",
    ),
    (
        *(parse, "2025–2026"),
        "“–” has no place in a date: write plain digits, such as 2026-01-06.",
        "„–“ gehört nicht in ein Datum: Schreiben Sie einfache Ziffern wie 2026-01-06.",
    ),
    (
        *(parse, "2025 /2026"),
        "“2025 /2026” has a space in it: write it without, such as 2025-12-14/2025-12-15.",
        (
            "„2025 /2026“ enthält ein Leerzeichen: Schreiben Sie es ohne, zum Beispiel "
            "2025-12-14/2025-12-15."
        ),
    ),
    (
        *(parse, "hello"),
        "“hello” is not a date: write one such as 2026, 2026-01 or 2026-01-06.",
        "„hello“ ist kein Datum: Schreiben Sie zum Beispiel 2026, 2026-01 oder 2026-01-06.",
    ),
    (
        *(parse, "25"),
        "“25” is not a year: write four digits, such as 2026, or 33 AD as 0033.",
        "„25“ ist kein Jahr: Schreiben Sie vier Ziffern wie 2026, oder 33 n. Chr. als 0033.",
    ),
    (
        *(parse, "20255"),
        "“20255” is out of range: years run from 0001 to 9999, such as 2026.",
        "„20255“ liegt außerhalb: Die Jahre gehen von 0001 bis 9999, zum Beispiel 2026.",
    ),
    (
        *(parse, "2025-13"),
        (
            "“13” is not a month (01 to 12), season (21 to 24), quarter (33 to 36), third (37 to "
            "39) or half (40, 41) of a year: write 2026-01 or 2026-33."
        ),
        (
            "„13“ ist weder Monat (01 bis 12) noch Jahreszeit (21 bis 24), Quartal (33 bis 36), "
            "Jahresdrittel (37 bis 39) oder Halbjahr (40, 41): Schreiben Sie 2026-01 oder 2026-33."
        ),
    ),
    (
        *(parse, "2025-02-30"),
        "“2025-02-30” is not a day in the calendar: write one such as 2026-01-06.",
        "„2025-02-30“ steht nicht im Kalender: Schreiben Sie einen Tag wie 2026-01-06.",
    ),
    (
        *(parse, "2026-01-06T14"),
        "“14” is not a time: write it such as 2026-01-06T14:30:00Z.",
        "„14“ ist keine Uhrzeit: Schreiben Sie sie wie in 2026-01-06T14:30:00Z.",
    ),
    (
        *(parse, "2026-01-06T14:30:00~"),
        (
            "“2026-01-06T14:30:00~” has a time, which is exact and of one day: write "
            "2026-01-06T14:30:00Z, or an approximate date or a set without one, such as "
            "2026-01-06~."
        ),
        (
            "„2026-01-06T14:30:00~“ enthält eine Uhrzeit, die genau ist und zu einem Tag gehört: "
            "Schreiben Sie 2026-01-06T14:30:00Z, oder ein ungefähres Datum oder eine Menge ohne "
            "sie, etwa 2026-01-06~."
        ),
    ),
    (
        *(parse, "2026-01-06T14:00Z/2026-01-06T15:00"),
        (
            "“2026-01-06T14:00Z/2026-01-06T15:00” has a zone at one end only: write one at both, "
            "or none, such as 2021-10-27T11:00:00Z/2021-10-27T14:00:00Z."
        ),
        (
            "„2026-01-06T14:00Z/2026-01-06T15:00“ hat nur an einem Ende eine Zeitzone: Schreiben "
            "Sie sie an beiden oder an keinem, zum Beispiel "
            "2021-10-27T11:00:00Z/2021-10-27T14:00:00Z."
        ),
    ),
    (
        *(in_words, "6 January 2026, 13:00 CST"),
        (
            "“CST” is the name of more than one time zone: write the offset, such as UTC-06 or "
            "UTC+08."
        ),
        (
            "„CST“ heißt mehr als eine Zeitzone: Schreiben Sie den Abstand, zum Beispiel UTC-06 "
            "oder UTC+08."
        ),
    ),
    (
        *(in_words, "25 October 1917 (O.S.)"),
        (
            "“25 October 1917 (O.S.)” is of the Julian calendar: write the day in the calendar of "
            "today, such as 1917-11-07 for 25 October."
        ),
        (
            "„25 October 1917 (O.S.)“ gehört zum julianischen Kalender: Schreiben Sie den Tag im "
            "heutigen, zum Beispiel 1917-11-07 für den 25. Oktober."
        ),
    ),
    (
        *(parse, "1X99"),
        (
            "“1X99” has an X where none can be: write 201X, 20XX, 2026-XX, 2026-01-XX, "
            "2026-XX-XX, or XXXX-01-06 alone and without a mark."
        ),
        (
            "„1X99“ hat ein X, wo keines stehen kann: Schreiben Sie 201X, 20XX, 2026-XX, "
            "2026-01-XX, 2026-XX-XX, oder XXXX-01-06 allein und ohne Zeichen."
        ),
    ),
    (
        *(parse, "2024/2025/2026"),
        "“2024/2025/2026” is not an interval: write two dates, such as 2025-12-14/2025-12-15.",
        "„2024/2025/2026“ ist kein Zeitraum: Schreiben Sie zwei Daten wie 2025-12-14/2025-12-15.",
    ),
    (
        *(parse, "../.."),
        "“../..” names no date at all: write at least one, such as ../2026-01-06.",
        "„../..“ nennt gar kein Datum: Schreiben Sie mindestens eines, zum Beispiel ../2026-01-06.",
    ),
    (
        *(parse, "2026/2025"),
        (
            "“2026/2025” ends before it begins: write the earlier date first, such as "
            "2025-12-14/2025-12-15."
        ),
        (
            "„2026/2025“ endet vor dem Beginn: Schreiben Sie das frühere Datum "
            "zuerst, zum Beispiel "
            "2025-12-14/2025-12-15."
        ),
    ),
    (
        *(parse, "[2025"),
        "“[2025” is not a set: write one such as [2025-12-14,2025-12-16].",
        "„[2025“ ist keine Menge: Schreiben Sie sie wie [2025-12-14,2025-12-16].",
    ),
    (
        *(in_words, "3/4/2026"),
        "“3/4/2026” can be read in two ways: write 2026-04-03 or 2026-03-04.",
        "„3/4/2026“ lässt sich auf zwei Arten lesen: Schreiben Sie 2026-04-03 oder 2026-03-04.",
    ),
    (
        *(in_words, "the 1900s"),
        "“1900s” can be read in two ways: write 190X or 19XX.",
        "„1900s“ lässt sich auf zwei Arten lesen: Schreiben Sie 190X oder 19XX.",
    ),
    (
        *(in_words, "Monday, 6 January 2026"),
        (
            "The weekday is wrong, “2026-01-06” is a Tuesday: write it so or leave it out, such as "
            "6 January 2026."
        ),
        (
            "Der Wochentag stimmt nicht, „2026-01-06“ ist ein Dienstag: Schreiben "
            "Sie ihn so oder gar "
            "nicht, zum Beispiel 6. Januar 2026."
        ),
    ),
    (
        *(in_words, "6 January"),
        "“6 January” names no year: write one such as 6 January 2026.",
        "„6 January“ nennt kein Jahr: Schreiben Sie zum Beispiel 6. Januar 2026.",
    ),
    (
        *(in_words, "yesterday"),
        (
            "“yesterday” is not understood: write a date such as 6 January 2026, September 2025 or "
            "14–15 December 2025."
        ),
        (
            "„yesterday“ ist nicht verständlich: Schreiben Sie ein Datum wie 6. "
            "Januar 2026, September "
            "2025 oder 14.–15. Dezember 2025."
        ),
    ),
    (
        *(parse, "2025-01-10T10:00Z/2025-01-10T10:30+02:00"),
        (
            "“2025-01-10T10:00Z/2025-01-10T10:30+02:00” ends before it begins: in UTC, it goes "
            "from 2025-01-10 10:00 to 2025-01-10 08:30. Correct a time or its zone."
        ),
        (
            "„2025-01-10T10:00Z/2025-01-10T10:30+02:00“ endet vor dem Beginn: In UTC geht es von "
            "2025-01-10 10:00 bis 2025-01-10 08:30. Korrigieren Sie eine Zeit oder ihre Zone."
        ),
    ),
    (
        *(in_french, "2026"),
        "Dates are not known in “fr”: choose one of en, de, such as en.",
        "In „fr“ sind keine Daten bekannt: Wählen Sie eine von en, de, zum Beispiel de.",
    ),
]


@pytest.mark.parametrize(("read", "text", "english", "german"), SAID)
def test_an_error_says_what_is_wrong_and_what_would_be_right(
    read: Callable[[object], EDTF], text: object, english: str, german: str
) -> None:
    with pytest.raises(DateError) as caught:
        read(text)
    assert str(caught.value) == caught.value.message("en") == english
    assert caught.value.message("de") == german


def test_every_error_is_among_them() -> None:
    codes = set()
    for read, text, *_ in SAID:
        with pytest.raises(DateError) as caught:
            read(text)  # type: ignore[arg-type]
        codes.add(caught.value.code)
    assert codes == set(LANGUAGES["en"].messages)
