"""Dates in German, Austrian names included."""

from events.dates.languages.table import Language

GERMAN = Language(
    code="de",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
    seasons={"21": "Frühjahr", "22": "Sommer", "23": "Herbst", "24": "Winter"},
    divisions={
        "33": "1. Quartal",
        "34": "2. Quartal",
        "35": "3. Quartal",
        "36": "4. Quartal",
        "37": "1. Jahresdrittel",
        "38": "2. Jahresdrittel",
        "39": "3. Jahresdrittel",
        "40": "1. Halbjahr",
        "41": "2. Halbjahr",
    },
    parts={
        "year": "Jahr",
        "month": "Monat",
        "day": "Tag",
        "season": "Jahreszeit",
        "quarter": "Quartal",
        "quadrimester": "Jahresdrittel",
        "half-year": "Halbjahr",
    },
    spellings={
        "M01": ("jan", "jän", "jänner", "jaenner"),
        "M02": ("feb", "feber"),
        "M03": ("mär", "mrz", "maerz"),
        "M04": ("apr",),
        "M06": ("jun",),
        "M07": ("jul",),
        "M08": ("aug",),
        "M09": ("sep", "sept"),
        "M10": ("okt",),
        "M11": ("nov",),
        "M12": ("dez",),
        "S21": ("frühling", "fruehling", "fruehjahr"),
    },
    weekdays=(
        *(("montag", "mo"), ("dienstag", "di"), ("mittwoch", "mi"), ("donnerstag", "do")),
        *(("freitag", "fr"), ("samstag", "sonnabend", "sa"), ("sonntag", "so")),
    ),
    phrases={
        "ABOUT": ("etwa", "rund", "ungefähr", "zirka", "circa", "ca.", "ca", "gegen"),
        "PROBABLY": (
            *("vermutlich", "wohl", "wahrscheinlich", "möglicherweise", "vielleicht"),
            *("unsicher", "mutmaßlich"),
        ),
        "EARLY": ("anfang", "zu beginn", "beginn", "jahresbeginn", "jahresanfang"),
        "MID": ("mitte",),
        "LATE": ("ende", "jahresende"),
        "FROM": ("von", "vom", "seit", "ab"),
        "TO": (
            *("bis", "bis zum", "bis zur", "bis zu", "spätestens", "spätestens am"),
            *("spätestens im", "spätestens in", "spätestens an", "spätestens bis"),
            *("spätestens bis zum", "spätestens zum", "bis spätestens", "bis spätestens am"),
            *("bis spätestens zum", "bis spätestens im"),
        ),
        "NOTBEFORE": (
            *("nicht vor", "nicht vor dem", "nicht vor der", "frühestens", "frühestens am"),
            *("frühestens im", "frühestens in", "frühestens ab", "frühestens zum"),
        ),
        "NOW": ("heute", "jetzt", "heutzutage", "andauernd", "dato"),
        "BEFORE": ("vor",),
        "AFTER": ("nach",),
        "BETWEEN": ("zwischen",),
        "AND": ("und", "sowie"),
        "OR": ("oder",),
        "EITHER": ("entweder",),
        "EACH": ("jeweils",),
        "THROUGHOUT": ("durchgehend",),
        "EARLIER": ("davor", "früher"),
        "LATER": ("danach", "später"),
        "NOEND": ("ende unbekannt",),
        "NOSTART": ("beginn unbekannt",),
        "SOMEYEAR": ("ein jahr", "einem jahr"),
        "SOMEMONTH": ("ein monat im jahr", "einem monat im jahr"),
        "SOMEDAY": (
            *("ein tag im", "einem tag im", "ein tag im jahr", "einem tag im jahr"),
            *("an einem tag im", "an einem tag im jahr"),
        ),
        "TENYEARS": ("jahrzehnt",),
        "CENTURY": ("jahrhundert", "jahrhunderts", "jahrhunderte", "jh.", "jh", "jhdt.", "jhdt"),
        "NOYEAR": ("jahr unbekannt", "unbekanntes jahr", "unbekannten jahres"),
        "UNKNOWN": (
            *("unbekannt", "datum unbekannt", "unbekanntes datum", "undatiert", "ohne datum"),
            *("o. d.", "o.d.", "o. j.", "o.j."),
        ),
        "WEEK": ("woche", "woche vom", "woche ab", "kalenderwoche", "kw"),
        "N1": ("erstes", "erste", "ersten", "erster"),
        "N2": ("zweites", "zweite", "zweiten", "zweiter"),
        "N3": ("drittes", "dritte", "dritten", "dritter"),
        "N4": ("viertes", "vierte", "vierten", "vierter"),
        "PQUARTER": ("vierteljahr", "quartals"),
        "PQUADRIMESTER": ("drittel", "jahresdrittels"),
        "PHALFYEAR": ("jahreshälfte", "hälfte", "halbjahres", "halbjahrs"),
        "AD": ("n. chr.", "n.chr.", "n. chr", "nach christus", "u. z.", "u.z."),
        "BC": ("v. chr.", "v.chr.", "v. chr", "vor christus", "v. u. z.", "v.u.z."),
        "JULIAN": ("alten stils", "alter stil", "julianisch", "julianischer kalender"),
        "HOUR": ("uhr",),
        "UM": ("um",),  # "at" before an hour, "about" before a date
        "": (
            *("am", "im", "in", "den", "dem", "der", "des", "das", "die", "zum", "zur"),
            *("im jahr", "im jahre", "des jahres", "ortszeit", "neuen stils"),
        ),
    },
    ordinals=(),
    nth={"": "."},
    decades=("er-jahre", "er-jahren", "er jahre", "er jahren", "er"),
    common_words=frozenset(),
    day="{day}. {month} {year}",
    day_of_month="{day}. {month}",
    only_day="{day}.",
    month="{month} {year}",
    winter="{season} {first}/{last}",
    division="{division} {year}",
    era="{} n. Chr.",
    decade="{first}er-Jahre",
    first_decade="Jahrzehnt {first}–{last}",
    century="{number}{nth} Jahrhundert",
    millennium="ein Jahr zwischen {first} und {last}",
    some_month="ein Monat im Jahr {}",
    some_day_of_month="ein Tag im {}",
    some_day_of_year="ein Tag im Jahr {}",
    no_year="{}, Jahr unbekannt",
    unknown="Datum unbekannt",
    time="{date}, {time} Uhr{zone}",
    hours="{date}, {first}–{last} Uhr{zone}",
    thirds={"EARLY": "Anfang {}", "MID": "Mitte {}", "LATE": "Ende {}"},
    third_of={"decade": "der {}", "century": "des {}s"},
    week="Woche vom {}",
    about={
        "day": "um den {}",
        **dict.fromkeys(("month", "year"), "um {}"),
        **dict.fromkeys(("quarter", "quadrimester", "half-year"), "um das {}"),
        **dict.fromkeys(("first decade", "century"), "um das {}"),
        "decade": "um die {}",
        "": "etwa {}",
    },
    inner_about="etwa {}",
    uncertain="vermutlich {}",
    inner_uncertain="vermutlich {}",
    some_parts="{parts} {what}",
    approximate_word="ungefähr",
    uncertain_word="unsicher",
    dative={
        **dict.fromkeys(("day", "time", "quarter", "quadrimester", "half-year"), "dem {}"),
        **dict.fromkeys(("first decade", "century"), "dem {}"),
        "decade": "den {}n",
    },
    indefinite=("ein ", "einem "),
    contraction=("von dem ", "vom "),
    since="seit {}",
    since_unknown_end="ab {}, Ende unbekannt",
    by={
        "": "spätestens {about}im {}",
        **dict.fromkeys(("time", "day"), "spätestens {about}{}"),
        **dict.fromkeys(("month", "year"), "spätestens {about}Ende {}"),
        "some day": "spätestens {about}an {}",
        **dict.fromkeys(("some month", "millennium"), "spätestens {about}in {}"),
        "decade": "spätestens {about}in {}",
    },
    by_as_is=frozenset(
        {"time", "day", "quarter", "quadrimester", "half-year", "first decade", "century"}
    ),
    until_unknown_start="bis {}, Beginn unbekannt",
    from_to="von {} bis {}",
    between="zwischen {} und {}",
    throughout="durchgehend {}",
    one_of=("oder", "entweder {}"),
    all_of=("und", "jeweils {}"),
    earlier="davor",
    later="danach",
    messages={
        "not_text": "Ein Datum ist ein Text wie 2026-01-06, nicht „{part}“.",
        "empty": "Das Datum fehlt: Schreiben Sie zum Beispiel 2026-01-06.",
        "too_long": "„{part}“ ist zu lang für ein Datum: Schreiben Sie zum Beispiel 2026-01-06.",
        "character": "„{part}“ gehört nicht in ein Datum: Schreiben Sie einfache Ziffern wie "
        "2026-01-06.",
        "space": "„{part}“ enthält ein Leerzeichen: Schreiben Sie es ohne, zum Beispiel "
        "2025-12-14/2025-12-15.",
        "syntax": "„{part}“ ist kein Datum: Schreiben Sie zum Beispiel 2026, 2026-01 "
        "oder 2026-01-06.",
        "year": "„{part}“ ist kein Jahr: Schreiben Sie vier Ziffern wie 2026, oder 33 n. Chr. "
        "als 0033.",
        "year_range": "„{part}“ liegt außerhalb: Die Jahre gehen von 0001 bis 9999, "
        "zum Beispiel 2026.",
        "month": "„{part}“ ist weder Monat (01 bis 12) noch Jahreszeit (21 bis 24), Quartal (33 "
        "bis 36), Jahresdrittel (37 bis 39) oder Halbjahr (40, 41): Schreiben Sie 2026-01 oder "
        "2026-33.",
        "day": "„{part}“ steht nicht im Kalender: Schreiben Sie einen Tag wie 2026-01-06.",
        "time": "„{part}“ ist keine Uhrzeit: Schreiben Sie sie wie in 2026-01-06T14:30:00Z.",
        "time_alone": "„{part}“ enthält eine Uhrzeit, die genau ist und zu einem Tag gehört: "
        "Schreiben Sie 2026-01-06T14:30:00Z, oder ein ungefähres Datum oder eine Menge ohne sie, "
        "etwa 2026-01-06~.",
        "zones": "„{part}“ hat nur an einem Ende eine Zeitzone: Schreiben Sie sie an beiden oder "
        "an keinem, zum Beispiel 2021-10-27T11:00:00Z/2021-10-27T14:00:00Z.",
        "zone": "„{part}“ heißt mehr als eine Zeitzone: Schreiben Sie den Abstand, zum Beispiel "
        "{first} oder {second}.",
        "mask": "„{part}“ hat ein X, wo keines stehen kann: Schreiben Sie 201X, 20XX, 2026-XX, "
        "2026-01-XX, 2026-XX-XX, oder XXXX-01-06 allein und ohne Zeichen.",
        "interval": "„{part}“ ist kein Zeitraum: Schreiben Sie zwei Daten wie "
        "2025-12-14/2025-12-15.",
        "no_end": "„{part}“ nennt gar kein Datum: Schreiben Sie mindestens eines, zum Beispiel "
        "../2026-01-06.",
        "reversed": "„{part}“ endet vor dem Beginn: Schreiben Sie das frühere Datum zuerst, "
        "zum Beispiel 2025-12-14/2025-12-15.",
        "reversed_in_utc": "„{part}“ endet vor dem Beginn: In UTC geht es von {begins} bis {ends}. "
        "Korrigieren Sie eine Zeit oder ihre Zone.",
        "set": "„{part}“ ist keine Menge: Schreiben Sie sie wie [2025-12-14,2025-12-16].",
        "ambiguous": "„{part}“ lässt sich auf zwei Arten lesen: Schreiben Sie {first} "
        "oder {second}.",
        "julian": "„{part}“ gehört zum julianischen Kalender: Schreiben Sie den Tag im heutigen, "
        "zum Beispiel 1917-11-07 für den 25. Oktober.",
        "weekday": "Der Wochentag stimmt nicht, „{part}“ ist ein {weekday}: Schreiben Sie ihn so "
        "oder gar nicht, zum Beispiel 6. Januar 2026.",
        "no_year": "„{part}“ nennt kein Jahr: Schreiben Sie zum Beispiel 6. Januar 2026.",
        "not_understood": "„{part}“ ist nicht verständlich: Schreiben Sie ein Datum wie "
        "6. Januar 2026, September 2025 oder 14.–15. Dezember 2025.",
        "language": "In „{part}“ sind keine Daten bekannt: Wählen Sie eine von {available}, "
        "zum Beispiel de.",
    },
)
