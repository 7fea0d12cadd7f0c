"""Notes and titles that readers of one language would get in another."""

from collections.abc import Iterator

from django.db.models import Model
from django.utils.translation import gettext as _

from events.desk.notes import missing_in
from events.desk.questions.doubts import Doubt
from events.documents.rendering import texts
from events.models import Commitment, Entry, Source, Summit
from events.publishing import Problem, Where

# By the model of a record, its lists of rows with a note, a reason or a title.
ROWS: dict[type[Model], dict[str, str]] = {
    Entry: {
        "citations": "note",
        "figures": "reason",
        "media": "title",
        "pictures": "description",
    },
    Commitment: {"roll_call": "note", "status_changes": "note"},
    Summit: {"earlier_dates": "note"},
}


def notes(entry: Entry) -> Iterator[Problem]:
    for model, lists in ROWS.items():
        if isinstance(entry, model):
            for rows, name in lists.items():
                for number, row in enumerate(getattr(entry, rows).all()):
                    yield from _missing(row, name, (rows, number, name))


def note_on_state(source: Source) -> Iterator[Problem]:
    yield from _missing(source, "state_note", ("state_note",))


def _missing(thing: Model, name: str, where: Where) -> Iterator[Problem]:
    if languages := missing_in(texts(thing, name)):
        message = _(
            "This text is missing in: %(languages)s. Readers there get it in the other language."
        )
        yield Problem(Doubt.ONE_LANGUAGE, where, message % {"languages": languages})
