"""Parts that entries of every kind have: participants, figures, sources, links to other entries."""

from events.presenting.parts import facts, figures, moved, participants, places
from events.presenting.parts.contradictions import Contradictions, contradictions
from events.presenting.parts.counts import (
    WordedCounts,
    count_worded,
    counts_line,
    counts_worded,
)
from events.presenting.parts.entry_links import EntryLink, NamedEntries
from events.presenting.parts.evidence import warnings
from events.presenting.parts.facts import Fact, FactSource, OnFile
from events.presenting.parts.figures import amount, amount_line, number_worded
from events.presenting.parts.media import WordedMedium, media
from events.presenting.parts.participants import (
    AWAY,
    HEADINGS,
    in_role,
    name_then,
    names_line,
    on_file_then,
)
from events.presenting.parts.passages import passage
from events.presenting.parts.pictures import ShownPicture, picture_address, pictures
from events.presenting.parts.source_line import SourceLine, source_line, source_lines
from events.presenting.parts.sources import (
    CitedSource,
    SourceIdentifier,
    SourceNotice,
    doi_address,
    identifiers,
    languages_worded,
    missing,
    notice,
    notice_worded,
    sources,
    state_worded,
    web_address,
)

__all__ = [
    "AWAY",
    "HEADINGS",
    "CitedSource",
    "Contradictions",
    "EntryLink",
    "Fact",
    "FactSource",
    "NamedEntries",
    "OnFile",
    "ShownPicture",
    "SourceIdentifier",
    "SourceLine",
    "SourceNotice",
    "WordedCounts",
    "WordedMedium",
    "amount",
    "amount_line",
    "contradictions",
    "count_worded",
    "counts_line",
    "counts_worded",
    "doi_address",
    "facts",
    "figures",
    "identifiers",
    "in_role",
    "languages_worded",
    "media",
    "missing",
    "moved",
    "name_then",
    "names_line",
    "notice",
    "notice_worded",
    "number_worded",
    "on_file_then",
    "participants",
    "passage",
    "picture_address",
    "pictures",
    "places",
    "source_line",
    "source_lines",
    "sources",
    "state_worded",
    "warnings",
    "web_address",
]
