"""The languages that dates are worded and understood in: one table each, all words are in these.

Adding a language is adding a table beside these two and naming it here.
"""

from events.dates.languages.english import ENGLISH
from events.dates.languages.german import GERMAN
from events.dates.languages.table import Language

__all__ = ["LANGUAGES", "Language"]

LANGUAGES = {language.code: language for language in (ENGLISH, GERMAN)}
