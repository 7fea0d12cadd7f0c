"""The languages that dates are worded and understood in: a table each, which has all the words.

To add a language, add a table beside these two and name it here.
"""

from events.dates.languages.english import ENGLISH
from events.dates.languages.german import GERMAN
from events.dates.languages.table import Language

__all__ = ["LANGUAGES", "Language"]

LANGUAGES = {language.code: language for language in (ENGLISH, GERMAN)}
