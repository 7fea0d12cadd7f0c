"""Lists within rows as tables of their own: a row for each of the sources of entries, of their
actors and so on, with what tells whose it is."""

from collections.abc import Iterable, Iterator

from events.feeds.tables.columns import DataTable, Row

# What each row begins with.
WHOSE = ("id", "slug", "kind", "on", "actor", "topic")


def lists_in(table: DataTable) -> tuple[str, ...]:
    """The members that are lists and of which the table has more than one column."""
    return tuple(name for name, columns in _lists(table).items() if len(columns) > 1)


def table_within(table: DataTable, name: str) -> DataTable:
    """The table of one of these lists."""
    whose, version = (
        [one for one in names if one in table.names] for names in (WHOSE, ("version.seq",))
    )
    names = (*whose, *_lists(table)[name], *version)
    return DataTable(f"{table.name}-{name}", table.row, names)


def rows_within(rows: Iterable[Row], name: str) -> Iterator[Row]:
    """A row for each item of the list."""
    for row in rows:
        for item in row.get(name) or ():
            yield {**row, name: item}


def _lists(table: DataTable) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in table.names:
        first, dot, _rest = name.partition(".")
        if dot and table.is_list(first):
            found.setdefault(first, []).append(name)
    return found
