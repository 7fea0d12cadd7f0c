"""What the date module knows of each language: adding a language is adding one table here.

Everything else in the package is free of words. `phrases` are what people type, by the mark that
`wording.py` puts in their place; the sentence patterns below them are what `labels.py` writes.
"""

from dataclasses import dataclass
from typing import TypeAlias

Words: TypeAlias = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Language:
    """One language's names, phrases and patterns.

    Patterns take `{}` where a date goes. An *inner* pattern stands behind a preposition ("since
    about …"), an outer one alone or around the whole wording.
    """

    months: tuple[str, ...]
    seasons: dict[str, str]
    parts: dict[str, str]
    spellings: Words  # other spellings, by "M01" … "M12", "S21" … "S24"
    weekdays: tuple[tuple[str, ...], ...]  # Monday first
    phrases: Words
    ordinals: tuple[str, ...]  # what follows the number of a day
    decades: tuple[str, ...]  # what follows the first year of a decade
    common_words: frozenset[str]  # names of months that are everyday words as well

    day: str
    day_of_month: str
    only_day: str
    month: str
    winter: str
    decade: str
    first_decade: str
    century: str
    some_month: str
    some_day_of_month: str
    some_day_of_year: str
    time: str

    about: dict[str, str]  # by what it qualifies; "" is any other
    inner_about: str
    uncertain: str
    inner_uncertain: str
    some_parts: str
    approximate_word: str
    uncertain_word: str

    dative: str  # how a day reads behind "since", "from", "between"
    contraction: tuple[str, str]
    since: str
    since_unknown_end: str
    until: str
    until_unknown_start: str
    from_to: str
    between: str
    throughout: str
    one_of: tuple[str, str]  # joins the last two; introduces members that differ in certainty
    all_of: tuple[str, str]
    earlier: str
    later: str

    messages: dict[str, str]  # by `DateError.code`


ENGLISH = Language(
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    seasons={"21": "spring", "22": "summer", "23": "autumn", "24": "winter"},
    parts={"year": "year", "month": "month", "day": "day", "season": "season"},
    spellings={
        **{"M01": ("jan",), "M02": ("feb",), "M03": ("mar",), "M04": ("apr",), "M06": ("jun",)},
        **{"M07": ("jul",), "M08": ("aug",), "M09": ("sep", "sept"), "M10": ("oct",)},
        **{"M11": ("nov",), "M12": ("dec",), "S23": ("fall",)},
    },
    weekdays=(
        *(("monday", "mon"), ("tuesday", "tue", "tues"), ("wednesday", "wed")),
        *(("thursday", "thu", "thur", "thurs"), ("friday", "fri"), ("saturday", "sat")),
        ("sunday", "sun"),
    ),
    phrases={
        "ABOUT": (
            *("about", "around", "approximately", "approximate", "approx.", "approx", "roughly"),
            *("circa", "ca.", "ca", "c."),
        ),
        "PROBABLY": ("probably", "possibly", "presumably", "perhaps", "likely", "uncertain"),
        "EARLY": ("early", "beginning of", "the beginning of", "start of", "the start of"),
        "MID": ("mid", "middle of", "the middle of"),
        "LATE": ("late", "end of", "the end of"),
        "FROM": ("from", "since", "as of", "starting"),
        "TO": ("to", "until", "till", "up to", "up until", "through", "by", "no later than"),
        "BEFORE": ("before", "prior to"),
        "AFTER": ("after",),
        "BETWEEN": ("between",),
        "AND": ("and", "&"),
        "OR": ("or",),
        "EITHER": ("either",),
        "EACH": ("each of",),
        "THROUGHOUT": ("throughout",),
        "EARLIER": ("earlier",),
        "LATER": ("later",),
        "NOEND": ("end unknown",),
        "NOSTART": ("start unknown",),
        "SOMEYEAR": ("a year",),
        "SOMEMONTH": ("a month in", "some month in"),
        "SOMEDAY": ("a day in", "some day in"),
        "TENYEARS": ("decade",),
        "UTC": ("utc", "gmt"),
        "": ("the", "of", "on", "in", "at", "the year", "in the year"),
    },
    ordinals=("st", "nd", "rd", "th"),
    decades=("s", "'s", "’s"),
    common_words=frozenset({"may", "march"}),
    day="{day} {month} {year}",
    day_of_month="{day} {month}",
    only_day="{day}",
    month="{month} {year}",
    winter="{season} {first}–{last}",
    decade="{first}s",
    first_decade="decade {first}–{last}",
    century="a year between {first} and {last}",
    some_month="a month in {}",
    some_day_of_month="a day in {}",
    some_day_of_year="a day in {}",
    time="{date}, {time}{zone}",
    about={"": "about {}"},
    inner_about="about {}",
    uncertain="{} (uncertain)",
    inner_uncertain="probably {}",
    some_parts="{parts} {what}",
    approximate_word="approximate",
    uncertain_word="uncertain",
    dative="{}",
    contraction=("", ""),
    since="since {}",
    since_unknown_end="from {}, end unknown",
    until="up to {}",
    until_unknown_start="up to {}, start unknown",
    from_to="from {} to {}",
    between="between {} and {}",
    throughout="throughout {}",
    one_of=("or", "either {}"),
    all_of=("and", "each of {}"),
    earlier="earlier",
    later="later",
    messages={
        "not_text": "A date is a text such as 2026-01-06, not “{part}”.",
        "empty": "The date is missing: write one such as 2026-01-06.",
        "too_long": "“{part}” is too long for a date: write one such as 2026-01-06.",
        "character": "“{part}” has no place in a date: write plain digits, such as 2026-01-06.",
        "space": "“{part}” has a space in it: write it without, such as 2025-12-14/2025-12-15.",
        "syntax": "“{part}” is not a date: write one such as 2026, 2026-01 or 2026-01-06.",
        "year": "“{part}” is not a year: write four digits, such as 2026.",
        "year_range": "“{part}” is out of range: years run from 0001 to 9999, such as 2026.",
        "month": "“{part}” is not a month (01 to 12) or season (21 to 24): write 2026-01 or 2026-21.",
        "day": "“{part}” is not a day in the calendar: write one such as 2026-01-06.",
        "time": "“{part}” is not a time: write it such as 2026-01-06T14:30:00Z.",
        "time_alone": "“{part}” has a time, which stands alone: write 2026-01-06T14:30:00Z, or an "
        "interval or approximate date without one, such as 2026-01-06/2026-01-07.",
        "mask": "“{part}” has an X where none can be: write 201X, 20XX, 2026-XX, 2026-01-XX "
        "or 2026-XX-XX.",
        "interval": "“{part}” is not an interval: write two dates, such as 2025-12-14/2025-12-15.",
        "no_end": "“{part}” names no date at all: write at least one, such as ../2026-01-06.",
        "reversed": "“{part}” ends before it begins: write the earlier date first, "
        "such as 2025-12-14/2025-12-15.",
        "set": "“{part}” is not a set: write one such as [2025-12-14,2025-12-16].",
        "ambiguous": "“{part}” can be read in two ways: write {first} or {second}.",
        "weekday": "“{part}” is not the weekday of {date}: leave it out, such as 6 January 2026.",
        "no_year": "“{part}” names no year: write one such as 6 January 2026.",
        "not_understood": "“{part}” is not understood: write a date such as 6 January 2026, "
        "September 2025 or 14–15 December 2025.",
        "language": "Dates are not known in “{part}”: choose one of {available}, such as en.",
    },
)

GERMAN = Language(
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
    seasons={"21": "Frühjahr", "22": "Sommer", "23": "Herbst", "24": "Winter"},
    parts={"year": "Jahr", "month": "Monat", "day": "Tag", "season": "Jahreszeit"},
    spellings={
        **{"M01": ("jan", "jän", "jänner", "jaenner"), "M02": ("feb", "feber")},
        **{"M03": ("mär", "mrz", "maerz"), "M04": ("apr",), "M06": ("jun",), "M07": ("jul",)},
        **{"M08": ("aug",), "M09": ("sep", "sept"), "M10": ("okt",), "M11": ("nov",)},
        **{"M12": ("dez",), "S21": ("frühling", "fruehling", "fruehjahr")},
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
        "EARLY": ("anfang", "zu beginn des", "beginn"),
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
        "SOMEYEAR": ("ein jahr",),
        "SOMEMONTH": ("ein monat im jahr", "ein monat in"),
        "SOMEDAY": ("ein tag im", "ein tag im jahr", "ein tag in"),
        "TENYEARS": ("jahrzehnt",),
        "HOUR": ("uhr",),
        "UM": ("um",),  # "at" before an hour, "about" before a date
        "": (
            *("am", "im", "in", "den", "dem", "der", "des", "das", "die"),
            *("jahr", "im jahr", "im jahre", "des jahres"),
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
        "syntax": "„{part}“ ist kein Datum: Schreiben Sie zum Beispiel 2026, 2026-01 oder 2026-01-06.",
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
        "ambiguous": "„{part}“ lässt sich auf zwei Arten lesen: Schreiben Sie {first} oder {second}.",
        "weekday": "„{part}“ ist nicht der Wochentag von {date}: Lassen Sie ihn weg, zum Beispiel "
        "6. Januar 2026.",
        "no_year": "„{part}“ nennt kein Jahr: Schreiben Sie zum Beispiel 6. Januar 2026.",
        "not_understood": "„{part}“ ist nicht verständlich: Schreiben Sie ein Datum wie "
        "6. Januar 2026, September 2025 oder 14.–15. Dezember 2025.",
        "language": "In „{part}“ sind keine Daten bekannt: Wählen Sie eine von {available}, "
        "zum Beispiel de.",
    },
)

LANGUAGES = {"en": ENGLISH, "de": GERMAN}
