"""Looking up a record by what people call it: a code, another name, a beginning, a word, something
spelt almost like it. What editors choose from, and what is on file already when they add something.
"""

from events.desk.lookup.addresses import one_spelling
from events.desk.lookup.finding import LookedUp, find, resolve, same
from events.desk.lookup.index import catch_up, forget, is_looked_up, renew
from events.desk.lookup.matching import WHOLE, Candidate, Fit

__all__ = [
    "WHOLE",
    "Candidate",
    "Fit",
    "LookedUp",
    "catch_up",
    "find",
    "forget",
    "is_looked_up",
    "one_spelling",
    "renew",
    "resolve",
    "same",
]
