"""The log, for viewing. Nobody can change anything here."""

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.admin.base import DeskAdmin
from events.admin.history import who
from events.admin.states import moment
from events.log import VersionUpgrade
from events.models import Version


@admin.register(Version)
class VersionAdmin(DeskAdmin):
    list_display = [
        "seq",
        "slug",
        "number",
        "action",
        "kind",
        "time",
        "publisher",
        "told",
    ]
    list_filter = ["action", "kind"]
    list_select_related = ["published_by"]
    search_fields = ["slug", "note", "notes"]
    ordering = ["-seq"]
    actions = None
    fields = [
        "seq",
        "entry",
        "uid",
        "number",
        "action",
        "kind",
        "slug",
        "published_at",
        "loaded_at",
        "publisher",
        "told",
        "pretty",
    ]
    readonly_fields = ["publisher", "told", "pretty"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Version]:
        return super().get_queryset(request).defer("document")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("time"), ordering="published_at")
    def time(self, version: Version) -> str:
        return moment(version.published_at)

    @admin.display(description=_("published by"), ordering="published_by")
    def publisher(self, version: Version) -> str:
        return who(version.published_by)

    @admin.display(description=_("note"))
    def told(self, version: Version) -> str:
        return " / ".join(version.told.values()) or "–"

    @admin.display(description=_("document"))
    def pretty(self, version: Version) -> str | SafeString:
        if version.document is None:
            return "–"
        stored = version.document
        if version.redactions.filter(redaction__erased=False).exists():
            # Closed to readers: what is derived for them is all that is shown here.
            stored = VersionUpgrade.objects.get(pk=version.pk).document
        text = json.dumps(json.loads(stored), ensure_ascii=False, indent=2)
        return format_html('<pre class="document" dir="ltr" tabindex="0">{}</pre>', text)
