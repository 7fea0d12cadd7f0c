"""Dates as precisely as they are known: EDTF (ISO 8601-2), worded and understood in languages.

`parse` reads EDTF, `understand` what people type; both give an `EDTF`, whose `label` words it.
`certainty` says what a date has to do with a day or a window: for certain, possibly, or not; what
databases need for that beside the bounds of a date is in `windows`; and `zones` says what clocks at
a place show.
Whatever is wrong with a text is a `DateError`, a ValueError with a message in every language.
"""

from events.dates import certainty, windows, zones
from events.dates.certainty import Certainty, Turn
from events.dates.checks import contradicts, looks_like_no_end, looks_like_year_only
from events.dates.edtf import parse
from events.dates.errors import DateError
from events.dates.grammar import WITHOUT_MONTH, Precision
from events.dates.languages import LANGUAGES
from events.dates.understanding import understand
from events.dates.value import EDTF, Extent

__all__ = [
    "EDTF",
    "LANGUAGES",
    "WITHOUT_MONTH",
    "Certainty",
    "DateError",
    "Extent",
    "Precision",
    "Turn",
    "certainty",
    "contradicts",
    "looks_like_no_end",
    "looks_like_year_only",
    "parse",
    "understand",
    "windows",
    "zones",
]
