"""The names of translated columns, for searching and for finding what is not translated yet."""

from django.conf import settings
from django.db.models import Model, Q
from modeltranslation.manager import get_translatable_fields_for_model
from modeltranslation.utils import build_localized_fieldname

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def columns(*fields: str) -> list[str]:
    """`title` → `title_en`, `title_de`."""
    return [column(field, language) for field in fields for language in LANGUAGES]


def column(field: str, language: str) -> str:
    return str(build_localized_fieldname(field, language))


def first(field: str) -> str:
    """The column of the language that the site was written in first: `title` → `title_en`."""
    return columns(field)[0]


def as_column(model: type[Model], field: str) -> str:
    """The name of a field on a page; for a translated field, its column in the first language."""
    is_translated = field in (get_translatable_fields_for_model(model) or ())
    return first(field) if is_translated else field


def row(field: str) -> tuple[str, ...]:
    """The columns of one field as one line of a page, so that its languages are side by side."""
    return tuple(columns(field))


def untranslated(language: str, *fields: str) -> Q:
    """The rows where one of the fields has a text, but none in this language."""
    missing = Q()
    for field in fields:
        others = Q()
        for other in LANGUAGES:
            if other != language:
                others |= ~empty(column(field, other))
        missing |= empty(column(field, language)) & others
    return missing


def empty(name: str) -> Q:
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})
