"""A window of days shows what was in it for certain; how much more can have been is said beside."""

from dataclasses import dataclass, replace

from events import public
from events.dates import Certainty
from events.views.asking.address import Query


@dataclass(frozen=True)
class Perhaps:
    """`count`: how many more entries can have been in the window; 0 if they are shown too. `url`:
    of the page with them or, if they are shown, without."""

    count: int
    url: str


def perhaps(query: Query, filters: public.Filters, total: int) -> Perhaps | None:
    """For a list with a window of days; None if all that can have been in it was. `total`: how many
    entries the filters find."""
    if not filters.has_window:
        return None
    base = query.without("cursor", "when")
    if filters.certain:
        more = public.count(replace(filters, when=Certainty.POSSIBLE)) - total
        return Perhaps(more, base.plus("when", Certainty.POSSIBLE).url) if more else None
    fewer = total - public.count(replace(filters, when=Certainty.CERTAIN))
    return Perhaps(0, base.url) if fewer else None
