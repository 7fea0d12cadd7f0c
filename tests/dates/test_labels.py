"""How dates read in English and in German; `test_properties` reads every label back."""

import pytest

from events.dates import DateError, parse

LABELS = [
    ("2026-01-06", "6 January 2026", "6. Januar 2026"),
    ("2025-09", "September 2025", "September 2025"),
    ("2025", "2025", "2025"),
    ("0033", "33 AD", "33 n. Chr."),
    ("2025-03", "March 2025", "März 2025"),
    ("2025-21", "spring 2025", "Frühjahr 2025"),
    ("2025-24", "winter 2025–26", "Winter 2025/26"),
    ("1999-24", "winter 1999–2000", "Winter 1999/2000"),
    ("2008-24", "winter 2008–09", "Winter 2008/09"),
    ("201X", "2010s", "2010er-Jahre"),
    ("200X", "decade 2000–2009", "Jahrzehnt 2000–2009"),
    ("19XX", "20th century", "20. Jahrhundert"),
    ("2004-XX", "a month in 2004", "ein Monat im Jahr 2004"),
    ("1985-04-XX", "a day in April 1985", "ein Tag im April 1985"),
    ("1985-XX-XX", "a day in 1985", "ein Tag im Jahr 1985"),
    ("2026-01-06T14:30:00Z", "6 January 2026, 14:30 UTC", "6. Januar 2026, 14:30 Uhr UTC"),
    ("2026-01-06T14:30:05", "6 January 2026, 14:30:05", "6. Januar 2026, 14:30:05 Uhr"),
    (
        "2026-01-06T14:30:00-04",
        "6 January 2026, 14:30 UTC−04",
        "6. Januar 2026, 14:30 Uhr UTC−04",
    ),
    ("2025-12-15~", "about 15 December 2025", "um den 15. Dezember 2025"),
    ("2025-12~", "about December 2025", "um Dezember 2025"),
    ("2025~", "about 2025", "um 2025"),
    ("2025-24~", "about winter 2025–26", "etwa Winter 2025/26"),
    ("2025?", "2025 (uncertain)", "vermutlich 2025"),
    ("2025-12-15?", "15 December 2025 (uncertain)", "vermutlich 15. Dezember 2025"),
    (
        "2025-12-15%",
        "about 15 December 2025 (uncertain)",
        "vermutlich um den 15. Dezember 2025",
    ),
    (
        "2004-06~-11",
        "11 June 2004 (year and month approximate)",
        "11. Juni 2004 (Jahr und Monat ungefähr)",
    ),
    (
        "?2004-06-~11",
        "11 June 2004 (day approximate; year uncertain)",
        "11. Juni 2004 (Tag ungefähr; Jahr unsicher)",
    ),
    ("2004-~21", "spring 2004 (season approximate)", "Frühjahr 2004 (Jahreszeit ungefähr)"),
    ("2025-12-14/2025-12-15", "14–15 December 2025", "14.–15. Dezember 2025"),
    ("2025-09-28/2025-10-03", "28 September – 3 October 2025", "28. September – 3. Oktober 2025"),
    (
        "2025-12-28/2026-01-03",
        "28 December 2025 – 3 January 2026",
        "28. Dezember 2025 – 3. Januar 2026",
    ),
    ("2025-09/2025-10", "September–October 2025", "September–Oktober 2025"),
    ("2025-09/2026-01", "September 2025 – January 2026", "September 2025 – Januar 2026"),
    ("2024/2025", "2024–2025", "2024–2025"),
    ("2025-24/2026-21", "winter 2025–26 – spring 2026", "Winter 2025/26 – Frühjahr 2026"),
    ("2025-09/2025-12-03", "September 2025 – 3 December 2025", "September 2025 – 3. Dezember 2025"),
    ("2025-12-14~/2025-12-15~", "about 14–15 December 2025", "etwa 14.–15. Dezember 2025"),
    ("2024?/2025?", "2024–2025 (uncertain)", "vermutlich 2024–2025"),
    (
        "2025-12-28~/2026-01-03?",
        "from about 28 December 2025 to probably 3 January 2026",
        "von etwa dem 28. Dezember 2025 bis vermutlich 3. Januar 2026",
    ),
    (
        "2025-12-28/2026-01-03~",
        "from 28 December 2025 to about 3 January 2026",
        "vom 28. Dezember 2025 bis etwa 3. Januar 2026",
    ),
    ("2025-11-15/..", "since 15 November 2025", "seit dem 15. November 2025"),
    ("2025-11-15~/..", "since about 15 November 2025", "seit etwa dem 15. November 2025"),
    (
        "2025-11-15%/..",
        "since about 15 November 2025 (uncertain)",
        "vermutlich seit etwa dem 15. November 2025",
    ),
    ("2025/..", "since 2025", "seit 2025"),
    ("2004-06-XX/..", "since a day in June 2004", "seit einem Tag im Juni 2004"),
    (
        "2025-11-15/",
        "from 15 November 2025, end unknown",
        "ab dem 15. November 2025, Ende unbekannt",
    ),
    ("../2026-01-06", "by 6 January 2026", "spätestens 6. Januar 2026"),
    (
        "/2026-01-06",
        "until 6 January 2026, start unknown",
        "bis 6. Januar 2026, Beginn unbekannt",
    ),
    ("[2025-12-14,2025-12-16]", "14 or 16 December 2025", "14. oder 16. Dezember 2025"),
    ("{2025-12-14,2025-12-16}", "14 and 16 December 2025", "14. und 16. Dezember 2025"),
    (
        "[2025-12-14~,2025-12-16~]",
        "about 14 or 16 December 2025",
        "etwa 14. oder 16. Dezember 2025",
    ),
    (
        "[2025-12-14~,2025-12-16]",
        "either about 14 December 2025 or 16 December 2025",
        "entweder etwa 14. Dezember 2025 oder 16. Dezember 2025",
    ),
    ("{1960?,1961}", "each of probably 1960 and 1961", "jeweils vermutlich 1960 und 1961"),
    ("[2025-09,2025-10]", "September or October 2025", "September oder Oktober 2025"),
    (
        "{2025-12-14,2025-12-16,2026-01-06}",
        "14 December 2025, 16 December 2025 and 6 January 2026",
        "14. Dezember 2025, 16. Dezember 2025 und 6. Januar 2026",
    ),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670–1672", "1667, 1668 oder 1670–1672"),
    (
        "[2025-12-14..2025-12-16]",
        "between 14 and 16 December 2025",
        "zwischen dem 14. und dem 16. Dezember 2025",
    ),
    (
        "{2025-12-14..2025-12-16}",
        "throughout 14–16 December 2025",
        "durchgehend 14.–16. Dezember 2025",
    ),
    (
        "{2025-12-14?..2025-12-16?}",
        "throughout probably 14–16 December 2025",
        "durchgehend vermutlich 14.–16. Dezember 2025",
    ),
    (
        "[2025-12-14~..2025-12-16?]",
        "between about 14 December 2025 and probably 16 December 2025",
        "zwischen etwa dem 14. Dezember 2025 und vermutlich dem 16. Dezember 2025",
    ),
    (
        "[1667,1670?..1672?]",
        "either 1667 or probably 1670–1672",
        "entweder 1667 oder vermutlich 1670–1672",
    ),
    ("[..1984]", "1984 or earlier", "1984 oder davor"),
    ("{1984..}", "1984 and later", "1984 und danach"),
    (
        "[1760-01,1760-12..]",
        "January 1760 or December 1760 or later",
        "Januar 1760 oder Dezember 1760 oder danach",
    ),
]


@pytest.mark.parametrize(("edtf", "english", "german"), LABELS)
def test_a_date_reads_well(edtf: str, english: str, german: str) -> None:
    value = parse(edtf)
    assert value.label("en") == english
    assert value.label("de") == german


@pytest.mark.parametrize("tag", ["de", "DE", "de-AT", "de_AT", "de-Latn-CH"])
def test_a_language_is_found_by_its_tag(tag: str) -> None:
    assert parse("2026-01").label(tag) == "Januar 2026"


@pytest.mark.parametrize("tag", ["fr", "", "deutsch", "e", None])
def test_an_unknown_language_is_refused_with_those_there_are(tag: str) -> None:
    with pytest.raises(DateError, match="choose one of en, de") as caught:
        parse("2026-01").label(tag)
    assert caught.value.code == "language"
