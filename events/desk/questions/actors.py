"""What is odd about an actor: its code, its other names, what nobody is named for."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from events.desk.questions.doubts import Doubt
from events.models import Actor, Alias
from events.publishing import Problem
from events.vocabulary import is_known_code


def codes(actor: Actor) -> Iterator[Problem]:
    if actor.country and not is_known_code(actor.country):
        message = _(
            "Nobody has or had the country code “%(code)s” (ISO 3166). Is it right? Leave it empty "
            "where a country has none."
        )
        yield Problem(Doubt.CODE, ("country",), message % {"code": actor.country})


def names(actor: Actor) -> Iterator[Problem]:
    """Other names that somebody else also has; abbreviations can be shared."""
    for number, alias in enumerate(actor.aliases.all()):
        same = Alias.objects.filter(text__iexact=alias.text).exclude(actor=actor)
        if other := same.select_related("actor").first():
            message = _("“%(name)s” is also another name of “%(actor)s”. Do both have it?")
            said = message % {"name": alias.text, "actor": other.actor}
            yield Problem(Doubt.SHARED_NAME, ("aliases", number, "text"), said)


def sources(actor: Actor) -> Iterator[Problem]:
    """Facts of which nobody is named as the source."""
    for name in ("since", "until"):
        if getattr(actor, name) and getattr(actor, f"{name}_source_id") is None:
            yield Problem(Doubt.NO_SOURCE, (f"{name}_source",), _("Who says so? Name a source."))
    lists = {
        "memberships": _("Who says that these are members: %(names)s? Name a source."),
        "successors": _("Who says that these came after it: %(names)s? Name a source."),
    }
    for rows, message in lists.items():
        lacking = getattr(actor, rows).filter(source=None).select_related("actor")
        if names := ", ".join(dict.fromkeys(str(row.actor) for row in lacking)):
            yield Problem(Doubt.NO_SOURCE, (rows,), message % {"names": names})
