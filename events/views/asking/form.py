"""The form of a list: a control for each of its filters, what is sent along unseen, and chips."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy

from events.filters import AsOf, Filter, Lazy, ReferenceChoice, When
from events.presenting.wording import Names
from events.views.asking.address import PLACES, Errors, Query
from events.views.asking.chips import Chip, chips, is_meant
from events.views.asking.complaints import elsewhere
from events.views.asking.controls import MOST_SELECTS, Control, Offers, controls, with_chosen

# The parameter that says that the fold of a form is open.
FOLD = "filters"
SHOW, REMOVE_ALL = gettext_lazy("Show"), gettext_lazy("Remove all")


@dataclass(frozen=True)
class FormLayout:
    """Where a page has the controls of its filters.

    `search`: the words are typed in a box at the top. `shown`: the names of the filters whose
    controls are always there; `apart`: those of filters with controls elsewhere on the page, such
    as tabs. All others are behind a fold. It opens `in_place`, or by a link: the lists of all
    actors and topics may be more than half of the page. `unchipped`: the filters without a chip
    that says that they are on. `box`: what the box is called here, if it has its help beside it.
    `look`: a class name.
    """

    label: Lazy
    search: bool = False
    box: Lazy = ""
    shown: Collection[str] = ()
    apart: Collection[str] = ("as_of",)
    in_place: bool = False
    unchipped: Collection[str] = ("as_of",)
    button: Lazy = SHOW
    reset: Lazy = REMOVE_ALL
    look: str = ""


@dataclass(frozen=True)
class FilterForm:
    """`search`: the box at the top, if there is one. `shown`: what is always there. `folded`: what
    is behind the fold; `open`: whether it is open; `toggle_url`: the address at which it is the
    other way round, if that is another address. `kept`: what is sent along unseen. `errors`: what
    is wrong elsewhere. `reset_url`: the address without filters."""

    layout: FormLayout
    search: Control | None
    shown: list[Control]
    folded: list[Control]
    open: bool
    toggle_url: str
    kept: list[tuple[str, str]]
    chips: list[Chip]
    errors: list[str]
    reset_url: str

    @property
    def fields(self) -> list[Control]:
        """All controls that are there."""
        return [*([self.search] if self.search else []), *self.shown, *self.folded]


def form(
    query: Query,
    errors: Errors,
    layout: FormLayout,
    offers: Callable[[Sequence[Filter]], Offers],
    names: Names,
    own: Sequence[Control] = (),
) -> FilterForm:
    """The form as the address asks for it. `offers`: called once for what there is to choose for
    some filters; `names`: those of what is chosen; `own`: controls of the page for its own
    parameters."""
    filters = query.takes.filters
    box = [one for one in filters if layout.search and one.name == "q"]
    shown = [one for one in filters if one.name in layout.shown]
    folded = [one for one in filters if one not in box + shown and one.name not in layout.apart]
    # An invalid moment is corrected at the control that every page has.
    wrong = [one for one in folded if one.name in errors and not isinstance(one, AsOf | When)]
    is_open = bool(wrong or query.first(FOLD))
    there = [*box, *shown, *(folded if is_open or layout.in_place else [])]
    offered = offers(there) if any(one not in box for one in there) else {}
    offered = with_chosen(offered, there, query, names)
    fields = {
        one.name: controls(one, query, errors, offered, _meant(one, query, errors, names))
        for one in there
    }
    controlled = {name for name, made in fields.items() if made}
    with_own = [*(field.name for field in own), *controlled]
    chipped = [name for name in query.takes.names if name not in layout.unchipped]
    return FilterForm(
        layout,
        next((_boxed(field, layout) for one in box for field in fields[one.name]), None),
        [*own, *(field for one in shown for field in fields[one.name])],
        [field for one in folded for field in fields.get(one.name, [])],
        is_open,
        _toggle(query, is_open) if folded and not layout.in_place else "",
        [pair for pair in query if _is_unseen(*pair, query, errors, names, with_own)],
        chips(query, errors, names, layout.unchipped),
        elsewhere(errors, *with_own, "as_of"),
        query.without(*chipped, *PLACES).url,
    )


def _meant(one: Filter, query: Query, errors: Errors, names: Names) -> list[str]:
    return [value for value in query.values(one.name) if is_meant(one, value, query, errors, names)]


def _boxed(field: Control, layout: FormLayout) -> Control:
    if not layout.box:
        return replace(field, help="")
    return replace(field, label=str(layout.box))


def _toggle(query: Query, is_open: bool) -> str:
    return (query.without(FOLD) if is_open else query.plus(FOLD, "open")).url


def _is_unseen(
    name: str,
    value: str,
    query: Query,
    errors: Errors,
    names: Names,
    controlled: Collection[str],
) -> bool:
    """Is this part of the address sent along without a control that shows it?"""
    if name in PLACES:
        return False
    one = next((one for one in query.takes.filters if one.name == name), None)
    if one is None:
        return name not in controlled and name not in errors
    shown = name in controlled and name not in query.takes.any_of
    if shown and isinstance(one, ReferenceChoice) and one.repeats:
        shown = value in list(dict.fromkeys(query.values(name)))[:MOST_SELECTS]
    return not shown and is_meant(one, value, query, errors, names)
