"""Reference data: topics, sources, processes, measures. Actors have a module of their own."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from events import desk
from events.admin.base import page_of
from events.admin.controls import columns, day, row
from events.admin.forms import ReferenceForm, SourceForm
from events.admin.pictures import ProcessPictureInline
from events.admin.redaction import RecordRedactionForm, RedactingPage
from events.admin.twice import with_question
from events.desk import Right
from events.models import Actor, Entry, Measure, Process, Source, Topic, Unit


class ReferenceAdmin(RedactingPage):
    """What documents name. Changing it is public at once: the page says so before and after."""

    form = ReferenceForm
    change_form_template = "admin/events/reference_change_form.html"
    own_pages = ("redact",)
    redaction_form = RecordRedactionForm

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        return with_question(super().get_form(request, obj, change=change, **kwargs))

    def naming(self, request: HttpRequest, thing: Any) -> int:
        """How many public entries name it; counted once per request."""
        counts = request.__dict__.setdefault("_naming", {})
        if thing.pk not in counts:
            counts[thing.pk] = desk.count_naming(thing)
        return int(counts[thing.pk])

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return desk.may(request.user, Right.CHANGE, obj, self.naming(request, obj))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        # Public documents name it by this, as do the addresses that readers have kept.
        fixed = ["slug"] if obj and self.naming(request, obj) else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        thing = self.get_object(request, object_id)
        named = self.naming(request, thing) if thing else 0
        return super().change_view(
            request,
            object_id,
            form_url,
            {**(extra_context or {}), "naming": named, "many": named > desk.AT_ONCE},
        )

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, Any]:
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, lacking, used_by(objs) or protected


def used_by(things: Iterable[Model]) -> list[SafeString]:
    """Everything that refers to these, as links to its page, in order."""
    named = sorted((_kind_of(user), str(user), page_of(user)) for user in desk.uses(things))
    return [
        format_html('{}: <a href="{}">{}</a>', kind, address, name) for kind, name, address in named
    ]


def _kind_of(user: Model) -> str:
    if isinstance(user, Entry | Actor):
        return str(user.get_kind_display())
    return capfirst(str(user._meta.verbose_name))


@admin.register(Topic)
class TopicAdmin(ReferenceAdmin, TranslationAdmin):
    list_display = ["name", "slug", "wider"]
    list_select_related = ["wider"]
    search_fields = ["slug", *columns("name", "description", "other_names")]
    autocomplete_fields = ["wider"]
    fieldsets = [
        (
            None,
            {"fields": [row("name"), ("slug", "wider"), row("description"), row("other_names")]},
        )
    ]


@admin.register(Process)
class ProcessAdmin(ReferenceAdmin, TranslationAdmin):
    list_display = ["name", "slug"]
    search_fields = ["slug", *columns("name")]
    fieldsets = [(None, {"fields": [row("name"), "slug", row("summary")]})]
    inlines = [ProcessPictureInline]


@admin.register(Measure)
class MeasureAdmin(ReferenceAdmin, TranslationAdmin):
    list_display = ["name", "slug", "counts_actors"]
    search_fields = ["slug", *columns("name")]
    fieldsets = [(None, {"fields": [row("name"), "slug", "counts_actors"]})]


@admin.register(Unit)
class UnitAdmin(ReferenceAdmin, TranslationAdmin):
    list_display = ["name", "slug", "currency", "base", "times"]
    list_select_related = ["base"]
    search_fields = ["slug", "currency", *columns("name", "one")]
    autocomplete_fields = ["base"]
    fieldsets = [
        (None, {"fields": [row("name"), row("one"), "slug", "currency"]}),
        (_("Adding up"), {"fields": [("times", "base")]}),
    ]


@admin.register(Source)
class SourceAdmin(ReferenceAdmin, TranslationAdmin):
    form = SourceForm
    list_display = ["title", "publisher", "language", "published", "state"]
    list_filter = ["state", "access", "language"]
    search_fields = ["slug", "title", "publisher", "url", "doi", "isbn", "urn"]
    autocomplete_fields = ["state_source"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *("title", "slug", "authors"),
                    ("publisher", "published_on"),
                    ("language", "other_languages"),
                ]
            },
        ),
        (
            _("Where to find it"),
            {"fields": ["url", "archive_url", "access", ("doi", "isbn", "urn")]},
        ),
        (
            _("Corrected or retracted"),
            {"fields": [("state", "state_date"), row("state_note"), "state_source"]},
        ),
    ]

    @admin.display(description=_("published on"), ordering="published_on")
    def published(self, source: Source) -> str:
        return day(source.published_on)
