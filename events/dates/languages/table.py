"""What a language consists of here: names, what people type, how a date reads, what errors say."""

from dataclasses import dataclass
from typing import TypeAlias

Words: TypeAlias = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Language:
    """One language's names, phrases and patterns.

    Patterns take `{}` where a date goes. An *inner* pattern comes after a preposition ("since about
    …"), an outer one alone or around the whole wording.
    """

    code: str
    months: tuple[str, ...]
    seasons: dict[str, str]
    divisions: dict[str, str]  # quarters, thirds and halves of a year, by "33" … "41"
    parts: dict[str, str]
    spellings: Words  # other spellings, by "M01" … "M12", "S21" … "S24"
    weekdays: tuple[tuple[str, ...], ...]  # Monday first
    phrases: Words
    ordinals: tuple[str, ...]  # what follows the number of a day
    decades: tuple[str, ...]  # what follows the first year of a decade
    nth: dict[str, str]  # what follows the number of a century, by it, by its last digit, or ""
    common_words: frozenset[str]  # names of months that are everyday words as well

    day: str
    day_of_month: str
    only_day: str
    month: str
    winter: str
    division: str
    era: str
    decade: str
    first_decade: str
    century: str
    millennium: str
    some_month: str
    some_day_of_month: str
    some_day_of_year: str
    no_year: str
    unknown: str
    time: str
    hours: str

    thirds: dict[str, str]  # by "EARLY", "MID", "LATE"
    third_of: dict[str, str]  # how what is divided reads after that, by what it is
    week: str

    about: dict[str, str]  # by what it qualifies; "" is any other
    inner_about: str
    uncertain: str
    inner_uncertain: str
    some_parts: str
    approximate_word: str
    uncertain_word: str

    dative: dict[str, str]  # how a date reads after "since", "from", "between", by what it is
    indefinite: tuple[str, str]  # how "a day in …" begins, alone and there
    contraction: tuple[str, str]
    by: dict[str, str]  # at some time up to the end of a date, by what it is; "" is any other
    by_as_is: frozenset[str]  # what does not change its form after that
    since: str
    since_unknown_end: str
    until_unknown_start: str
    from_to: str
    between: str
    throughout: str
    one_of: tuple[str, str]  # joins the last two; introduces members that differ in certainty
    all_of: tuple[str, str]
    earlier: str
    later: str

    messages: dict[str, str]  # by `DateError.code`
