"""Every statement that was taken from a source, and what has become of it.

All of it is read from the narrow rows of the index, in one statement, however many entries cite the
source: documents are read for a page of them only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from events.engines import SQLCondition, holds_tags
from events.log import STANDS, Tag, first_key
from events.public.sources.disputed import disputed
from events.public.versions.entries import Missing
from events.public.versions.moments import Moment, seq_at
from events.vocabulary import ANY, Facet, Fate, Kind, QuestionStatus

# Each entry that ever cited the source: the first version that did and the last, and the last one
# that the entry has at all, which is no row of the index if that is a withdrawal.
CITED = """
WITH cited(entry, first, last) AS (
    SELECT i.entry, MIN(i.seq), MAX(i.seq) FROM events_versionindex i
    WHERE {holds} AND i.seq <= %s GROUP BY i.entry
), ends(entry, first, last, seq) AS (
    SELECT c.entry, c.first, c.last, (
        SELECT v.seq FROM events_version v WHERE v.entry_id = c.entry AND v.seq <= %s
        ORDER BY v.number DESC LIMIT 1
    ) FROM cited c
)
SELECT c.entry, c.last, c.first, c.seq, said.sort, now.seq IS NOT NULL, now.kind,
    {cites}, {contradicted}, {against}, {answered},
    EXISTS (
        SELECT 1 FROM events_version v WHERE v.entry_id = c.entry
            AND v.seq > c.first AND v.seq <= c.seq AND v.document IS NOT NULL
            AND (v.notes IS NOT NULL OR v.note <> '')
    ),
    EXISTS (
        SELECT 1 FROM events_stanceindex p WHERE p.seq = now.seq AND EXISTS ({later})
    )
FROM ends c JOIN events_versionindex said ON said.seq = c.last
LEFT JOIN events_versionindex now ON now.seq = c.seq
ORDER BY said.sort DESC
"""
# A position of the same actor on the same topic that came after `p` for certain.
LATER = """
    SELECT l.seq FROM events_stanceindex l JOIN events_versionindex li ON li.seq = l.seq
    WHERE l.actor_id = p.actor_id AND l.topic_id = p.topic_id
        AND l.since > p.since AND l.possible >= p.since AND l.since < %s
        AND li.seq <= %s AND li.superseded_by > %s AND l.stance {is_same} p.stance
    ORDER BY l.since LIMIT 1
"""
OTHER_STANCE, SAME_STANCE = LATER.format(is_same="<>"), LATER.format(is_same="=")


@dataclass(frozen=True, slots=True)
class Taken:
    """A statement that cites the source, or did: by the seq of the last version that cites it
    (`said`), of the first one, and of the last one of all (`now`). `cites`: whether that one still
    does; `against`: whether the source contradicts the entry, so that nothing was taken from it."""

    said: int
    first: int
    now: int
    sort: int
    fate: Fate
    cites: bool
    against: bool


def taken(source: str, on: date, as_of: Moment | None = None) -> list[Taken]:
    """All of them, the latest in the list first. `on`: the reader's day, because a position that
    is dated later has superseded nothing yet. Raises `Missing` where nothing published ever cited
    the source."""
    tags = _tags(source)
    number = tags.get((Facet.SOURCE, source))
    if number is None:
        raise Missing(source)
    seq = seq_at(as_of) if as_of else STANDS - 1
    holds, of_source = holds_tags(connection, "i.tags", [number])
    conditions = [
        _holds("now.tags", number),
        _holds("now.tags", tags.get((Facet.CONTRADICTED, ANY), 0)),
        _holds("now.tags", tags.get((Facet.CONTRADICTED, source), 0)),
        _holds("now.tags", tags.get((Facet.STATUS, QuestionStatus.ANSWERED), 0)),
    ]
    cites, contradicted, against, answered = (condition for condition, _params in conditions)
    query = CITED.format(
        holds=holds,
        cites=cites,
        contradicted=contradicted,
        against=against,
        answered=answered,
        later=OTHER_STANCE,
    )
    params = [*of_source, seq, seq]
    params += [param for _condition, given in conditions for param in given]
    with connection.cursor() as cursor:
        cursor.execute(query, [*params, *_by(on), seq, seq])
        rows = cursor.fetchall()
    if not rows:
        raise Missing(source)
    by_entries = disputed(seq_at(as_of) if as_of else None)
    return [_read(row[1:], row[0] in by_entries) for row in rows]


def followed(seqs: Sequence[int], on: date, as_of: Moment | None = None) -> dict[int, list[int]]:
    """By the seq of a position, those of the first later one with another stance and of the first
    with the same, of the same actor on the same topic: none, one or both."""
    if not seqs:
        return {}
    seq = seq_at(as_of) if as_of else STANDS - 1
    given = [*_by(on), seq, seq]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.seq, ({OTHER_STANCE}), ({SAME_STANCE}) FROM events_stanceindex p"
            f" WHERE p.seq IN ({', '.join(['%s'] * len(seqs))})",
            [*given, *given, *seqs],
        )
        rows = cursor.fetchall()
    found: dict[int, list[int]] = {}
    for position, *laters in rows:
        known = found.setdefault(position, [])
        known += [later for later in laters if later is not None and later not in known]
    return found


def _by(on: date) -> list[int]:
    """What has begun by the end of a day has a lower place. That of an instant is by the day in
    UTC, which can be the next one."""
    return [first_key(min(on, date.max - timedelta(days=2)) + timedelta(days=1))]


def _tags(source: str) -> dict[tuple[str, str], int]:
    if "\0" in source:
        return {}
    rows = Tag.objects.filter(
        facet__in=(Facet.SOURCE, Facet.CONTRADICTED, Facet.STATUS),
        slug__in=(source, ANY, QuestionStatus.ANSWERED),
    )
    return {
        (facet, slug): number for facet, slug, number in rows.values_list("facet", "slug", "id")
    }


def _holds(column: str, tag: int) -> SQLCondition:
    """A column of the answer that says whether a row has the tag."""
    condition, params = holds_tags(connection, column, [tag])
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END", params


def _read(row: Sequence[Any], is_disputed: bool) -> Taken:
    said, first, now, sort, stands, kind, *told = row
    cites, contradicted, against, answered, corrected, superseded = map(bool, told)
    # Of several, the first applies.
    fates = (
        (Fate.WITHDRAWN, not stands),
        (Fate.CONTRADICTED, contradicted or is_disputed),
        (Fate.ANSWERED, kind == Kind.QUESTION and answered),
        (Fate.CORRECTED, corrected or not cites),
        (Fate.SUPERSEDED, superseded),
        (Fate.OPEN, kind == Kind.QUESTION),
        (Fate.STANDS, True),
    )
    fate = next(fate for fate, applies in fates if applies)
    return Taken(said, first, now, sort, fate, bool(stands) and cites, against)
