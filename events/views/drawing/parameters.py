"""What an address says of the drawing: the lanes of counts, and whether all is shown."""

from dataclasses import dataclass

from events.presenting.drawing import LANES
from events.public import not_one_of
from events.views.asking import Errors, Query, as_shown

LANES_OF_COUNTS = "lanes"
SPAN = "span"
EVERYTHING = "all"
PARAMETERS = (LANES_OF_COUNTS, SPAN)
VALUES = {LANES_OF_COUNTS: LANES, SPAN: (EVERYTHING,)}


@dataclass(frozen=True, slots=True)
class Shown:
    """`everything`: all that the filters find is shown, however much that is."""

    lanes: str = LANES[0]
    everything: bool = False


def shown_as(query: Query, errors: Errors) -> Shown:
    """What the address asks for; what is wrong with it is added to the errors."""
    lanes = _asked(query, LANES_OF_COUNTS, errors)
    everything = _asked(query, SPAN, errors) == EVERYTHING
    return Shown(lanes or LANES[0], everything and not (query.first("from") or query.first("to")))


def _asked(query: Query, name: str, errors: Errors) -> str:
    asked = query.values(name)
    if not asked:
        return ""
    if len(asked) > 1 or asked[0] not in VALUES[name]:
        errors[name] = [not_one_of(asked[-1], as_shown(name, VALUES[name]))]
        return ""
    return asked[0]
