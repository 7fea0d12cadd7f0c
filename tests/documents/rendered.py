"""The document of an entry."""

from typing import Any

from events.documents.rendering.entries import render, whole
from events.models import KINDS, Entry
from tests.record import Record


def document_of(entry: Entry) -> Any:
    [found] = whole(KINDS[entry.kind].objects.filter(pk=entry.pk))
    return render(found)


def own_members(document: dict[str, Any]) -> dict[str, Any]:
    """What only documents of this kind have."""
    common = document_of(Record().development("plain", publish=False))
    return {name: value for name, value in document.items() if name not in common}
