"""Where a problem or question about a record that was written is in the input."""

from dataclasses import replace
from typing import Any

from events.desk.records.rows import Row
from events.desk.structure import PartList, parts_of
from events.publishing import Problem, Where


def placed(problem: Problem, row: Row, record: Any) -> Problem:
    """A problem of a record at its place in the input: names of lists and the order of their rows
    are there those of the input, and not those of the desk."""
    return replace(problem, where=(*row.where, *_way(problem.where, row, record)))


def _way(where: Where, row: Row, record: Any) -> Where:
    lists = {part.rows: part for part in parts_of(row.model).values()}
    match where:
        case (str(name), int(number), *rest) if name in lists:
            return (lists[name].key, _number(record, lists[name], number), *rest)
        case (str(name), *rest) if name in lists:
            return (lists[name].key, *rest)
    return where


def _number(record: Any, part: PartList, number: int) -> int:
    """The place of a row in the input, from that on the desk: rows were saved in their order."""
    rows = list(getattr(record, part.rows).all())
    key = rows[number].pk
    return sorted(one.pk for one in rows).index(key)
