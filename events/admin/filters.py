"""Filters of the lists of entries."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from events.admin.controls import untranslated
from events.desk import CONDITIONS, State


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return State.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        condition = CONDITIONS.get(self.value())  # type: ignore[call-overload]
        return queryset if condition is None else queryset.filter(condition)


class TranslationFilter(admin.SimpleListFilter):
    """Entries whose title or summary exists in another language, but not in this one."""

    title = _("translation")
    parameter_name = "untranslated"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return [
            (language, gettext("%(language)s missing") % {"language": _name(language)})
            for language, _endonym in settings.LANGUAGES
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in dict(settings.LANGUAGES):
            return queryset
        return queryset.filter(untranslated(self.value(), "title", "summary"))  # type: ignore[arg-type]


def _name(language: str) -> str:
    return str(get_language_info(language)["name_translated"])
