"""What stands beside the form of a record: what is wrong with what was sent, and what an entry
still needs before it can be published, each with a link to its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events import desk
from events.admin.outcomes import anchor
from events.models import KINDS, Entry


@dataclass(frozen=True)
class PlaceLink:
    """A sentence about a place of the page. `at`: its id."""

    at: str
    said: str


def needed(entry: Entry) -> list[PlaceLink]:
    """What the door would refuse the entry for, as it stands on the desk; nothing as long as the
    door cannot tell, because the tables are another release's."""
    model = KINDS[entry.kind]
    try:
        lacking = list(desk.lacking([entry]))
    except desk.NotNow:
        return []
    return [
        PlaceLink(anchor(model, problem.where) if problem.where else "", str(problem))
        for _entry, problems in lacking
        for problem in problems
    ]


def at_first(model: type[Entry]) -> list[PlaceLink]:
    """What every entry needs of which nothing has been written."""
    return [
        PlaceLink(anchor(model, ("title",)), _("a title, in any one language")),
        PlaceLink(anchor(model, ("processes",)), _("the process to which it belongs")),
        PlaceLink(anchor(model, ("date",)), _("when it was, as precisely as it is known")),
        PlaceLink("citations-group", _("a source that supports it")),
    ]


def wrong(form: Any, formsets: Iterable[Any]) -> list[PlaceLink]:
    """What is wrong with a form and its rows, in the order of the page."""
    return [*_of_form(form), *(link for formset in formsets for link in _of_rows(formset))]


def _of_form(form: Any, row: str = "") -> Iterator[PlaceLink]:
    for name, said in form.errors.items():
        if name not in form.fields:
            # Said at the top, or above the row.
            if row:
                yield PlaceLink(form.prefix, f"{row}: {' '.join(said)}")
            continue
        field = form[name]
        label = capfirst(str(field.label))
        place = f"{row}, {label}" if row else label
        yield PlaceLink(field.auto_id, f"{place}: {' '.join(said)}")


def _of_rows(formset: Any) -> Iterator[PlaceLink]:
    name = str(formset.model._meta.verbose_name_plural)
    for number, form in enumerate(formset.forms, start=1):
        if form not in formset.deleted_forms:
            yield from _of_form(form, f"{capfirst(name)} {number}")
    for said in formset.non_form_errors():
        yield PlaceLink(f"{formset.prefix}-group", f"{capfirst(name)}: {said}")
