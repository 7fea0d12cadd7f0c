"""What people type, in either language whichever is preferred."""

import pytest

from events.dates import DateError, parse, understand

UNDERSTOOD = [
    ("September 2025", "2025-09"),
    ("Sept. 2025", "2025-09"),
    ("mid-December 2025", "[2025-12-11..2025-12-20]"),
    ("Mitte Dezember 2025", "[2025-12-11..2025-12-20]"),
    ("early December 2025", "[2025-12-01..2025-12-10]"),
    ("Anfang Dezember 2025", "[2025-12-01..2025-12-10]"),
    ("Ende Dezember 2025", "[2025-12-21..2025-12-31]"),
    ("late-December 2025", "[2025-12-21..2025-12-31]"),
    ("14–15 December 2025", "2025-12-14/2025-12-15"),
    ("14./15. Dezember 2025", "2025-12-14/2025-12-15"),
    ("14 December 2025 – 3 January 2026", "2025-12-14/2026-01-03"),
    ("14. Dezember 2025 bis 3. Januar 2026", "2025-12-14/2026-01-03"),
    ("vom 14. bis zum 16. Dezember 2025", "2025-12-14/2025-12-16"),
    ("before 6 January 2026", "../2026-01-05"),
    ("vor dem 6. Januar 2026", "../2026-01-05"),
    ("by 6 January 2026", "../2026-01-06"),
    ("bis zum 6. Januar 2026", "../2026-01-06"),
    ("bis 6. Januar 2026", "../2026-01-06"),
    ("since 15 November 2025", "2025-11-15/.."),
    ("seit dem 15. November 2025", "2025-11-15/.."),
    ("ab 15. November 2025", "2025-11-15/.."),
    ("seit Mitte November 2025", "2025-11/.."),
    ("after 6 January 2026", "[2026-01-07..]"),
    ("nach dem 31. Dezember 2025", "[2026-01-01..]"),
    ("about 2025", "2025~"),
    ("c. 2025", "2025~"),
    ("ca. 2025", "2025~"),
    ("um 2025", "2025~"),
    ("rund 2025", "2025~"),
    ("um den 15. Dezember 2025", "2025-12-15~"),
    ("probably 2025", "2025?"),
    ("vermutlich 2025", "2025?"),
    ("wohl um 2025", "2025%"),
    ("6 January 2026?", "2026-01-06?"),
    ("January 6, 2026", "2026-01-06"),
    ("6.1.2026", "2026-01-06"),
    ("06.01.2026", "2026-01-06"),
    ("6. Januar 2026", "2026-01-06"),
    ("6. Jan. 2026", "2026-01-06"),
    ("6. Jänner 2026", "2026-01-06"),
    ("spring 2026", "2026-21"),
    ("Frühjahr 2026", "2026-21"),
    ("Frühling 2026", "2026-21"),
    ("winter 2025/26", "2025-24"),
    ("Winter 2025–2026", "2025-24"),
    ("2010s", "201X"),
    ("the 2010s", "201X"),
    ("2010er Jahre", "201X"),
    ("2010er-Jahre", "201X"),
    ("14 or 16 December 2025", "[2025-12-14,2025-12-16]"),
    ("2025", "2025"),
    ("6th January 2026", "2026-01-06"),
    ("the 6th of January 2026", "2026-01-06"),
    ("Tuesday, 6 January 2026", "2026-01-06"),
    ("Dienstag, 6. Januar 2026", "2026-01-06"),
    ("Di., 6.1.2026", "2026-01-06"),
    ("Dienstag, den 6. Januar 2026", "2026-01-06"),
    ("between 14 and 16 December 2025", "[2025-12-14..2025-12-16]"),
    ("zwischen dem 14. und dem 16. Dezember 2025", "[2025-12-14..2025-12-16]"),
    ("6 January 2026 14:30", "2026-01-06T14:30:00"),
    ("6. Januar 2026 um 14.30 Uhr", "2026-01-06T14:30:00"),
    ("6 January 2026, 14:30 UTC+05:30", "2026-01-06T14:30:00+05:30"),
    ("6 January 2026 at 14:30 UTC", "2026-01-06T14:30:00Z"),
    ("am 6. Januar 2026, 14 Uhr", "2026-01-06T14:00:00"),
    ("28.9.-3.10.2026", "2026-09-28/2026-10-03"),
    ("14.-15.12.2025", "2025-12-14/2025-12-15"),
    ("14./15.12.2025", "2025-12-14/2025-12-15"),
    ("December 14-15, 2025", "2025-12-14/2025-12-15"),
    ("December 14 and 16, 2025", "{2025-12-14,2025-12-16}"),
    ("13/4/2026", "2026-04-13"),
    ("4/13/2026", "2026-04-13"),
    ("03.04.2026", "2026-04-03"),
    ("09/2025", "2025-09"),
    ("since 2025-09", "2025-09/.."),
    ("12/13/2026", "2026-12-13"),
    ("13/12/2026", "2026-12-13"),
    ("4/4/2026", "2026-04-04"),
    ("early to mid-December 2025", "[2025-12-01..2025-12-20]"),
    ("Anfang bis Mitte Dezember 2025", "[2025-12-01..2025-12-20]"),
    ("Ende 2025", "[2025-09-01..2025-12-31]"),
    ("2025-12-14 to 2025-12-16", "2025-12-14/2025-12-16"),
    ("before 2026-01-06", "../2026-01-05"),
    ("[1667, 1668]", "[1667,1668]"),
    ("9999-12-31", "9999-12-31"),
    ("vor Jänner 2026", "../2025-12"),
    ("before spring 2026", "../2026-02"),
    ("Jan. 6, 2026", "2026-01-06"),
    ("spring to autumn 2026", "2026-21/2026-23"),
    ("14, 16 and 18 December 2025", "{2025-12-14,2025-12-16,2025-12-18}"),
    ("probably since 15 November 2025", "2025-11-15?/.."),
    ("about 14–15 December 2025", "2025-12-14~/2025-12-15~"),
    ("14 December 2025 – about 3 January 2026", "2025-12-14/2026-01-03~"),
    ("seit etwa 15. November 2025", "2025-11-15~/.."),
    ("from September to October 2025", "2025-09/2025-10"),
    ("6 January 2026.", "2026-01-06"),
    ("by the end of 2026", "../2026"),
    ("bis Ende 2026", "../2026"),
    ("bis Ende Januar 2026", "../2026-01"),
    ("before the end of 2026", "../2026"),
    ("from 2022 to the end of 2026", "2022/2026"),
    ("bis etwa Ende 2026", "../2026~"),
    ("mid to late December 2025", "[2025-12-11..2025-12-31]"),
    ("2025–2026", "2025/2026"),
    ("since 2022", "2022/.."),
    ("6 & 7 January 2026", "{2026-01-06,2026-01-07}"),
    ("am Dienstag, dem 6. Januar 2026", "2026-01-06"),
    ("Ende September/Anfang Oktober 2025", "2025-09/2025-10"),
    ("in der Mitte des Jahres 2025", "[2025-05-01..2025-08-31]"),
]


@pytest.mark.parametrize(("typed", "edtf"), UNDERSTOOD)
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_typed_is_understood_in_both_languages(
    typed: str, edtf: str, language: str
) -> None:
    assert understand(typed, language) == parse(edtf)
    assert understand(f"  {typed.upper()} ", language) == parse(edtf)


@pytest.mark.parametrize(
    ("typed", "code", "part"),
    [
        ("3/4/2026", "ambiguous", "3/4/2026"),
        ("since 3/4/2026", "ambiguous", "3/4/2026"),
        ("12/4/2026", "ambiguous", "12/4/2026"),
        ("4/12/2026", "ambiguous", "4/12/2026"),
        ("the 2000s", "ambiguous", "2000s"),
        ("Monday, 6 January 2026", "weekday", "2026-01-06"),
        ("Montag, 6. Januar 2026", "weekday", "2026-01-06"),
        ("28.12.-3.1.2026", "reversed", "2026-12-28/2026-01-03"),
        ("31 February 2026", "day", "2026-02-31"),
        ("2025-02-30", "day", "2025-02-30"),
        ("13.13.2026", "month", "13"),
        ("13.2026", "month", "13"),
        ("after 9999", "year_range", "9999"),
        ("before 0001", "year_range", "0001"),
        ("-1985", "year_range", "-1985"),
        ("14 December", "no_year", "14 December"),
        ("6.1.", "no_year", "6.1."),
        ("6 Jan 26", "no_year", "6 Jan 26"),
        ("2025/26", "year", "26"),
        ("yesterday", "not_understood", "yesterday"),
        ("the 2010sä", "not_understood", "2010sä"),
        ("6thä January 2026", "not_understood", "6thä"),
        ("Xmas 2025", "not_understood", "xmas"),
        ("before 6 January 2026, 14:30", "not_understood", "before 6 January 2026, 14:30"),
        (
            "6 January 2026 (year approximate; uncertain)",
            *("not_understood", "6 January 2026 (year approximate; uncer…"),
        ),
        ("6 Janury 2026", "not_understood", "janury"),
        ("2010–12", "not_understood", "2010–12"),
        ("14 and 16 or 18 December 2025", "not_understood", "14 and 16 or 18 December 2025"),
        ("about 6 January 2026, 14:30", "time_alone", "2026-01-06~T14:30:00"),
        ("6 January 2026, 25:30", "time", "25:30:00"),
        ("6 January ٢٠٢٦", "character", "٢"),
        ("6 January 2026\0", "character", "\\x00"),
        (" 2025".rjust(2000, "a"), "not_understood", "a" * 39 + "…"),
        (" 2025".rjust(2001, "a"), "too_long", "a" * 39 + "…"),
        ("6 January 2026 " * 200, "too_long", "6 January 2026 6 January 2026 6 January…"),
        ("", "empty", ""),
        ("[2025 2026", "set", "[20252026"),
    ],
)
def test_what_is_not_understood_is_named(typed: str, code: str, part: str) -> None:
    with pytest.raises(DateError) as caught:
        understand(typed, "en")
    assert (caught.value.code, caught.value.params["part"]) == (code, part)


def test_an_ambiguous_date_is_asked_about_in_the_language_of_the_reader() -> None:
    with pytest.raises(DateError) as caught:
        understand("3/4/2026", "de")
    assert str(caught.value) == (
        "“3/4/2026” can be read in two ways: write 2026-04-03 or 2026-03-04."
    )
    assert caught.value.message("de") == (
        "„3/4/2026“ lässt sich auf zwei Arten lesen: Schreiben Sie 2026-04-03 oder 2026-03-04."
    )


def test_the_first_decade_of_a_century_is_asked_about_with_both_that_may_be_meant() -> None:
    with pytest.raises(DateError) as caught:
        understand("the 1900s", "en")
    assert str(caught.value) == "“1900s” can be read in two ways: write 190X or 19XX."


def test_a_wrong_weekday_is_put_right_in_the_language_of_the_reader() -> None:
    with pytest.raises(DateError) as caught:
        understand("Monday, 6 January 2026", "en")
    assert "“2026-01-06” is a Tuesday" in str(caught.value)
    assert "„2026-01-06“ ist ein Dienstag" in caught.value.message("de")


def test_an_unknown_language_is_refused_even_for_edtf() -> None:
    with pytest.raises(DateError, match="choose one of en, de"):
        understand("2025", "fr")


@pytest.mark.parametrize(
    "text", ["- " * 990, ", or " * 390, "2025 - " * 280, "(" * 1999, "a" * 1999]
)
def test_long_nonsense_is_refused_quickly(text: str) -> None:
    with pytest.raises(DateError):
        understand(text, "en")
