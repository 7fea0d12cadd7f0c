"""The timeline's filters as a form, as chips that can be taken away, and as tabs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from events import public
from events.presenting.wording import KINDS, text
from events.views.asking.address import Errors, Query
from events.views.asking.chips import FACETS, Chip, chips
from events.views.asking.complaints import elsewhere
from events.views.asking.words import STATUSES
from events.vocabulary import Facet, Role, Stance
from events.words import normalise

# Filters that stand in the form or in a link of their own.
IN_FORM = ("q", "process", "actor", "role", "topic", "stance", "status", "from", "to", "as_of")
KEPT = ("kind", "order", "limit", "filters", "lanes")

Options = list[tuple[str, str]]


@dataclass(frozen=True)
class Field:
    """One control. `options`: the choices of a select; without them it is an input of `type`."""

    name: str
    label: str
    value: str = ""
    type: str = "text"
    options: Options | None = None
    errors: list[str] = field(default_factory=list)
    help: str = ""
    number: int = 0

    @property
    def id(self) -> str:
        return f"filter-{self.name}-{self.number}" if self.number else f"filter-{self.name}"


@dataclass(frozen=True)
class Tab:
    label: str
    value: str
    url: str
    current: bool
    number: int | None = None


@dataclass(frozen=True)
class FilterForm:
    """`fields`: only where the form is open; `toggle_url`: where it is so, or is not."""

    search: Field
    fields: list[Field]
    kept: list[tuple[str, str]]
    chips: list[Chip]
    tabs: list[Tab]
    errors: list[str]
    open: bool
    toggle_url: str


def filter_form(query: Query, filters: public.Filters, errors: Errors) -> FilterForm:
    """The form as the address asks for it.

    Closed, which it mostly is, it has the search alone: the lists of all actors and topics would be
    more than half of the page. What has to be put right in it opens it; a wrong moment is put right
    at the control of every page (`events.views.frame.masthead`), and the form is as for today.
    """
    to_right = [name for name in errors if name in IN_FORM and name not in ("q", "as_of")]
    is_open = bool(query.first("filters")) or bool(to_right)
    state = _State(query, errors)
    in_form = IN_FORM if is_open else ("q",)
    kept = (*KEPT, *(name for name in IN_FORM if name not in in_form))
    return FilterForm(
        search=state.input("q", _("Search"), "search"),
        fields=_fields(state, query, public.choices(FACETS, filters.as_of)) if is_open else [],
        kept=[(name, value) for name, value in query if name in kept and name not in errors],
        chips=chips(query, errors, (*IN_FORM, "kind")),
        tabs=_tabs(query),
        errors=elsewhere(errors, *IN_FORM),
        open=is_open,
        toggle_url=(query.without("filters") if is_open else query.plus("filters", "open")).url,
    )


def _fields(
    state: "_State", query: Query, found: Mapping[str, Mapping[str, Mapping[str, str]]]
) -> list[Field]:
    names = {facet: by_name(found[facet]) for facet in FACETS}
    fields = [
        *state.actors(names[Facet.ACTOR]),
        state.select("topic", _("Topic"), names[Facet.TOPIC]),
        state.select("role", _("Role of the actor"), Role.choices),
        state.select("stance", _("Stance"), Stance.choices),
        state.select("status", _("Status"), STATUSES.items()),
        state.day("from", _("From")),
        state.day("to", _("Until")),
        state.day("as_of", _("As the record stood on"), _("Shows what was published by that day.")),
    ]
    if len(names[Facet.PROCESS]) > 1 or query.first("process"):
        fields.insert(0, state.select("process", _("Process"), names[Facet.PROCESS]))
    return fields


class _State:
    """Makes controls that show what the address holds and what is wrong with it."""

    def __init__(self, query: Query, errors: Errors) -> None:
        self.query = query.without("as_of") if "as_of" in errors else query
        self.errors = {name: said for name, said in errors.items() if name != "as_of"}

    def input(self, name: str, label: str, kind: str, hint: str = "") -> Field:
        value, errors = self.query.first(name), self.errors.get(name, [])
        return Field(name, label, value, kind, None, errors, hint)

    def day(self, name: str, label: str, hint: str = "") -> Field:
        """A browser's control for dates hides what is no date; then, text shows what was typed."""
        value = self.query.first(name)
        try:
            date.fromisoformat(value or "2026-01-06")
        except ValueError:
            return self.input(name, label, "text", hint)
        return self.input(name, label, "date", hint)

    def select(
        self, name: str, label: str, options: Iterable[tuple[str, Any]], number: int = 0
    ) -> Field:
        values = self.query.values(name)
        value = values[number] if number < len(values) else ""
        listed = [(key, str(shown)) for key, shown in options]
        if value and value not in dict(listed):
            listed.append((value, value))
        errors = self.errors.get(name, []) if number == max(len(values) - 1, 0) else []
        return Field(name, label, value, "select", listed, errors, number=number)

    def actors(self, options: Options) -> list[Field]:
        """One control for each actor that is chosen, and one for another: all have to be named."""
        chosen = list(dict.fromkeys(self.query.values("actor")))[:5]
        if not chosen:
            return [self.select("actor", _("Actor"), options)]
        labels = [_("Actor"), *[_("and actor")] * len(chosen)]
        return [self.select("actor", label, options, number) for number, label in enumerate(labels)]


def by_name(names: Mapping[str, Mapping[str, str]]) -> Options:
    """What has these names, by slug, as a list to choose from: in the order of the names."""
    shown = [(slug, text(name).plain or slug) for slug, name in names.items()]
    return sorted(shown, key=lambda option: normalise(option[1]))


def _tabs(query: Query) -> list[Tab]:
    base = query.without("cursor", "kind")
    current = query.first("kind")
    everything = Tab(_("Everything"), "", base.url, not current)
    return [
        everything,
        *(
            Tab(str(label), kind.value, base.plus("kind", kind.value).url, current == kind.value)
            for kind, label in KINDS.items()
        ),
    ]
