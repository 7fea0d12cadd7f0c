"""The filters of a page that shows one kind of entry: its form, and chips to take them away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from events import public
from events.public import not_one_of
from events.views.asking.address import Errors, Query
from events.views.asking.chips import Chip
from events.views.asking.complaints import as_shown, elsewhere, filters_of
from events.views.asking.filter_form import Field, Options, by_name
from events.vocabulary import Facet

# By facet, the parameter that asks for it.
OF_REFERENCES = {Facet.PROCESS: "process", Facet.ACTOR: "actor", Facet.TOPIC: "topic"}
# The closed lists that the form has.
CONTROLS = ("status", "firmness", "domain")
# Parameters that every list of the public has.
SHARED = ("process", "actor", "topic", "status", "as_of", "cursor")


@dataclass(frozen=True)
class Narrowing:
    """`kept`: what else the address says, for hidden fields. `open`: something is wrong in it."""

    fields: list[Field]
    kept: list[tuple[str, str]]
    chips: list[Chip]
    errors: list[str]
    reset_url: str
    open: bool


@dataclass(frozen=True)
class Asked:
    """What a page was asked for: `base` is all of its kind, `filters` what is left of it."""

    query: Query
    errors: Errors
    base: public.Filters
    filters: public.Filters

    @property
    def is_narrowed(self) -> bool:
        return self.filters.tags != ()


def asked(query: Query, kind: str, choices: Mapping[str, Iterable[str]], size: int) -> Asked:
    """Read the filters. `choices`: the parameters that take one of a closed list, of which those
    that are also facets (`events.vocabulary.Facet`) narrow the list."""
    errors: Errors = {}
    for name, values in choices.items():
        given = query.values(name)
        if len(given) > 1 or not set(given).issubset(values):
            errors[name] = [not_one_of(", ".join(given), as_shown(CONTROLS)(name, values))]
    meant = query.without(*errors)
    own = [name for name in choices if name not in SHARED]
    filters, wrong = filters_of(meant.without(*own))
    base = public.Filters(kind=kind, as_of=filters.as_of)
    facets = {name: meant.first(name) for name in (Facet.DOMAIN, Facet.FIRMNESS) if name in own}
    narrowed = public.narrowed(
        replace(filters, kind=kind, limit=size),
        {facet: value for facet, value in facets.items() if value},
    )
    return Asked(query, errors | wrong, base, narrowed)


def narrowing(
    said: Asked,
    tallies: Mapping[str, Sequence[public.TagCount]],
    lists: Mapping[str, tuple[str, Any]],
    kept: Sequence[str],
) -> Narrowing:
    """The form. `tallies`: what there is to choose, by facet, of all entries of the kind; `lists`:
    by parameter, the label of a closed list and its values with theirs."""
    query, errors = said.query, said.errors
    options = _of_references(tallies, query)
    numbers = {facet: {t.slug: t.number for t in listed} for facet, listed in tallies.items()}
    for name, (label, choices) in lists.items():
        of = numbers.get(name, {})
        listed = [(value, str(word)) for value, word in choices if value in of]
        options[name] = (label, listed, {value: str(word) for value, word in choices})
    fields, chips = [], []
    base = query.without("cursor")
    for name, (label, listed, names) in options.items():
        value = query.first(name)
        gone = [(value, names.get(value, value))] if value and value not in dict(listed) else []
        if listed or gone:
            wrong = errors.get(name, [])
            fields.append(Field(name, label, value, "select", [*listed, *gone], wrong))
        if name not in errors:
            chips += [
                Chip(label, names.get(each, each), base.without_value(name, each).url)
                for each in dict.fromkeys(query.values(name))
            ]
    return Narrowing(
        fields=fields,
        kept=[
            (name, query.first(name)) for name in kept if query.first(name) and name not in errors
        ],
        chips=chips,
        errors=elsewhere(errors, *options, "as_of"),
        reset_url=query.without(*options, "cursor").url,
        open=any(name in options for name in errors),
    )


def _of_references(
    tallies: Mapping[str, Sequence[public.TagCount]], query: Query
) -> dict[str, tuple[str, Options, dict[str, str]]]:
    labels = {"process": _("Process"), "actor": _("Actor"), "topic": _("Topic")}
    found = {}
    for facet, name in OF_REFERENCES.items():
        listed = by_name({tally.slug: tally.name for tally in tallies[facet]})
        if name == "process" and len(listed) < 2 and not query.first(name):
            continue
        found[name] = (labels[name], listed, dict(listed))
    return found
