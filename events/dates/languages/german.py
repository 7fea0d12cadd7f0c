"""Dates in German, Austrian names included."""

from events.dates.languages.table import Language

GERMAN = Language(
    code="de",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
    seasons={"21": "Frühjahr", "22": "Sommer", "23": "Herbst", "24": "Winter"},
    parts={"year": "Jahr", "month": "Monat", "day": "Tag", "season": "Jahreszeit"},
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
        "EARLY": ("anfang", "zu beginn", "beginn"),
        "MID": ("mitte",),
        "LATE": ("ende",),
        "FROM": ("von", "vom", "seit", "ab"),
        "TO": ("bis", "bis zum", "bis zur", "bis zu", "spätestens", "spätestens am"),
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
        "SOMEDAY": ("ein tag im", "einem tag im", "ein tag im jahr", "einem tag im jahr"),
        "TENYEARS": ("jahrzehnt",),
        "HOUR": ("uhr",),
        "UM": ("um",),  # "at" before an hour, "about" before a date
        "": (
            *("am", "im", "in", "den", "dem", "der", "des", "das", "die"),
            *("im jahr", "im jahre", "des jahres"),
        ),
    },
    ordinals=(),
    decades=("er-jahre", "er-jahren", "er jahre", "er jahren", "er"),
    common_words=frozenset(),
    day="{day}. {month} {year}",
    day_of_month="{day}. {month}",
    only_day="{day}.",
    month="{month} {year}",
    winter="{season} {first}/{last}",
    decade="{first}er-Jahre",
    first_decade="Jahrzehnt {first}–{last}",
    century="ein Jahr zwischen {first} und {last}",
    some_month="ein Monat im Jahr {}",
    some_day_of_month="ein Tag im {}",
    some_day_of_year="ein Tag im Jahr {}",
    time="{date}, {time} Uhr{zone}",
    about={"day": "um den {}", "month": "um {}", "year": "um {}", "": "etwa {}"},
    inner_about="etwa {}",
    uncertain="vermutlich {}",
    inner_uncertain="vermutlich {}",
    some_parts="{parts} {what}",
    approximate_word="ungefähr",
    uncertain_word="unsicher",
    dative="dem {}",
    indefinite=("ein ", "einem "),
    contraction=("von dem ", "vom "),
    since="seit {}",
    since_unknown_end="ab {}, Ende unbekannt",
    until="bis {}",
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
        "year": "„{part}“ ist kein Jahr: Schreiben Sie vier Ziffern wie 2026.",
        "year_range": "„{part}“ liegt außerhalb: Die Jahre gehen von 0001 bis 9999, "
        "zum Beispiel 2026.",
        "month": "„{part}“ ist weder Monat (01 bis 12) noch Jahreszeit (21 bis 24): Schreiben Sie "
        "2026-01 oder 2026-21.",
        "day": "„{part}“ steht nicht im Kalender: Schreiben Sie einen Tag wie 2026-01-06.",
        "time": "„{part}“ ist keine Uhrzeit: Schreiben Sie sie wie in 2026-01-06T14:30:00Z.",
        "time_alone": "„{part}“ enthält eine Uhrzeit, die nur allein stehen kann: Schreiben Sie "
        "2026-01-06T14:30:00Z, oder Zeitraum und ungefähres Datum ohne sie, etwa "
        "2026-01-06/2026-01-07.",
        "mask": "„{part}“ hat ein X, wo keines stehen kann: Schreiben Sie 201X, 20XX, 2026-XX, "
        "2026-01-XX oder 2026-XX-XX.",
        "interval": "„{part}“ ist kein Zeitraum: Schreiben Sie zwei Daten wie "
        "2025-12-14/2025-12-15.",
        "no_end": "„{part}“ nennt gar kein Datum: Schreiben Sie mindestens eines, zum Beispiel "
        "../2026-01-06.",
        "reversed": "„{part}“ endet vor dem Beginn: Schreiben Sie das frühere Datum zuerst, "
        "zum Beispiel 2025-12-14/2025-12-15.",
        "set": "„{part}“ ist keine Menge: Schreiben Sie sie wie [2025-12-14,2025-12-16].",
        "ambiguous": "„{part}“ lässt sich auf zwei Arten lesen: Schreiben Sie {first} "
        "oder {second}.",
        "weekday": "Der Wochentag stimmt nicht, „{part}“ ist ein {weekday}: Schreiben Sie ihn so "
        "oder gar nicht, zum Beispiel 6. Januar 2026.",
        "no_year": "„{part}“ nennt kein Jahr: Schreiben Sie zum Beispiel 6. Januar 2026.",
        "not_understood": "„{part}“ ist nicht verständlich: Schreiben Sie ein Datum wie "
        "6. Januar 2026, September 2025 oder 14.–15. Dezember 2025.",
        "language": "In „{part}“ sind keine Daten bekannt: Wählen Sie eine von {available}, "
        "zum Beispiel de.",
    },
)
