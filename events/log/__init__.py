"""The tables of the log: what was published, for good, and what is derived from it to find it."""

from events.log.derivation import (
    DERIVATION,
    NUMBER,
    WITH_NUMBER,
    Derivation,
    WrongDerivation,
    confirm,
    end_of_log,
)
from events.log.sorting import DAY, LAST_RANK, day_of, first_key, sort_key
from events.log.versions import (
    EVERY_KIND,
    STANDS,
    MonthCount,
    StanceIndex,
    Tag,
    Version,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
    timestamp,
)

__all__ = [
    "DAY",
    "DERIVATION",
    "EVERY_KIND",
    "LAST_RANK",
    "NUMBER",
    "STANDS",
    "WITH_NUMBER",
    "Derivation",
    "MonthCount",
    "StanceIndex",
    "Tag",
    "Version",
    "VersionIndex",
    "VersionText",
    "VersionUpgrade",
    "Word",
    "WrongDerivation",
    "confirm",
    "day_of",
    "end_of_log",
    "first_key",
    "sort_key",
    "timestamp",
]
