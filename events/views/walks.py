"""A walk at one of its steps: the entry that it shows there, and the drawing around that."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.documents.shapes import Published, PublishedWalk
from events.presenting.parts import number_worded
from events.presenting.walk import STEP, StepOfWalk, step_of_walk
from events.presenting.wording import Links
from events.public import Moment
from events.views.asking import Query
from events.views.drawing import AroundEntry, around
from events.views.frame import is_framed, within


@dataclass(frozen=True)
class AtStep:
    """`around`: the drawing, if what is shown stands and can be drawn. `error`: what is wrong with
    the step that the address asks for."""

    step: StepOfWalk
    around: AroundEntry | None
    error: str


def at_step(
    request: HttpRequest,
    document: PublishedWalk,
    named: Mapping[str, Published],
    query: Query,
    moment: Moment | None,
    links: Links,
) -> AtStep:
    """`named`: the documents, by id, of the entries that the walk shows and that stand."""
    number, error = _asked(query.values(STEP), len(document["steps"]))
    step = step_of_walk(document, number, named, links, partial(within, request))
    shown = named.get(document["steps"][number - 1]["id"] or "")
    drawn = around(shown, moment, links, framed=is_framed(request)) if shown else None
    return AtStep(step, drawn, error)


def _asked(values: list[str], count: int) -> tuple[int, str]:
    """The number of the step that is shown, and what is wrong with the one that was asked for."""
    if not values:
        return 1, ""
    asked = values[-1]
    if asked.isascii() and asked.isdigit() and len(asked) < 4 and 1 <= int(asked) <= count:
        return int(asked), ""
    message = ngettext(
        "There is no step “%(asked)s”: this walk has %(count)s.",
        "There is no step “%(asked)s”: this walk has steps from 1 to %(count)s.",
        count,
    )
    shown = asked if len(asked) <= 20 else f"{asked[:20]}…"
    error = message % {"asked": shown, "count": number_worded(count)}
    return 1, " ".join([error, _("You see the first one.")])
