"""Tells mypy of the columns that modeltranslation adds to the models: `title_en`, `title_de`.

A plugin of mypy, named in `pyproject.toml` after Django's, which loads the models.
"""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from modeltranslation.fields import TranslationField
from mypy.plugin import ClassDefContext, Plugin
from mypy.plugins.common import add_attribute_to_class
from mypy.types import NoneType, UnionType


class TranslatedColumns(Plugin):
    def get_customize_class_mro_hook(
        self, fullname: str
    ) -> Callable[[ClassDefContext], None] | None:
        return _add_columns if _columns(fullname) else None


def _columns(fullname: str) -> list[TranslationField]:
    """Those of one model, without those that it inherits."""
    module, _, name = fullname.rpartition(".")
    fields: list[Any] = [
        field
        for model in apps.get_models()
        if (model.__module__, model.__name__) == (module, name)
        for field in model._meta.local_fields
    ]
    return [field for field in fields if isinstance(field, TranslationField)]


def _add_columns(context: ClassDefContext) -> None:
    text = context.api.named_type("builtins.str")
    for column in _columns(context.cls.fullname):
        kind = UnionType([text, NoneType()]) if column.null else text
        add_attribute_to_class(context.api, context.cls, column.name, kind)


def plugin(version: str) -> type[Plugin]:
    return TranslatedColumns
