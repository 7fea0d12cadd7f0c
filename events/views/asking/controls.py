"""The controls of a form, each for one filter: what the address has, what there is to choose, and
what is wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from events import public
from events.filters import AsOf, Choice, Day, Filter, ReferenceChoice, When, Words, Year
from events.presenting.wording import Names, text
from events.public import DAY
from events.views.asking.address import Errors, Query
from events.words import normalise

Options = list[tuple[str, str]]
# What there is to choose, by the names of the filters.
Offers = Mapping[str, Options]

# How many lists to choose from a form has at most for one filter.
MOST_SELECTS = 5


@dataclass(frozen=True)
class Control:
    """One control. `options`: the choices of a select; without them it is an input of `type`.
    `blank`: what a select says if nothing is chosen."""

    name: str
    label: str
    value: str = ""
    type: str = "text"
    options: Options | None = None
    errors: list[str] = field(default_factory=list)
    help: str = ""
    blank: str = ""
    number: int = 0

    @property
    def id(self) -> str:
        return f"filter-{self.name}-{self.number}" if self.number else f"filter-{self.name}"


def controls(
    one: Filter, query: Query, errors: Errors, offers: Offers, meant: Sequence[str]
) -> list[Control]:
    """The controls of a filter: several if it takes several values, none if there is nothing to
    choose. `meant`: its valid values in the address."""
    match one:
        case Choice() | ReferenceChoice():
            wrong, offered = errors.get(one.name, []), offers.get(one.name, [])
            if one.name in query.takes.any_of:
                return _adding(one, meant, wrong, offered)
            return list(_selects(one, query, wrong, offered))
        case Day():
            return [_input(one, query, errors, "date")]
        case When():
            # Where it makes a difference, a link beside the number of results says how many.
            return []
        case AsOf():
            # An invalid moment is corrected at the control that every page has; the form is as for
            # today.
            without = query.without(one.name) if one.name in errors else query
            return [_input(one, without, {}, "date")]
        case Year():
            return [_input(one, query, errors, "text")]
        case Words():
            return [_input(one, query, errors, "search")]


def day_control(name: str, label: str, given: str, shown: date, errors: list[str]) -> Control:
    """The control for a day that a page has although no filter asks for it. `shown`: the day that
    it shows."""
    if errors:
        return Control(name, label, given, "text", None, errors)
    return Control(name, label, shown.isoformat(), "date")


def of_record(filters: Iterable[Filter], kind: str, moment: public.Moment | None) -> Offers:
    """What the record has, as it stood; for closed lists, every value."""
    chosen = list(filters)
    references = [one for one in chosen if isinstance(one, ReferenceChoice)]
    most = {one.facet: one.most_offered for one in references if one.most_offered}
    facets = [one.facet for one in references]
    found = public.choices(facets, moment, most) if facets else {}
    return _offers(chosen, kind, found)


def of_tallies(
    filters: Iterable[Filter], kind: str, tallies: Mapping[str, Sequence[public.TagCount]]
) -> Offers:
    """What some of the entries have. `tallies`: their tags, by facet."""
    chosen = list(filters)
    most = {one.facet: one.most_offered for one in chosen if isinstance(one, ReferenceChoice)}
    found = {
        facet: {tally.slug: tally.name for tally in of[: most.get(facet)]}
        for facet, of in tallies.items()
    }
    offers = _offers(chosen, kind, found)
    return {
        one.name: [option for option in offers[one.name] if option[0] in found[one.facet]]
        for one in chosen
        if isinstance(one, Choice | ReferenceChoice) and one.facet
    }


def with_chosen(offers: Offers, filters: Iterable[Filter], query: Query, names: Names) -> Offers:
    """The offers, with whatever the address asks for beyond them, by its name."""
    found = dict(offers)
    for one in filters:
        if isinstance(one, ReferenceChoice):
            offered = found.get(one.name, [])
            slugs = {slug for slug, _label in offered}
            known = names.get(one.facet, {})
            beyond = {slug: known[slug] for slug in query.values(one.name) if slug in known}
            more = {slug: name for slug, name in beyond.items() if slug not in slugs}
            found[one.name] = [*offered, *by_name(more)]
    return found


def by_name(names: Mapping[str, Mapping[str, str]]) -> Options:
    """Options for what has these names, by slug, in the order of the names."""
    shown = [(slug, text(name).plain or slug) for slug, name in names.items()]
    return sorted(shown, key=lambda option: normalise(option[1]))


def _offers(
    filters: Iterable[Filter], kind: str, found: Mapping[str, Mapping[str, Mapping[str, str]]]
) -> dict[str, Options]:
    offers: dict[str, Options] = {}
    for one in filters:
        if isinstance(one, ReferenceChoice):
            named = found.get(one.facet, {}) if not kind or one.of_kind(kind) else {}
            offers[one.name] = by_name(named)
        elif isinstance(one, Choice):
            labels = one.labels_of(kind) if not kind or one.of_kind(kind) else {}
            offers[one.name] = [(value, str(label)) for value, label in labels.items()]
    return offers


def _input(one: Filter, query: Query, errors: Errors, kind: str) -> Control:
    """An input. A browser's control for days hides anything that is not a day, so a text input
    shows that."""
    value = query.first(one.name)
    if kind == "date" and value and not _is_day(value):
        kind = "text"
    wrong = errors.get(one.name, [])
    return Control(one.name, str(one.label), value, kind, None, wrong, str(one.help))


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return bool(DAY.fullmatch(value))


def _adding(
    one: Choice | ReferenceChoice, chosen: Sequence[str], errors: list[str], options: Options
) -> list[Control]:
    """A list of what can be added to what is chosen; the latter is shown as chips."""
    left = [option for option in options if option[0] not in chosen]
    if not (chosen or errors) and len(left) < one.worth_choosing:
        return []
    blank = _("Add another") if chosen else _("All")
    return [Control(one.name, str(one.label), "", "select", left, errors, blank=blank)]


def _selects(
    one: Choice | ReferenceChoice, query: Query, errors: list[str], options: Options
) -> Iterator[Control]:
    values = list(dict.fromkeys(query.values(one.name)))
    if not values and len(options) < one.worth_choosing:
        return
    repeats = isinstance(one, ReferenceChoice) and one.repeats
    given = values[: MOST_SELECTS if repeats else 1]
    another = [""] if repeats or not given else []
    for number, value in enumerate([*given, *another]):
        known = value in ("", *(option[0] for option in options))
        listed = options if known else [*options, (value, _label(one, value))]
        wrong = errors if number == max(len(given) - 1, 0) else []
        label = str(one.another if number and isinstance(one, ReferenceChoice) else one.label)
        yield Control(one.name, label, value, "select", listed, wrong, "", _("All"), number)


def _label(one: Choice | ReferenceChoice, value: str) -> str:
    """The label of a value that is chosen, even if nothing has it."""
    return str(one.labels.get(value, value)) if isinstance(one, Choice) else value
