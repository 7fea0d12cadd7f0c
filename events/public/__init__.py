"""The readers' side: the only package that reads versions, and all that public code may call.

Nothing here reads a table of the desk. Every answer depends only on the log up to a certain `seq`,
so the same question at the same seq always gets the same answer.
"""

from events.log import (
    NotNow,
    Release,
    WrongDerivation,
    costly,
    lengthy,
    reason_of,
    refuse,
    timestamp,
)
from events.public.asking.cursors import Cursor
from events.public.asking.filters import (
    ORDERS,
    PAGING,
    STATE,
    Filters,
    ReadersDay,
    parse,
    read_filters,
)
from events.public.asking.parameters import (
    DEFAULT_LIMIT,
    LARGEST_LIMIT,
    LARGEST_NUMBER,
    InvalidParameters,
    Parameters,
    Worded,
    not_one_of,
)
from events.public.asking.programs import MORE
from events.public.asking.statuses import Common
from events.public.asking.suggestions import called_like, nothing_has
from events.public.lists import changed_since, sitemap
from events.public.lists.by_tag import TagCount, heads, narrowed, tallies
from events.public.lists.changed_since import ChangedEntry, Notices, changes_since, notices
from events.public.lists.corrections import Correction, corrections
from events.public.lists.counts import EntryCounts, count, counts
from events.public.lists.course import OnCourse, course
from events.public.lists.due import due
from events.public.lists.following import Followed, followed
from events.public.lists.histogram import Grain, Histogram, Tally, histogram
from events.public.lists.lineage import Lineage, lineage
from events.public.lists.listing import DocumentPage, Neighbour, TextPage, before, page, state_of
from events.public.lists.next_meeting import next_meeting
from events.public.lists.on_topics import on_topics
from events.public.lists.promised import PromisedOnTopic, promised
from events.public.lists.published import recent
from events.public.lists.search import (
    DIVIDED_BY,
    MOST_COUNTED,
    Found,
    Name,
    Share,
    divided,
    found,
    named_like,
)
from events.public.lists.similar import names_resembling, nearest, resembling, respelled
from events.public.lists.walking import walk, walk_texts
from events.public.lists.weightiest import weightiest
from events.public.names.carrying import Beginning, beginning, carrying
from events.public.names.codes import PROGRAMS
from events.public.names.labels import addressed, choices, labels, named, pages_of
from events.public.names.narrower import narrower
from events.public.names.references import (
    ACTORS,
    DOMAINS,
    FORMATS,
    PROCESSES,
    SOURCES,
    TOPICS,
    NameCursor,
    ReferencePage,
    Referred,
    records,
    reference,
    reference_page,
    references,
)
from events.public.names.roster import Named, roster
from events.public.positions.days import Turns, turns
from events.public.positions.held import HeldPosition, held_by, held_on
from events.public.positions.matrix import Cell, Matrix, matrix
from events.public.positions.stances import Said, Stances, beside, stances
from events.public.positions.through import HeldThrough, held_through
from events.public.sources.catalogue import CataloguedSource, catalogue
from events.public.sources.statements import Statement, statements
from events.public.sources.taken import Taken, taken
from events.public.versions.changes import LogPlace, OtherLog, changes, log_id
from events.public.versions.entries import (
    Gone,
    Missing,
    Moved,
    entry,
    history,
    is_id,
    latest,
    version,
    with_document,
)
from events.public.versions.kept import Kept, kept, published
from events.public.versions.moments import (
    DAY,
    Moment,
    last_seq,
    present,
    read_since,
    seq_at,
    seq_before,
    settled,
)
from events.public.versions.naming import naming, naming_any, naming_as
from events.public.versions.pictures import picture
from events.public.versions.redactions import RedactedEntry, ToldRedaction, redactions
from events.public.versions.releases import (
    LATEST,
    BeingRemade,
    NoRelease,
    release,
    release_file,
    release_lines,
    releases,
    releases_state,
)
from events.public.versions.served import PublishedVersion, ServedVersion, decoded

__all__ = [
    "ACTORS",
    "DAY",
    "DEFAULT_LIMIT",
    "DIVIDED_BY",
    "DOMAINS",
    "FORMATS",
    "LARGEST_LIMIT",
    "LARGEST_NUMBER",
    "LATEST",
    "MORE",
    "MOST_COUNTED",
    "ORDERS",
    "PAGING",
    "PROCESSES",
    "PROGRAMS",
    "SOURCES",
    "STATE",
    "TOPICS",
    "Beginning",
    "BeingRemade",
    "CataloguedSource",
    "Cell",
    "ChangedEntry",
    "Common",
    "Correction",
    "Cursor",
    "DocumentPage",
    "EntryCounts",
    "Filters",
    "Followed",
    "Found",
    "Gone",
    "Grain",
    "HeldPosition",
    "HeldThrough",
    "Histogram",
    "InvalidParameters",
    "Kept",
    "Lineage",
    "LogPlace",
    "Matrix",
    "Missing",
    "Moment",
    "Moved",
    "Name",
    "NameCursor",
    "Named",
    "Neighbour",
    "NoRelease",
    "NotNow",
    "Notices",
    "OnCourse",
    "OtherLog",
    "Parameters",
    "PromisedOnTopic",
    "PublishedVersion",
    "ReadersDay",
    "RedactedEntry",
    "ReferencePage",
    "Referred",
    "Release",
    "Said",
    "ServedVersion",
    "Share",
    "Stances",
    "Statement",
    "TagCount",
    "Taken",
    "Tally",
    "TextPage",
    "ToldRedaction",
    "Turns",
    "Worded",
    "WrongDerivation",
    "addressed",
    "before",
    "beginning",
    "beside",
    "called_like",
    "carrying",
    "catalogue",
    "changed_since",
    "changes",
    "changes_since",
    "choices",
    "corrections",
    "costly",
    "count",
    "counts",
    "course",
    "decoded",
    "divided",
    "due",
    "entry",
    "followed",
    "found",
    "heads",
    "held_by",
    "held_on",
    "held_through",
    "histogram",
    "history",
    "is_id",
    "kept",
    "labels",
    "last_seq",
    "latest",
    "lengthy",
    "lineage",
    "log_id",
    "matrix",
    "named",
    "named_like",
    "names_resembling",
    "naming",
    "naming_any",
    "naming_as",
    "narrowed",
    "narrower",
    "nearest",
    "next_meeting",
    "not_one_of",
    "nothing_has",
    "notices",
    "on_topics",
    "page",
    "pages_of",
    "parse",
    "picture",
    "present",
    "promised",
    "published",
    "read_filters",
    "read_since",
    "reason_of",
    "recent",
    "records",
    "redactions",
    "reference",
    "reference_page",
    "references",
    "refuse",
    "release",
    "release_file",
    "release_lines",
    "releases",
    "releases_state",
    "resembling",
    "respelled",
    "roster",
    "seq_at",
    "seq_before",
    "settled",
    "sitemap",
    "stances",
    "state_of",
    "statements",
    "taken",
    "tallies",
    "timestamp",
    "turns",
    "version",
    "walk",
    "walk_texts",
    "weightiest",
    "with_document",
]
