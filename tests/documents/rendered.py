"""The document of an entry."""

from typing import Any

from events.documents.rendering.entries import render, rendering
from events.models import KINDS, Entry


def document_of(entry: Entry) -> Any:
    return render(rendering(KINDS[entry.kind].objects.all()).get(pk=entry.pk))
