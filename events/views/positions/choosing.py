"""What the pages of positions have in common: the actors and topics that an address chooses, the
form for them, and pages of a longer table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import public
from events.documents.shapes import Texts
from events.filters import Filter, Takes, named
from events.presenting.positions import changes as position_changes
from events.presenting.positions import matrix as tables
from events.views.asking import (
    Chosen,
    FilterForm,
    FormLayout,
    Offers,
    Query,
    by_name,
    day_control,
    of_record,
    paging,
)
from events.views.asking import form as form_of
from events.vocabulary import Kind

# A matrix shows the rows and columns that are asked for, and so takes any of the actors and topics.
MATRIX = Takes(
    named("process", "actor", "topic", "as_of"),
    own=("on", "page", "actors"),
    fixed={"kind": Kind.POSITION.value},
    any_of=("actor", "topic"),
)
# Two days to compare, not a window.
CHANGES = replace(MATRIX, own=("from", "to", "again", "unchanged", "page"))
CHOOSING = ("process", "actor", "topic")
ON_A_DAY = FormLayout(gettext_lazy("Day, actors and topics"), shown=CHOOSING, look="choosing")
BETWEEN_DAYS = replace(ON_A_DAY, label=gettext_lazy("Days, actors and topics"))


ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ComparedDays:
    """Two days of the matrix. `now`: that of the second; `actors` and `topics`: the names of those
    on either."""

    now: public.Matrix
    actors: Mapping[str, Texts]
    topics: Mapping[str, Texts]
    differences: list[position_changes.Difference]

    @classmethod
    def of(cls, chosen: Chosen, start: date, end: date) -> "ComparedDays":
        before = public.matrix(start, chosen.process, chosen.as_of)
        now = public.matrix(end, chosen.process, chosen.as_of)
        found = position_changes.differences(
            tables.only(before.cells, chosen.actors, chosen.topics),
            tables.only(now.cells, chosen.actors, chosen.topics),
        )
        names = {**before.actors, **now.actors}, {**before.topics, **now.topics}
        return cls(now, *names, found)


def form(
    query: Query,
    chosen: Chosen,
    matrix: public.Matrix,
    layout: FormLayout,
    days: Mapping[str, tuple[str, date]],
) -> FilterForm:
    """`days`: the page's own controls, each with its label and the day that is shown."""
    errors = chosen.errors

    def offers(asked: Sequence[Filter]) -> Offers:
        processes = [one for one in asked if one.name == "process"]
        return {
            **of_record(processes, "", chosen.as_of),
            "actor": by_name(matrix.actors),
            "topic": by_name(matrix.topics),
        }

    own = [
        day_control(name, label, query.first(name), shown, errors.get(name, []))
        for name, (label, shown) in days.items()
    ]
    return form_of(query, errors, layout, offers, chosen.names, own)


def page(chosen: Chosen, name: str) -> str:
    """The number of a page as the address has it. Judge it once the number of pages is known."""
    return chosen.parameters.one(name) or ""


def judge(chosen: Chosen, name: str, given: str, window: tables.PageRange) -> None:
    if paging.number(given) != window.number:
        chosen.parameters.complain(name, paging.no_such_page(given, window.pages))


def at(name: str, query: Query, chosen: Chosen) -> Query:
    """The same choice on another page."""
    moment = [("as_of", chosen.as_of.text)] if chosen.as_of else []
    return Query(reverse(f"pages:{name}"), (*query.without(*chosen.errors).pairs, *moment))


def pages(query: Query, name: str, window: tables.PageRange) -> dict[str, str]:
    """The addresses of the previous and next pages; empty if there is none."""
    return {
        "before": query.plus(name, window.number - 1).url if window.number > 1 else "",
        "after": query.plus(name, window.number + 1).url if window.number < window.pages else "",
    }


def window(chosen: Chosen, today: date) -> tuple[date, date]:
    """The two days to compare: those asked for, or those around the last change."""
    end = chosen.parameters.day("to") or today
    start = chosen.parameters.day("from")
    if start is None:
        last = public.turns(
            min(end, date.max - ONE_DAY) + ONE_DAY,
            *(chosen.process, chosen.as_of, chosen.actors, chosen.topics),
        ).before
        start = max(last or end, date.min + ONE_DAY) - ONE_DAY
    elif start > end:
        chosen.parameters.complain("to", _("The window ends before it begins."))
    return start, end
