"""What a walk still needs before readers may go along it."""

from collections.abc import Iterator

from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from events.models import Walk
from events.publishing.problems import Need, Problem

FEWEST, MOST = 2, 20


def check(walk: Walk) -> Iterator[Problem]:
    """It rests on the entries that it shows, which have the sources."""
    steps = list(walk.steps.all())
    if len(steps) < FEWEST:
        yield Problem(Need.STEPS, ("steps",), _("A walk has two steps at least."))
    if len(steps) > MOST:
        message = ngettext(
            "A walk has %(most)s step at most, and this one has %(count)s.",
            "A walk has %(most)s steps at most, and this one has %(count)s.",
            MOST,
        )
        numbers = {"most": MOST, "count": len(steps)}
        yield Problem(Need.STEPS_TOO_MANY, ("steps",), message % numbers)
    before = None
    for number, step in enumerate(steps):
        params = {"number": f"{number + 1}", "entry": f"{step.entry}"}
        for language in step.untold():
            message = _("Step %(number)s, “%(entry)s”, has no sentence in %(language)s.")
            params |= {"language": get_language_info(language)["name_translated"]}
            yield Problem(Need.STEP_TEXT, ("steps", number, "text"), message % params)
        if step.entry_id == before:
            message = _(
                "Step %(number)s shows the same entry as the one before it, “%(entry)s”: say both "
                "at one step, or put another one between them."
            )
            yield Problem(Need.STEP_TWICE, ("steps", number, "entry"), message % params)
        before = step.entry_id
