"""What entries of one kind have and others have not, read off the models."""

from typing import Any

from django.conf import settings

from events.models import Entry


def own_fields(model: type[Entry]) -> list[Any]:
    """The fields that entries of one kind have and others have not; of a text in several languages,
    those of the languages."""
    translated = set(model.TRANSLATED)
    return [
        field
        for field in model._meta.local_concrete_fields
        if not field.primary_key and field.name not in translated
    ]


def own_texts(model: type[Entry]) -> list[Any]:
    """Those of its own fields that are written in every language."""
    names = {f"{name}_{code}" for name in model.TRANSLATED for code, _name in settings.LANGUAGES}
    return [field for field in own_fields(model) if field.name in names]


def word_of(field: Any) -> str:
    """What `Record.entry` writes into a field for text."""
    return f"Wordof{field.name.replace('_', '')}"
