"""Which process, actors and topics a page of positions shows: read from its address, and chosen."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events import public
from events.presenting.wording import text
from events.public import nothing_has
from events.views.asking.address import Errors, Query
from events.views.asking.chips import Chip
from events.views.asking.filter_form import Options, by_name
from events.vocabulary import Facet

Names = Mapping[str, Mapping[str, str]]

FACETS = {"process": Facet.PROCESS, "actor": Facet.ACTOR, "topic": Facet.TOPIC}


@dataclass(frozen=True)
class Chosen:
    """What can be meant of an address. `parameters`: for what else the page reads from it; they
    collect what is wrong. `names`: of what is chosen, by parameter and slug."""

    parameters: public.Parameters
    process: str | None
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    as_of: public.Moment | None
    names: Mapping[str, Names]

    @classmethod
    def read(cls, query: Query, accept: Collection[str]) -> "Chosen":
        parameters = public.Parameters(query.lists(), accept)
        process = parameters.one("process")
        asked = {
            "process": (process,) if process else (),
            "actor": parameters.many("actor"),
            "topic": parameters.many("topic"),
        }
        slugs = [slug for given in asked.values() for slug in given]
        labels = public.labels(FACETS.values(), slugs)
        names = {name: labels[facet] for name, facet in FACETS.items()}
        for name, given in asked.items():
            wrong = [slug for slug in given if slug not in names[name]]
            for message in nothing_has(FACETS[name], wrong):
                parameters.complain(name, message)
        known = {
            name: tuple(slug for slug in given if slug in names[name])
            for name, given in asked.items()
        }
        return cls(
            parameters,
            next(iter(known["process"]), None),
            known["actor"],
            known["topic"],
            parameters.moment(),
            names,
        )

    @property
    def errors(self) -> Errors:
        return self.parameters.errors

    @property
    def status(self) -> int:
        return 400 if self.errors else 200


@dataclass(frozen=True)
class Select:
    """A list to choose from. `value`: what is chosen, where one can be."""

    name: str
    label: str
    blank: str
    value: str
    options: Options

    @property
    def id(self) -> str:
        return f"choose-{self.name}"


@dataclass(frozen=True)
class Choosing:
    """The form. `kept`: what it sends along; `chips`: what is chosen, and the address without."""

    selects: list[Select]
    kept: list[tuple[str, str]]
    chips: list[Chip]
    reset_url: str


def choosing(
    query: Query, chosen: Chosen, matrix: public.Matrix, days: Collection[str]
) -> Choosing:
    """The form for a page of positions. `days`: its controls that the page itself has."""
    processes = public.choices([Facet.PROCESS], chosen.as_of)[Facet.PROCESS]
    selects = [
        _select("actor", _("Actor"), matrix.actors, chosen.actors),
        _select("topic", _("Topic"), matrix.topics, chosen.topics),
    ]
    if len(processes) > 1:
        options = by_name(processes)
        every = Select("process", _("Process"), _("Any"), chosen.process or "", options)
        selects.insert(0, every)
    labels = {"process": _("Process"), "actor": _("Actor"), "topic": _("Topic")}
    base = query.without("page", "actors")
    kept = [
        (name, value)
        for name, value in base.without(*days, *(["process"] if len(processes) > 1 else []))
        if name not in chosen.errors or value in chosen.names.get(name, {})
    ]
    return Choosing(
        selects,
        kept,
        [
            Chip(
                labels[name],
                text(chosen.names[name][value]).plain or value,
                base.without_value(name, value).url,
            )
            for name, value in dict.fromkeys(base)
            if value in chosen.names.get(name, {})
        ],
        base.without(*FACETS).url,
    )


def _select(name: str, label: str, names: Names, chosen: Collection[str]) -> Select:
    options = [option for option in by_name(names) if option[0] not in chosen]
    return Select(name, label, _("Add another") if chosen else _("Any"), "", options)
