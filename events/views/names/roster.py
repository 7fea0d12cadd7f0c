"""What the lists of actors and of topics have in common: a page of names, as the record stood."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from events import public
from events.documents.shapes import Actor, Topic
from events.filters import Takes, named
from events.presenting.lists import roster
from events.presenting.wording import Links
from events.views.asking import Errors, Query, as_of, elsewhere, paging, refusals
from events.views.frame import Frame, Page

ROSTER = Takes(named("as_of"), own=("page",))

Record = TypeVar("Record", Actor, Topic)
# How a page shows names: from the names, their records and the reader's links.
Show = Callable[[Sequence[public.Named], Iterable[Record], Links], Sequence[object]]


@dataclass(frozen=True)
class SheetLink:
    label: str
    url: str
    current: bool


def sheet(
    query: Query, of: public.Referred[Record], show: Show[Record], template: str, table: str
) -> Page:
    """The page of the list that the address asks for by `page` and `as_of`. If it does not exist,
    the first one is shown with a message that says so. `table`: the name of the address of the
    whole list as a table."""
    asked = as_of.asked(query)
    names = roster.ordered(public.roster(of.facet, asked.moment))
    sheets = roster.sheets(names)
    given = query.first("page")
    number = paging.number(given)
    errors: Errors = refusals(query)
    if not 1 <= number <= len(sheets):
        number, errors["page"] = 1, [paging.no_such_page(given, len(sheets))]
    base = query.without("page")
    stops = [
        SheetLink(
            one.label,
            base.url if one.number == 1 else base.plus("page", one.number).url,
            one.number == number,
        )
        for one in sheets
    ]
    shown = roster.on_sheet(names, number)
    records = public.records(of, [named.slug for named in shown], asked.moment)
    links = as_of.links(asked.moment)
    content = {
        "table_url": links.page(table),
        "roster": show(shown, records, links),
        "total": len(names),
        "stops": stops if len(stops) > 1 else [],
        "next_url": stops[number].url if number < len(stops) else "",
        "errors": elsewhere(errors),
    }
    frame = Frame.at(
        asked,
        status=400 if errors else 200,
        canonical=(("page", str(number)),) if number > 1 else (),
    )
    return Page(template, frame, content)
