"""Which characters a text of the record may hold."""

import unicodedata

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

# Line breaks and tabs are text; the marks that set the direction of writing are needed for Arabic
# or Hebrew names in English sentences. Every other control character is a copying mistake, and NUL
# breaks PostgreSQL.
ALLOWED_CONTROLS = frozenset("\n\r\t")
CONTROL_CATEGORIES = frozenset({"Cc", "Cs"})
# What turns the letters after it around, whatever they are: “live” is shown for “evil”.
OVERRIDES = frozenset("\u202d\u202e")
# Letters and signs that show nothing, beside what Unicode calls a space or a format.
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Mn", "Zl", "Zp", "Zs"})


UNSEEN = _("Nothing can be seen of this text: write it, or leave the field empty.")


def control_character(text: str) -> str | None:
    """The first character that no text may hold, as `U+0000`; None if all are fine."""
    if text.isprintable():
        return None
    for character in text:
        if character in OVERRIDES or (
            unicodedata.category(character) in CONTROL_CATEGORIES
            and character not in ALLOWED_CONTROLS
        ):
            return f"U+{ord(character):04X}"
    return None


def is_unseen(text: str) -> bool:
    """Whether there is a text, and nothing of it can be seen."""
    return bool(text) and all(
        character in BLANK or unicodedata.category(character) in UNSEEN_CATEGORIES
        for character in text
    )


def in_any_case(column: str, text: str) -> models.Q:
    """Rows that have this text in a column, in small letters or capitals. SQLite knows of the
    letters of ASCII only that they are the same, so the usual ways to write others are named."""
    ways = {text.lower(), text.upper(), text.title(), text.capitalize()}
    return models.Q(**{f"{column}__iexact": text}) | models.Q(**{f"{column}__in": ways})


def check_text(instance: models.Model) -> None:
    """Raise a `ValidationError` that names every field with a character that no text may hold, or
    with a text of which nothing can be seen."""
    errors: dict[str, ValidationError] = {}
    fields = instance._meta.concrete_fields
    # A translated field shows one of its languages, each of which has a field of its own.
    shown = {field.translated_field.name for field in fields if hasattr(field, "translated_field")}
    for field in fields:
        if field.name in shown:
            continue
        value = getattr(instance, field.attname, None)
        if isinstance(value, str) and (found := control_character(value)):
            errors[field.name] = ValidationError(
                _("The character %(character)s cannot be part of a text. Please remove it."),
                code="control_character",
                params={"character": found},
            )
        elif isinstance(value, str) and is_unseen(value):
            errors[field.name] = ValidationError(UNSEEN, code="unseen")
    if errors:
        raise ValidationError(errors)
