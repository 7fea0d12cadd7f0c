"""What an address takes: filters of the table, and parameters of its own."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from events.filters.declaring import Filter
from events.filters.table import TABLE

BY_NAME: Mapping[str, Filter] = {one.name: one for one in TABLE}


@dataclass(frozen=True)
class Takes:
    """What an address takes from its query string.

    `filters`: those of the table that it applies. `own`: parameters that are not filters, or that
    mean something else here than in the table. `fixed`: filters that always apply, with their
    values; a name in braces is a part of the address. `is_list`: whether it shows a list, so that a
    filter of the table that it does not apply is a mistake; anywhere else such a filter is ignored.
    `any_of`: the filters for which several values ask for any of them, whereas in the table they
    ask for all. `here`: the filters that belong to this page alone and are not carried over to
    another list. `ignores_others`: whether anything else in its query string is ignored.
    """

    filters: tuple[Filter, ...] = ()
    own: tuple[str, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    is_list: bool = True
    any_of: Collection[str] = ()
    here: Collection[str] = ()
    ignores_others: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.filters)

    @cached_property
    def accepted(self) -> tuple[str, ...]:
        """Every parameter that it takes."""
        return (*self.names, *self.own)

    @cached_property
    def refused(self) -> frozenset[str]:
        """The filters of the table that readers are told this list does not have."""
        return frozenset(BY_NAME).difference(self.accepted) if self.is_list else frozenset()

    def along(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Those of these parameters that narrow another list in the same way. Where several values
        ask for any of them, none is kept: there they would ask for all."""
        given = [pair for pair in pairs if pair[0] in self.names and pair[0] not in self.here]
        numbers = Counter(name for name, _value in given)
        return [pair for pair in given if pair[0] not in self.any_of or numbers[pair[0]] == 1]

    @property
    def kind(self) -> str:
        """The kind of all entries of the list, if they share one."""
        return self.fixed.get("kind", "")


def no_list(*own: str) -> Takes:
    """An address that shows one thing, as the record stands or stood."""
    return Takes(named("as_of"), own, is_list=False)


def every_filter(*, kind: str = "", but: Iterable[str] = (), own: Iterable[str] = ()) -> Takes:
    """A list with every filter of the table that makes sense for it; for entries of one kind, those
    that such entries can have. `but`: those that the list has no use for."""
    left_out = {*but, "kind"} if kind else {*but}
    filters = [one for one in TABLE if one.name not in left_out and (not kind or one.of_kind(kind))]
    return Takes(tuple(filters), tuple(own), {"kind": kind} if kind else {})


def named(*names: str) -> tuple[Filter, ...]:
    return tuple(BY_NAME[name] for name in names)
