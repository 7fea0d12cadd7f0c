"""What was redacted, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from events.vocabulary import Ground

# Members of documents, and what else has a name of its own (`events.public`).
PARTS = {
    "all": _("everything"),
    "note": _("the note on the version"),
    "time": _("the time of publication"),
    "slug": _("the address"),
    "title": _("the title"),
    "summary": _("the text"),
    "date": _("the wording of the date"),
    "actors": _("actors"),
    "actor_records": _("what is on file of actors"),
    "topics": _("topics"),
    "sources": _("sources and quotes"),
    "source_records": _("sources and quotes"),
    "process_records": _("processes"),
    "figures": _("figures"),
    "pictures": _("pictures"),
    "media": _("videos and documents"),
    "attribution": _("who said so"),
    "speakers": _("who said so"),
    "condition": _("the condition"),
    "parts": _("parts of the commitment"),
    "history": _("changes of status"),
    "roll_call": _("the roll call"),
    "places": _("places"),
    "earlier_dates": _("earlier dates"),
}


def redacted_parts(names: Iterable[str]) -> str:
    """The parts of an entry that were redacted, each once, with commas between."""
    return ", ".join(dict.fromkeys(str(PARTS.get(name, name)) for name in names))


def ground(value: str) -> str:
    """On what ground it was."""
    return str(Ground(value).label)
