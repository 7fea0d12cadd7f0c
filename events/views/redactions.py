"""What was redacted, when, on what ground and why."""

from dataclasses import dataclass

from django.http import HttpRequest

from events import public
from events.documents.redacting import stub
from events.documents.shapes import Texts
from events.filters import Takes
from events.presenting.wording import ground, redacted_parts
from events.views.asking import Query
from events.views.frame import Frame, Page, reader_page

EACH = 50
# A person can have been named in thousands of entries.
ENTRIES_SHOWN = 20


@dataclass(frozen=True)
class RedactionRow:
    """`entries`: those shown; `more`: how many others there are."""

    told: public.ToldRedaction
    ground: str
    entries: list["RedactedEntryRow"]
    more: int


@dataclass(frozen=True)
class RedactedEntryRow:
    """`title`: that which stands; empty where none does, or nothing is left of it. `parts`: what
    was redacted, in words."""

    told: public.RedactedEntry
    title: Texts
    parts: str


@reader_page(Takes(own=("before",), is_list=False))
def redactions(request: HttpRequest, query: Query) -> Page:
    parameters = public.Parameters(query.lists(["before"]), ["before"])
    before = parameters.number("before", 1)
    found, following = public.redactions(EACH, before)
    content = {
        "rows": _rows(found),
        "error": " ".join(parameters.errors.get("before", [])),
        "next_url": query.plus("before", following).url if following else "",
    }
    frame = Frame.beside(status=400 if parameters.errors else 200)
    return Page("site/redactions.html", frame, content)


def _rows(found: list[public.ToldRedaction]) -> list[RedactionRow]:
    shown = {one.number: one.entries[:ENTRIES_SHOWN] for one in found}
    standing = public.named({str(entry.id) for some in shown.values() for entry in some})
    titles = {uid: _left(document["title"]) for uid, document in standing.items()}
    return [
        RedactionRow(
            one,
            ground(one.ground),
            [
                RedactedEntryRow(entry, titles.get(str(entry.id), {}), redacted_parts(entry.parts))
                for entry in shown[one.number]
            ],
            len(one.entries) - len(shown[one.number]),
        )
        for one in found
    ]


def _left(title: Texts) -> Texts:
    """A title, unless it was redacted itself."""
    return {} if title == stub() else title
