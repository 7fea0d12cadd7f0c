"""The tables of the log: what was published, for good, and what is derived from it to find it."""

from events.log.sorting import DAY, LAST_RANK, day_of, first_key, sort_key
from events.log.versions import (
    EVERY_KIND,
    SHAPE,
    STANDS,
    MonthCount,
    StanceIndex,
    Tag,
    Version,
    VersionIndex,
    VersionText,
    Word,
    timestamp,
)

__all__ = [
    "DAY",
    "EVERY_KIND",
    "LAST_RANK",
    "SHAPE",
    "STANDS",
    "MonthCount",
    "StanceIndex",
    "Tag",
    "Version",
    "VersionIndex",
    "VersionText",
    "Word",
    "day_of",
    "first_key",
    "sort_key",
    "timestamp",
]
