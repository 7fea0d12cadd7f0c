"""The names of translated columns, for searching and for finding what is not translated yet."""

from django.conf import settings
from django.db.models import Q

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def columns(*fields: str) -> list[str]:
    """`title` → `title_en`, `title_de`."""
    return [f"{field}_{language}" for field in fields for language in LANGUAGES]


def row(field: str) -> tuple[str, ...]:
    """The columns of one field as one line of a page, so that its languages stand side by side."""
    return tuple(columns(field))


def untranslated(language: str, *fields: str) -> Q:
    """The rows where one of the fields has a text, but none in this language."""
    missing = Q()
    for field in fields:
        others = Q()
        for other in LANGUAGES:
            if other != language:
                others |= ~empty(f"{field}_{other}")
        missing |= empty(f"{field}_{language}") & others
    return missing


def empty(column: str) -> Q:
    return Q(**{column: ""}) | Q(**{f"{column}__isnull": True})
