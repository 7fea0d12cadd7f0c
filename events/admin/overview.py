"""All entries in one list, whatever their kind. Each is edited on the page of its own kind."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.admin import keeping, looking_up
from events.admin.base import page_of
from events.admin.controls import numbers, reading
from events.admin.entries import SEARCH, EntryColumns
from events.admin.filters import StateFilter, TranslationFilter
from events.admin.publication import PublishingAdmin
from events.models import Entry


@admin.register(Entry)
class EntryAdmin(EntryColumns, PublishingAdmin):
    list_display = ["linked_title", "kind", "when", "state", "edited"]
    list_display_links = None
    list_filter = ["kind", StateFilter, TranslationFilter, "processes"]
    search_fields = SEARCH

    def get_urls(self) -> list[URLPattern]:
        return [
            *reading.urls(),
            *numbers.urls(),
            *looking_up.urls(),
            *keeping.urls(),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description=_("title"), ordering="title")
    def linked_title(self, entry: Entry) -> SafeString:
        return format_html('<a href="{}">{}</a>', page_of(entry), entry)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return self.to_its_kind(request, object_id, "change")

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return self.to_its_kind(request, object_id, "delete")

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return self.to_its_kind(request, object_id, "history")

    def to_its_kind(self, request: HttpRequest, object_id: str, page: str) -> HttpResponse:
        entry = self.get_object(request, object_id)
        if entry is None:
            return self.missing(request, object_id)
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return HttpResponseRedirect(page_of(entry, page) + query)
