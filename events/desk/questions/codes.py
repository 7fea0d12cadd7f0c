"""Codes that nobody has: of states and their parts, and of currencies."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from events.desk.questions.doubts import Doubt
from events.models import Actor, Summit, Unit
from events.publishing import Problem, Where
from events.vocabulary import (
    IdentifierScheme,
    are_of_one_state,
    is_known_code,
    is_known_currency,
    meant_code,
)


def of_actor(actor: Actor) -> Iterator[Problem]:
    yield from _unknown(actor.country, ("country",))
    for number, identifier in enumerate(actor.identifiers.all()):
        if identifier.scheme != IdentifierScheme.ISO:
            continue
        where: Where = ("identifiers", number, "value")
        yield from _unknown(identifier.value, where)
        if actor.country and not are_of_one_state(actor.country, identifier.value):
            message = _("“%(code)s” is the code of another state than “%(other)s”. Is it right?")
            params = {"code": identifier.value, "other": actor.country}
            yield Problem(Doubt.OTHER_STATE, where, message % params)


def of_places(meeting: Summit) -> Iterator[Problem]:
    for number, place in enumerate(meeting.places.all()):
        yield from _unknown(place.country, ("places", number, "country"))


def of_unit(unit: Unit) -> Iterator[Problem]:
    if unit.currency and not is_known_currency(unit.currency):
        message = _(
            "No currency has or had the code “%(code)s” (ISO 4217). Is it right? Leave it empty "
            "where the unit is no money."
        )
        yield Problem(Doubt.CURRENCY, ("currency",), message % {"code": unit.currency})


def _unknown(code: str, where: Where) -> Iterator[Problem]:
    if not code or is_known_code(code):
        return
    state = code.partition("-")[0]
    if state != code and is_known_code(state):
        message = _("No part of “%(state)s” has the code “%(code)s” (ISO 3166-2). Is it right?")
    elif meant_code(code):
        message = _("Nobody has the country code “%(code)s” (ISO 3166). Is “%(meant)s” meant?")
    else:
        message = _(
            "Nobody has or had the country code “%(code)s” (ISO 3166). Is it right? Leave it empty "
            "where a country has none."
        )
    params = {"code": code, "state": state, "meant": meant_code(code)}
    yield Problem(Doubt.CODE, where, message % params)
