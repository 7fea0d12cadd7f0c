"""What every page of the desk shares: its fields, and an answer to a stray NUL."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ERROR_FLAG
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from events.admin.controls import choices, fields
from events.admin.incomplete import IncompleteForm
from events.models import Entry

NUL = "\x00"


def page_of(thing: models.Model, page: str = "change") -> str:
    """The address of a page about a record; for an entry, that of its kind."""
    name = thing.kind if isinstance(thing, Entry) else thing._meta.model_name
    return reverse(f"admin:{thing._meta.app_label}_{name}_{page}", args=[thing.pk])


class DeskFields:
    """Mixed into the admin of a model or of its parts, before Django's own class."""

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        kwargs = {**fields.form_class(db_field), **kwargs}
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        return field and fields.adapt(db_field, field)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs |= {"form_class": choices.RecordChoiceField}
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = choices.LookUp(db_field.remote_field.model)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs |= {"form_class": choices.RecordMultipleChoiceField}
        is_looked_up = db_field.name in self.get_autocomplete_fields(request)  # type: ignore[attr-defined]
        if is_looked_up:
            kwargs["widget"] = choices.LookUpSeveral(db_field.remote_field.model)
        field = super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]
        if is_looked_up and field:
            # Django's tells how to use a list that this is none of.
            field.help_text = db_field.help_text
        return field


class DeskAdmin(DeskFields, admin.ModelAdmin):
    """One model of the desk."""

    list_per_page = 50
    show_full_result_count = False
    save_on_top = False

    class Media:
        js = ("admin-theme/form.js",)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        if from_field is None and not choices.is_key(object_id):
            return None
        return super().get_object(request, object_id, from_field)

    def missing(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Where to go from the address of a record that is not there, as from Django's own pages;
        the types of Django do not list it."""
        away: HttpResponse = self._get_obj_does_not_exist_redirect(  # type: ignore[attr-defined]
            request, self.opts, object_id
        )
        return away

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        kwargs = {"labels": fields.labels(self.model), **kwargs}
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (IncompleteForm, form), {})

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        # PostgreSQL takes no NUL in a comparison. Django answers other wrong filters this way.
        if any(NUL in value for value in request.GET.values()):
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
        return super().changelist_view(request, extra_context)

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        if NUL in search_term:
            return queryset.none(), False
        return super().get_search_results(request, queryset, search_term)
