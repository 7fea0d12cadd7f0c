"""The process, actors and topics that a page of positions shows, as its address chooses them."""

from dataclasses import dataclass

from events import public
from events.filters import ReferenceChoice
from events.presenting.wording import Names
from events.public import narrower, nothing_has
from events.views.asking.address import Errors, Query
from events.views.asking.complaints import called, refusals


@dataclass(frozen=True)
class Chosen:
    """The valid part of an address. `parameters`: for what else the page reads from it; they
    collect what is wrong. `topics`: with those that belong to one that is chosen. `names`: those of
    what is chosen, by facet and slug."""

    parameters: public.Parameters
    process: str | None
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    as_of: public.Moment | None
    names: Names

    @classmethod
    def read(cls, query: Query) -> "Chosen":
        accepted = query.takes.accepted
        parameters = public.Parameters(query.lists(accepted), accepted)
        parameters.errors |= refusals(query)
        references = [one for one in query.takes.filters if isinstance(one, ReferenceChoice)]
        asked = {one.name: _asked(one, query, parameters) for one in references}
        slugs = [slug for given in asked.values() for slug in given]
        names = public.labels([one.facet for one in references], slugs)
        known = {}
        for one in references:
            given = asked[one.name]
            known[one.name] = tuple(slug for slug in given if slug in names[one.facet])
            wrong = [slug for slug in given if slug not in names[one.facet]]
            for message in nothing_has(one.facet, wrong, called):
                parameters.complain(one.name, message)
        moment = parameters.moment()
        return cls(
            parameters,
            next(iter(known["process"]), None),
            known["actor"],
            (*known["topic"], *narrower(known["topic"], moment)),
            moment,
            names,
        )

    @property
    def errors(self) -> Errors:
        return self.parameters.errors


def _asked(one: ReferenceChoice, query: Query, parameters: public.Parameters) -> tuple[str, ...]:
    if one.name in query.takes.any_of:
        return parameters.many(one.name)
    value = parameters.one(one.name)
    return (value,) if value else ()
