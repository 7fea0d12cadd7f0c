"""What nobody is named for as the source, of an actor."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from events.desk.questions.doubts import Doubt
from events.models import Actor
from events.publishing import Problem

# Lists whose rows are of other actors.
ABOUT_OTHERS = ("memberships", "successors")


def sources(actor: Actor) -> Iterator[Problem]:
    """Facts of which nobody is named as the source."""
    for name in ("since", "until"):
        if getattr(actor, name) and getattr(actor, f"{name}_source_id") is None:
            yield Problem(Doubt.NO_SOURCE, (f"{name}_source",), _("Who says so? Name a source."))
    lists = {
        "memberships": _("Who says that these are members: %(names)s? Name a source."),
        "successors": _("Who says that these came after it: %(names)s? Name a source."),
        "offices": _("Who says that it held these offices: %(names)s? Name a source."),
        "former_names": _("Who says that it had these names: %(names)s? Name a source."),
    }
    for rows, message in lists.items():
        lacking = getattr(actor, rows).filter(source=None).select_related("actor")
        said = [str(row.actor) if rows in ABOUT_OTHERS else str(row) for row in lacking]
        if names := ", ".join(dict.fromkeys(said)):
            yield Problem(Doubt.NO_SOURCE, (rows,), message % {"names": names})
