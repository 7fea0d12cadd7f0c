"""The pages of entries, one kind each, from the first draft to what readers see."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from modeltranslation.fields import TranslationField

from events.admin.controls import columns, day, row
from events.admin.filters import StateFilter, TranslationFilter
from events.admin.forms import EntryForm
from events.admin.inlines import (
    CitationInline,
    CommitmentPartInline,
    ContradictionInline,
    EarlierDateInline,
    FigureInline,
    MediumInline,
    MeetingPlaceInline,
    ParticipationInline,
    RestatedInline,
    RollCallInline,
    StatusChangeInline,
    WalkStepInline,
)
from events.admin.needs import at_first, needed
from events.admin.pictures import EntryPictureInline
from events.admin.previewing import PreviewPage
from events.admin.publication import PublishingPage
from events.admin.redaction import EntryRedactionForm, RedactingPage
from events.admin.states import moment, standing
from events.desk import state, with_state
from events.models import KINDS, Commitment, Entry, Position, Summit, Walk, usual_format
from events.vocabulary import TRAITS

SEARCH = ["slug", *columns("title", "summary")]
DATE = (_("Date"), {"fields": ["date", row("date_label"), "rank"]})
PARTS: list[Any] = [ParticipationInline, CitationInline, FigureInline]
PARTS += [EntryPictureInline, MediumInline]
# Of what is drawn among the events.
PARTS_OF_EVENT: list[Any] = [*PARTS, ContradictionInline]


def head(*fields: Any, drawn: bool = True) -> list[Any]:
    """The sections of a page: what every kind has, and the fields of this kind. `drawn`: whether it
    is among the events."""
    return [
        (
            None,
            {
                "fields": [
                    *(row("title"), ("processes", "slug"), *fields),
                    ("basis", "key_event") if drawn else "basis",
                    *(row("summary"), "topics"),
                ]
            },
        ),
        DATE,
    ]


def own(model: type[Entry]) -> list[Any]:
    """The fields of this kind in the order of its model, the languages of each text in one row."""
    return [
        row(field.name) if field.name in model.TRANSLATED else field.name
        for field in model._meta.local_fields
        if field.editable and not field.primary_key and not isinstance(field, TranslationField)
    ]


class EntryColumns:
    """The columns that lists of entries share."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return with_state(super().get_queryset(request))  # type: ignore[misc]

    @admin.display(description=_("date"), ordering="date")
    def when(self, entry: Entry) -> str:
        return day(entry.date)

    @admin.display(description=_("edited"), ordering="edited_at")
    def edited(self, entry: Entry) -> str:
        return moment(entry.edited_at)

    @admin.display(description=_("state"))
    def state(self, entry: Any) -> str:
        return str(state(entry, entry.latest_action).label)


class EntryKindAdmin(PreviewPage, EntryColumns, RedactingPage, PublishingPage, TranslationAdmin):
    """The page of an entry of one kind. Unless a kind arranges them, its own fields come below the
    title."""

    form = EntryForm
    change_form_template = "admin/events/entry_change_form.html"
    own_pages = ("redact", "withdraw")
    redaction_form = EntryRedactionForm
    list_display: Any = ("title", "when", "state", "edited")
    list_filter = [StateFilter, TranslationFilter, "processes"]
    search_fields = SEARCH
    autocomplete_fields = ["processes", "topics"]
    inlines = PARTS

    def get_fieldsets(self, request: HttpRequest, obj: Entry | None = None) -> Any:
        drawn = TRAITS[self.model.KIND].drawn
        return self.fieldsets or head(*own(self.model), drawn=drawn)

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        fields = {field.name for field in self.model._meta.local_fields}
        links = [link for link in TRAITS[self.model.KIND].links if link in fields]
        return [*self.autocomplete_fields, *links]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        entry = context.get("original")
        context["needed"] = needed(entry) if entry else at_first(self.model)
        return super().render_change_form(request, context, *args, **kwargs)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        entry = self.get_object(request, unquote(object_id))
        context: dict[str, Any] = {}
        if entry is not None:
            stands = standing(entry)
            context = {"standing": stands, "show_delete": not stands.versions}
        return super().change_view(
            request, object_id, form_url, {**context, **(extra_context or {})}
        )


class EventAdmin(EntryKindAdmin):
    """The page of an entry of a kind that is drawn among the events."""

    list_filter = [*EntryKindAdmin.list_filter, "key_event"]
    inlines = PARTS_OF_EVENT


@admin.register(Summit)
class SummitAdmin(EventAdmin):
    list_display = ("title", "when", "status", "state", "edited")
    list_filter = [*EventAdmin.list_filter, "status", "format", "level", "mode"]
    inlines = [MeetingPlaceInline, EarlierDateInline, *PARTS_OF_EVENT]
    fieldsets = [
        *head(),
        (
            _("The meeting"),
            {"fields": [("status", "format", "level", "mode"), "follows"]},
        ),
    ]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "format":
            kwargs["initial"] = usual_format()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Commitment)
class CommitmentAdmin(EventAdmin):
    list_display = ("title", "when", "firmness", "state", "edited")
    list_filter = [*EventAdmin.list_filter, "firmness", "domains"]
    inlines = [
        *PARTS_OF_EVENT,
        RollCallInline,
        CommitmentPartInline,
        StatusChangeInline,
        RestatedInline,
    ]
    fieldsets = [
        *head(),
        (
            _("The commitment"),
            {
                "fields": [
                    ("firmness", "made_at"),
                    "domains",
                    "deadline",
                    row("condition"),
                    "condition_state",
                ]
            },
        ),
    ]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "domains":
            # All of the list at a glance.
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)


@admin.register(Position)
class PositionAdmin(EventAdmin):
    list_display = ("title", "when", "stance", "state", "edited")
    list_filter = [*EventAdmin.list_filter, "stance", "basis"]


@admin.register(Walk)
class WalkAdmin(EntryKindAdmin):
    inlines = [WalkStepInline, *PARTS]


# The other kinds need no arrangement of their own.
for model in KINDS.values():
    if not admin.site.is_registered(model):
        admin.site.register(model, EventAdmin if TRAITS[model.KIND].drawn else EntryKindAdmin)
