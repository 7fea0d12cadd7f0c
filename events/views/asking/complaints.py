"""What a page says about an invalid address: with the names and words that readers see. The API,
which programs use, names parameters and values as they are sent."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from events import public
from events.dates import Certainty
from events.documents.shapes import Texts
from events.presenting.wording import text
from events.public import PAGING
from events.views.asking import as_of
from events.views.asking.address import Errors, Query
from events.views.asking.words import NAMES, WORDS

# A page shows what was in a window for certain, and says how much more can have been.
CERTAIN = Certainty.CERTAIN
WINDOW = frozenset({"from", "to"})


def elsewhere(errors: Errors, *in_place: str) -> list[str]:
    """The messages that belong to no control of the page, each preceded by what it is about.

    `in_place`: the parameters whose messages appear at their controls.
    """
    return [
        _("%(name)s: %(message)s") % {"name": NAMES.get(name, name), "message": message}
        for name, messages in errors.items()
        if name not in in_place
        for message in messages
    ]


def as_shown(name: str, values: Iterable[str]) -> Iterator[str]:
    """What to call the values of a closed list: in words, never as an address has them."""
    labels = WORDS.get(name, {})
    return (str(labels.get(value, value)) for value in values)


def called(names: Texts) -> str:
    """What to call an actor, a topic or the like."""
    return text(names).plain


def filters_of(
    query: Query, day: public.ReadersDay | None = as_of.day
) -> tuple[public.Filters, Errors]:
    """The valid filters, and what is wrong with the others. `day`: None for a list of what was
    published, with its statuses then."""
    errors = refusals(query)
    accept = (*query.takes.names, *PAGING)
    given = query.lists(accept)
    while True:
        try:
            found = public.parse(given, accept, as_shown, query.takes.kind, CERTAIN, day, called)
        except public.InvalidParameters as invalid:
            errors |= invalid.errors
            rest = {name: values for name, values in given.items() if name not in invalid.errors}
            if invalid.errors.keys() & WINDOW and not rest.keys() & WINDOW:
                rest.pop("when", None)  # what it is about is wrong, and it is not
            if len(rest) == len(given):
                return public.Filters(kind=query.takes.kind or None), errors
            given = rest
        else:
            return found, errors


def refusals(query: Query) -> Errors:
    """The messages about filters that the list does not have."""
    if not query.refused:
        return {}
    labels = [str(one.label) for one in query.takes.filters]
    message = _("This list has no such filter. It has: %(names)s.") % {"names": ", ".join(labels)}
    return {name: [message if labels else _("This list has no filters.")] for name in query.refused}
