"""Writing a text that is on record, or was put together of several, as what a record says now."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.desk import saving
from events.desk.changes import RecordChanges
from events.desk.locking import lock_thing
from events.desk.plain import PICTURES_KEY, PlainRecord, model_of
from events.desk.records.faults import Fault
from events.desk.records.reading import Reader
from events.desk.records.writing import Refused, Written, write
from events.desk.rights import By, Thing
from events.publishing import Problem
from events.vocabulary import Occasion

SLUG = "slug"


class NoLongerThere(LookupError):
    """The record was deleted meanwhile; the message says so."""


def restore(
    thing: Thing,
    record: PlainRecord,
    *,
    by: By = None,
    opened_from: int | None = None,
    occasion: Occasion = Occasion.RESTORED,
    rename: bool = False,
) -> Written:
    """Let a record say this; its pictures stay as they are, and its short name, unless `rename`
    takes that, too. If it says so already, nothing is written. Raises `Refused`, such as for what
    names something that is gone, and `NoLongerThere`."""
    model = model_of(thing)
    with transaction.atomic():
        lock_thing(thing)
        now = model._default_manager.filter(pk=thing.pk).first()
        if now is None:
            raise NoLongerThere(_("This record is no longer on the desk: somebody has deleted it."))
        if rename and record[SLUG] != now.slug:
            _rename(now, record[SLUG], by)
        reader = Reader()
        row = reader.record(model, now.slug, _without_what_files_lack(record))
        return write(
            [row], by=by, problems=reader.problems, occasion=occasion, opened_from=opened_from
        )


def _rename(thing: Any, slug: str, by: By) -> None:
    def write() -> RecordChanges:
        thing.save()
        return RecordChanges((SLUG,))

    thing.slug = slug
    try:
        thing.full_clean(exclude=[one.name for one in thing._meta.fields if one.name != SLUG])
    except ValidationError as error:
        raise Refused(
            [Problem(Fault.VALUE, (SLUG,), message) for message in error.messages]
        ) from error
    saving.save(thing, by=by, write=write)


def _without_what_files_lack(record: PlainRecord) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in (SLUG, PICTURES_KEY)}
