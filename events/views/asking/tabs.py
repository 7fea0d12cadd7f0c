"""Tabs, of which one is current: the kinds of entries, or other ways to divide a list."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.views.asking.address import Query
from events.vocabulary import TRAITS


@dataclass(frozen=True)
class Tab:
    label: str
    value: str
    url: str
    current: bool
    number: int | None = None


def kinds(query: Query, numbers: Mapping[str, int] | None = None) -> list[Tab]:
    """Everything, and each kind. `numbers`: how many entries of each there are, if that is known;
    kinds with none are then left out."""
    base = query.without("cursor", "kind")
    current = query.first("kind")
    everything = sum(numbers.values()) if numbers is not None else None
    tabs = [Tab(_("Everything"), "", base.url, not current, everything)]
    for kind, traits in TRAITS.items():
        number = numbers.get(kind, 0) if numbers is not None else None
        if number != 0 or current == kind:
            url = base.plus("kind", kind).url
            tabs.append(Tab(str(traits.plural), kind, url, current == kind, number))
    return tabs
