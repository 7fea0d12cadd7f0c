"""Pages of entries: stored documents, found through the narrow index and not decoded."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import connection

from events.documents.shapes import Published
from events.engines import (
    SQLCondition,
    bytes_cursor,
    copied,
    holds_tags,
    places_as_of,
    places_first,
)
from events.log import DAY, END, OURS, REDACTION, WrongDerivation, day_of, first_key, written_by
from events.public.asking.cursors import Cursor
from events.public.asking.filters import Filters
from events.public.asking.statuses import having
from events.public.asking.wanted import in_text
from events.public.lists.windowed import LAST_KEY, all_of, for_certain, segments_of
from events.public.versions.kept import time_of
from events.public.versions.moments import seq_at, standing_at
from events.public.versions.served import decoded, served

# So many entries are found by their tags and then put in order faster than by walking the list.
FEW = 1_000


# Gets the rows of a query.
Fetched = Callable[[Any, str, Sequence[Any]], Iterable[Any]]


@dataclass(frozen=True)
class DocumentPage:
    """Documents as JSON texts in UTF-8, ready to be sent, and the cursors of the pages around them.

    `seq`: the end of the log when the page was read; 0 if nothing was found. `redaction`: what
    names the last redaction then (`since_redaction`), empty if there was none. `state`: the last
    version that the list knows, if an earlier state was asked for. `time`: when the last version
    that it knows was published; None if nothing was found. `certain`: of each, whether it is in the
    window of days for certain; None if there is no window. `held`: the seqs of the documents.
    """

    texts: list[bytes]
    next: Cursor | None
    previous: Cursor | None
    seq: int = 0
    redaction: str = ""
    state: int | None = None
    time: datetime | None = None
    certain: list[bool] | None = None
    held: tuple[int, ...] = ()

    @property
    def documents(self) -> list[Published]:
        """The same as data."""
        return [decoded(text) for text in self.texts]


def page(filters: Filters) -> DocumentPage:
    """The page of the list that the filters describe.

    Raises `WrongDerivation`, but not if nothing was found: to be sure of an empty page, ask for
    `last_seq`.
    """
    cursor = filters.cursor
    backwards = cursor.backwards if cursor else False
    descending = (filters.order == "newest") != backwards
    state = state_of(filters)
    rows = _rows(filters, state, descending, filters.limit + 1)
    more = len(rows) > filters.limit
    del rows[filters.limit :]
    if backwards:
        rows.reverse()
    if not rows:
        return replace(_past_the_end(cursor, descending), state=state)
    seqs = {row[2] for row in rows}
    if None in seqs:
        raise WrongDerivation(written_by())
    first, last = rows[0][0], rows[-1][0]
    return DocumentPage(
        [row[1] for row in rows],
        next=Cursor(last) if more or backwards else None,
        previous=Cursor(first, backwards=True) if cursor and (more or not backwards) else None,
        # Of several statements, the first one saw the least.
        seq=min(seqs),
        redaction=rows[0][3].decode(),
        state=state,
        time=time_of(rows[0][4]) if rows[0][4] else None,
        certain=[bool(row[6]) for row in rows] if filters.has_window else None,
        held=tuple(row[5] for row in rows),
    )


@dataclass(frozen=True)
class Neighbour:
    """The entry before the first one of a page: its day in the list, and its month as 202509, or as
    202500 if the month is not known."""

    day: date
    month: int


def before(filters: Filters, page: DocumentPage) -> Neighbour | None:
    """What comes before a page in its list. `page.previous` does not say: every page reached by a
    cursor that leads forwards has one."""
    if page.previous is None:
        return None
    there = replace(filters, cursor=page.previous)
    rows = _rows(there, page.state, filters.order == "oldest", 1, MONTHS)
    return Neighbour(day_of(rows[0][0]), rows[0][1]) if rows else None


def _past_the_end(cursor: Cursor | None, descending: bool) -> DocumentPage:
    """An empty page. If withdrawals have emptied it, it leads back to the rest of the list."""
    if cursor is None:
        return DocumentPage([], None, None)
    # A cursor excludes the place that it names, but the way back begins with that place.
    beyond = min(max(cursor.sort + (-1 if descending else 1), 0), LAST_KEY)
    back = Cursor(beyond, not cursor.backwards)
    return DocumentPage([], back, None) if cursor.backwards else DocumentPage([], None, back)


# The wide documents are fetched only for the rows of the page. The end of the log and the last
# redaction come with them, because a separate query would take a fifth of the time; the end is NULL
# if another release has derived the rows.
DOCUMENTS = f"""
    SELECT page.sort, {{served.column}}, ({END}), {REDACTION}, ({{time}}), page.seq
    FROM ({{places}}) page{{served.join}} ORDER BY page.sort {{direction}}
"""
# With a window of days, each says whether it is in it for certain.
DOCUMENTS_IN_WINDOW = f"""
    SELECT page.sort, {{served.column}}, ({END}), {REDACTION}, ({{time}}), page.seq, ({{certain}})
    FROM ({{places}}) page JOIN events_versionindex i ON i.seq = page.seq{{served.join}}
    ORDER BY page.sort {{direction}}
"""
# When the last version was published that the list knows: that of now, or of an earlier state.
END_TIME = f"SELECT published_at FROM events_version WHERE {OURS} ORDER BY seq DESC LIMIT 1"
TIME_OF = "SELECT published_at FROM events_version WHERE seq = %s"
# For what is taken along: nothing but the documents.
TEXTS = """
    SELECT page.sort, {served.column}, ({certain}) FROM ({places}) page
    JOIN events_versionindex i ON i.seq = page.seq{served.join} ORDER BY page.sort {direction}
"""
TEXTS_ALONE = """
    SELECT page.sort, {served.column} FROM ({places}) page{served.join}
    ORDER BY page.sort {direction}
"""
MONTHS = """
    SELECT page.sort, i.month FROM ({places}) page
    JOIN events_versionindex i ON i.seq = page.seq ORDER BY page.sort {direction}
"""


@dataclass(frozen=True)
class TextPage:
    """Documents as JSON texts in UTF-8, each with whether it is in the window of days for certain
    (None if there is no window), and the cursor after the last one."""

    texts: list[bytes]
    certain: list[bool] | None
    next: Cursor | None


def texts(filters: Filters) -> TextPage:
    """The page of the list that the filters describe, forwards. The state has to be said."""
    windowed = filters.has_window
    rows = _rows(
        filters,
        state_of(filters),
        filters.order == "newest",
        filters.limit,
        TEXTS if windowed else TEXTS_ALONE,
        copied,
    )
    certain = [row[2] in (b"t", b"1") for row in rows] if windowed else None
    more = len(rows) == filters.limit
    return TextPage([row[1] for row in rows], certain, Cursor(int(rows[-1][0])) if more else None)


def state_of(filters: Filters) -> int | None:
    """The last version that the list knows; None: it is that of now."""
    return seq_at(filters.as_of) if filters.as_of else filters.seq


def _rows(
    filters: Filters,
    seq: int | None,
    descending: bool,
    limit: int,
    query: str = "",
    fetched: Fetched | None = None,
) -> list[Any]:
    """Up to `limit` rows in order, from the cursor on; without a query, those of documents.
    `fetched`: gets the rows of a query."""
    certain, of_documents = "", [] if query or seq is None else [seq]
    if query in ("", TEXTS) and filters.has_window:
        certain, of_certain = for_certain(filters)
        of_documents = [*of_documents, *of_certain]
    query = query or (DOCUMENTS_IN_WINDOW if filters.has_window else DOCUMENTS)
    time = END_TIME if seq is None else TIME_OF
    found = conditions_of(filters, seq)
    if found is None:
        return []
    source, conditions = found
    if filters.cursor:
        sign = "<" if descending else ">"
        conditions.append((f"i.sort {sign} %s", [filters.cursor.sort]))
    direction = "DESC" if descending else "ASC"
    document = served("page.seq")
    rows: list[Any] = []
    with bytes_cursor(connection) as cursor:
        for segment in segments_of(filters, descending, filters.cursor):
            where, params = all_of([*conditions, segment])
            missing = limit - len(rows)
            if seq is not None and not _by_index(filters):
                places, params = places_as_of(connection, where, params, seq, direction, missing)
            else:
                few = filters.rarest is not None and filters.rarest <= FEW
                places = places_first(connection, source, where, direction, missing, few=few)
            found_at = query.format(
                places=places, direction=direction, served=document, certain=certain, time=time
            )
            values = [*of_documents, *params]
            if fetched:
                rows += fetched(connection, found_at, values)
            else:
                cursor.execute(found_at, values)
                rows += cursor.fetchall()
            if len(rows) >= limit:
                break
    return rows


def _by_index(filters: Filters) -> bool:
    """Is there an index that leads to what the filters find, wherever it is in the list?"""
    return bool(filters.tags or filters.q or filters.is_windowed)


def conditions_of(filters: Filters, seq: int | None) -> tuple[str, list[SQLCondition]] | None:
    """The tables to read and the conditions for rows that the filters find and that stand, or stood
    after `seq`; None if there can be no such row."""
    found = matching(filters) if seq != 0 else None
    if found is None:
        return None
    source, conditions = found
    return source, [standing_at(seq), *conditions]


def matching(filters: Filters) -> tuple[str, list[SQLCondition]] | None:
    """The same for rows that may have been superseded."""
    if filters.tags is None:
        return None
    source = "events_versionindex i"
    conditions: list[SQLCondition] = []
    if filters.kind:
        conditions.append(("i.kind = %s", [filters.kind]))
    if filters.kinds:
        places = ", ".join(["%s"] * len(filters.kinds))
        conditions.append((f"i.kind IN ({places})", [*filters.kinds]))
    if filters.updated:
        conditions.append(_updated(*filters.updated))
    if filters.numbers:
        conditions.append(holds_tags(connection, "i.tags", filters.numbers))
    conditions += [having(tag) for tag in filters.tags if not isinstance(tag, int)]
    if filters.year:
        conditions.append(_in_year(filters.year))
    if filters.q:
        words = in_text(filters.wanted)
        if words is None:
            return None
        source += " JOIN events_versiontext t ON t.seq = i.seq"
        conditions += words
    return source, conditions


def _updated(after: int, until: int | None) -> SQLCondition:
    if until is None:
        return "i.seq > %s", [after]
    return "i.seq > %s AND i.seq <= %s", [after, until]


def _in_year(year: int) -> SQLCondition:
    """That an entry stands in a year: by the day where it was. The place in the list is that of the
    instant in UTC, which can be the day before or after, and narrows the search."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    around = [first_key(first) - DAY, first_key(last) + 2 * DAY]
    months = [year * 100, (year + 1) * 100]
    return "i.sort >= %s AND i.sort < %s AND i.month >= %s AND i.month < %s", [*around, *months]
