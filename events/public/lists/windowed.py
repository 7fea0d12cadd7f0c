"""Windows of days in lists: which entries were in one for certain, and which can have been."""

from datetime import date
from typing import Any

from django.db import connection

from events.dates import windows
from events.engines import SQLCondition, spans_day
from events.log import DAY, first_key
from events.public.asking.cursors import Cursor
from events.public.asking.filters import Filters

LAST_KEY = first_key(date.max) + DAY
# What some dates tell of their days beside their bounds.
TOLD = "SELECT d.seq FROM events_versiondays d WHERE d.telling = '{telling}' AND {where}"


def segments_of(
    filters: Filters, descending: bool, cursor: Cursor | None = None
) -> list[SQLCondition]:
    """The window from–to as stretches of the list, in its order.

    An entry can have been in the window if its place is in it; or if that is before and the entry
    reaches into it; or if that is after and the entry can have begun before its place (its start is
    open, or it is dated “about”). Each of these is quick to find by an index of its own, whereas
    one condition for all three would have to look at most of the list. Which of them were in the
    window for certain is asked of each.
    With a cursor, stretches that lie before it in list order are left out.
    """
    if not filters.has_window:
        return [("TRUE", [])]
    start = first_key(filters.start) if filters.start else 0
    end = first_key(filters.end) + DAY if filters.end else LAST_KEY
    inside, values = for_certain(filters) if filters.certain else _possibly(filters)
    # Each with its first and its last possible place.
    segments: list[tuple[int, int, SQLCondition]] = []
    if filters.start:
        reaching, params = spans_day(connection, "i", filters.start)
        condition = f"i.sort < %s AND {reaching} AND {inside}"
        segments.append((0, start - 1, (condition, [start, *params, *values])))
    within = f"i.sort >= %s AND i.sort < %s AND {inside}"
    segments.append((start, end - 1, (within, [start, end, *values])))
    if filters.end:
        after = f"i.sort >= %s AND i.early AND {inside}"
        segments.append((end, LAST_KEY, (after, [end, *values])))
    if cursor:
        place = cursor.sort
        segments = [
            (first, last, condition)
            for first, last, condition in segments
            if (first < place if descending else last > place)
        ]
    ordered = reversed(segments) if descending else segments
    return [condition for _first, _last, condition in ordered]


def for_certain(filters: Filters) -> SQLCondition:
    """That an entry was in the window whatever day its date means."""
    bounds, values = _bounded(
        ("i.latest_start <= %s", filters.end), ("i.earliest_end >= %s", filters.start)
    )
    one_of, more = _bounded(("d.first <= %s", filters.end), ("d.last >= %s", filters.start))
    # Of several days that all were, the bounds are those of the first.
    was = TOLD.format(telling=windows.Telling.WAS, where=one_of)
    return f"({bounds} OR i.seq IN ({was}))", [*values, *more]


def _possibly(filters: Filters) -> SQLCondition:
    """That it can have been in the window."""
    bounds, values = _bounded(
        ("(i.earliest IS NULL OR i.earliest <= %s)", filters.end),
        ("(i.latest IS NULL OR i.latest >= %s)", filters.start),
    )
    apart, days = _elsewhere(filters.start or date.min, filters.end or date.max)
    return f"{bounds} AND i.seq NOT IN ({apart})", [*values, *days]


def _elsewhere(start: date, end: date) -> SQLCondition:
    """A query for what was not in the window, although its first and its last day allow it."""
    query = TOLD.format(telling=windows.Telling.NOT, where="d.first <= %s AND d.last >= %s")
    values = [start, end]
    of_year = windows.days_of_year(start, end)
    if of_year is None:
        return query, values
    for first, last in of_year:
        values += [last, first]
    there = " OR ".join(["(d.first <= %s AND d.last >= %s)"] * len(of_year))
    return (
        f"{query} UNION ALL {TOLD.format(telling=windows.Telling.YEARLY, where=f'NOT ({there})')}",
        values,
    )


def _bounded(*conditions: tuple[str, date | None]) -> SQLCondition:
    bounds = [(condition, day) for condition, day in conditions if day]
    return (
        " AND ".join(condition for condition, _day in bounds) or "TRUE",
        [day for _condition, day in bounds],
    )


def in_window(filters: Filters) -> list[SQLCondition]:
    """The window from–to as one condition, for queries that do not walk down the list: a list of
    none or one."""
    if not filters.has_window:
        return []
    segments = segments_of(filters, descending=True)
    one_of = " OR ".join(f"({condition})" for condition, _params in segments)
    return [(f"({one_of})", [param for _condition, params in segments for param in params])]


def all_of(conditions: list[SQLCondition]) -> tuple[str, list[Any]]:
    return (
        " AND ".join(condition for condition, _params in conditions),
        [param for _condition, params in conditions for param in params],
    )
